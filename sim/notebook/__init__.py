"""The notebook: each command of the command line as a function that gives back what it found."""
