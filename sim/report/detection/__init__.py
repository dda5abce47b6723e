"""Detection on the page: decisions held against the truth, and what the runs could have shown."""
