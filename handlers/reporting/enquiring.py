"""A question: answered at once where the answer is known; else, or when that was no help, a ticket for somebody."""

from handlers.catalogue import execute, executes
from handlers.context import Context
from handlers.conversation.questions import Question, ask
from handlers.reporting.commands import AskPerson, AskQuestion, ReportProblem
from handlers.reporting.outcomes import KnownAnswer, Placed, Reported, WhatIsWrong
from handlers.reporting.queries import settle
from handlers.reporting.reading import as_report
from storage.console.answers import known_answers, note_asked
from understanding.likeness import answer_to
from understanding.normalise import normalise


@executes(AskQuestion)
def enquire(command: AskQuestion, ctx: Context) -> KnownAnswer | Reported | Placed | WhatIsWrong:
    """The known answer with what to say if it is none; else the question becomes a ticket."""
    known, words = known_answers(ctx.uow), normalise(command.text)
    hit = answer_to(words, [each.question for each in known]) if known else None
    if hit is None:
        outcome: Reported | Placed | WhatIsWrong = execute(
            as_report(command.text, words, command.reading, ctx.here), ctx
        )
        return outcome
    found = known[hit.place]
    note_asked(ctx.uow, found.id)
    ask(ctx, Question.ANSWERED, text=command.text)
    return KnownAnswer(found.answer)


@executes(AskPerson)
def ask_person(command: AskPerson, ctx: Context) -> Reported:
    """What was asked becomes a ticket."""
    settle(ctx, Question.ANSWERED)
    reported: Reported = execute(ReportProblem(command.text), ctx)
    return reported
