"""What can be wrong with what comes to the door, and with what the platform answers."""


class Refused(Exception):
    """A request that is answered with a status and an empty body; `reason` goes to the log."""

    status = 400

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class NotSigned(Refused):
    """The signature is missing or wrong, or the instant is outside the window."""

    status = 403


class Malformed(Refused):
    """The body cannot be read as a message."""

    status = 400


class TooLarge(Refused):
    """The body is larger than any message."""

    status = 413


class WrongContentType(Refused):
    """The body says it is something else than XML."""

    status = 415


class PlatformError(Exception):
    """The platform answered an error; `code` is its errcode, or -1 for anything without one."""

    def __init__(self, code: int, message: str) -> None:
        kept = message.encode("utf-8", "replace").decode().replace("\0", "")  # it is written to logs and databases
        super().__init__(f"{code} {kept}"[:200])
        self.code = code


class PlatformAway(Exception):
    """The platform could not be reached in time, or broke off in the middle.

    `doubtful`: it may have taken the call all the same.
    """

    def __init__(self, message: str, doubtful: bool = False) -> None:
        super().__init__(message)
        self.doubtful = doubtful


class FileTooLarge(PlatformError):
    """A download went over its limit and was broken off."""
