"""A notice is written as a draft: its time and its places are read, who would get it is counted; nobody is told yet."""

from datetime import datetime, timedelta

from governance.area_notices import REACHED, AreaKind, ends_by
from governance.permissions import Act
from handlers.area_notices.audience import audience_of, places_inside
from handlers.area_notices.commands import NotifyResidents
from handlers.area_notices.outcomes import Drafted, EndsBeforeItBegins, NotForStaff, TellWhat, TellWhere, TimeIsPast
from handlers.area_notices.preview import preview, supersede
from handlers.area_notices.where import instant, places_in_words, places_meant
from handlers.catalogue import executes
from handlers.context import Context
from handlers.outcomes import Refuse
from handlers.posts import require
from storage.area_notices import add_notice
from understanding.announced import OTHER, kind_in
from understanding.normalise import normalise
from understanding.places_told import PlacesTold
from understanding.time_told import dated, time_told

LONGEST_TEXT = 300


@executes(NotifyResidents)
def draft(
    command: NotifyResidents, ctx: Context
) -> Drafted | TellWhat | TellWhere | TimeIsPast | EndsBeforeItBegins | NotForStaff:
    """Understood, counted, and not sent."""
    require(ctx, Act.DISPATCH)
    if command.staff:
        return NotForStaff(command.staff)
    text = dated(command.text.strip(), ctx.today)[:LONGEST_TEXT]
    if not text:
        return TellWhat()
    places = _where(ctx, command)
    kind = command.kind or AreaKind(kind_in(normalise(text)) or OTHER)
    starts, ends = in_time(ctx, *_when(ctx, command))
    audience = audience_of(ctx, places_inside(ctx, places), kind)
    assert ctx.person_id is not None
    replaced = supersede(ctx, kind.value, text, places, (starts, ends))
    row = add_notice(
        ctx.uow, ctx.today, kind=kind.value, text=text, places=list(places), starts_at=starts, ends_at=ends,
        by_id=ctx.person_id, audience=audience.of(*REACHED), created_at=ctx.now,
    )  # fmt: skip
    return preview(ctx, row, audience, replaced=replaced)


def _when(ctx: Context, command: NotifyResidents) -> tuple[datetime | None, datetime | None]:
    """As it was given; else as the text says it."""
    if command.starts is not None or command.ends is not None:
        return command.starts, command.ends
    said = time_told(normalise(command.text), ctx.here.local)
    return said.start, said.end


def in_time(ctx: Context, starts: datetime | None, ends: datetime | None) -> tuple[datetime, datetime | None]:
    """Begin and end as instants; without a begin it begins now. Raises Refuse for what is past, or ends before it begins."""
    start, end = instant(ctx, starts) or ctx.now, instant(ctx, ends)
    if end is not None and end <= start:
        if starts is not None and end > ctx.now:
            raise Refuse(EndsBeforeItBegins(start, end))
        raise Refuse(TimeIsPast(end))
    last = end or min(ends_by(start, None, ctx.config.rules), start + timedelta(hours=12))
    if last <= ctx.now:
        raise Refuse(TimeIsPast(last if end is not None else start))
    return start, end


def _where(ctx: Context, command: NotifyResidents) -> tuple[int, ...]:
    """The places that are meant, all of them the sender's business; all that is theirs where none is named. Raises Refuse."""
    said = PlacesTold(command.places, command.unclear)
    if command.where or not (said.places or said.unclear):
        return places_in_words(ctx, command.where, command.text)
    return places_meant(ctx, said)
