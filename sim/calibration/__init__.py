"""Calibration: draws of the uncertain numbers with which the model gives what is published."""
