"""Varying: numbers of the model that an experiment varies, and the design by which it does."""
