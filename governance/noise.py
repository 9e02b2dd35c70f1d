"""How much a phone may ring: what is held back until when, what a newer push has made needless, what one message says of many."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from governance.clock import local_day
from governance.days import start_of
from governance.notices import NoticeKind, quiet_until
from governance.periods import Daily
from governance.roles import Role
from governance.rules import Rules

MORNING = Daily(8, 30)
"""When the morning's brief comes; what was over the day before's budget comes with it."""


class Post(StrEnum):
    """Whose day it is: the budget goes by it."""

    WORKER = "worker"
    HEAD = "head"
    LEAD = "lead"


_OF_ROLE: Mapping[Role, Post] = {
    Role.GRID_WORKER: Post.WORKER, Role.PART_TIME_GRID_WORKER: Post.WORKER, Role.DEPARTMENT_OFFICER: Post.WORKER,
    Role.REPAIR_CREW: Post.WORKER, Role.LINKED_CADRE: Post.WORKER, Role.GRID_HEAD: Post.HEAD,
    Role.COMMUNITY_SECRETARY: Post.HEAD, Role.DISPATCHER: Post.LEAD, Role.SUBDISTRICT_LEAD: Post.LEAD,
    Role.ADMINISTRATOR: Post.LEAD,
}  # fmt: skip


def post_of(roles: Collection[Role]) -> Post | None:
    """The highest post that somebody holds; None: a resident, whose phone rings seldom."""
    held = {_OF_ROLE[role] for role in roles if role in _OF_ROLE}
    return max(held, key=list(Post).index, default=None)


class Held(StrEnum):
    """Why a push waits."""

    NIGHT = "night"
    BUNDLE = "bundle"
    """The next message to this person is not due yet."""
    BUDGET = "budget"
    """The day's messages are used up: it comes with the next brief."""


@dataclass(frozen=True)
class Heard:
    """How many messages were pushed to somebody today, and when the last one was; those of dangers apart."""

    count: int = 0
    last_at: datetime | None = None
    events: Mapping[str, datetime] = field(default_factory=dict)
    """When an event was last spoken of, by its number."""
    dangers: int = 0


def budget_of(post: Post, rules: Rules) -> int:
    """How many messages a day somebody gets."""
    return {
        Post.WORKER: rules.pushes_a_day_worker, Post.HEAD: rules.pushes_a_day_head, Post.LEAD: rules.pushes_a_day_lead,
    }[post]  # fmt: skip


def held_back(post: Post, heard: Heard, now: datetime, zone: ZoneInfo, rules: Rules) -> tuple[Held, datetime] | None:
    """Why, and until when, the next message of what is no danger waits; None when it may go.

    The first half of a day's budget goes out as it comes (to heads and leads a quarter of an hour apart), the second half is
    spread over what is left of the day: a storm at nine leaves something for the evening. Dangers wait for nothing and use up
    the budget too, half of it at most: a day full of them is not to hide all else.
    """
    night = quiet_until(now, zone, rules)
    if night is not None:
        return Held.NIGHT, night
    whole = budget_of(post, rules)
    budget = whole - min(heard.dangers, whole // 2)
    if heard.count >= budget:
        return Held.BUDGET, next_brief(now, zone)
    if heard.last_at is None:
        return None
    apart = timedelta(0) if post is Post.WORKER else timedelta(minutes=rules.bundle_minutes_head)
    if heard.count * 2 >= budget:
        left = _evening(local_day(now, zone), zone, rules) - heard.last_at
        apart = max(apart, left / (budget - heard.count + 1))
    until = heard.last_at + apart
    return None if until <= now else (Held.BUNDLE, until)


def next_brief(now: datetime, zone: ZoneInfo) -> datetime:
    """When the next morning's brief comes (UTC)."""
    today = local_day(now, zone)
    at = timedelta(hours=MORNING.hour, minutes=MORNING.minute)
    found = start_of(today, zone) + at
    return found if found > now else start_of(today + timedelta(days=1), zone) + at


def _evening(day: date, zone: ZoneInfo, rules: Rules) -> datetime:
    minutes = rules.quiet_from_minute
    return datetime.combine(day, time(minutes // 60, minutes % 60), zone)


@dataclass(frozen=True)
class Said:
    """A push about a ticket, as far as another may overtake it. `of`: its ticket's state and owner when it was written;
    `now`: the same as it is; `until`: from then on a higher level says it.
    """

    id: int
    kind: str
    number: str | None
    of: str | None = None
    now: str | None = None
    until: datetime | None = None


LADDER = (NoticeKind.REMIND, NoticeKind.LATE, NoticeKind.VERY_LATE)
"""Of one ticket somebody hears the highest of these only."""


def overtaken(pushes: Sequence[Said], now: datetime) -> dict[int, str]:
    """Which of one person's pushes say nothing any more, with the reason."""
    found: dict[int, str] = {}
    for push in pushes:
        if push.until is not None and push.until <= now:
            found[push.id] = "overtaken: the next level has come"
        elif push.of is not None and push.now is not None and push.of != push.now:
            found[push.id] = f"overtaken: {push.of} has become {push.now}"
    left = [push for push in pushes if push.id not in found and push.number is not None]
    for push in left:
        by = next((other for other in left if other.number == push.number and _overtakes(other, push)), None)
        if by is not None:
            found[push.id] = f"overtaken: {by.kind} says more"
    return found


def _overtakes(other: Said, push: Said) -> bool:
    if other.kind == push.kind:
        return push.kind in LADDER and other.id > push.id
    if other.kind in LADDER and push.kind in LADDER:
        return _level(other) > _level(push)
    return (
        push.kind == NoticeKind.HAZARD and other.kind == NoticeKind.GIVEN
    )  # who is given a danger need not be told besides


def _level(push: Said) -> int:
    return LADDER.index(NoticeKind(push.kind))
