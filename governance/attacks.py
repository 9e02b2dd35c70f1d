"""What is tried at the doors again and again: kinds of refusals that, often enough, somebody has to know of."""

from datetime import datetime, timedelta
from enum import StrEnum

TOLD_EVERY = timedelta(hours=1)
"""So often at most the administrators are told; what comes in between waits for the next time."""
SHOWN_FOR = timedelta(days=1)
"""So long the office shows it."""


class Attack(StrEnum):
    """By what it is known."""

    SIGN_IN = "sign_in"
    """Passwords, one-time passwords and keys of wall screens that are wrong, or tried too often."""
    RIGHTS = "rights"
    """Somebody who is signed in asks for what is not theirs, page after page."""
    MESSAGES = "messages"
    """Messages in the platform's name whose signature, instant or account is wrong."""
    KEYS = "keys"
    """Keys of other systems that are wrong."""
    BINDING = "binding"
    """Names and numbers, or invitations, that do not match."""


def may_tell(last_told: datetime | None, now: datetime) -> bool:
    """Whether the administrators have not been told for so long that they may be told again."""
    return last_told is None or now - last_told >= TOLD_EVERY
