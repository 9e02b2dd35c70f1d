"""Pushes that did not reach their readers: each with its cause, counted by cause."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from governance.delivery_trouble import AGAIN, MEANT, Trouble, codes_in, trouble_of
from governance.notices import Group, kind_of
from handlers.context import Context
from handlers.office.privacy import veil
from storage.outbox_list import CANCELLABLE, ListedPush, in_trouble, owed_by_state
from understanding.masking import masked_name

LATELY, MOST = timedelta(days=14), 500
LONGEST = 80


@dataclass(frozen=True)
class ShownPush:
    """One push; its reader and its words masked. `again`: sending it once more can help; `waits`: it can be called off."""

    id: int
    at: datetime
    group: Group
    number: str | None
    reader: str
    text: str
    state: str
    trouble: Trouble
    codes: tuple[str, ...]
    again: bool
    waits: bool


@dataclass(frozen=True)
class Deliveries:
    """Of two weeks: how many pushes are in each state, how many have each trouble, and those that have the one asked for."""

    states: Mapping[str, int]
    causes: tuple[tuple[Trouble, int], ...]
    pushes: tuple[ShownPush, ...]


def deliveries(ctx: Context, cause: str) -> Deliveries:
    """`cause`: only these; empty: all that is trouble."""
    since, hidden = ctx.now - LATELY, veil(ctx).text
    found = [
        (row, trouble) for row in in_trouble(ctx.uow, since, MOST) if (trouble := trouble_of(row.state, row.last_error))
    ]
    counts = Counter(trouble for _, trouble in found)
    shown = [
        ShownPush(
            row.id, row.created_at, kind_of(row.kind).group, row.number, _reader(row),
            hidden(row.text)[:LONGEST], row.state, trouble, codes_in(row.last_error),
            trouble in AGAIN, row.state in CANCELLABLE,
        )
        for row, trouble in found
        if (trouble.value == cause if cause else trouble not in MEANT)
    ]  # fmt: skip
    causes = tuple((trouble, counts[trouble]) for trouble in Trouble if counts[trouble])
    return Deliveries(owed_by_state(ctx.uow, since), causes, tuple(shown))


def _reader(row: ListedPush) -> str:
    """Who serves the public by name and code, which tells two of one name apart; everybody else masked."""
    if not row.name:
        return ""
    return f"{row.name} {row.code}" if row.serves else masked_name(row.name)
