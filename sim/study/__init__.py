"""Study: many runs. Planned, spread over processes, stored, joined, and run again to check."""
