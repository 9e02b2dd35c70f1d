"""Pictures, voices, videos and locations: they join the open report, or wait for its words."""

from governance.tickets.states import TicketState
from handlers import texts
from handlers.answers import point_of
from handlers.catalogue import execute
from handlers.duty.commands.presence import ShowPosition
from handlers.duty.presence import position_checks_in
from handlers.inbound import Kind, Reply
from handlers.outcomes import in_words
from handlers.questions import Question, ask, asked
from handlers.report import open_report, report_still_open
from handlers.stars.commands import AddNominationPicture
from handlers.stars.photo import waiting_nomination
from handlers.texts import work as work_words
from handlers.tickets.evidence import wanted
from handlers.tickets.pictures import show_report
from handlers.tickets.proof import outcome_of_proof
from handlers.turn import Turn
from storage.accounts import change_account
from storage.attachments import pin, schedule_download
from storage.tickets import OwnTicket, locate
from storage.work_tickets import load_of, work_tickets
from understanding.intent import Intent


def media(turn: Turn) -> Reply:
    """A picture or video: what proves a worker's move, or part of a report."""
    if wanted(turn) is not None:
        _keep(turn, None)
        return _proves(turn)
    nomination = waiting_nomination(turn) if turn.inbound.kind is Kind.IMAGE else None
    if nomination is not None:
        _keep(turn, None)
        return Reply(in_words(execute(AddNominationPicture(nomination), turn), turn.here))
    ticket = report_still_open(turn)
    _keep(turn, ticket.number if ticket else None)
    if ticket is not None:
        _show(turn, ticket.number)
    return _answer(turn, ticket)


def _show(turn: Turn, number: str) -> None:
    """What joins a report that somebody works on is shown to them."""
    (ticket,) = work_tickets(turn.uow, [number])
    if ticket.assignee_id is not None and ticket.state is TicketState.IN_PROGRESS:
        show_report(turn, ticket, ticket.assignee_id)


def voice(turn: Turn) -> Reply:
    """A voice message: its transcript is a report of its own when none is open; without one it is kept like a picture."""
    ticket = report_still_open(turn)
    if ticket is None and turn.meaning is not None and turn.meaning.intent in (Intent.REPORT, Intent.QUESTION):
        reply = open_report(turn)
        _keep(turn, reply.ticket)
        return reply
    _keep(turn, ticket.number if ticket else None)
    return _answer(turn, ticket)


def location(turn: Turn) -> Reply:
    """A position on the map with the map's name for it."""
    lat, lon, label = turn.inbound.lat, turn.inbound.lon, turn.inbound.text
    if lat is None or lon is None:
        raise ValueError("a location without degrees")
    if wanted(turn) is not None:
        pin(turn.uow, account_id=turn.account.id, number=None, lat=lat, lon=lon, label=label, now=turn.now)
        return _proves(turn)
    if position_checks_in(turn):
        return Reply(in_words(execute(ShowPosition(lat, lon), turn), turn.here))
    ticket = report_still_open(turn)
    number = ticket.number if ticket else None
    pin(turn.uow, account_id=turn.account.id, number=number, lat=lat, lon=lon, label=label, now=turn.now)
    if ticket is not None:
        locate(turn.uow, ticket.number, lat, lon, None if _asked_where(turn) else label)
    return point_of(turn, lat, lon, label) or _answer(turn, ticket)


def _proves(turn: Turn) -> Reply:
    turn.account.loose_media_at = turn.now
    return Reply(in_words(outcome_of_proof(turn), turn.here))


def _asked_where(turn: Turn) -> bool:
    question = asked(turn)
    return question is not None and question.kind == Question.PLACE


def _keep(turn: Turn, number: str | None) -> None:
    if turn.inbound.media_id is None:
        raise ValueError("media without an id")
    schedule_download(
        turn.uow, account_id=turn.account.id, number=number, kind=turn.inbound.kind.value, now=turn.now,
        media_id=turn.inbound.media_id, transcript=turn.inbound.text if turn.inbound.kind is Kind.VOICE else None,
    )  # fmt: skip


def _answer(turn: Turn, ticket: OwnTicket | None) -> Reply:
    kind = turn.inbound.kind.value
    if ticket is not None:
        return Reply(texts.joined(kind, ticket.number, ticket.summary))
    change_account(turn.uow, turn.account.id, loose_media_at=turn.now)
    turn.account.loose_media_at = turn.now
    if asked(turn) is None:
        ask(turn, Question.PROBLEM)
    if turn.person_id is not None and load_of(turn.uow, [turn.person_id]):
        return Reply(work_words.MEDIA_FOR_WORK.format(what=texts.MEDIA_NAMES[kind]))
    return Reply(texts.media_first(kind))
