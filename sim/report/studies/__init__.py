"""Studies drawn: figures of what `cpsim study` found."""
