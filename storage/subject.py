"""A data subject: a person of the roster with their accounts, or the account behind a report."""

from dataclasses import dataclass

from sqlalchemy import Connection, select

from storage.models import Account, Person, Ticket


@dataclass(frozen=True)
class Subject:
    """Whose data it is; `code` None: somebody who is not in the roster."""

    person_id: int | None
    code: str | None
    account_ids: tuple[int, ...]


def find_subject(connection: Connection, who: str) -> Subject | None:
    """By a person's code or by the number of a ticket that they reported."""
    person = connection.execute(
        select(Person.id, Person.code).where(Person.code == who, Person.forgotten_at.is_(None))
    ).first()
    if person is None:
        reporter = connection.execute(
            select(Account.id, Account.person_id)
            .join(Ticket, Ticket.account_id == Account.id)
            .where(Ticket.number == who)
        ).first()
        if reporter is None:
            return None
        if reporter.person_id is None:
            return Subject(None, None, (reporter.id,))
        person = connection.execute(select(Person.id, Person.code).where(Person.id == reporter.person_id)).one()
    accounts = connection.execute(select(Account.id).where(Account.person_id == person.id)).scalars()
    return Subject(person.id, person.code, tuple(accounts))
