"""Which tickets were spoken of last: what a reply is about, and what it offers to choose from."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import datetime, timedelta
from typing import Any

from governance.area_notices import is_notice_number
from governance.ticket_numbers import is_ticket_number
from handlers.area_notices.outcomes import AnnouncedThere, IsAnnounced, Notices
from handlers.context import Context
from storage.accounts import KnownAccount

MOST = 5
_READ = (IsAnnounced, AnnouncedThere, Notices)
"""Who reads what is announced goes on about their own tickets."""


def keep_at_hand(ctx: Context, outcome: Any) -> None:
    """Notes the tickets of an outcome with the sender, so that 刚才那个 and 最上面那个 mean one of them; the notice that somebody
    has just written, sent or ended as well.

    Reception writes it, once for all senders of a batch.
    """
    if outcome is None or isinstance(outcome, _READ):
        return
    numbers = " ".join(list(dict.fromkeys(numbers_in(outcome)))[:MOST])
    if numbers:
        ctx.sender.at_hand, ctx.sender.at_hand_since = numbers, ctx.now


def spoken_of(account: KnownAccount) -> tuple[str, datetime | None]:
    """What an account and the bot speak of, and since when: both say whether there is something to write."""
    return account.at_hand, account.at_hand_since


def just_at_hand(ctx: Context, within: timedelta) -> tuple[str, ...]:
    """The tickets that were spoken of last, where that was a moment ago: what comes now may be about them."""
    since = ctx.sender.at_hand_since
    if since is None or ctx.now - since > within:
        return ()
    return tuple(ctx.sender.at_hand.split())


def numbers_in(outcome: Any) -> Iterator[str]:
    """The numbers of the tickets and notices that an outcome holds, in its order."""
    if isinstance(outcome, str):
        if is_ticket_number(outcome) or is_notice_number(outcome):
            yield outcome
    elif isinstance(outcome, tuple | list):
        for each in outcome:
            yield from numbers_in(each)
    elif is_dataclass(outcome) and not isinstance(outcome, type):
        for each in fields(outcome):
            yield from numbers_in(getattr(outcome, each.name))
