"""What a command raises that does nothing."""


class RefusedError(Exception):
    """Nothing is done; the message says why and what to do, in one line."""
