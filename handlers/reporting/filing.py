"""A sentence becomes a ticket; what is missing is asked for once."""

from datetime import timedelta

from governance.tickets.duplicates import Matter
from governance.tickets.states import TicketState
from handlers.area_notices.known import announced_report
from handlers.area_notices.outcomes import IsAnnounced
from handlers.catalogue import executes
from handlers.context import Context
from handlers.conversation.questions import Question, ask
from handlers.events.noticing import where_it_runs
from handlers.reporting.asking_place import ask_place
from handlers.reporting.commands import NamePlace, ReportProblem
from handlers.reporting.flood import kept_for_person
from handlers.reporting.flood_outcomes import KeptForPerson
from handlers.reporting.near_home import near_home
from handlers.reporting.outcomes import (
    Asked,
    IsItDangerous,
    OneOrSeveral,
    Placed,
    Reported,
    SameAsNeighbours,
    WhatIsWrong,
)
from handlers.reporting.queries import report_still_open, settle
from handlers.reporting.whereabouts import LONGEST_PLACE, OFFERED, Whereabouts, offered, read_words, whereabouts
from handlers.reporting.writing import announce, complete, write_ticket
from handlers.tickets.joining import neighbours
from storage.accounts import change_account
from storage.tickets import adopt_loose
from understanding.normalise import normalise
from understanding.place import says_only_own
from understanding.reading import Reading
from understanding.summary import summary_of
from understanding.trouble import CUT_OFF, trouble_in

SMALLER = frozenset({"courtyard", "road_number", "building", "unit", "landmark", "station"})
"""Places that say where; of a community or more of the subdistrict it is asked where in it."""


@executes(ReportProblem)
def report(command: ReportProblem, ctx: Context) -> Reported | IsAnnounced | KeptForPerson:
    """Writes the ticket and all that hangs on it; what is announced there is answered, and is none. Of very many within an hour
    the next are kept for a person.
    """
    settle(ctx, Question.PROBLEM)
    reading = command.reading or read_words(normalise(command.text), ctx.here)
    where = whereabouts(ctx.places, reading, command.text)
    if command.place_text and (where.text is None or where.place_id is None):
        where = Whereabouts(command.place, command.place_text)
    announced = _announced(ctx, command, reading, where)
    if announced is not None:
        return announced
    kept = None if command.anyway else kept_for_person(ctx, command.text, reading)
    if kept is not None:
        return kept
    guessed = near_home(ctx, where) if where.place_id is None and reading.urgency == "hazard" else None
    written = write_ticket(ctx, command.text, reading, guessed or where, thing=command.thing)
    number, summary = written.number, written.summary
    _take_loose_media(ctx, number)
    announce(ctx, number, summary, guessed or where, reading.urgency)
    place = None if where.place_id is None and reading.candidates else where.text  # what is asked about is not stated
    asks = _asked(ctx, command, number, reading, where, known=written.event is not None)
    return Reported(number, summary, place, reading.hazard, asks, event=written.event, thing=written.thing)


@executes(NamePlace)
def name_place(command: NamePlace, ctx: Context) -> Placed | WhatIsWrong:
    """It completes the report that has just been made and has none; else it is asked what is wrong there."""
    where = Whereabouts(command.place, command.said[:LONGEST_PLACE])
    ticket = report_still_open(ctx)
    if ticket is not None and ticket.place_text is None:
        event = complete(ctx, ticket, where)
        return Placed((ticket.number,), where.text or "", event)
    ask(ctx, Question.PROBLEM, place=where.place_id, place_text=where.text)
    return WhatIsWrong(where.text or "")


def _asked(
    ctx: Context, command: ReportProblem, number: str, reading: Reading, where: Whereabouts, known: bool
) -> Asked | None:
    """The one question that this report leaves open, kept until its answer; None when nothing is missing. `known`: it belongs to
    an event, so that nobody is asked whether it is what a neighbour has reported.
    """
    if len(command.parts) > 1:
        ask(ctx, Question.SPLIT, number=number, parts=list(command.parts))
        return OneOrSeveral(tuple(summary_of(part) for part in command.parts))
    unclear = (
        where.text is None
        or says_only_own(where.text)
        or reading.candidates
        or (reading.urgency == "hazard" and ctx.here.home is not None)
    )
    answered_anywhere = reading.urgency == "enquiry" and trouble_in(normalise(command.text)) not in CUT_OFF
    if where.place_id is None and unclear and not answered_anywhere:
        return ask_place(ctx, [number], _likely(ctx, command.text, reading))
    if reading.hazard is not None and not reading.hazard.sure:
        ask(ctx, Question.DANGER, number=number)
        return IsItDangerous()
    return None if known else _ask_join(ctx, number, reading, where)


def _likely(ctx: Context, text: str, reading: Reading) -> tuple[int, ...]:
    """The places to choose from: those that the words may mean; where they name none, or a community only, where what they tell of
    is known to go on.
    """
    named = offered(reading.candidates)
    if any(ctx.places.nodes[place].kind in SMALLER for place in named):
        return named
    community = next((found for place in named if (found := ctx.places.community_of(place)) is not None), None)
    return where_it_runs(ctx, text, community)[:OFFERED] or named


def _ask_join(ctx: Context, number: str, reading: Reading, where: Whereabouts) -> SameAsNeighbours | None:
    """Whether it is what a neighbour has reported; a danger is told to everybody anyhow."""
    if where.place_id is None or reading.category is None or reading.hazard is not None:
        return None
    other = neighbours(ctx, Matter(number, where.place_id, reading.category.code, ctx.now, TicketState.REPORTED))
    if other is None:
        return None
    ask(ctx, Question.JOIN, number=number, into=other.number)
    return SameAsNeighbours(other.opened_at, reading.category.name, other.state)


def _announced(ctx: Context, command: ReportProblem, reading: Reading, where: Whereabouts) -> IsAnnounced | None:
    """The notice that says just this. A danger is always a ticket, and so is what tells of more than one thing."""
    unclear = where.place_id is None and (where.text is not None or bool(reading.candidates))
    if command.anyway or reading.hazard is not None or command.parts or unclear:
        return None
    found = announced_report(ctx, normalise(command.text), where.place_id)
    if found is not None:
        ask(ctx, Question.ANNOUNCED, text=command.text, place=where.place_id, place_text=where.text)
    return found


def _take_loose_media(ctx: Context, number: str) -> None:
    """Gives the report what came before its words: pictures and locations of the last half hour, while they were asked about."""
    loose = ctx.sender.loose_media_at
    if loose is None:
        return
    window: timedelta = ctx.config.rules.question_window
    if ctx.now - loose <= window:
        adopt_loose(ctx.uow, ctx.sender.id, number, since=ctx.now - window, names=ctx.names)
    change_account(ctx.uow, ctx.sender.id, loose_media_at=None)
    ctx.sender.loose_media_at = None
