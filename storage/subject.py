"""A data subject: a person of the roster with their accounts, or the account behind a report."""

from dataclasses import dataclass

from sqlalchemy import Connection, select

from storage.models import Account, Person, Ticket
from storage.unit_of_work import UnitOfWork


@dataclass(frozen=True)
class Subject:
    """Whose data it is; `code` None: somebody who is not in the roster."""

    person_id: int | None
    code: str | None
    account_ids: tuple[int, ...]


def find_subject(connection: Connection | UnitOfWork, who: str) -> Subject | None:
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
    return _subject(connection, person.id, person.code)


def subject_of_account(connection: Connection | UnitOfWork, account_id: int) -> Subject:
    """Whoever writes from an account: the person that it is bound to, or only the account."""
    statement = (
        select(Person.id, Person.code)
        .join(Account, Account.person_id == Person.id)
        .where(Account.id == account_id, Person.forgotten_at.is_(None))
    )
    person = connection.execute(statement).first()
    return Subject(None, None, (account_id,)) if person is None else _subject(connection, person.id, person.code)


def subject_of_person(connection: Connection | UnitOfWork, person_id: int) -> Subject | None:
    """A person with their accounts; None for nobody, or for one who was forgotten."""
    code = connection.execute(select(Person.code).where(Person.id == person_id, Person.forgotten_at.is_(None))).scalar()
    return None if code is None else _subject(connection, person_id, code)


def _subject(connection: Connection | UnitOfWork, person_id: int, code: str) -> Subject:
    accounts = connection.execute(
        select(Account.id).where(Account.person_id == person_id).order_by(Account.id)
    ).scalars()
    return Subject(person_id, code, tuple(accounts))
