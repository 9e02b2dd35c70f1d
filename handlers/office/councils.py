"""Councils at the back office: the calendar, a meeting with all that its page shows, resolutions, and their file."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from governance.councils.kinds import CouncilKind, council_key, kinds_at
from governance.councils.votes import Tally, quorum
from governance.permissions import Act
from handlers.context import Context
from handlers.councils import words
from handlers.councils.outcomes import CouncilRef
from handlers.councils.presence import presence
from handlers.office.privacy import Veil, veil
from handlers.office.staff import Staff, may_here
from storage.councils.guests import guests_of, mark_of
from storage.councils.meetings import MeetingRow, NoteRow, SeatRow, meeting_by_id, meetings_of, notes_of, seats_of
from storage.councils.minutes import MinutesRow, minutes_of
from storage.councils.resolutions import ResolutionRow, WordRow, resolutions_in, resolutions_of, words_of
from storage.councils.seats import CouncilRow, all_councils, council_by_id, members_of
from storage.councils.topics import TopicRow, WaitingTicket, agenda_of, open_topics, waiting_tickets
from storage.councils.votes import VoteRow, count, voters, votes_of
from storage.people import names_of
from storage.projects import projects_of_resolutions
from storage.surveys.rows import SurveyRow, votes_in

LATELY, MOST = timedelta(days=60), 200
RESOLUTION_FIELDS = ("number", "council", "text", "owner", "written_at", "due_at", "state", "late", "ended_at", "news")


@dataclass(frozen=True)
class CouncilLine:
    """A council that the reader may run. `key`: as its forms name it; `row` None: nobody needed it yet."""

    key: str
    name: str
    row: CouncilRow | None
    members: tuple[str, ...]


@dataclass(frozen=True)
class ResolutionLine:
    """A resolution with its owner and what was said of it; `project`: what it has become."""

    row: ResolutionRow
    council: str
    owner: str
    late: bool
    words: tuple[WordRow, ...]
    project: int | None = None


@dataclass(frozen=True)
class CouncilsPage:
    """All that the page shows: the calendar, open topics by council, resolutions."""

    councils: list[CouncilLine]
    meetings: list[tuple[MeetingRow, str]]
    topics: list[tuple[TopicRow, str]]
    resolutions: list[ResolutionLine]


@dataclass(frozen=True)
class VoteLine:
    """A vote with its count: of a running secret one only how many have voted."""

    row: VoteRow
    voted: int
    tally: Tally | None


@dataclass(frozen=True)
class MeetingPage:
    """A meeting with all that its page shows. `offered`: topics and tickets that may be put on its agenda."""

    meeting: MeetingRow
    council: str
    agenda: list[TopicRow]
    offered: list[TopicRow]
    tickets: list[WaitingTicket]
    seats: list[tuple[SeatRow, str]]
    there: int
    members: int
    needed: int
    notes: list[tuple[NoteRow, str]]
    votes: list[VoteLine]
    resolutions: list[ResolutionLine]
    minutes: list[tuple[MinutesRow, str, str]]
    by_all: list[SurveyRow]
    """Votes of all who live there, opened from this meeting."""
    guests: int
    mark: str
    """What proves the code on the wall."""
    own_minutes: bool
    """Whether the reader wrote the newest version, which somebody else approves."""


def councils_page(ctx: Context, staff: Staff) -> CouncilsPage:
    """The councils that the reader runs, with what they have before them."""
    lines = _councils(ctx, staff)
    named = {line.row.id: line.name for line in lines if line.row is not None}
    meetings = meetings_of(ctx.uow, list(named), ctx.now - LATELY)
    topics = open_topics(ctx.uow, list(named))
    return CouncilsPage(
        lines, [(each, named[each.council_id]) for each in meetings], [(each, named[each.council_id]) for each in topics],
        _resolutions(ctx, resolutions_of(ctx.uow, list(named)), named),
    )  # fmt: skip


def meeting_page(ctx: Context, staff: Staff, number: int) -> MeetingPage | None:
    """A meeting; None where there is none that the reader runs."""
    meeting = meeting_by_id(ctx.uow, number)
    council = None if meeting is None else council_by_id(ctx.uow, meeting.council_id)
    if meeting is None or council is None or not may_here(ctx, staff, Act.RUN_COUNCIL, council.place_id):
        return None
    name, shown = _name(ctx, council.kind, council.place_id), veil(ctx)
    agenda, seats = agenda_of(ctx.uow, meeting.id), seats_of(ctx.uow, meeting.id)
    notes, versions = notes_of(ctx.uow, meeting.id), minutes_of(ctx.uow, meeting.id)
    people = {each.person_id for each in seats} | {each.person_id for each in notes}
    people |= {each.written_by for each in versions} | {each.approved_by for each in versions}
    names = names_of(ctx.uow, [each for each in people if each is not None])
    there, members = presence(ctx, meeting)
    on = {each.id for each in agenda}
    return MeetingPage(
        meeting, name, agenda, [each for each in open_topics(ctx.uow, [council.id]) if each.id not in on],
        _waiting(ctx, council, shown), [(each, names[each.person_id]) for each in seats], len(there), len(members),
        quorum(len(members), ctx.config.rules.council_quorum_percent),
        [(each, names.get(each.person_id or 0, "")) for each in notes], _votes(ctx, meeting),
        _resolutions(ctx, resolutions_in(ctx.uow, meeting.id), {council.id: name}),
        [(each, names.get(each.written_by or 0, ""), names.get(each.approved_by or 0, "")) for each in versions],
        votes_in(ctx.uow, meeting.id), guests_of(ctx.uow, meeting.id), mark_of(meeting),
        bool(versions) and versions[-1].written_by == staff.person_id,
    )  # fmt: skip


def resolution_records(ctx: Context, places: Collection[int] | None) -> Iterator[dict[str, Any]]:
    """The resolutions of the councils at these places (None: of all), a row each."""
    councils = [each for each in all_councils(ctx.uow) if places is None or each.place_id in places]
    named = {each.id: _name(ctx, each.kind, each.place_id) for each in councils}
    for line in _resolutions(ctx, resolutions_of(ctx.uow, list(named)), named):
        yield {
            "number": line.row.id, "council": line.council, "text": line.row.text, "owner": line.owner,
            "written_at": _local(ctx, line.row.written_at), "due_at": _local(ctx, line.row.due_at),
            "state": line.row.state.value, "late": line.late, "ended_at": _local(ctx, line.row.ended_at),
            "news": line.words[-1].text if line.words else None,
        }  # fmt: skip


def _councils(ctx: Context, staff: Staff) -> list[CouncilLine]:
    """Those of the subdistrict, its alliances and communities, and of courtyards that have one, where the reader runs them."""
    known = {(each.kind, each.place_id): each for each in all_councils(ctx.uow)}
    lines = []
    for place, node in ctx.places.nodes.items():
        for kind in kinds_at(node.kind):
            row = known.get((kind, place))
            if may_here(ctx, staff, Act.RUN_COUNCIL, place) and (row is not None or node.kind != "courtyard"):
                people = [] if row is None else members_of(ctx.uow, row, ctx.now)
                names = names_of(ctx.uow, people)
                sitting = tuple(names[each] for each in people)
                lines.append(CouncilLine(council_key(kind, place), _name(ctx, kind, place), row, sitting))
    return lines


def _waiting(ctx: Context, council: CouncilRow, shown: Veil) -> list[WaitingTicket]:
    found = []
    for each in waiting_tickets(ctx.uow, MOST):
        line = ctx.places.roots() if each.place_id is None else ctx.places.line_of(each.place_id)
        if council.place_id in line:
            found.append(WaitingTicket(each.number, shown.words(each.summary), each.place_id))
    return found


def _votes(ctx: Context, meeting: MeetingRow) -> list[VoteLine]:
    return [
        VoteLine(each, len(voters(ctx.uow, each.id)), None if each.closed_at is None else count(ctx.uow, each))
        for each in votes_of(ctx.uow, [meeting.id])
    ]


def _resolutions(ctx: Context, rows: list[ResolutionRow], named: dict[int, str]) -> list[ResolutionLine]:
    """Open ones first, the soonest due first."""
    owners = names_of(ctx.uow, [each.owner_id for each in rows])
    said = words_of(ctx.uow, [each.id for each in rows])
    pooled = projects_of_resolutions(ctx.uow, [each.id for each in rows])
    ordered = sorted(rows, key=lambda each: (each.ended_at is not None, each.due_at, each.id))
    return [
        ResolutionLine(
            row, named[row.council_id], owners.get(row.owner_id, ""), row.is_late(ctx.now),
            tuple(each for each in said if each.resolution_id == row.id), pooled.get(row.id),
        )
        for row in ordered
    ]  # fmt: skip


def _name(ctx: Context, kind: CouncilKind, place: int) -> str:
    return words.council(CouncilRef(kind, ctx.places.full_name(place)))


def _local(ctx: Context, at: datetime | None) -> str | None:
    return None if at is None else at.astimezone(ctx.config.zone).isoformat(timespec="seconds")
