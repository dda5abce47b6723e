"""Loops: the causal diagram of the model's feedback loops, drawn from their registry."""
