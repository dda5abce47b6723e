"""Studies drawn: figures of what `sim.study` found, from the tables it kept."""
