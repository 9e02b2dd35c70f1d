"""Everybody of the example who is at work, with a phone in hand."""

from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy import insert, select

from governance.roles import Role
from handlers.roster import import_roster
from linli import sample
from linli.sample_phones import TEMPLATE_ID
from simulator.platform import Platform
from storage.database import Database
from storage.models import Account, Person, Post
from storage.workbook.reader import read_workbook

AT_WORK = tuple(set(Role) - {Role.RESIDENT, Role.PARTY_MEMBER})


def put_to_work(database: Database, platform: Platform, now: datetime, zone: ZoneInfo) -> dict[str, list[str]]:
    """Imports the example; everybody at work has bound a phone and written today. Answers their openids by role."""
    import_roster(database, read_workbook(sample.EXAMPLE), zone, now, removals_agreed=False)
    wanted = (
        select(Person.id, Person.code, Post.role)
        .join(Post, Post.person_id == Person.id)
        .where(Post.role.in_(AT_WORK))
        .order_by(Person.id)
    )
    with database.write() as connection:
        rows = connection.execute(wanted).all()
        people = {row.id: openid_of(row.code) for row in rows}
        accounts = [
            {"channel": "wechat", "openid": openid, "person_id": person, "subscribed_at": now, "last_inbound_at": now}
            for person, openid in people.items()
        ]
        connection.execute(insert(Account), accounts)
    staff: dict[str, list[str]] = {}
    for openid in people.values():
        comes(platform, openid)
        platform.windows.note(openid, "message", now)
    for row in rows:
        staff.setdefault(row.role, []).append(people[row.id])
    return staff


def openid_of(code: str) -> str:
    """The phone of somebody of the roster."""
    return f"o-{code}"


def comes(platform: Platform, openid: str) -> None:
    """Puts a phone on the table."""
    platform.add_person(openid, openid)
    platform.permissions[openid, TEMPLATE_ID] = -1
