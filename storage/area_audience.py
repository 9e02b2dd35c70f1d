"""Who lives where a notice is for: counted by the way that would reach them, and taken a step at a time."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, and_, case, delete, exists, false, func, or_, select, true, update
from sqlalchemy.orm import aliased

from governance.area_notices import AreaKind, Reach, Way
from governance.notices import AREA, Group
from storage.models import Account, AreaNotice, AreaNoticeRecipient, Outbox, Person
from storage.unit_of_work import UnitOfWork


@dataclass(frozen=True)
class Counted:
    """So many accounts that live at a place would be reached this way."""

    place_id: int
    way: Way
    count: int


@dataclass(frozen=True)
class Named:
    """Somebody of the roster among them."""

    name: str
    place_id: int
    way: Way


def counted(
    uow: UnitOfWork, places: Collection[int] | None, kind: AreaKind, awake_since: datetime, reach: Reach
) -> list[Counted]:
    """All who live there (None: anywhere), by place and by the way that would reach them now; each person once."""
    way, count = _way(kind, awake_since, reach), func.count().label("people")
    statement = (
        select(Account.place_id, way, count).select_from(Account).outerjoin(Person, Person.id == Account.person_id)
    )
    rows = uow.execute(statement.where(*living_in(places)).group_by(Account.place_id, way).order_by(Account.place_id))
    return [Counted(row.place_id, Way(row.way), int(row.people)) for row in rows]


def named(
    uow: UnitOfWork, places: Collection[int] | None, kind: AreaKind, awake_since: datetime, reach: Reach, most: int
) -> list[Named]:
    """The first of them who are in the roster, by name."""
    way = _way(kind, awake_since, reach)
    statement = select(Person.name, Account.place_id, way).join(Person, Person.id == Account.person_id)
    rows = uow.execute(statement.where(*living_in(places)).order_by(Account.id).limit(most))
    return [Named(row.name, row.place_id, Way(row.way)) for row in rows]


def audience_after(uow: UnitOfWork, places: Collection[int] | None, kind: AreaKind, after: int, most: int) -> list[int]:
    """The next accounts, in the order of their ids, that live there, follow us and did not mute this kind."""
    wanted = (Account.unsubscribed_at.is_(None), ~_muted(kind), Account.id > after)
    statement = select(Account.id).where(*living_in(places), *wanted).order_by(Account.id).limit(most)
    return list(uow.execute(statement).scalars())


def recipients_after(
    uow: UnitOfWork, notice_id: int, number: str, kind: AreaKind, after: int, last: int | None, most: int, *, got: bool
) -> list[int]:
    """The next of those who were told of a notice. `got`: only those to whom a word of it went out."""
    theirs = AreaNoticeRecipient
    where = [theirs.notice_id == notice_id, theirs.account_id > after, Account.unsubscribed_at.is_(None), ~_muted(kind)]
    where += [] if last is None else [theirs.account_id <= last]
    if got:
        out = (Outbox.number == number, Outbox.account_id == theirs.account_id)
        where.append(exists().where(*out, _OF_AREA, Outbox.state.in_(_OUT)))
    statement = select(theirs.account_id).join(Account, Account.id == theirs.account_id).where(*where)
    return list(uow.execute(statement.order_by(theirs.account_id).limit(most)).scalars())


def note_recipients(uow: UnitOfWork, notice_id: int, accounts: Sequence[int]) -> None:
    """The first word was written to them."""
    for account in accounts:
        uow.add(AreaNoticeRecipient, notice_id=notice_id, account_id=account)


def told_count(uow: UnitOfWork, notice_id: int) -> int:
    """To how many the first word of a notice was written so far."""
    statement = select(func.count()).select_from(AreaNoticeRecipient).where(AreaNoticeRecipient.notice_id == notice_id)
    return int(uow.execute(statement).scalar_one())


def forget_recipients(uow: UnitOfWork, before: datetime) -> None:
    """Who got a notice that was over before then is not known any more."""
    past = select(AreaNotice.id).where(AreaNotice.over_at < before)
    uow.execute(delete(AreaNoticeRecipient).where(AreaNoticeRecipient.notice_id.in_(past)))


def take_back_words(uow: UnitOfWork, number: str, why: str) -> None:
    """Drops what of a notice has not gone out to anybody: it says nothing any more."""
    left = (Outbox.number == number, _OF_AREA, Outbox.state.in_(("waiting", "kept")))
    uow.execute(update(Outbox).where(*left).values(state="dropped", last_error=why))


def progress_of(uow: UnitOfWork, numbers: Sequence[str]) -> dict[str, dict[str, int]]:
    """To how many people something of each notice was sent, waits, is kept for the next answer, or was dropped."""
    best = func.max(
        case((Outbox.state.in_(_OUT[:2]), 3), (Outbox.state.in_(("waiting", "sending")), 2), (Outbox.state == "kept", 1), else_=0)
    ).label("best")  # fmt: skip
    each = (
        select(Outbox.number, best)
        .where(Outbox.number.in_(numbers), _OF_AREA)
        .group_by(Outbox.number, Outbox.account_id)
    )
    people, found = each.subquery(), dict[str, dict[str, int]]()
    counted = select(people.c.number, people.c.best, func.count().label("people"))
    for row in uow.execute(counted.group_by(people.c.number, people.c.best)):
        found.setdefault(row.number, {})[_PROGRESS[row.best]] = int(row.people)
    return found


_PROGRESS = ("dropped", "kept", "waiting", "sent")
_OUT = ("sent", "maybe_sent", "sending")
_OF_AREA = Outbox.kind.startswith(AREA, autoescape=True)


def living_in(places: Collection[int] | None) -> list[ColumnElement[bool]]:
    """Accounts with their home there; of somebody's several one counts, that which follows us and came last."""
    other = aliased(Account)
    here: list[ColumnElement[bool]] = [Account.place_id.is_not(None), Account.channel == "wechat"]
    there: list[ColumnElement[bool]] = [other.place_id.is_not(None)]
    if places is not None:
        inside = sorted(places)
        here, there = [*here, Account.place_id.in_(inside)], [*there, other.place_id.in_(inside)]
    rather = and_(
        other.person_id == Account.person_id, other.channel == "wechat", other.unsubscribed_at.is_(None), *there,
        or_(other.id > Account.id, and_(Account.unsubscribed_at.is_not(None), other.id != Account.id)),
    )  # fmt: skip
    return [*here, or_(Account.person_id.is_(None), ~exists().where(rather))]


def _muted(kind: AreaKind) -> ColumnElement[bool]:
    listed: Any = "," + Account.muted + ","
    return or_(listed.contains(f",{Group.AREA.value},"), listed.contains(f",{kind.value},"))


def _way(kind: AreaKind, awake_since: datetime, reach: Reach) -> ColumnElement[str]:
    wecom = Person.wecom_id.is_not(None) if reach.wecom else false()
    return case(
        (Account.unsubscribed_at.is_not(None), Way.UNFOLLOWED.value),
        (_muted(kind), Way.MUTED.value),
        (Account.last_inbound_at >= awake_since, Way.CUSTOM.value),
        (true() if reach.template else false(), Way.NOTICE.value),
        (wecom, Way.WECOM.value),
        else_=Way.KEPT.value,
    ).label("way")  # fmt: skip
