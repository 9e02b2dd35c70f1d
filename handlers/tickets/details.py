"""A command that lacks something: asked for once, and the next words complete it."""

from handlers.inbound import Reply
from handlers.questions import Question, ask_slot, asked, settled
from handlers.turn import Turn
from storage.work_tickets import WorkTicket
from understanding.intent import Intent, Meaning

_WORDS = frozenset({Intent.REPORT, Intent.QUESTION, Intent.NOISE, Intent.RATE, Intent.URGE, Intent.THANKS})
_ACTS = frozenset({"", "ask", "good", "abuse"})
"""What a text without a command of its own may look like."""


def ask_detail(turn: Turn, ticket: WorkTicket | None, question: str, before: str = "") -> Reply:
    """Asks for what the sender's command lacks, and keeps the command; `before`: what of it was said already."""
    assert turn.meaning is not None
    number = None if ticket is None else ticket.number
    ask_slot(turn, turn.meaning.intent, turn.meaning.act, number=number, before=before)
    return Reply(question)


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
