"""Notices at the back office: those that somebody may act on, each with who gets it, who agreed, and how far it is."""

from dataclasses import dataclass
from datetime import datetime

from governance.area_notices import NoticeState, Way, needs_second
from handlers.area_notices.audience import WITHIN, audience_of, places_inside, told_of
from handlers.area_notices.outcomes import Audience, Told
from handlers.area_notices.rights import in_charge
from handlers.area_notices.words import announced
from handlers.context import Context
from handlers.office.staff import Staff
from storage.area_audience import named, progress_of
from storage.area_notices import NoticeRow, WordRow, recent_notices, words_of
from storage.people import names_of
from understanding.masking import masked_name

MOST, MOST_NAMED = 60, 12
LATELY = WITHIN * 7
"""Two weeks."""


@dataclass(frozen=True)
class Person:
    """Somebody of the roster who is among them; the name masked."""

    name: str
    home: str
    way: Way


@dataclass(frozen=True)
class Preview:
    """Who would get a draft now. `people`: those of the roster among them; `second`: so many need a second person."""

    audience: Audience
    people: tuple[Person, ...]
    second: bool


@dataclass(frozen=True)
class Progress:
    """How far a notice is: people reached, waiting, to hear with their next answer, not reached; each word with its count."""

    sent: int
    waiting: int
    kept: int
    dropped: int
    words: tuple[WordRow, ...]


@dataclass(frozen=True)
class ShownNotice:
    """A notice with what the reader sees of it. `own`: the reader wrote it; `said`: as residents read it."""

    notice: Told
    said: str
    by: str
    approved_by: str
    at: datetime
    asked_at: datetime | None
    why: str | None
    people: int
    own: bool
    preview: Preview | None
    progress: Progress | None


def notices_for(ctx: Context, staff: Staff) -> list[ShownNotice]:
    """Those of the last two weeks that they may act on, drafts first, then the newest."""
    rows = [
        row for row in recent_notices(ctx.uow, ctx.now - LATELY, MOST) if in_charge(ctx, staff.terms, row.places)
    ]  # fmt: skip
    people = names_of(ctx.uow, sorted({each for row in rows for each in (row.by_id, row.approved_by_id) if each}))
    pushes, told = progress_of(ctx.uow, [row.number for row in rows]), words_of(ctx.uow, [row.id for row in rows])
    found = [_shown(ctx, staff, row, people, pushes.get(row.number, {}), told) for row in rows]
    return sorted(found, key=lambda each: each.notice.state is not NoticeState.DRAFT)


def _shown(
    ctx: Context, staff: Staff, row: NoticeRow, people: dict[int, str], pushes: dict[str, int], words: list[WordRow]
) -> ShownNotice:
    notice = told_of(ctx, row)
    draft = row.state is NoticeState.DRAFT
    told = tuple(each for each in words if each.notice_id == row.id)
    progress = Progress(
        pushes.get("sent", 0), pushes.get("waiting", 0), pushes.get("kept", 0), pushes.get("dropped", 0), told
    )  # fmt: skip
    return ShownNotice(
        notice, announced(notice, ctx.here), people.get(row.by_id, ""), people.get(row.approved_by_id or 0, ""),
        row.created_at, row.asked_at, row.why, row.audience, row.by_id == staff.person_id,
        _preview(ctx, row) if draft else None, None if draft else progress,
    )  # fmt: skip


def _preview(ctx: Context, row: NoticeRow) -> Preview:
    places = places_inside(ctx, row.places)
    audience = audience_of(ctx, places, row.kind)
    roster = named(ctx.uow, places, row.kind, ctx.now - WITHIN, ctx.config.reach, MOST_NAMED)
    people = tuple(Person(masked_name(each.name), ctx.places.full_name(each.place_id), each.way) for each in roster)
    reached = sum(n for way, n in audience.ways if way not in (Way.MUTED, Way.UNFOLLOWED))
    return Preview(audience, people, needs_second(reached, ctx.config.rules))
