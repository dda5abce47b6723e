"""Explain: through which feedback loops a policy does what it does.

Every scenario of an experiment runs with each set of groups of loops switched off from its first
day, with the same past and the same luck. What a policy changes under each set says what each
group adds: taken out alone, and averaged over all orders (Shapley 1953), so that parts add up.
"""
