"""Appointments in a service hall: kept in their newest version, told to whoever has it the day before, once."""

from datetime import datetime, timedelta

from governance.connectors.mapping import Platform
from governance.connectors.reading import Fault, Record, Remark
from governance.connectors.services import told_from
from governance.connectors.standing import Standing
from governance.notices import NoticeKind
from handlers.connectors.results import Aside, Done, Result
from handlers.connectors.words import APPOINTED, APPOINTMENT_MOVED, APPOINTMENT_OFF
from handlers.context import Context
from handlers.notices import tell
from handlers.texts.work import moment
from storage.connectors.people import roster_people
from storage.services import (
    Appointed,
    appointment,
    appointment_of,
    appointments_untold,
    change_appointment,
    keep_appointment,
)
from storage.serving import followed_accounts

MOST = 200
AHEAD = timedelta(hours=48)


def take_appointment(ctx: Context, platform: Platform, record: Record) -> Result:
    """Only of who is known by name and number: of an appointment nobody else may hear."""
    before = appointment_of(ctx.uow, platform.name, record.key.their_id)
    if before is not None and record.key.rank <= before.rank:
        return Done("", record.remarks | {Remark.OVERTAKEN})
    meant = [each for each in roster_people(ctx.uow, record.word("name")) if each.phone == record.word("phone")]
    if len(meant) != 1:
        return Aside(Fault.NOBODY)
    values = {
        "rank": record.key.rank, "person_id": meant[0].id, "matter": record.word("matter")[:100],
        "hall": record.word("place")[:80], "starts_at": record.said["starts"],
        "is_off": record.word("state") in (Standing.CLOSED, Standing.WITHDRAWN),
    }  # fmt: skip
    if before is None:
        keep_appointment(ctx.uow, platform=platform.name, their_id=record.key.their_id, **values)
        return Done(meant[0].code, record.remarks)
    change_appointment(ctx.uow, before.id, **values)
    if before.person_id == meant[0].id:
        _put_right(ctx, before, values["starts_at"], is_off=values["is_off"])
    return Done(meant[0].code, record.remarks)


def _put_right(ctx: Context, before: Appointed, starts_at: datetime, *, is_off: bool) -> None:
    """Who was told of it hears that it is off, or another day."""
    if before.told_for is None or before.told_for <= ctx.now or before.is_off:
        return
    about = {"matter": before.matter or "", "was": moment(before.told_for, ctx.config.zone, ctx.now)}
    if is_off:
        text, key = APPOINTMENT_OFF.format(**about), "off"
    elif starts_at != before.told_for:
        text = APPOINTMENT_MOVED.format(**about, now=moment(starts_at, ctx.config.zone, ctx.now))
        key = f"moved:{starts_at:%Y%m%d%H%M}"
        change_appointment(
            ctx.uow, before.id, told_for=None if told_from(starts_at, ctx.config.zone) > ctx.now else starts_at
        )
    else:
        return
    accounts = followed_accounts(ctx.uow, [before.person_id])
    tell(ctx, accounts, f"appointment:{before.id}:{key}", NoticeKind.APPOINTMENT, text, again=True)


def due(ctx: Context) -> list[str]:
    """Those of tomorrow, from nine o'clock on, and those of today that came late."""
    found = appointments_untold(ctx.uow, ctx.now, ctx.now + AHEAD, MOST)
    return [str(number) for number, starts_at in found if told_from(starts_at, ctx.config.zone) <= ctx.now]


def remind(ctx: Context, item: str) -> int:
    """Once for its instant."""
    each = appointment(ctx.uow, int(item))
    if each is None or each.is_off or each.told_for == each.starts_at or each.starts_at <= ctx.now:
        return 0
    accounts = followed_accounts(ctx.uow, [each.person_id])
    if not accounts:
        return 0
    change_appointment(ctx.uow, each.id, told_for=each.starts_at)
    platform = ctx.config.platforms.get(each.platform)
    text = APPOINTED.format(
        when=moment(each.starts_at, ctx.config.zone, ctx.now), hall=each.hall, matter=each.matter or "",
        label=each.platform if platform is None else platform.label,
    )  # fmt: skip
    key = f"appointment:{each.id}:{each.starts_at:%Y%m%d%H%M}"
    tell(ctx, accounts, key, NoticeKind.APPOINTMENT, text, again=True, valid_until=each.starts_at)
    return 1
