"""What does not go out now although it is due: unwanted, overtaken, at night, or soon after the last message."""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

from sqlalchemy import Connection

from bot.channels import MOST_ATTEMPTS, backoff
from bot.tools import Tools
from governance.clock import local_day
from governance.days import start_of
from governance.noise import Heard, Held, Post, Said, held_back, overtaken, post_of
from governance.notices import is_muted, kind_of, quiet_until
from storage.outbox_delivery import Claimed
from storage.outbox_noise import heard_since, roles_of_accounts
from storage.outbox_rows import End, OwedPush


def keeping_back(tools: Tools, now: datetime) -> Callable[[Connection, Claimed], list[End]]:
    """Sorts out, for a deliverer that claims at `now`."""

    def sort(connection: Connection, claimed: Claimed) -> list[End]:
        ends, left = _unwanted(claimed, now)
        accounts = sorted({push.account_id for push in left})
        roles = roles_of_accounts(connection, accounts, now)
        posts = {account: post_of(held) for account, held in roles.items()}
        events = sorted({push.number for push in left if push.number and kind_of(push.kind).event})
        today = start_of(local_day(now, tools.config.zone), tools.config.zone)
        heard = heard_since(connection, accounts, today, events)
        for account in accounts:
            of_account = [push for push in left if push.account_id == account]
            ends += _of_one(tools, of_account, posts.get(account), heard.get(account, Heard()), now)
        return ends

    return sort


def _unwanted(claimed: Claimed, now: datetime) -> tuple[list[End], list[OwedPush]]:
    """What ends, or waits for its picture; and the rest. What raises is added to the broken."""
    ends, left = [], []
    for push in claimed.pushes:
        try:
            end = _unwanted_one(push, now)
        except Exception as error:
            claimed.broken[push.id] = error
            continue
        if end is None:
            left.append(push)
        else:
            ends.append(end)
    return ends, left


def _unwanted_one(push: OwedPush, now: datetime) -> End | None:
    if push.unsubscribed:
        return End(push.id, "dropped", error="unsubscribed")
    if is_muted(push.kind, push.muted):
        return End(push.id, "dropped", error="muted")
    if push.picture is not None and push.picture.state != "stored":
        if push.picture.state == "pending" and push.attempts + 1 < MOST_ATTEMPTS:
            at = now + backoff(push.attempts + 1)
            return End(push.id, "waiting", error="picture not here yet", not_before=at, counts=True)
        return End(push.id, "dropped", error=f"picture {push.picture.state}")
    return None


def _of_one(tools: Tools, pushes: Sequence[OwedPush], post: Post | None, heard: Heard, now: datetime) -> list[End]:
    """What of one account's is overtaken, and what waits."""
    dropped = overtaken([_said(push) for push in pushes], now)
    ends = [End(push_id, "dropped", error=why) for push_id, why in dropped.items()]
    awake = timedelta(minutes=tools.config.rules.awake_minutes)
    left = [push for push in pushes if push.id not in dropped]
    at_once = [push for push in left if _goes_at_once(push, now, awake)]
    others = [push for push in left if push not in at_once]
    if post is None:
        night = quiet_until(now, tools.config.zone, tools.config.rules)
        return [*ends, *(_held(push, Held.NIGHT, night) for push in others if night is not None)]
    back = held_back(post, heard, now, tools.config.zone, tools.config.rules)
    if back is not None and back[0] is not Held.NIGHT and any(not push.danger for push in at_once):
        back = None  # what waits goes along: the phone rings anyway
    for push in others:
        of_event = _event_again_at(tools, push, post, heard, now)
        if back is not None:
            ends.append(_held(push, *back))
        elif of_event is not None:
            ends.append(_held(push, Held.BUNDLE, of_event))
    return ends


def _goes_at_once(push: OwedPush, now: datetime, awake: timedelta) -> bool:
    """Dangers, urgent orders, what was asked for at that hour, and answers to whoever is awake."""
    return push.by_night or (kind_of(push.kind).answers and now - push.last_inbound_at <= awake)


def _event_again_at(tools: Tools, push: OwedPush, post: Post, heard: Heard, now: datetime) -> datetime | None:
    """When a worker may hear of this event again, if that is later than now."""
    if post is not Post.WORKER or push.number is None or push.number not in heard.events:
        return None
    again = heard.events[push.number] + timedelta(minutes=tools.config.rules.bundle_minutes_event)
    return again if again > now else None


def _held(push: OwedPush, why: Held, until: datetime) -> End:
    return End(push.id, "waiting", error=_WHY[why], not_before=until, held=why.value)


_WHY = {
    Held.NIGHT: "quiet hours",
    Held.BUNDLE: "waits for the next message",
    Held.BUDGET: "over the day's messages, comes with the next brief",
}


def _said(push: OwedPush) -> Said:
    return Said(push.id, push.kind, push.number, push.ticket_then, push.ticket_now, push.valid_until)
