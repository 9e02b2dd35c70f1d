"""到场, 方案, 进场: the three steps of a danger, each with its own evidence; of everything else only noted."""

from governance.days import end_of, last_day
from governance.tickets.deadlines import Deadline, DeadlineKind
from governance.tickets.lifecycle import Move
from handlers.inbound import Reply
from handlers.texts import follow
from handlers.texts import work as words
from handlers.turn import Turn
from handlers.work.details import with_note
from handlers.work.evidence import Proof, take_proof, too_far, want
from handlers.work.finding import Found, find, head_of, said
from handlers.work.moving import make, restart
from handlers.work.news import tell_reporters
from handlers.work.parts import titled
from handlers.work.take import due_line, next_steps, taken
from storage.work_tickets import WorkTicket
from understanding.times import done_before, time_in

_NEWS = {Move.ARRIVE: follow.ARRIVED, Move.CREW: follow.CREW}
_DONE = {Move.ARRIVE: words.ARRIVED, Move.CREW: words.CREW_IN}


def arrive(turn: Turn) -> Reply:
    """到场 N: somebody is on site."""
    return _on_site(turn, Move.ARRIVE)


def crew(turn: Turn) -> Reply:
    """进场 N: people, material and machine are there."""
    return _on_site(turn, Move.CREW)


def plan(turn: Turn) -> Reply:
    """方案 N …: what will be done. A day or hour in it becomes the danger's time to be handled."""
    meant = with_note(turn, words.PLAN_WANTED, Move.PLAN)
    if isinstance(meant, Reply):
        return meant
    found, note = meant
    ticket = make(turn, taken(turn, found), Move.PLAN, note)
    _agree(turn, ticket, note)
    tell_reporters(turn, ticket, follow.PLANNED.format(note=note))
    due, steps = due_line(turn, ticket), next_steps(turn, ticket, Move.PLAN)
    return Reply(words.PLANNED.format(head=head_of(ticket), note=note, due=due, steps=steps))


def _on_site(turn: Turn, move: Move) -> Reply:
    found = find(turn, move)
    if isinstance(found, Reply):
        return found
    return proven(turn, found, move, said(turn), take_proof(turn, found.ticket, move))


def proven(turn: Turn, found: Found, move: Move, note: str, proof: Proof) -> Reply:
    """Makes the move when it is proven; of a danger it waits for the proof."""
    limit = turn.config.rules.arrive_metres
    if not proof.shown and proof.far is not None and proof.far > limit:
        return too_far(turn, taken(turn, found), move, proof.far, note)
    if found.ticket.urgency == "hazard" and not proof.shown:
        return want(turn, taken(turn, found), move, note)
    return arrived(turn, taken(turn, found), move, note)


def arrived(turn: Turn, ticket: WorkTicket, move: Move, note: str) -> Reply:
    """Writes that somebody, or the crew, is there."""
    ticket = make(turn, ticket, move, note or None)
    who = titled(turn, turn.person_id, ticket.place_id) if turn.person_id is not None else ""
    tell_reporters(turn, ticket, _NEWS[move].format(who=who))
    at = words.clock(turn.now, turn.config.zone)
    steps = next_steps(turn, ticket, move) if turn.person_id == ticket.assignee_id else ""
    return Reply(_DONE[move].format(head=head_of(ticket), at=at, steps=steps).strip())


def _agree(turn: Turn, ticket: WorkTicket, note: str) -> None:
    """A danger is to be handled as agreed in its plan: by the time that it names (12点前), else on its day.

    Source: design, section 5.
    """
    if ticket.urgency != "hazard":
        return
    local = turn.now.astimezone(turn.config.zone)
    span = time_in(note, local, turn.config.calendar)
    if span is None or span.end <= local:
        return
    day = last_day(span.end, turn.config.zone)
    due = span.start if done_before(note) else end_of(day, turn.config.zone)
    if due > turn.now and (day - turn.today).days <= turn.config.rules.extend_days:
        restart(turn, ticket.number, Deadline(DeadlineKind.HANDLE, turn.now, due))
