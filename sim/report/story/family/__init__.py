"""Family: what becomes of one family, in truth and on file."""
