"""Story: a diary told in dated, plain English, what was true beside what was on file."""
