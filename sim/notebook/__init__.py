"""The notebook: each command of the command line as a function that gives back what it found."""

import warnings

# Mesa's progress bar asks for widgets that are not needed here, and warns where they are missing.
warnings.filterwarnings("ignore", message="IProgress not found")
