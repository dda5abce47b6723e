"""How much the worst-judged authorities improve by chance alone."""
