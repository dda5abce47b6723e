"""Seeking: runs in rounds, where what a round found says what the next one tries."""
