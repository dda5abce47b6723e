"""World: where agents sit: authorities, teams, tables, and how a world is built with its past."""
