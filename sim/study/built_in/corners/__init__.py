"""The study of corners: whether the model stays bounded however levers are set."""
