"""Whether something failed because a disk is full: the file system's word for it, or either database's."""

import errno
import sqlite3

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
"""The disk, or the share of it that this user or this process may have."""
_POSTGRESQL_FULL = "53100"


def no_room(error: BaseException | None) -> bool:
    """Whether the error, or what it came of, is a full disk: it passes when there is room again, and nothing else is wrong."""
    while error is not None:
        said = getattr(error, "orig", None) or error
        if isinstance(said, OSError) and said.errno in _FULL:
            return True
        if isinstance(said, sqlite3.Error) and getattr(said, "sqlite_errorcode", None) == sqlite3.SQLITE_FULL:
            return True
        if getattr(said, "sqlstate", None) == _POSTGRESQL_FULL:
            return True
        error = error.__cause__
    return False
