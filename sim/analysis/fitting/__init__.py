"""Fitting: which numbers of the model agree with what is published, and how far they are known."""

import numpy as np
from numpy.typing import NDArray

type Numbers = NDArray[np.float64]
