"""Which accounts should bear which of the platform's tags, and which do."""

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Select, bindparam, or_, select, update

from governance.roles import Role
from governance.tags import tag_of
from storage.database import Database
from storage.models import Account, CouncilMember, Organisation, OrganisationContact, Post
from storage.unit_of_work import UnitOfWork


def want_tags(connection: Connection | UnitOfWork, now: datetime) -> int:
    """Writes the tag that each bound account's roles call for now, by posts, by units and by councils; answers how many changed."""
    roles: dict[int, set[Role]] = {}
    running = select(Post.person_id, Post.role).where(
        Post.since <= now, or_(Post.until.is_(None), Post.until > now),
        Post.person_id.in_(select(Account.person_id).where(Account.person_id.is_not(None))),
    )  # fmt: skip
    for row in connection.execute(running):
        roles.setdefault(row.person_id, set()).add(Role(row.role))
    for role, people in ((Role.UNIT_CONTACT, _contacts(now)), (Role.COUNCIL_MEMBER, _named_members(now))):
        for person in connection.execute(people).scalars():
            roles.setdefault(person, set()).add(role)
    accounts = connection.execute(
        select(Account.id, Account.person_id, Account.tag_wanted).where(
            or_(Account.person_id.is_not(None), Account.tag_wanted.is_not(None))
        )
    ).all()
    changed = [
        {"account": row.id, "tag": wanted}
        for row in accounts
        if (wanted := tag_of(roles.get(row.person_id, ()))) != row.tag_wanted
    ]
    if changed:
        table = Account.__table__
        connection.execute(
            update(Account).where(table.c.id == bindparam("account")).values(tag_wanted=bindparam("tag"))
            .execution_options(synchronize_session=False), changed,
        )  # fmt: skip
    return len(changed)


def _contacts(now: datetime) -> Select[Any]:
    """Who speaks for a present unit."""
    own = OrganisationContact
    return (
        select(own.person_id)
        .join(Organisation, Organisation.id == own.organisation_id)
        .where(own.since <= now, or_(own.until.is_(None), own.until > now), Organisation.left_at.is_(None))
    )


def _named_members(now: datetime) -> Select[Any]:
    """Whom a council has named."""
    return select(CouncilMember.person_id).where(or_(CouncilMember.until.is_(None), CouncilMember.until > now))


_WRONG = (Account.tag_wanted.is_distinct_from(Account.tag_given), Account.unsubscribed_at.is_(None))


def tag_changes(uow: UnitOfWork) -> list[tuple[str | None, str | None]]:
    """The changes that followers wait for: the tag given, the tag wanted."""
    statement = select(Account.tag_given, Account.tag_wanted).where(*_WRONG).distinct()
    return [(row.tag_given, row.tag_wanted) for row in uow.execute(statement)]


def accounts_to_tag(database: Database, given: str | None, wanted: str | None, most: int = 50) -> list[tuple[int, str]]:
    """Id and openid of followers who wait for this change."""
    these = (Account.tag_given.is_not_distinct_from(given), Account.tag_wanted.is_not_distinct_from(wanted))
    statement = select(Account.id, Account.openid).where(*_WRONG, *these).order_by(Account.id).limit(most)
    with database.read() as connection:
        return [(row.id, row.openid) for row in connection.execute(statement)]


def tag_changed(database: Database, account_ids: list[int], tag: str | None) -> None:
    """The platform has given these accounts the tag (None: taken it away)."""
    with database.write() as connection:
        connection.execute(update(Account).where(Account.id.in_(account_ids)).values(tag_given=tag))
