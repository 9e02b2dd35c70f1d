"""What journeys of quiet phones share: the time of day, what rang a phone, who is on duty."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from sqlalchemy import insert, select

from governance.rules import Rules
from handlers.context import SubdistrictConfig
from storage.models import Account, Outbox, Person, Place, Shift, SignUp, Station


def at(clock, hour, minute=0, day=24):
    """Turns the clock to a time of the subdistrict."""
    clock.now = datetime(2026, 11, day, hour, minute, tzinfo=UTC) - timedelta(hours=8)


def ruled(chat, **rules):
    chat.tools = replace(chat.tools, config=SubdistrictConfig(rules=Rules(**rules)))


def pushed(chat, speaker):
    """What rang the phone: messages of the account that answer nothing."""
    bubbles = chat.platform.journal.of(speaker.openid)
    return [each for before, each in zip([None, *bubbles], bubbles, strict=False) if _rings(before, each)]


def _rings(before, bubble):
    return bubble.side == "account" and (before is None or before.side != "person")


def owed(chat, kind):
    return chat.rows(select(Outbox.__table__).where(Outbox.kind == kind).order_by(Outbox.id))


def account_of(chat, speaker):
    return chat.rows(select(Account.id).where(Account.openid == speaker.openid))[0].id


def tell_of_event(chat, clock, account, serial):
    with chat.database.write() as connection:
        connection.execute(
            insert(Outbox).values(
                dedupe_key=f"event:{serial}", account_id=account, kind="event", number="SJ20261124-01", state="waiting",
                text=f"事件 SJ20261124-01 → 查看事件 1\n第{serial}件", attempts=0, not_before=clock(), created_at=clock(),
            )
        )  # fmt: skip


def put_on_duty(chat, name, starts_at):
    """A shift of eight hours at a station of the first community, with somebody in it."""
    person = next(row.id for row in chat.rows(select(Person.id, Person.name)) if row.name == name)
    place = chat.rows(select(Place.id).where(Place.code == "Y1"))[0].id
    with chat.database.write() as connection:
        station = connection.execute(
            insert(Station).values(place_id=place, kind="other", needs_code=False).returning(Station.id)
        ).scalar_one()
        shift = connection.execute(
            insert(Shift)
            .values(
                station_id=station, day=date(2026, 11, 24), starts_at=starts_at, ends_at=starts_at + timedelta(hours=8), capacity=1
            )
            .returning(Shift.id)
        ).scalar_one()  # fmt: skip
        connection.execute(
            insert(SignUp).values(
                shift_id=shift, person_id=person, state="signed", via="lead", at=chat.clock(), stage=3
            )
        )
