"""Votes: opened with a quorum, one bound person one vote, counted from what is kept."""

from governance.councils.meetings import MeetingState
from governance.councils.votes import Share, fell_through, has_quorum, is_passed, quorum
from governance.councils.watching import ResolutionState
from handlers.catalogue import executes
from handlers.context import Context
from handlers.councils import words
from handlers.councils.commands import CastVote
from handlers.councils.finding import RECENT, councils_run, is_member, meeting_run, require_run
from handlers.councils.meeting_outcomes import BallotTaken, Counted, VoteClosed, VoteOpened
from handlers.councils.outcomes import (
    CannotNow,
    Lacks,
    Missing,
    NoQuorum,
    NoSuch,
    Thing,
    WhichOne,
    Why,
)
from handlers.councils.presence import presence, seated
from handlers.councils.staff_commands import CloseVote, OpenVote
from handlers.councils.telling import tell_people
from handlers.outcomes import Refuse
from storage.councils.meetings import invitations_of, meeting_by_id, meetings_of, seat_of
from storage.councils.resolutions import change_resolution, lock_resolution, resolutions_in, say_of
from storage.councils.seats import council_by_id
from storage.councils.topics import agenda_of
from storage.councils.votes import VoteRow, cast, close_vote, count, lock_vote, open_vote, vote_by_id, votes_of


@executes(OpenVote)
def open_one(command: OpenVote, ctx: Context) -> VoteOpened | NoQuorum | CannotNow | Missing | NoSuch | WhichOne:
    """Only with a quorum; all who are there get three answers to tap."""
    meeting = meeting_run(ctx, command.meeting)
    if meeting.state is not MeetingState.CALLED:
        return CannotNow(Why.MEETING_OVER, meeting.id)
    topics = {each.id: each for each in agenda_of(ctx.uow, meeting.id)}
    if command.topic is not None and command.topic not in topics:
        return CannotNow(Why.NOT_ON_AGENDA, command.topic)
    text = command.text or (topics[command.topic].title if command.topic is not None else "")
    if not text:
        return Missing(Lacks.VOTE)
    there, members = presence(ctx, meeting)
    percent = ctx.config.rules.council_quorum_percent
    if not has_quorum(len(there), len(members), percent):
        return NoQuorum(meeting.id, len(there), len(members), quorum(len(members), percent))
    share = command.share or Share.HALF
    number = open_vote(
        ctx.uow, meeting_id=meeting.id, topic_id=command.topic, text=text, secret=command.secret, share=share,
        opened_by=ctx.person_id, opened_at=ctx.now,
    )  # fmt: skip
    said = words.VOTE_NOW.format(v=number, text=words.short(text), how=words.HOW[command.secret])
    taps = tuple(tap.format(v=number) for tap in words.VOTE_TAPS)
    tell_people(ctx, there - {ctx.person_id or 0}, f"vote:{number}:open", said, taps)
    return VoteOpened(number, text, command.secret, share, len(there))


@executes(CastVote)
def cast_one(command: CastVote, ctx: Context) -> BallotTaken | CannotNow | Missing | NoSuch | WhichOne:
    """Under the vote's lock: once a person, and only who sits in the council and is there."""
    person = seated(ctx)
    found = _meant(ctx, command.vote, person)
    if command.choice is None:
        return Missing(Lacks.CHOICE, found.id)
    vote = lock_vote(ctx.uow, found.id)
    meeting = meeting_by_id(ctx.uow, vote.meeting_id)
    assert meeting is not None
    if not is_member(ctx, meeting.council_id, person):
        return CannotNow(Why.NOT_MEMBER)
    seat = seat_of(ctx.uow, meeting.id, person)
    if seat is None or seat.came_at is None:
        return CannotNow(Why.NOT_THERE, vote.id)
    if vote.closed_at is not None:
        return CannotNow(Why.VOTE_OVER, vote.id, vote.closed_at)
    if not cast(ctx.uow, vote, person, command.choice):
        return CannotNow(Why.VOTED, vote.id)
    return BallotTaken(vote.id, vote.text, None if vote.secret else command.choice)


@executes(CloseVote)
def close_one(command: CloseVote, ctx: Context) -> VoteClosed | CannotNow | NoSuch | WhichOne:
    """Counted; all who were there hear what it came to."""
    found = _to_close(ctx, command.vote)
    if found.closed_at is not None:
        return CannotNow(Why.VOTE_OVER, found.id, found.closed_at)
    counted = counted_now(ctx, found.id)
    if counted is None:
        return CannotNow(Why.VOTE_OVER, found.id, ctx.now)
    void_failed(ctx, found.meeting_id)
    return VoteClosed(counted)


def void_failed(ctx: Context, meeting_id: int) -> None:
    """What was resolved beforehand on a topic whose vote did not pass is not to be done; its owner hears so."""
    votes = [(each.topic_id, each.passed) for each in votes_of(ctx.uow, [meeting_id])]
    for found in resolutions_in(ctx.uow, meeting_id):
        if found.state is not ResolutionState.OPEN or not fell_through(found.topic_id, votes):
            continue
        row = lock_resolution(ctx.uow, found.id)
        if row.state is ResolutionState.OPEN:
            change_resolution(ctx.uow, row.id, state=ResolutionState.EXPLAINED.value, ended_at=ctx.now, look_at=None)
            say_of(ctx.uow, row.id, ResolutionState.EXPLAINED.value, None, words.VOID, ctx.now)
            text = words.OWNER_FREED.format(r=row.id, text=words.short(row.text))
            tell_people(ctx, [row.owner_id], f"resolution:{row.id}:void", text)


def counted_now(ctx: Context, vote_id: int) -> Counted | None:
    """Closes a vote and tells who was there; None where another has closed it meanwhile."""
    vote = lock_vote(ctx.uow, vote_id)
    meeting = meeting_by_id(ctx.uow, vote.meeting_id)
    if vote.closed_at is not None or meeting is None:
        return None
    there, _ = presence(ctx, meeting)
    tally = count(ctx.uow, vote)
    passed = is_passed(tally, len(there), vote.share)
    close_vote(ctx.uow, vote.id, tally, len(there), passed, ctx.now)
    found = Counted(vote.id, vote.text, tally.yes, tally.no, tally.abstain, len(there), passed)
    tell_people(ctx, there - {ctx.person_id or 0}, f"vote:{vote.id}:closed", words.counted(found))
    return found


def _meant(ctx: Context, number: int | None, person: int) -> VoteRow:
    """The vote of this number; else the only one that is open in a meeting that somebody is invited to. Raises Refuse."""
    if number is not None:
        vote = vote_by_id(ctx.uow, number)
        if vote is None:
            raise Refuse(NoSuch(Thing.VOTE, number))
        return vote
    mine = [each.id for each in invitations_of(ctx.uow, person, ctx.now - RECENT)]
    return _only([each for each in votes_of(ctx.uow, mine) if each.closed_at is None])


def _to_close(ctx: Context, number: int | None) -> VoteRow:
    """The vote of this number, or the only open one, in a council that the sender runs. Raises Refuse."""
    require_run(ctx)
    if number is None:
        mine = councils_run(ctx)
        meetings = [each.id for each in meetings_of(ctx.uow, mine, ctx.now - RECENT)]
        return _only([each for each in votes_of(ctx.uow, meetings) if each.closed_at is None])
    vote = vote_by_id(ctx.uow, number)
    meeting = None if vote is None else meeting_by_id(ctx.uow, vote.meeting_id)
    if vote is None or meeting is None:
        raise Refuse(NoSuch(Thing.VOTE, number))
    require_run(ctx, council_by_id(ctx.uow, meeting.council_id).place_id)
    return vote


def _only(votes: list[VoteRow]) -> VoteRow:
    if not votes:
        raise Refuse(NoSuch(Thing.VOTE, None))
    if len(votes) > 1:
        raise Refuse(WhichOne(Thing.VOTE, tuple((each.id, words.short(each.text)) for each in votes)))
    return votes[0]
