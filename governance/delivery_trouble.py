"""Why a push did not reach somebody, read from what was noted of it, and whether sending it again can help."""

import re
from enum import StrEnum


class Trouble(StrEnum):
    """What keeps a push from its reader."""

    UNFOLLOWED = "unfollowed"
    NOT_PERMITTED = "not_permitted"
    """No permission for such a notice, and no message within 48 hours."""
    QUOTA = "quota"
    NO_RIGHT = "no_right"
    TEMPLATE = "template"
    SECRET = "secret"
    ADDRESS = "address"
    LIMIT = "limit"
    SHUT = "shut"
    AWAY = "away"
    DOUBTFUL = "doubtful"
    """Nobody knows whether the platform took it."""
    PICTURE = "picture"
    OURS = "ours"
    MUTED = "muted"
    OVERTAKEN = "overtaken"
    """Something else said more; it need not go out."""
    OTHER = "other"


MEANT = frozenset({Trouble.MUTED, Trouble.OVERTAKEN})
"""What is no trouble: nobody is to hear it."""
AGAIN = frozenset(Trouble) - {Trouble.UNFOLLOWED, Trouble.MUTED, Trouble.OVERTAKEN, Trouble.NOT_PERMITTED}
"""What may go through once the cause is mended."""
_CODES: dict[int, Trouble] = {
    43004: Trouble.UNFOLLOWED, 40003: Trouble.UNFOLLOWED, 45015: Trouble.NOT_PERMITTED, 43101: Trouble.NOT_PERMITTED,
    45047: Trouble.QUOTA, 48001: Trouble.NO_RIGHT, 81013: Trouble.NO_RIGHT, 40037: Trouble.TEMPLATE, 47003: Trouble.TEMPLATE,
    40008: Trouble.TEMPLATE, 40001: Trouble.SECRET, 40013: Trouble.SECRET, 40014: Trouble.SECRET, 40125: Trouble.SECRET,
    42001: Trouble.SECRET, 40164: Trouble.ADDRESS, 45009: Trouble.LIMIT, 45011: Trouble.LIMIT, 50002: Trouble.SHUT,
    -1: Trouble.AWAY,
}  # fmt: skip
"""Source: the platform's list of return codes (全局返回码)."""
_IN_ITS_TURN = (
    "quiet hours", "waits for the next message", "over the day's messages", "no channel", "picture not here yet",
)  # fmt: skip
"""What a push waits for that will go out; of one that is kept the next message of its reader."""
_CODE = re.compile(r"(?:^|; |\()(-?[0-9]{1,6}) ")


def trouble_of(state: str, error: str | None) -> Trouble | None:
    """What is wrong with a push in this state; None where it only waits its turn, or went out."""
    if state == "maybe_sent":
        return Trouble.DOUBTFUL
    if state == "sent" or not error:
        return None
    if error.startswith("unsubscribed"):
        return Trouble.UNFOLLOWED
    if error == "muted":
        return Trouble.MUTED
    if error.startswith("failed"):
        return Trouble.OURS
    if error.startswith("picture ") or error == "a picture is not kept":
        return Trouble.PICTURE
    codes = [int(found) for found in _CODE.findall(error)]
    if codes:
        return _CODES.get(codes[-1], Trouble.OTHER)
    if state == "dropped":
        return Trouble.OVERTAKEN
    return None if error.startswith(_IN_ITS_TURN) else Trouble.AWAY


def codes_in(error: str | None) -> tuple[str, ...]:
    """The platform's return codes in what was noted."""
    return tuple(_CODE.findall(error or ""))
