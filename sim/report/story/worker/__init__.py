"""Worker: one social worker's life, what was true beside what was on file."""
