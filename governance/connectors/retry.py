"""When what could not be given out is tried again, and when somebody must look."""

from datetime import timedelta

MOST_ATTEMPTS = 10
FIRST_WAIT, LONGEST_WAIT = timedelta(seconds=10), timedelta(hours=1)
HOLD_FOR = timedelta(hours=24)
"""So long a change waits for the record that it changes."""


def wait_after(attempts: int) -> timedelta:
    """Ten seconds, then twice as long each time, an hour at most."""
    doubled: int = 2 ** min(max(attempts - 1, 0), 16)
    return min(FIRST_WAIT * doubled, LONGEST_WAIT)


def given_up(attempts: int) -> bool:
    """Whether it is set aside."""
    return attempts >= MOST_ATTEMPTS


def refused_for_good(status: int) -> bool:
    """Whether an answer says that the same will never be taken: sending it again is of no use."""
    return 400 <= status < 500 and status not in (401, 403, 404, 408, 425, 429)


def taken(status: int) -> bool:
    """Whether an answer says that they have it; 409 and 208 say that they had it before."""
    return 200 <= status < 300 or status == 409
