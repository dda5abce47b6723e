"""The page of a calibration: whether an ensemble earns its conclusions."""
