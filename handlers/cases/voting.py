"""投票 案例3: approved of in secret, once each; and the list."""

from governance.cases import MOST_APPROVED, takes_votes
from handlers.cases.commands import ShowCases, VoteCase
from handlers.cases.outcomes import (
    CaseLine,
    CasesShown,
    NoSuchCase,
    NoVoteNow,
    TooManyVotes,
    Voted,
    VotedAlready,
    VoteForWhat,
    VoteNeedsBinding,
)
from handlers.catalogue import executes
from handlers.context import Context
from handlers.posts import sender
from storage.cases import BallotRow, CaseRow, ballot_of, ballots, cases_of, cast_vote, voted_for, votes_cast


@executes(VoteCase)
def vote(
    command: VoteCase, ctx: Context
) -> Voted | VotedAlready | VoteNeedsBinding | NoVoteNow | NoSuchCase | TooManyVotes | VoteForWhat:
    """All that are named, or none; who counts waits for who votes."""
    ballot = running(ctx)
    if ballot is None:
        return NoVoteNow(next((each.year for each in ballots(ctx.uow)), None))
    person = sender(ctx)
    if person is None or person.left:
        return VoteNeedsBinding(left=person is not None)
    wanted = tuple(dict.fromkeys(command.numbers))
    if not wanted:
        return VoteForWhat()
    cases = {each.number: each for each in cases_of(ctx.uow, ballot.year)}
    unknown = tuple(number for number in wanted if number not in cases)
    if unknown:
        return NoSuchCase(unknown, max(cases, default=0))
    again = voted_for(ctx.uow, ballot.year, person.id, wanted)
    if again:
        return VotedAlready(tuple(sorted(again)))
    cast = votes_cast(ctx.uow, ballot.year, person.id)
    if cast + len(wanted) > MOST_APPROVED:
        return TooManyVotes(MOST_APPROVED, cast)
    for number in wanted:
        cast_vote(ctx.uow, ballot.year, person.id, number, ctx.now)
    lines = tuple(line_of(ctx, cases[number], sealed=True) for number in wanted)
    return Voted(lines, MOST_APPROVED - cast - len(wanted), ballot.closes_at)


@executes(ShowCases)
def show(_command: ShowCases, ctx: Context) -> CasesShown:
    """Of the running or the newest vote; counts only once they are published."""
    ballot = running(ctx) or next(iter(ballots(ctx.uow)), None)
    year = ctx.today.year if ballot is None else ballot.year
    counted = ballot is not None and ballot.closed_at is not None
    open_until = (
        ballot.closes_at if ballot is not None and takes_votes(ballot.opens_at, ballot.closes_at, ctx.now) else None
    )
    lines = tuple(line_of(ctx, each, sealed=not counted) for each in cases_of(ctx.uow, year))
    return CasesShown(year, lines, open_until, counted, ballot.voters if ballot is not None and counted else None)


def running(ctx: Context) -> BallotRow | None:
    """The vote that takes votes now, locked against its count."""
    for each in ballots(ctx.uow):
        if each.closed_at is None and takes_votes(each.opens_at, each.closes_at, ctx.now):
            return ballot_of(ctx.uow, each.year, share=True)
    return None


def line_of(ctx: Context, case: CaseRow, *, sealed: bool) -> CaseLine:
    """A case in a list."""
    community = ctx.places.full_name(case.community_id) if case.community_id in ctx.places.nodes else ""
    votes, place = (None, None) if sealed else (case.votes, case.place)
    return CaseLine(case.number, case.title, community, votes, place)
