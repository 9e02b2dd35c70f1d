"""The year's cases and their vote: proposed, opened, voted, weighed, counted from the journal."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import func, select, update

from governance.cases import Ranked
from storage import keyring
from storage.models import Attachment, CaseBallot, CaseScore, CaseVote, YearCase
from storage.once import insert_once
from storage.unit_of_work import UnitOfWork


@dataclass(frozen=True)
class CaseRow:
    """A case; the last four are None until the vote is counted."""

    id: int
    year: int
    number: int
    community_id: int
    ticket: str
    title: str
    story: str
    picture_id: int | None
    votes: int | None
    jury: float | None
    score: float | None
    place: int | None


@dataclass(frozen=True)
class BallotRow:
    """A year's vote."""

    year: int
    opens_at: datetime
    closes_at: datetime
    closed_at: datetime | None
    voters: int | None


_CASES = (
    "id", "year", "number", "community_id", "ticket", "title", "story", "picture_id", "votes", "jury", "score", "place",
)  # fmt: skip
_BALLOT = ("year", "opens_at", "closes_at", "closed_at", "voters")


def propose_case(uow: UnitOfWork, day: Any, **values: Any) -> int | None:
    """Writes a case under the year's next number; None where the ticket is one already. The day stays locked until the end."""
    uow.lock_day(day)
    mine = YearCase.year == values["year"]
    last = uow.execute(select(func.max(YearCase.number)).where(mine)).scalar()
    number = 1 if last is None else int(last) + 1
    return number if insert_once(uow, YearCase, number=number, **values) else None


def cases_of(uow: UnitOfWork, year: int) -> list[CaseRow]:
    """A year's cases, the best first once they are ranked, before by number."""
    columns = [getattr(YearCase, name) for name in _CASES]
    rows = uow.execute(select(*columns).where(YearCase.year == year))
    found = [CaseRow(*tuple(row)) for row in rows]
    return sorted(found, key=lambda each: (each.place or 0, -(each.votes or 0), each.number))


def open_ballot(uow: UnitOfWork, year: int, opens_at: datetime, closes_at: datetime, by: int | None) -> bool:
    """Opens a year's vote; False where it was opened before."""
    return insert_once(uow, CaseBallot, year=year, opens_at=opens_at, closes_at=closes_at, opened_by=by)


def ballot_of(uow: UnitOfWork, year: int, *, lock: bool = False, share: bool = False) -> BallotRow | None:
    """A year's vote. `share`: held by all who vote, side by side; `lock`: by who counts, when none of them votes any more."""
    statement = select(*(getattr(CaseBallot, name) for name in _BALLOT)).where(CaseBallot.year == year)
    if lock or share:
        statement = statement.with_for_update(read=share)
    row = uow.execute(statement).first()
    return None if row is None else BallotRow(*tuple(row))


def ballots(uow: UnitOfWork) -> list[BallotRow]:
    """All votes, the newest first."""
    statement = select(*(getattr(CaseBallot, name) for name in _BALLOT)).order_by(CaseBallot.year.desc())
    return [BallotRow(*tuple(row)) for row in uow.execute(statement)]


def ballots_over(uow: UnitOfWork, now: datetime) -> list[int]:
    """The years whose vote is over and not counted."""
    over = (CaseBallot.closes_at <= now, CaseBallot.closed_at.is_(None))
    return list(uow.execute(select(CaseBallot.year).where(*over).order_by(CaseBallot.year)).scalars())


def voted_for(uow: UnitOfWork, year: int, person_id: int, numbers: Collection[int]) -> set[int]:
    """Those of these cases that the person has approved of already."""
    marks = {mark: number for number in numbers for mark in _marks(year, person_id, number)}
    found = uow.execute(select(CaseVote.mark).where(CaseVote.mark.in_(list(marks)))).scalars()
    return {marks[mark] for mark in found}


def votes_cast(uow: UnitOfWork, year: int, person_id: int) -> int:
    """How many cases the person has approved of."""
    theirs = (CaseVote.year == year, CaseVote.voter.in_(keyring.digests("voter", str(year), str(person_id))))
    return int(uow.execute(select(func.count()).select_from(CaseVote).where(*theirs)).scalar_one())


def cast_vote(uow: UnitOfWork, year: int, person_id: int, number: int, now: datetime) -> bool:
    """Writes one into the journal; False where it is there. Who voted for what can't be read from it without the key."""
    return insert_once(
        uow, CaseVote, year=year, voter=keyring.digest("voter", str(year), str(person_id)),
        mark=_marks(year, person_id, number)[0], choice=str(number), at=now,
    )  # fmt: skip


def journal_of(uow: UnitOfWork, year: int) -> tuple[list[int], int]:
    """The choices of all votes, and how many people cast them; for counting at the end."""
    rows = uow.execute(select(CaseVote.choice, CaseVote.voter).where(CaseVote.year == year)).all()
    return [int(row.choice) for row in rows], len({row.voter for row in rows})


def score_case(uow: UnitOfWork, case_id: int, person_id: int, points: int, now: datetime) -> bool:
    """Writes a juror's points; False where they replace earlier ones."""
    new = insert_once(uow, CaseScore, case_id=case_id, person_id=person_id, points=points, at=now)
    if not new:
        mine = (CaseScore.case_id == case_id, CaseScore.person_id == person_id)
        uow.execute(update(CaseScore).where(*mine).values(points=points, at=now))
    return new


def scores_of(uow: UnitOfWork, year: int) -> dict[int, tuple[int, ...]]:
    """The jury's points by case number."""
    statement = select(YearCase.number, CaseScore.points).join(CaseScore, CaseScore.case_id == YearCase.id)
    found: dict[int, tuple[int, ...]] = {}
    for row in uow.execute(statement.where(YearCase.year == year).order_by(CaseScore.id)):
        found[row.number] = (*found.get(row.number, ()), row.points)
    return found


def close_ballot(uow: UnitOfWork, year: int, ranked: Sequence[Ranked], voters: int, now: datetime) -> None:
    """Writes what came of it."""
    uow.execute(update(CaseBallot).where(CaseBallot.year == year).values(closed_at=now, voters=voters))
    for each in ranked:
        mine = (YearCase.year == year, YearCase.number == each.number)
        values = {"votes": each.votes, "jury": each.jury, "score": each.score, "place": each.place}
        uow.execute(update(YearCase).where(*mine).values(**values))


def ballots_to_tell(uow: UnitOfWork, now: datetime) -> list[tuple[int, bool]]:
    """The votes of which not all have been told that they began, or (True) what they came to."""
    columns = (CaseBallot.year, CaseBallot.closes_at, CaseBallot.closed_at, CaseBallot.opened_told_at)
    rows = uow.execute(select(*columns).where(CaseBallot.ended_told_at.is_(None)).order_by(CaseBallot.year))
    return [
        (row.year, row.closed_at is not None)
        for row in rows
        if row.closed_at is not None or (row.opened_told_at is None and row.closes_at > now)
    ]


def told_so_far(uow: UnitOfWork, year: int, *, ended: bool) -> tuple[int, bool]:
    """The last account that was told, and whether all were."""
    columns = (CaseBallot.opened_cursor, CaseBallot.opened_told_at, CaseBallot.ended_cursor, CaseBallot.ended_told_at)
    row = uow.execute(select(*columns).where(CaseBallot.year == year)).one()
    cursor, done_at = (row.ended_cursor, row.ended_told_at) if ended else (row.opened_cursor, row.opened_told_at)
    return int(cursor), done_at is not None


def note_told(uow: UnitOfWork, year: int, cursor: int, done_at: datetime | None, *, ended: bool) -> None:
    """Writes how far the news of a vote has gone; the caller holds its lock."""
    name = "ended" if ended else "opened"
    values = {f"{name}_cursor": cursor, f"{name}_told_at": done_at}
    uow.execute(update(CaseBallot).where(CaseBallot.year == year).values(**values))


def picture_of_work(uow: UnitOfWork, ticket: str) -> int | None:
    """The newest stored picture by which the work on a ticket was shown."""
    shows = (
        Attachment.number == ticket, Attachment.kind == "image", Attachment.state == "stored",
        Attachment.purpose != "report",
    )  # fmt: skip
    statement = select(Attachment.id).where(*shows).order_by(Attachment.id.desc()).limit(1)
    found: int | None = uow.execute(statement).scalar()
    return found


def pictures(uow: UnitOfWork, ids: Collection[int]) -> dict[int, tuple[str, str]]:
    """Digest and media type of stored pictures."""
    columns = (Attachment.id, Attachment.sha256, Attachment.media_type)
    rows = uow.execute(select(*columns).where(Attachment.id.in_(ids), Attachment.state == "stored"))
    return {row.id: (row.sha256, row.media_type or "image/jpeg") for row in rows if row.sha256}


def _marks(year: int, person_id: int, number: int) -> list[str]:
    """What the vote of a person for a case is known by, under each key."""
    return keyring.digests("vote", str(year), str(person_id), str(number))
