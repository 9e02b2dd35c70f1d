"""Resolutions as anybody may read them: what was resolved, until when, what became of it, and nobody's name."""

from dataclasses import dataclass
from datetime import datetime

from governance.councils.votes import fell_through
from governance.councils.watching import ResolutionState
from handlers.context import Context, SubdistrictConfig
from handlers.councils.finding import ref
from handlers.councils.open_words import open_words
from handlers.councils.outcomes import CouncilRef
from storage.councils.resolutions import ResolutionRow, resolutions_of, words_of
from storage.councils.seats import all_councils
from storage.councils.votes import votes_of
from storage.database import Database
from storage.place_book import PlaceBook
from storage.unit_of_work import UnitOfWork

MOST = 200


@dataclass(frozen=True)
class OpenResolution:
    """A resolution for everybody. `news`: how it ended, where it did."""

    number: int
    council: CouncilRef
    text: str
    due: datetime
    state: ResolutionState
    late: bool
    news: str


def resolutions_publicly(
    database: Database, config: SubdistrictConfig, now: datetime, book: PlaceBook
) -> tuple[Context, list[OpenResolution]]:
    """All resolutions: those that are open, late ones first, then those that ended, the newest first."""
    with database.read() as connection:
        ctx = Context(UnitOfWork(connection), config, now, book)
        return ctx, _open(ctx)


def _open(ctx: Context) -> list[OpenResolution]:
    councils = {each.id: ref(ctx, each) for each in all_councils(ctx.uow)}
    rows = _resolved(ctx, resolutions_of(ctx.uow, list(councils)))
    still = [row for row in rows if row.state is ResolutionState.OPEN]
    ended = [row for row in rows if row.state is not ResolutionState.OPEN]
    shown = (still + sorted(ended, key=lambda row: -row.id))[:MOST]
    ends = {word.resolution_id: word.text for word in words_of(ctx.uow, [row.id for row in shown]) if _ends(word.kind)}
    return [_one(ctx, row, councils[row.council_id], ends.get(row.id, "")) for row in shown]


def _resolved(ctx: Context, rows: list[ResolutionRow]) -> list[ResolutionRow]:
    """Without those whose vote did not pass: nothing was resolved."""
    votes: dict[int, list[tuple[int | None, bool | None]]] = {}
    for each in votes_of(ctx.uow, {row.meeting_id for row in rows if row.topic_id is not None}):
        votes.setdefault(each.meeting_id, []).append((each.topic_id, each.passed))
    return [row for row in rows if not fell_through(row.topic_id, votes.get(row.meeting_id, []))]


def _one(ctx: Context, row: ResolutionRow, council: CouncilRef, news: str) -> OpenResolution:
    said = open_words(ctx, news) if row.state is not ResolutionState.OPEN else ""
    late = row.is_late(ctx.now)
    return OpenResolution(row.id, council, open_words(ctx, row.text), row.due_at, row.state, late, said)


def _ends(kind: str) -> bool:
    return kind in (ResolutionState.DONE.value, ResolutionState.EXPLAINED.value)
