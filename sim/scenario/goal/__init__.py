"""Goals: a value of one lever is sought from which a measure does what is asked of it."""
