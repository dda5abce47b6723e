"""Design: which points of the factors' ranges an experiment runs, and where they are kept."""
