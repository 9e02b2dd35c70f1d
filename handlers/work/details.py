"""A command that lacks something: asked for once, and the next words complete it."""

from governance.tickets.lifecycle import Move
from handlers.inbound import Reply
from handlers.questions import Question, ask, asked, settled
from handlers.texts.work import short
from handlers.turn import Turn
from handlers.work.finding import Found, find, said
from storage.work_tickets import WorkTicket
from understanding.intent import Intent, Meaning

_WORDS = frozenset({Intent.REPORT, Intent.QUESTION, Intent.NOISE, Intent.RATE, Intent.URGE, Intent.THANKS})
_ACTS = frozenset({"", "ask", "good", "abuse"})
"""What a text without a command of its own may look like."""


def ask_detail(turn: Turn, ticket: WorkTicket | None, question: str, before: str = "") -> Reply:
    """Asks for what the sender's command lacks, and keeps the command; `before`: what of it was said already."""
    assert turn.meaning is not None
    intent, act = turn.meaning.intent.value, turn.meaning.act
    number = None if ticket is None else ticket.number
    ask(turn, Question.DETAIL, number=number, intent=intent, act=act, before=before)
    return Reply(question)


def with_note(turn: Turn, question: str, *moves: Move, verb: str = "") -> tuple[Found, str] | Reply:
    """The ticket that the sender means (see find), with what they say of it; `question` asks for that where it is missing."""
    found = find(turn, *moves, verb=verb)
    if isinstance(found, Reply):
        return found
    note = said(turn)
    if not note:
        return ask_detail(turn, found.ticket, question.format(n=short(found.ticket.number)))
    return found, note


def completed(turn: Turn) -> Turn | None:
    """The turn as the command that was waiting for these words; None when nothing waits, or the words are a command."""
    question = asked(turn)
    if question is None or question.kind != Question.DETAIL or turn.meaning is None:
        return None
    if turn.meaning.intent not in _WORDS or turn.meaning.ticket is not None or turn.meaning.act not in _ACTS:
        return None
    settled(turn)
    data = question.data
    whole = data["before"] + turn.words
    return turn.with_words(whole, Meaning(Intent(data["intent"]), data["number"], whole.lower(), data["act"]))
