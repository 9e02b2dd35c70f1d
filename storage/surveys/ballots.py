"""Whose vote a residents' vote takes: a person's or a household's; who lives there no more has none."""

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import func, select

from storage.models import Account, Person, SurveyPerson
from storage.surveys.rows import SurveyRow
from storage.unit_of_work import UnitOfWork


@dataclass(frozen=True)
class Voter:
    """Somebody who may vote. `unit`: as whom their vote is kept, which a household shares; `lives_there`: still."""

    asked_id: int
    unit: int
    answered: bool
    lives_there: bool


def households_of(uow: UnitOfWork, accounts: Collection[int]) -> dict[int, str]:
    """The digests of the households that these accounts have named as theirs."""
    where = (Account.id.in_(accounts), Account.household.is_not(None))
    return {row.id: row.household for row in uow.execute(select(Account.id, Account.household).where(*where))}


def unit_of(uow: UnitOfWork, survey_id: int, asked_id: int) -> int:
    """As whom somebody's vote is kept: themselves, or the first of their household who was asked."""
    mine = select(SurveyPerson.household).where(SurveyPerson.id == asked_id)
    household = uow.execute(mine).scalar_one()
    if household is None:
        return asked_id
    theirs = (SurveyPerson.survey_id == survey_id, SurveyPerson.household == household)
    return int(uow.execute(select(func.min(SurveyPerson.id)).where(*theirs)).scalar_one())


def household_voted(uow: UnitOfWork, survey_id: int, asked_id: int) -> list[int]:
    """The accounts of others of somebody's household who have voted, whose vote another one takes the place of."""
    mine = select(SurveyPerson.household).where(SurveyPerson.id == asked_id).scalar_subquery()
    theirs = (SurveyPerson.survey_id == survey_id, SurveyPerson.household == mine, SurveyPerson.id != asked_id)
    found = select(SurveyPerson.account_id).where(*theirs, SurveyPerson.answered.is_(True))
    return list(uow.execute(found.order_by(SurveyPerson.account_id)).scalars())


def lives_there(uow: UnitOfWork, account_id: int, person_id: int | None, places: Collection[int] | None) -> bool:
    """Whether an account's home is at one of these places (None: anywhere), and its person has not left."""
    row = uow.execute(select(Account.place_id).where(Account.id == account_id)).first()
    left = None if person_id is None else uow.execute(select(Person.left_at).where(Person.id == person_id)).scalar()
    return left is None and row is not None and _inside(row.place_id, places)


def voters_of(uow: UnitOfWork, survey: SurveyRow, places: Collection[int] | None) -> list[Voter]:
    """All who were asked; those of a household under the first of them."""
    columns = (SurveyPerson.id, SurveyPerson.household, SurveyPerson.answered, Account.place_id, Person.left_at)
    statement = (
        select(*columns)
        .join(Account, Account.id == SurveyPerson.account_id)
        .outerjoin(Person, Person.id == SurveyPerson.person_id)
        .where(SurveyPerson.survey_id == survey.id)
        .order_by(SurveyPerson.id)
    )
    first: dict[str, int] = {}
    found = []
    for row in uow.execute(statement):
        unit = row.id if row.household is None else first.setdefault(row.household, row.id)
        found.append(Voter(row.id, unit, row.answered, row.left_at is None and _inside(row.place_id, places)))
    return found


def not_voted_after(uow: UnitOfWork, survey: SurveyRow, after: int, most: int) -> list[int]:
    """The next accounts that were asked and, with their household, have not voted."""
    done = select(SurveyPerson.household).where(SurveyPerson.survey_id == survey.id, SurveyPerson.answered.is_(True))
    theirs = (SurveyPerson.survey_id == survey.id, SurveyPerson.answered.is_(False), SurveyPerson.account_id > after)
    waits = SurveyPerson.household.is_(None) | SurveyPerson.household.not_in(
        done.where(SurveyPerson.household.is_not(None))
    )
    statement = select(SurveyPerson.account_id).join(Account, Account.id == SurveyPerson.account_id)
    found = statement.where(*theirs, waits, Account.unsubscribed_at.is_(None)).order_by(SurveyPerson.account_id)
    return list(uow.execute(found.limit(most)).scalars())


def _inside(place_id: int | None, places: Collection[int] | None) -> bool:
    return place_id is not None and (places is None or place_id in places)
