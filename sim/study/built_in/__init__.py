"""Built in: studies of the model itself, each with a question, a table and what it says."""
