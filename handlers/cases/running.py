"""推荐案例, 开始案例投票, 核对票数, 案例评分: what the office and the jury do; and the count at the end."""

from datetime import datetime, timedelta

from governance.cases import (
    BEST_POINTS,
    LEAST_CASES,
    MOST_DAYS,
    Standing,
    rank,
    takes_votes,
    tally,
    vote_days,
)
from governance.clock import local_day
from governance.days import end_of
from governance.permissions import Act, may_at
from governance.tickets.sensitive import is_sensitive
from governance.tickets.states import TicketState
from handlers.cases.commands import OpenCaseBallot, ProposeCase, RecountCases, ScoreCase
from handlers.cases.finding import communities_without
from handlers.cases.outcomes import (
    BallotIsOpen,
    BallotOpened,
    CaseProposed,
    CaseScored,
    CommunitiesLeftOut,
    NoSuchCase,
    NotCountedYet,
    NotToPropose,
    NoVoteNow,
    ProposeWhat,
    Recounted,
    ScoreHow,
    TooFewCases,
    VoteTooShort,
)
from handlers.catalogue import executes
from handlers.context import Context
from handlers.outcomes import Refuse
from handlers.posts import not_allowed, require, rights_area, sender_terms
from handlers.tickets.parts import worker_of
from storage.audit import AuditEntry, note_for
from storage.brand_pictures import picture_of_ticket
from storage.cases import (
    ballot_of,
    ballots,
    cases_of,
    close_ballot,
    journal_of,
    open_ballot,
    propose_case,
    score_case,
    scores_of,
)
from storage.work_tickets import WorkTicket, work_tickets
from understanding.masking import masked_text

TITLE, STORY = 60, 1000


@executes(ProposeCase)
def propose(command: ProposeCase, ctx: Context) -> CaseProposed | NotToPropose | ProposeWhat | BallotIsOpen:
    """What was closed in a year is a case of that year; people in its words are masked."""
    require(ctx, Act.RUN_CASES)
    if not (command.ticket and command.title.strip() and command.story.strip()):
        return ProposeWhat()
    ticket = _closed(ctx, command.ticket.strip().upper())
    if ticket is None or ticket.ended_at is None or ticket.place_id is None:
        return NotToPropose(command.ticket, known=False)
    year = local_day(ticket.ended_at, ctx.config.zone).year
    if ballot_of(ctx.uow, year) is not None:
        return BallotIsOpen(year)
    title, story = (_public(ctx, said)[:most] for said, most in ((command.title, TITLE), (command.story, STORY)))
    number = propose_case(
        ctx.uow, ctx.today, year=year, community_id=ctx.places.community_of(ticket.place_id) or ticket.place_id,
        ticket=ticket.number, title=title, story=story, picture_id=picture_of_ticket(ctx.uow, ticket.number),
        proposed_by=ctx.person_id, at=ctx.now,
    )  # fmt: skip
    return NotToPropose(ticket.number, known=True) if number is None else CaseProposed(year, number, title)


@executes(OpenCaseBallot)
def open_vote(
    command: OpenCaseBallot, ctx: Context
) -> BallotOpened | BallotIsOpen | TooFewCases | VoteTooShort | CommunitiesLeftOut:
    """From now to the end of the last day, for the whole subdistrict."""
    if not may_at(Act.OPEN_CASES, sender_terms(ctx), *rights_area(ctx, None)):
        raise Refuse(not_allowed(ctx, Act.OPEN_CASES))
    year = command.year or ctx.today.year
    cases = cases_of(ctx.uow, year)
    count = len(cases)
    if ballot_of(ctx.uow, year) is not None:
        return BallotIsOpen(year)
    if count < LEAST_CASES:
        return TooFewCases(year, count)
    days = vote_days(command.days, least := ctx.config.rules.case_vote_days)
    if days is None:
        return VoteTooShort(least, MOST_DAYS)
    left_out = communities_without(ctx, [each.community_id for each in cases])
    if left_out and not command.anyway:
        return CommunitiesLeftOut(year, left_out)
    closes_at = end_of(ctx.today + timedelta(days=days - 1), ctx.config.zone)
    if not open_ballot(ctx.uow, year, ctx.now, closes_at, ctx.person_id):
        return BallotIsOpen(year)
    note_for(ctx.uow, ctx.account_id, AuditEntry("cases.open", f"cases:{year}"), ctx.now)
    return BallotOpened(year, count, closes_at)


@executes(ScoreCase)
def score(command: ScoreCase, ctx: Context) -> CaseScored | ScoreHow | NoSuchCase | NoVoteNow:
    """While the vote runs; a juror's last points count."""
    require(ctx, Act.JUDGE_CASES)
    ballot = next((each for each in ballots(ctx.uow) if takes_votes(each.opens_at, each.closes_at, ctx.now)), None)
    if ballot is None or ctx.person_id is None:
        return NoVoteNow(None)
    if command.number is None or command.points is None or not 0 <= command.points <= BEST_POINTS:
        return ScoreHow()
    cases = {each.number: each for each in cases_of(ctx.uow, ballot.year)}
    if command.number not in cases:
        return NoSuchCase((command.number,), max(cases, default=0))
    case = cases[command.number]
    score_case(ctx.uow, case.id, ctx.person_id, command.points, ctx.now)
    return CaseScored(case.number, case.title, command.points)


@executes(RecountCases)
def recount(command: RecountCases, ctx: Context) -> Recounted | NotCountedYet:
    """Nobody counts before the end, not even here."""
    require(ctx, Act.RUN_CASES)
    year = command.year or ctx.today.year
    ballot = ballot_of(ctx.uow, year)
    if ballot is None or ballot.closed_at is None:
        return NotCountedYet(year)
    choices, voters = journal_of(ctx.uow, year)
    counted = tally(choices)
    same = voters == ballot.voters and all(counted[each.number] == each.votes for each in cases_of(ctx.uow, year))
    note_for(
        ctx.uow, ctx.account_id, AuditEntry("cases.recount", f"cases:{year}", "same" if same else "differs"), ctx.now
    )
    return Recounted(year, same, len(choices), voters)


def count(ctx: Context, year: int) -> int:
    """Counts a vote that is over, once, and ranks its cases."""
    ballot = ballot_of(ctx.uow, year, lock=True)
    if ballot is None or ballot.closed_at is not None or not _over(ballot.closes_at, ctx.now):
        return 0
    choices, voters = journal_of(ctx.uow, year)
    counted, scores = tally(choices), scores_of(ctx.uow, year)
    standings = [
        Standing(each.number, counted[each.number], scores.get(each.number, ())) for each in cases_of(ctx.uow, year)
    ]
    close_ballot(ctx.uow, year, rank(standings), voters, ctx.now)
    note_for(ctx.uow, None, AuditEntry("cases.count", f"cases:{year}", f"{len(choices)} of {voters}"), ctx.now)
    return 1


def _over(closes_at: datetime, now: datetime) -> bool:
    return closes_at <= now


def _closed(ctx: Context, number: str) -> WorkTicket | None:
    """A closed ticket where the sender may propose."""
    ticket = next(iter(work_tickets(ctx.uow, [number])), None)
    worker = worker_of(ctx, ctx.person_id)
    if ticket is None or worker is None or ticket.state is not TicketState.CLOSED or is_sensitive(ticket.category):
        return None
    return ticket if may_at(Act.RUN_CASES, worker.terms, *rights_area(ctx, ticket.place_id)) else None


def _public(ctx: Context, said: str) -> str:
    return masked_text(ctx.names.masked(said)).strip()
