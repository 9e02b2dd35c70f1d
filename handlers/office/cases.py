"""The year's cases at the back office, and the year that anybody may read once it is counted."""

from dataclasses import dataclass
from datetime import datetime

from governance.cases import takes_votes
from governance.clock import local_day
from handlers.cases.finding import communities_without
from handlers.cases.outcomes import CaseLine
from handlers.context import Context
from handlers.texts import statistics as words
from storage.cases import CaseRow, ballot_of, cases_of, pictures
from storage.work_tickets import WorkTicket, work_tickets


@dataclass(frozen=True)
class CasesPage:
    """A year's cases; counts only once they are published. `without`: communities that have none, before the vote is opened."""

    year: int
    cases: list[tuple[CaseRow, CaseLine]]
    closes_at: datetime | None
    running: bool
    counted: bool
    voters: int | None
    without: tuple[str, ...]


@dataclass(frozen=True)
class PublishedCase:
    """A case as anybody may read it. `picture`: digest and media type of what shows the work."""

    line: CaseLine
    story: str
    category: str
    days: int
    picture: tuple[str, str] | None


@dataclass(frozen=True)
class CasesOfYear:
    """A year that is counted."""

    year: int
    subdistrict: str
    voters: int
    cases: list[PublishedCase]


def cases_for(ctx: Context, year: int) -> CasesPage:
    """All cases of a year."""
    ballot = ballot_of(ctx.uow, year)
    counted = ballot is not None and ballot.closed_at is not None
    running = ballot is not None and not counted and takes_votes(ballot.opens_at, ballot.closes_at, ctx.now)
    rows = [(each, _line(ctx, each, counted)) for each in cases_of(ctx.uow, year)]
    without = () if ballot is not None else communities_without(ctx, [row.community_id for row, _ in rows])
    return CasesPage(
        year, rows, None if ballot is None else ballot.closes_at, running, counted,
        ballot.voters if ballot is not None and counted else None, without,
    )  # fmt: skip


def published(ctx: Context, year: int) -> CasesOfYear | None:
    """The year's booklet of cases; None until the vote is counted."""
    ballot = ballot_of(ctx.uow, year)
    if ballot is None or ballot.closed_at is None:
        return None
    rows = cases_of(ctx.uow, year)
    tickets = {each.number: each for each in work_tickets(ctx.uow, [row.ticket for row in rows])}
    shown = pictures(ctx.uow, [row.picture_id for row in rows if row.picture_id is not None])
    cases = []
    for row in rows:
        ticket = tickets[row.ticket]
        category = ctx.config.category(ticket.category)
        called = words.NO_CATEGORY if category is None else category.full_name
        picture = shown.get(row.picture_id or 0)
        cases.append(PublishedCase(_line(ctx, row, True), row.story, called, _days(ctx, ticket), picture))
    root = next((ctx.places.nodes[place].name for place in ctx.places.roots()), "")
    return CasesOfYear(year, root, ballot.voters or 0, cases)


def _days(ctx: Context, ticket: WorkTicket) -> int:
    """How long it took, in days of the subdistrict; 0: the same day."""
    done, zone = ticket.handled_at or ticket.ended_at or ticket.opened_at, ctx.config.zone
    return (local_day(done, zone) - local_day(ticket.opened_at, zone)).days


def _line(ctx: Context, case: CaseRow, counted: bool) -> CaseLine:
    community = ctx.places.full_name(case.community_id) if case.community_id in ctx.places.nodes else ""
    votes, place = (case.votes, case.place) if counted else (None, None)
    return CaseLine(case.number, case.title, community, votes, place)
