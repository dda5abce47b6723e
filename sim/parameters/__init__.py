"""Parameters: every number we suppose, a file for each stage."""
