"""Begins a documentary: an empty one, commented, that passes the checks and builds."""
