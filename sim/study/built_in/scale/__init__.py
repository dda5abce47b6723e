"""Scale: whether one simulated family standing for three gives the rates of all three.

A world at a scale of a third has a third of the families, posts and teams, and its counts are
multiplied back. That is sound only where its rates are those of the world whole, which no
experiment can show: it compares policies for the same families, and these are others.

Run it: cpsim study scale   (forty replicates take a quarter of an hour on one core)
"""
