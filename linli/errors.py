"""What stops a command, in words for the operator."""


class Stop(Exception):
    """Ends the command with this sentence (Chinese) on standard error and a non-zero status."""
