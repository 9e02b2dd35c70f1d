"""What an answer to the bot's question does. Anything that is no answer goes its usual way, and the question stays."""

from collections.abc import Callable

from governance.tickets.urgency import Urgency
from handlers import texts
from handlers.enquiry import was_no_help
from handlers.inbound import Reply
from handlers.outcomes import in_words
from handlers.questions import Question, asked, settled
from handlers.report import ask_place, open_report, read, write_ticket
from handlers.texts import work as work_words
from handlers.ticket_place import (
    Whereabouts,
    announce,
    at,
    complete,
    near_point,
    offered,
    says_only_a_place,
    whereabouts,
)
from handlers.tickets.merging import join_neighbours
from handlers.tickets.rating import keep_reason
from handlers.tickets.relay import answered
from handlers.tickets.request_outcomes import KeptApart
from handlers.tickets.urgency import change_urgency
from handlers.turn import Turn
from storage.dialogues import OpenQuestion
from storage.tickets import PlacedTicket, record, set_summary, tickets_numbered
from understanding.hazard import hazard_in
from understanding.intent import Intent
from understanding.normalise import plain
from understanding.place_search import search
from understanding.reading import Reading
from understanding.replies import apart_in, choice_in, danger_in, like_a_place, same_in
from understanding.summary import summary_of

LONGEST_REMARK = 24


def answer_of(turn: Turn) -> Reply | None:
    """The reply when the turn's text answers the question that the sender was asked; None when it does not."""
    question = asked(turn)
    if question is None:
        return None
    if turn.meaning is not None and turn.meaning.act == "leave":
        settled(turn)
        if question.kind in (Question.DETAIL, Question.EVIDENCE):
            return Reply(work_words.NOT_ANY_MORE)
        return Reply(texts.left_open(question.data.get("numbers") or []))
    return BY_KIND[Question(question.kind)](turn, question)


def point_of(turn: Turn, lat: float, lon: float, label: str | None) -> Reply | None:
    """The reply when a location answers the question where it is."""
    question = asked(turn)
    if question is None or question.kind != Question.PLACE:
        return None
    place, candidates = near_point(turn, lat, lon)
    if place is None and candidates:
        return Reply(ask_place(turn, question.data["numbers"], candidates))
    where = at(turn, place) if place is not None else Whereabouts(None, label)
    return _placed(turn, question, where) if where.text else None


def code_of(turn: Turn, place: int) -> Reply | None:
    """The reply when a scanned code answers the question where it is."""
    question = asked(turn)
    return None if question is None or question.kind != Question.PLACE else _placed(turn, question, at(turn, place))


def _place(turn: Turn, question: OpenQuestion) -> Reply | None:
    candidates: list[int] = question.data["candidates"]
    chosen = choice_in(turn.words, len(candidates))
    if chosen is not None:
        return _placed(turn, question, at(turn, candidates[chosen]))
    if turn.meaning is None or turn.meaning.intent not in (Intent.REPORT, Intent.QUESTION, Intent.NOISE, Intent.BIND):
        return None
    if turn.meaning.intent is Intent.BIND and turn.meaning.act != "home":
        return None
    reading = read(turn, turn.inbound.text or turn.words)
    if says_only_a_place(turn):
        return _place_said(turn, question, reading)
    if len(turn.words) > LONGEST_REMARK or reading.category is not None or reading.hazard is not None:
        return None
    if like_a_place(turn.words) and turn.meaning.intent is Intent.REPORT:
        return _placed(turn, question, Whereabouts(None, turn.words[:80]))
    return _remark(turn, question)


def _place_said(turn: Turn, question: OpenQuestion, reading: Reading) -> Reply:
    """A place: the tree's, where it is clear; of several (3幢) one more choice; else the writer's words."""
    if reading.place is not None:
        return _placed(turn, question, whereabouts(turn, reading, turn.inbound.text or turn.words))
    numbers: list[str] = question.data["numbers"]
    if len(reading.candidates) > 1 and not question.data.get("again"):
        return Reply(ask_place(turn, numbers, offered(reading.candidates), again=True))
    return _placed(turn, question, Whereabouts(None, reading.said or turn.words[:80]))


def _remark(turn: Turn, question: OpenQuestion) -> Reply:
    """Words that are neither a place nor a problem: kept beside the ticket, and the question stands."""
    numbers: list[str] = question.data["numbers"]
    for ticket in _tickets(turn, numbers):
        record(turn.uow, ticket.number, turn.account.id, "remark", ticket.state, ticket.state, turn.now, turn.words)
    return Reply(texts.STILL_WHERE)


def _problem(turn: Turn, question: OpenQuestion) -> Reply | None:
    if turn.meaning is None or turn.meaning.intent not in (Intent.REPORT, Intent.QUESTION):
        return None
    if says_only_a_place(turn):
        return None
    settled(turn)
    text = question.data.get("place_text")
    return open_report(turn, Whereabouts(question.data.get("place"), text) if text else None)


def _danger(turn: Turn, question: OpenQuestion) -> Reply | None:
    number = question.data["number"]
    danger = danger_in(turn.words)
    if danger is None:
        return None
    settled(turn)
    if danger:
        return Reply(texts.IS_DANGER.format(number=number))
    for ticket in _tickets(turn, [number]):
        record(turn.uow, ticket.number, turn.account.id, "no_danger", ticket.state, ticket.state, turn.now)
        change_urgency(turn, number, Urgency.NORMAL)
    return Reply(texts.NO_DANGER.format(number=number))


def _split(turn: Turn, question: OpenQuestion) -> Reply | None:
    apart = apart_in(turn.words)
    if apart is None:
        return None
    if apart:
        return _apart(turn, question.data["number"], question.data["parts"])
    settled(turn)
    return Reply(texts.KEPT_TOGETHER.format(number=question.data["number"]))


def _apart(turn: Turn, number: str, parts: list[str]) -> Reply:
    """The first part stays with its ticket, each other gets one of its own at the same place unless it names another."""
    settled(turn)
    (first,) = _tickets(turn, [number])
    category = read(turn, parts[0]).category
    set_summary(turn.uow, number, summary_of(parts[0]), category.code if category else None)
    where = at(turn, first.place_id) if first.place_id is not None else Whereabouts(None, first.place_text)
    opened, missing = [(number, summary_of(parts[0]))], [] if first.place_text else [number]
    for part in parts[1:]:
        reading = read(turn, part)
        own = whereabouts(turn, reading, part)
        own = own if own.place_id is not None or where.text is None else where
        new, summary = write_ticket(turn, part, reading, own)
        announce(turn, new, summary, own, reading.urgency)
        opened.append((new, summary))
        missing += [] if own.text else [new]
    question = ask_place(turn, missing, []) if missing else ""
    return Reply(texts.split(opened, question), number)


def _placed(turn: Turn, question: OpenQuestion, where: Whereabouts) -> Reply:
    settled(turn)
    numbers: list[str] = question.data["numbers"]
    tickets = _tickets(turn, numbers)
    for ticket in tickets:
        complete(turn, ticket, where)
    return Reply(texts.placed("、".join(ticket.number for ticket in tickets), where.text or ""))


def _tickets(turn: Turn, numbers: list[str]) -> list[PlacedTicket]:
    return list(reversed(tickets_numbered(turn.uow, numbers)))


def _join(turn: Turn, question: OpenQuestion) -> Reply | None:
    """一起, or not: what a neighbour has reported."""
    same, number = same_in(turn.words), question.data["number"]
    if same is None:
        return None
    settled(turn)
    found = join_neighbours(turn, number, question.data["into"]) if same else KeptApart(number)
    return Reply(in_words(found, turn.here))


def _reason(turn: Turn, question: OpenQuestion) -> Reply | None:
    """Why somebody is dissatisfied."""
    if not _talk(turn):
        return None
    settled(turn)
    return Reply(in_words(keep_reason(turn, question.data["number"], turn.words), turn.here))


def _reply(turn: Turn, question: OpenQuestion) -> Reply | None:
    """What a worker wanted to know."""
    if not _talk(turn):
        return None
    settled(turn)
    return answered(turn, question.data["number"], question.data["person"])


_TALK = frozenset({Intent.REPORT, Intent.QUESTION, Intent.NOISE, Intent.THANKS})


def _talk(turn: Turn) -> bool:
    """Whether the words are no command and no new report: that would name a place or tell of a danger."""
    if turn.meaning is None or turn.meaning.intent not in _TALK or turn.meaning.act:
        return False
    said = plain(turn.words)
    return not search(turn.places, said) and hazard_in(said) is None  # the sender's own building is not looked at


def _nothing(turn: Turn, question: OpenQuestion) -> Reply | None:
    """Waits for something else than words."""
    return None


BY_KIND: dict[Question, Callable[[Turn, OpenQuestion], Reply | None]] = {
    Question.PLACE: _place,
    Question.PROBLEM: _problem,
    Question.DANGER: _danger,
    Question.SPLIT: _split,
    Question.JOIN: _join,
    Question.REASON: _reason,
    Question.REPLY: _reply,
    Question.DETAIL: _nothing,
    Question.EVIDENCE: _nothing,
    Question.THERE: _nothing,
    Question.STAR_PHOTO: _nothing,
    Question.ANSWERED: was_no_help,
}
