"""Topics and who supports them."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import func, insert, select, update

from governance.councils.topics import OPEN, TopicState
from governance.tickets.states import TicketState
from storage.councils.locks import lock_rows
from storage.models import CouncilTopic, MeetingTopic, Ticket, TopicSupport
from storage.once import insert_once
from storage.unit_of_work import UnitOfWork


@dataclass(frozen=True)
class TopicRow:
    """A topic; `supporters`: how many, who proposed it aside."""

    id: int
    council_id: int
    title: str
    account_id: int | None
    ticket_number: str | None
    state: TopicState
    why: str | None
    at: datetime
    enough_at: datetime | None
    supporters: int


_SUPPORTERS = (
    select(func.count()).where(TopicSupport.topic_id == CouncilTopic.id).correlate(CouncilTopic).scalar_subquery()
)
_TOPICS = select(
    CouncilTopic.id, CouncilTopic.council_id, CouncilTopic.title, CouncilTopic.account_id, CouncilTopic.ticket_number,
    CouncilTopic.state, CouncilTopic.why, CouncilTopic.at, CouncilTopic.enough_at, _SUPPORTERS.label("supporters"),
)  # fmt: skip


def _topics(uow: UnitOfWork, *where: Any) -> list[TopicRow]:
    rows = uow.execute(_TOPICS.where(*where).order_by(CouncilTopic.id))
    return [TopicRow(**{**row._mapping, "state": TopicState(row.state)}) for row in rows]


def propose(uow: UnitOfWork, council_id: int, title: str, account_id: int | None, now: datetime) -> int:
    """Writes a topic; its number."""
    row = {"council_id": council_id, "title": title, "account_id": account_id, "at": now}
    written = insert(CouncilTopic).values(**row, state=TopicState.PROPOSED.value).returning(CouncilTopic.id)
    return int(uow.execute(written).scalar_one())


def proposed_since(uow: UnitOfWork, account_id: int, since: datetime) -> int:
    """How many topics an account has proposed since then."""
    theirs = (CouncilTopic.account_id == account_id, CouncilTopic.at >= since)
    return int(uow.execute(select(func.count()).select_from(CouncilTopic).where(*theirs)).scalar_one())


def topic_of_ticket(uow: UnitOfWork, council_id: int, number: str, title: str, now: datetime) -> int:
    """The topic that a ticket is; written where it was none yet."""
    insert_once(
        uow, CouncilTopic, council_id=council_id, title=title, ticket_number=number, state=TopicState.PROPOSED.value, at=now,
    )  # fmt: skip
    (found,) = _topics(uow, CouncilTopic.ticket_number == number)
    return found.id


def topic_by_id(uow: UnitOfWork, topic_id: int) -> TopicRow | None:
    """One topic."""
    return next(iter(_topics(uow, CouncilTopic.id == topic_id)), None)


def topics_by_id(uow: UnitOfWork, topic_ids: Collection[int]) -> dict[int, TopicRow]:
    """These topics by number."""
    return {each.id: each for each in _topics(uow, CouncilTopic.id.in_(topic_ids))}


def lock_topic(uow: UnitOfWork, topic_id: int) -> TopicRow:
    """The topic, locked until the transaction ends."""
    lock_rows(uow, CouncilTopic, [topic_id])
    (found,) = _topics(uow, CouncilTopic.id == topic_id)
    return found


def open_topics(uow: UnitOfWork, council_ids: Collection[int]) -> list[TopicRow]:
    """What these councils may still resolve."""
    still = CouncilTopic.state.in_(sorted(state.value for state in OPEN))
    return _topics(uow, CouncilTopic.council_id.in_(council_ids), still)


def topics_of_account(uow: UnitOfWork, account_id: int, most: int) -> list[TopicRow]:
    """What an account has proposed, the newest first."""
    return _topics(uow, CouncilTopic.account_id == account_id)[::-1][:most]


def change_topic(uow: UnitOfWork, topic_id: int, **values: Any) -> None:
    """Writes columns of one topic."""
    if "state" in values:
        values["state"] = TopicState(values["state"]).value
    uow.execute(update(CouncilTopic).where(CouncilTopic.id == topic_id).values(**values))


def support(uow: UnitOfWork, topic_id: int, account_id: int, person_id: int | None, now: datetime) -> bool:
    """Counts an account's support; False where it, or the same person from another account, supports it already."""
    return insert_once(uow, TopicSupport, topic_id=topic_id, account_id=account_id, person_id=person_id, at=now)


def supporters_of(uow: UnitOfWork, topic_id: int) -> list[int]:
    """The accounts that support it, in the order in which they did."""
    found = select(TopicSupport.account_id).where(TopicSupport.topic_id == topic_id).order_by(TopicSupport.id)
    return list(uow.execute(found).scalars())


def put_on_agenda(uow: UnitOfWork, meeting_id: int, topic_id: int) -> bool:
    """Puts a topic on a meeting's agenda; False where it stands there."""
    return insert_once(uow, MeetingTopic, meeting_id=meeting_id, topic_id=topic_id)


def agenda_of(uow: UnitOfWork, meeting_id: int) -> list[TopicRow]:
    """A meeting's topics in their order."""
    ids: Sequence[int] = (
        uow.execute(
            select(MeetingTopic.topic_id).where(MeetingTopic.meeting_id == meeting_id).order_by(MeetingTopic.id)
        )
        .scalars()
        .all()
    )
    found = topics_by_id(uow, ids)
    return [found[each] for each in ids]


def meetings_on_topic(uow: UnitOfWork, topic_id: int) -> list[int]:
    """The meetings on whose agenda it stands, the newest first."""
    found = select(MeetingTopic.meeting_id).where(MeetingTopic.topic_id == topic_id)
    return list(uow.execute(found.order_by(MeetingTopic.id.desc())).scalars())


@dataclass(frozen=True)
class WaitingTicket:
    """A ticket that was taken to the council, and is no topic yet."""

    number: str
    summary: str
    place_id: int | None


def waiting_tickets(uow: UnitOfWork, most: int) -> list[WaitingTicket]:
    """The tickets that wait for a council to speak of them, the oldest first."""
    topics = select(CouncilTopic.ticket_number).where(CouncilTopic.ticket_number.is_not(None))
    statement = select(Ticket.number, Ticket.summary, Ticket.place_id).where(
        Ticket.state == TicketState.ESCALATED.value, Ticket.ended_at.is_(None), Ticket.number.not_in(topics)
    )
    return [WaitingTicket(*tuple(row)) for row in uow.execute(statement.order_by(Ticket.number).limit(most))]
