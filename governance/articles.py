"""Articles (推文) to all who live somewhere: how they go on, how long they may be, who else must have looked at them."""

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum

TITLE, DIGEST, BODY = 64, 120, 20_000
"""So many characters each may have. Source: the platform's document on drafts (草稿箱): title, digest, content."""


class ArticleState(StrEnum):
    """Where an article stands."""

    DRAFT = "draft"
    ASKED = "asked"
    """Its writer is done; it waits for somebody else to look at it."""
    SCHEDULED = "scheduled"
    """Agreed to; it waits for its time."""
    SENDING = "sending"
    SENT = "sent"
    DROPPED = "dropped"


class ArticleAct(StrEnum):
    """What somebody may do to one."""

    WRITE = "write"
    ASK = "ask"
    AGREE = "agree"
    WITHHOLD = "withhold"
    """It goes back to being a draft."""
    DROP = "drop"


PUBLIC = (ArticleState.SENDING, ArticleState.SENT)
"""What anybody may read."""
_S, _A = ArticleState, ArticleAct
ALLOWED: Mapping[ArticleAct, frozenset[ArticleState]] = {
    _A.WRITE: frozenset({_S.DRAFT, _S.ASKED}),
    _A.ASK: frozenset({_S.DRAFT}),
    _A.AGREE: frozenset({_S.ASKED}),
    _A.WITHHOLD: frozenset({_S.ASKED, _S.SCHEDULED}),
    _A.DROP: frozenset({_S.DRAFT}),
}
"""In which states each may be done; every other is refused."""


class Lack(StrEnum):
    """What is wrong with an article's words."""

    NO_TITLE = "no_title"
    NO_BODY = "no_body"
    LONG_TITLE = "long_title"
    LONG_DIGEST = "long_digest"
    LONG_BODY = "long_body"


def too_long(title: str, digest: str, body: str) -> tuple[tuple[Lack, int], ...]:
    """What the platform would cut off or refuse, and how long it is."""
    long = ((Lack.LONG_TITLE, title, TITLE), (Lack.LONG_DIGEST, digest, DIGEST), (Lack.LONG_BODY, body, BODY))
    return tuple((lack, len(text)) for lack, text, most in long if len(text) > most)


def lacking(title: str, digest: str, body: str) -> tuple[tuple[Lack, int], ...]:
    """All that keeps it from going out, and how long it is; a draft may lack a title or a body as long as it is one."""
    empty = ((Lack.NO_TITLE, title), (Lack.NO_BODY, body))
    return (*((lack, 0) for lack, text in empty if not text.strip()), *too_long(title, digest, body))


def is_second(person: int, writer: int, editor: int) -> bool:
    """Whether these eyes are others than those of who wrote it or had it in hand last."""
    return person not in (writer, editor)


def is_late(goes_at: datetime | None, now: datetime) -> bool:
    """Whether the time that it was to go at is past; without one it goes as soon as it is agreed to."""
    return goes_at is not None and goes_at <= now
