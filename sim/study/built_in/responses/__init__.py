"""Responses: how each calibration target answers when one thing in the world is moved.

A target that many things move says little about which of them is right; one that only a
single thing moves pins that thing down. Probes move numbers that no policy may touch, so
they are built here and not read from a file.
"""
