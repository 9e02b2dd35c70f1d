"""One message of many pushes to one person, each with its number and next step; dangers and pictures apart from the rest."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bot import texts
from governance.notices import Group, kind_of
from storage.outbox_rows import OwedPush

WHOLE = 3
"""So many stand together in full; of more only number, matter and next step are said."""
MOST_TAPS = 9
"""Buttons below one message."""


@dataclass(frozen=True)
class Bundle:
    """Pushes of one account that go as one message, with the answers to tap."""

    pushes: tuple[OwedPush, ...]
    text: str
    taps: tuple[str, ...] = ()

    @property
    def first(self) -> OwedPush:
        """The one whose picture and kind count, and by which the message is known."""
        return self.pushes[0]


def bundles(pushes: Sequence[OwedPush], most_bytes: int) -> list[Bundle]:
    """What goes to one account now, as messages; what has no room in one goes with the next."""
    worded = [push for push in pushes if push.picture is None]
    dangers = [push for push in worded if _is_danger(push)]
    others = [push for push in worded if not _is_danger(push)]
    found = []
    for of_kind, whole in ((dangers, len(dangers)), (others, WHOLE)):
        left = _shortest_last(of_kind)
        while left:
            found.append(_together(left, most_bytes, whole))
            left = left[len(found[-1].pushes) :]
    return [*found, *(_single(push) for push in pushes if push.picture is not None)]


def _is_danger(push: OwedPush) -> bool:
    """It stands with no other matter; several that are due at once are one message: the platform counts messages."""
    return push.danger and push.by_night


def _single(push: OwedPush) -> Bundle:
    return Bundle((push,), push.text, push.taps)


def _shortest_last(pushes: Sequence[OwedPush]) -> list[OwedPush]:
    """Those about one ticket behind each other, else in their order; what must be said in full before what may be shortened."""
    place: dict[str | int, int] = {}
    for push in pushes:
        place.setdefault(push.number or push.id, len(place))
    return sorted(pushes, key=lambda push: (_can_be_shortened(push), place[push.number or push.id]))


def _together(pushes: Sequence[OwedPush], most_bytes: int, whole: int) -> Bundle:
    """As many of them as there is room for, each as fully as there is room for; at least the first."""
    if len(pushes) <= whole:
        text = "\n\n".join(push.text for push in pushes)
        if len(text.encode()) <= most_bytes:
            return Bundle(tuple(pushes), text, _taps(pushes))
    for said in (_two_lines, _one_line):
        text = _listed(pushes, said)
        if len(text.encode()) <= most_bytes:
            return Bundle(tuple(pushes), text, _taps(pushes))
    for shown in range(len(pushes) - 1, 0, -1):
        text = _listed(pushes[:shown], _one_line, pushes[shown:])
        if len(text.encode()) <= most_bytes and all(map(_can_be_shortened, pushes[shown:])):
            return Bundle(tuple(pushes), text, _taps(pushes))
    return _together(pushes[: len(pushes) // 2], most_bytes, whole) if len(pushes) > 1 else _single(pushes[0])


def _listed(pushes: Sequence[OwedPush], said: Callable[[OwedPush], str], rest: Sequence[OwedPush] = ()) -> str:
    """A line each, and of the rest only what is to be said: 另有 12 件：接单 30、31；督办 21、22."""
    lines = [texts.SEVERAL.format(count=len(pushes) + len(rest)), *(said(push) for push in pushes)]
    if rest:
        by_verb: dict[str, list[str]] = {}
        for push in rest:
            verb, _, number = (push.taps[0] if push.taps else push.number or "").partition(" ")
            by_verb.setdefault(verb if number else "", []).append(number or verb)
        said_of = (f"{verb} {'、'.join(dict.fromkeys(numbers))}".strip() for verb, numbers in by_verb.items())
        lines.append(texts.BESIDES.format(count=len(rest), steps="；".join(said_of)))
    return "\n".join(lines)


def _one_line(push: OwedPush) -> str:
    """A ticket's number and next step stand in its first line; what is no ticket's is said in full."""
    return push.text.partition("\n")[0] if _can_be_shortened(push) else push.text


def _two_lines(push: OwedPush) -> str:
    return "\n".join(push.text.split("\n")[:2]) if _can_be_shortened(push) else push.text


def _can_be_shortened(push: OwedPush) -> bool:
    return push.number is not None and kind_of(push.kind).group in (Group.WORK, Group.REMINDER)


def _taps(pushes: Sequence[OwedPush]) -> tuple[str, ...]:
    """All of them; where these are too many the first of each."""
    every = list(dict.fromkeys(tap for push in pushes for tap in push.taps))
    if len(every) > MOST_TAPS:
        every = list(dict.fromkeys(tap for push in pushes for tap in push.taps[:1]))
    return tuple(every[:MOST_TAPS])
