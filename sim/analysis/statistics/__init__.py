"""Statistics of a run that are no ratio of counters: which table each reads, and how."""
