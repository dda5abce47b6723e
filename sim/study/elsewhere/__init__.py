"""Elsewhere: runs made on several machines, by shards or on a cluster."""
