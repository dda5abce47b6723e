"""Goals: what runs are made for, be it a value of one lever, or effects that are precise."""
