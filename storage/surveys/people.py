"""Whom a survey asks: counted, asked a step at a time, each person once, and found again when they answer."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, and_, case, exists, func, or_, select, update
from sqlalchemy.orm import aliased

from governance.notices import Group
from governance.roles import Role
from governance.surveys.kinds import Asked
from storage.area_audience import living_in
from storage.models import Account, Enrolment, Person, Post, SurveyPerson
from storage.once import insert_once
from storage.unit_of_work import UnitOfWork

_ROLE = {Asked.LEADERS: Role.BUILDING_LEADER, Asked.MEMBERS: Role.PARTY_MEMBER}


@dataclass(frozen=True)
class Counts:
    """How many are meant; of these, how many are reached, how many want no such messages; the others have no account."""

    people: int
    reached: int
    muted: int


@dataclass(frozen=True)
class AskedRow:
    """Somebody who was asked."""

    id: int
    account_id: int
    person_id: int | None
    answered: bool


def counts(uow: UnitOfWork, asked: Asked, places: Collection[int] | None, now: datetime) -> Counts:
    """Counted now, in the database. `places` None: the whole subdistrict."""
    meant = _accounts(asked, places, now)
    here = (*meant, Account.unsubscribed_at.is_(None))
    reached, muted = _count(uow, *here, ~_muted()), _count(uow, *here, _muted())
    if asked in (Asked.RESIDENTS, Asked.VOTERS):
        return Counts(_count(uow, *meant), reached, muted)
    statement = select(func.count()).select_from(Person).where(Person.id.in_(_people(asked, places, now)))
    return Counts(int(uow.execute(statement).scalar_one()), reached, muted)


def audience_after(
    uow: UnitOfWork, asked: Asked, places: Collection[int] | None, now: datetime, after: int, most: int
) -> list[tuple[int, int | None]]:
    """The next accounts, in the order of their ids, with their people; who muted such messages is left out, but for a vote: who
    may vote may do so, told of it or not.
    """
    wanted = [Account.unsubscribed_at.is_(None), Account.id > after]
    wanted += [] if asked is Asked.VOTERS else [~_muted()]
    statement = select(Account.id, Account.person_id).where(*_accounts(asked, places, now), *wanted)
    return [(row.id, row.person_id) for row in uow.execute(statement.order_by(Account.id).limit(most))]


def note_asked(
    uow: UnitOfWork, survey_id: int, account_id: int, person_id: int | None, household: str | None = None
) -> bool:
    """Writes that somebody is asked; False where they were, also from another account."""
    row = {"survey_id": survey_id, "account_id": account_id, "person_id": person_id, "household": household}
    return insert_once(uow, SurveyPerson, **row)


def asked_ids(uow: UnitOfWork, survey_id: int, accounts: Collection[int]) -> dict[int, int]:
    """Under which ids these accounts were asked."""
    theirs = (SurveyPerson.survey_id == survey_id, SurveyPerson.account_id.in_(accounts))
    rows = uow.execute(select(SurveyPerson.account_id, SurveyPerson.id).where(*theirs))
    return {row.account_id: row.id for row in rows}


def asked_row(uow: UnitOfWork, survey_id: int, account_id: int, person_id: int | None) -> AskedRow | None:
    """As whom somebody was asked: by who they are, else by the account; None where they were not."""
    mine: ColumnElement[bool] = SurveyPerson.account_id == account_id
    if person_id is not None:
        mine = or_(mine, SurveyPerson.person_id == person_id)
    statement = select(SurveyPerson.id, SurveyPerson.account_id, SurveyPerson.person_id, SurveyPerson.answered)
    rows = list(uow.execute(statement.where(SurveyPerson.survey_id == survey_id, mine).order_by(SurveyPerson.id)))
    known = [row for row in rows if person_id is not None and row.person_id == person_id]
    by_account = [row for row in rows if row.person_id is None or row.person_id == person_id]
    return next((AskedRow(*tuple(row)) for row in (*known, *by_account)), None)


def note_answered(uow: UnitOfWork, asked_id: int) -> None:
    """Writes that they answered; not what, and not when."""
    once = (SurveyPerson.id == asked_id, SurveyPerson.answered.is_(False))
    uow.execute(update(SurveyPerson).where(*once).values(answered=True))


def turnout(uow: UnitOfWork, survey_ids: Collection[int]) -> dict[int, tuple[int, int]]:
    """How many answered of each of these, and how many were asked."""
    done = func.sum(case((SurveyPerson.answered.is_(True), 1), else_=0)).label("done")
    statement = select(SurveyPerson.survey_id, done, func.count().label("people"))
    where = SurveyPerson.survey_id.in_(survey_ids)
    rows = uow.execute(statement.where(where).group_by(SurveyPerson.survey_id))
    found = {row.survey_id: (int(row.done or 0), int(row.people)) for row in rows}
    return {each: found.get(each, (0, 0)) for each in survey_ids}


def answerers_after(uow: UnitOfWork, survey_id: int, after: int, most: int) -> list[int]:
    """The next accounts under which somebody was asked who answered."""
    theirs = (SurveyPerson.survey_id == survey_id, SurveyPerson.answered.is_(True), SurveyPerson.account_id > after)
    statement = select(SurveyPerson.account_id).join(Account, Account.id == SurveyPerson.account_id)
    found = statement.where(*theirs, Account.unsubscribed_at.is_(None)).order_by(SurveyPerson.account_id)
    return list(uow.execute(found.limit(most)).scalars())


def surveys_asked_of(uow: UnitOfWork, account_id: int, person_id: int | None) -> dict[int, bool]:
    """The surveys that somebody was asked, and whether they answered."""
    mine: ColumnElement[bool] = SurveyPerson.account_id == account_id
    if person_id is not None:
        mine = or_(mine, SurveyPerson.person_id == person_id)
    rows = uow.execute(select(SurveyPerson.survey_id, SurveyPerson.answered).where(mine).order_by(SurveyPerson.id))
    return {row.survey_id: row.answered for row in rows}


def _count(uow: UnitOfWork, *where: ColumnElement[bool]) -> int:
    return int(uow.execute(select(func.count()).select_from(Account).where(*where)).scalar_one())


def _accounts(asked: Asked, places: Collection[int] | None, now: datetime) -> list[ColumnElement[bool]]:
    """Of somebody's several accounts the last that follows us."""
    if asked is Asked.RESIDENTS:
        return living_in(places)
    if asked is Asked.VOTERS:
        known = select(Person.id).where(Person.left_at.is_(None), Person.forgotten_at.is_(None))
        return [*living_in(places), Account.person_id.in_(known)]
    other = aliased(Account)
    rather = and_(
        other.person_id == Account.person_id, other.channel == "wechat",
        or_(
            and_(other.unsubscribed_at.is_(None), or_(other.id > Account.id, Account.unsubscribed_at.is_not(None))),
            and_(other.id > Account.id, Account.unsubscribed_at.is_not(None)),
        ),
    )  # fmt: skip
    people = _people(asked, places, now)
    return [Account.channel == "wechat", Account.person_id.in_(people), ~exists().where(rather)]


def _people(asked: Asked, places: Collection[int] | None, now: datetime) -> Any:
    held: list[ColumnElement[bool]] = [
        Post.role == _ROLE[asked].value, Post.since <= now, or_(Post.until.is_(None), Post.until > now),
    ]  # fmt: skip
    enrolled: list[ColumnElement[bool]] = [Enrolment.until.is_(None)]
    if places is not None:
        inside = sorted(places)
        held, enrolled = [*held, Post.place_id.in_(inside)], [*enrolled, Enrolment.place_id.in_(inside)]
    posted = Person.id.in_(select(Post.person_id).where(*held))
    signed_in = Person.id.in_(select(Enrolment.person_id).where(*enrolled))
    theirs = or_(posted, signed_in) if asked is Asked.MEMBERS else posted
    return select(Person.id).where(theirs, Person.left_at.is_(None), Person.forgotten_at.is_(None))


def _muted() -> ColumnElement[bool]:
    listed: Any = "," + Account.muted + ","
    found: ColumnElement[bool] = listed.contains(f",{Group.AREA.value},")
    return found
