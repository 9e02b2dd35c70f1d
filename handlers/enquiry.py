"""A question: answered at once where the answer is known; else, or when that was no help, a ticket for somebody."""

from handlers.inbound import Reply
from handlers.questions import Question, ask, settled
from handlers.report import open_report, report
from handlers.texts import enquiry as words
from handlers.turn import Turn
from storage.console.answers import known_answers, note_asked
from storage.dialogues import OpenQuestion
from understanding.likeness import answer_to
from understanding.replies import no_help_in


def enquire(turn: Turn) -> Reply:
    """The known answer with what to say if it is none; else the question becomes a ticket."""
    known = known_answers(turn.uow)
    hit = answer_to(turn.words, [each.question for each in known]) if known else None
    if hit is None:
        return report(turn)
    found = known[hit.place]
    note_asked(turn.uow, found.id)
    ask(turn, Question.ANSWERED, text=turn.inbound.text or turn.words)
    return Reply(words.ANSWERED.format(answer=found.answer))


def was_no_help(turn: Turn, question: OpenQuestion) -> Reply | None:
    """转人工: what was asked becomes a ticket; None when the writer speaks of something else."""
    if not no_help_in(turn.words):
        return None
    settled(turn)
    return open_report(turn, text=question.data["text"])
