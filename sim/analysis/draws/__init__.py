"""Draws: what effects over draws of the uncertain numbers owe to them, and to luck."""
