"""Paths: by which way a rise in demand makes social workers leave, and how much goes by each.

Every path has a switch. The same worlds run with and without more demand under every setting of
the switches, and each path is given what it adds to the effect, averaged over all orders in which
paths can be switched on (Shapley 1953). So the parts add up to the whole, whatever paths do
together; what is left with every path off has a row of its own.

Run it: cpsim study paths --into results/paths   (ten minutes on two cores)
"""
