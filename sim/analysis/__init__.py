"""Analysis: tables in, numbers out; it never sees the model."""
