"""A warning of the weather comes in: check lists for the grids, those who answer are told, helpers called up, a notice drafted."""

from datetime import datetime, timedelta

from governance.area_notices import REACHED, AreaKind
from governance.connectors.mapping import Platform
from governance.connectors.reading import Record, Remark
from governance.connectors.standing import Standing
from governance.connectors.warnings import Level, WarningKind, response_to, stronger
from governance.notices import NoticeKind, quiet_until
from governance.roles import Role
from governance.tickets.deadlines import Deadline, DeadlineKind
from handlers.area_notices.audience import audience_of, places_inside
from handlers.connectors import words
from handlers.connectors.results import Done, Result
from handlers.context import Context
from handlers.duty.opening import add_time, invite
from handlers.duty.texts import notices as duty_words
from handlers.duty.texts.words import what
from handlers.notices import tell
from handlers.tickets.moving import start
from storage.area_notices import add_notice
from storage.connectors.links import WARNING, add_link, change_link, link_of
from storage.duty.campaigns import open_campaign
from storage.grids import grids_to_check
from storage.people import holders_of
from storage.serving import followed_accounts
from storage.tickets import open_ticket

CHANNEL = "prevention"
LASTS, CALL_FOR, HELPERS = timedelta(hours=24), timedelta(hours=4), 10
"""How long a warning counts that names no end; how long helpers are wanted, and how many."""
TOLD = frozenset({Role.GRID_WORKER, Role.GRID_HEAD, Role.COMMUNITY_SECRETARY, Role.DISPATCHER, Role.SUBDISTRICT_LEAD})
IN_CHARGE = (Role.DISPATCHER, Role.SUBDISTRICT_LEAD, Role.ADMINISTRATOR)
CATEGORY = {
    WarningKind.RAIN: "sewage", WarningKind.WIND: "green", WarningKind.HEAT: "power", WarningKind.COLD: "water",
}  # fmt: skip


def take_warning(ctx: Context, platform: Platform, record: Record) -> Result:
    """Once a warning; one that grows stronger sets going what its colour did not before."""
    link = link_of(ctx.uow, platform.name, WARNING, record.key.their_id)
    if link is None:
        return _first(ctx, platform, record)
    if record.key.rank <= link.rank:
        return Done(link.ours, record.remarks | {Remark.OVERTAKEN})
    change_link(ctx.uow, link.id, rank=record.key.rank)
    if record.word("state") in (Standing.CLOSED, Standing.WITHDRAWN):
        change_link(ctx.uow, link.id, agreed=Standing.CLOSED.value, ended=True)
        _tell(ctx, link.ours, words.WARNING_OVER.format(title=_title(record)), "over")
        return Done(link.ours, record.remarks)
    level = Level(record.word("level"))
    if link.agreed != Standing.CLOSED and stronger(level, Level(link.agreed)):
        _respond(ctx, link.ours, record, Level(link.agreed))
        change_link(ctx.uow, link.id, agreed=level.value)
    return Done(link.ours, record.remarks)


def _first(ctx: Context, platform: Platform, record: Record) -> Result:
    level = Level(record.word("level"))
    ours = f"YJ-{platform.name[:8]}-{record.key.their_id}"[:40]
    row = {"platform": platform.name, "kind": WARNING, "ours": ours, "theirs": record.key.their_id}
    add_link(ctx.uow, **row, rank=record.key.rank, agreed=level.value, at=ctx.now)
    over = record.said.get("ends")
    if (over is None or over > ctx.now) and record.word("state") not in (Standing.CLOSED, Standing.WITHDRAWN):
        _respond(ctx, ours, record, None)
    return Done(ours, record.remarks, begun=True)


def _respond(ctx: Context, ours: str, record: Record, before: Level | None) -> None:
    """What the colour calls for, save what the weaker one has set going already."""
    wanted = response_to(Level(record.word("level")))
    had = None if before is None else response_to(before)
    _tell(ctx, ours, words.WARNING.format(title=_title(record), text=record.word("text")), record.word("level"))
    if had is None:
        _check_lists(ctx, ours, record)
    if wanted.tell and not (had and had.tell):
        _draft_notice(ctx, record)
    if wanted.call_up and not (had and had.call_up):
        _call_up(ctx, record)


def _title(record: Record) -> str:
    kind, level = WarningKind(record.word("warning")), Level(record.word("level"))
    return words.WARNING_TITLE.format(kind=words.WARNING_KIND[kind], level=words.WARNING_LEVEL[level])


def _tell(ctx: Context, ours: str, text: str, step: str) -> None:
    """By day it waits for no bundle; at night only the two strongest wake anybody."""
    accounts = followed_accounts(ctx.uow, holders_of(ctx.uow, TOLD, ctx.now))
    by_day = quiet_until(ctx.now, ctx.config.zone, ctx.config.rules) is None
    by_night = by_day or step in (Level.ORANGE, Level.RED)
    tell(ctx, accounts, f"weather:{ours}:{step}", NoticeKind.WARNING, text[:600], again=True, by_night=by_night)


def _until(ctx: Context, record: Record) -> datetime:
    ends: datetime | None = record.said.get("ends")
    return ends if ends is not None and ends > ctx.now else ctx.now + LASTS


def _check_lists(ctx: Context, ours: str, record: Record) -> None:
    """One ticket a comprehensive grid, like the season's lists; to be done before the warning ends."""
    kind = WarningKind(record.word("warning"))
    for grid in grids_to_check(ctx.uow):
        number = ctx.next_number()
        text = words.WARNING_CHECK.format(title=_title(record), grid=grid.name, items=words.WARNING_ITEMS[kind])
        open_ticket(
            ctx.uow, number=number, account_id=None, channel=CHANNEL, text=text,
            summary=words.WARNING_SUMMARY.format(title=_title(record), grid=grid.name)[:80],
            place_text=ctx.places.full_name(grid.place_id)[:80], place_id=grid.place_id, now=ctx.now, names=ctx.names,
            category=CATEGORY[kind], urgency="urgent", origin=ours,
        )  # fmt: skip
        start(ctx, number, Deadline(DeadlineKind.HANDLE, ctx.now, _until(ctx, record)))


def _in_charge(ctx: Context) -> int | None:
    """Who dispatches for the subdistrict, or leads it: in whose name something is prepared."""
    for role in IN_CHARGE:
        people = sorted(holders_of(ctx.uow, {role}, ctx.now))
        if people:
            return people[0]
    return None


def _draft_notice(ctx: Context, record: Record) -> None:
    """Residents are told once somebody agrees: the draft waits, and who dispatches hears of it."""
    person, roots = _in_charge(ctx), list(ctx.places.roots())
    if person is None or not roots:
        return
    audience = audience_of(ctx, places_inside(ctx, roots), AreaKind.OTHER).of(*REACHED)
    text = words.WARNING_NOTICE.format(title=_title(record), text=record.word("text"))[:300]
    row = add_notice(
        ctx.uow, ctx.today, kind=AreaKind.OTHER.value, text=text, places=roots, starts_at=ctx.now,
        ends_at=_until(ctx, record), by_id=person, audience=audience, created_at=ctx.now,
    )  # fmt: skip
    said = words.WARNING_DRAFT.format(number=row.number, title=_title(record), people=audience)
    tap = words.MAY_SEND.format(number=row.number)
    accounts = followed_accounts(ctx.uow, [person])
    tell(ctx, accounts, f"weather-draft:{row.number}", NoticeKind.WARNING, said, taps=(tap,))


def _call_up(ctx: Context, record: Record) -> None:
    """Helpers of the whole subdistrict, first come first served."""
    person, roots = _in_charge(ctx), list(ctx.places.roots())
    if person is None or not roots:
        return
    title = words.WARNING_CALL.format(title=_title(record))[:40]
    campaign = open_campaign(
        ctx.uow, title=title, place_id=roots[0], goal=HELPERS, call_up=True, opened_by=person, now=ctx.now
    )
    row = add_time(ctx, campaign, ctx.now, min(_until(ctx, record), ctx.now + CALL_FOR), HELPERS)
    text = duty_words.CALL_UP_NOTICE.format(n=row.id, what=what(ctx, row), goal=HELPERS)
    invite(ctx, row, text, NoticeKind.CALL_UP, set())
