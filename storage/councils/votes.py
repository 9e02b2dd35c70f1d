"""Votes: who has voted apart from what was voted, one person one vote."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import insert, select, update

from governance.councils.votes import Choice, Share, Tally, count_box, count_open, with_ballot
from storage.councils.locks import lock_rows
from storage.models import CouncilVote, VoteVoter
from storage.once import insert_once
from storage.unit_of_work import UnitOfWork


@dataclass(frozen=True)
class VoteRow:
    """A vote; the counts are of its end."""

    id: int
    meeting_id: int
    topic_id: int | None
    text: str
    secret: bool
    share: Share
    opened_by: int | None
    opened_at: datetime
    closed_at: datetime | None
    box: str
    there: int | None
    yes: int | None
    no: int | None
    abstain: int | None
    passed: bool | None


def _votes(uow: UnitOfWork, *where: Any) -> list[VoteRow]:
    rows = uow.execute(select(CouncilVote.__table__).where(*where).order_by(CouncilVote.id))
    return [VoteRow(**{**row._mapping, "share": Share(row.share)}) for row in rows]


def open_vote(uow: UnitOfWork, **row: Any) -> int:
    """Writes a vote; its number."""
    row["share"] = Share(row["share"]).value
    return int(uow.execute(insert(CouncilVote).values(**row, box="").returning(CouncilVote.id)).scalar_one())


def vote_by_id(uow: UnitOfWork, vote_id: int) -> VoteRow | None:
    """One vote."""
    return next(iter(_votes(uow, CouncilVote.id == vote_id)), None)


def lock_vote(uow: UnitOfWork, vote_id: int) -> VoteRow:
    """The vote, locked until the transaction ends: ballots are put in one after the other."""
    lock_rows(uow, CouncilVote, [vote_id])
    (found,) = _votes(uow, CouncilVote.id == vote_id)
    return found


def votes_of(uow: UnitOfWork, meeting_ids: Collection[int]) -> list[VoteRow]:
    """The votes of these meetings."""
    return _votes(uow, CouncilVote.meeting_id.in_(meeting_ids))


def cast(uow: UnitOfWork, vote: VoteRow, person_id: int, choice: Choice) -> bool:
    """Puts a ballot in; False where somebody has voted already. The caller holds the vote's lock, and read it under that."""
    kept = None if vote.secret else choice.value
    if not insert_once(uow, VoteVoter, vote_id=vote.id, person_id=person_id, choice=kept):
        return False
    if vote.secret:
        box = with_ballot(vote.box, choice)
        uow.execute(update(CouncilVote).where(CouncilVote.id == vote.id).values(box=box))
    return True


def close_vote(uow: UnitOfWork, vote_id: int, tally: Tally, there: int, passed: bool, now: datetime) -> None:
    """Writes what it came to."""
    counts = {"yes": tally.yes, "no": tally.no, "abstain": tally.abstain, "there": there, "passed": passed}
    uow.execute(update(CouncilVote).where(CouncilVote.id == vote_id).values(closed_at=now, **counts))


def count(uow: UnitOfWork, vote: VoteRow) -> Tally:
    """The ballots counted from what is kept of them, at any time."""
    if vote.secret:
        return count_box(vote.box)
    choices = uow.execute(select(VoteVoter.choice).where(VoteVoter.vote_id == vote.id)).scalars()
    return count_open(Choice(choice) for choice in choices if choice is not None)


def voters(uow: UnitOfWork, vote_id: int) -> set[int]:
    """Who has voted."""
    return set(uow.execute(select(VoteVoter.person_id).where(VoteVoter.vote_id == vote_id)).scalars())
