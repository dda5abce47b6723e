"""State: the tables that hold the world, truth apart from record; no behaviour."""
