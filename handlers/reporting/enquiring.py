"""A question: answered at once where the answer is known; else, or when that was no help, a ticket for somebody."""

from dataclasses import replace
from datetime import datetime, timedelta

from governance.tickets.deadlines import handle_by
from governance.tickets.states import ENDED
from governance.tickets.urgency import Urgency
from handlers.area_notices.known import announced_answer
from handlers.area_notices.outcomes import AnnouncedThere, IsAnnounced
from handlers.catalogue import execute, executes
from handlers.context import Context
from handlers.conversation.questions import Question, ask, asked
from handlers.reporting.commands import AskedOnly, AskPerson, AskQuestion, ReportProblem
from handlers.reporting.correcting import open_one
from handlers.reporting.flood import kept_for_person
from handlers.reporting.flood_outcomes import KeptForPerson
from handlers.reporting.outcomes import (
    AboutWhat,
    IsQuestion,
    KnownAnswer,
    NoSparks,
    Placed,
    Reported,
    WhatIsWrong,
    WithPerson,
)
from handlers.reporting.queries import own_tickets, settle
from handlers.reporting.reading import as_report
from handlers.reporting.texts import NOTED_AS_QUESTION
from handlers.reporting.whereabouts import read_words
from handlers.tickets.moving import note_event
from handlers.tickets.urgency import change_urgency
from storage.console.answers import known_answers, note_asked
from storage.tickets import OwnTicket
from understanding.asked_about import asks_about_sparks, asks_for_service, asks_only
from understanding.gas import smells_of_gas
from understanding.likeness import answer_to
from understanding.normalise import normalise
from understanding.reading import Reading
from understanding.walks import tells_of_wrong

JUST_ASKED = timedelta(days=1)
"""So long who asks for a person means what they asked last."""


@executes(AskQuestion)
def enquire(
    command: AskQuestion, ctx: Context
) -> NoSparks | KnownAnswer | AnnouncedThere | IsAnnounced | Reported | Placed | WhatIsWrong | KeptForPerson:
    """What is announced, or the known answer, with what to say if it is none; else a ticket, with when it is answered.

    Before all that: no to what makes sparks where gas was reported.
    """
    words = normalise(command.text)
    gas = _gas_reported(ctx) if asks_about_sparks(words) else None
    if gas is not None:
        return NoSparks(gas.number)
    announced = announced_answer(ctx, words)
    if announced is not None:
        ask(ctx, Question.ANSWERED, text=command.text)
        return announced
    known = known_answers(ctx.uow)
    hit = answer_to(words, [each.question for each in known]) if known else None
    if hit is None:
        reading = _as_question(words, command.reading or read_words(words, ctx.here))
        outcome: IsAnnounced | Reported | Placed | WhatIsWrong | KeptForPerson = execute(
            as_report(command.text, words, reading, ctx.here), ctx
        )
        return _promised(ctx, outcome, reading) if isinstance(outcome, Reported) else outcome
    found = known[hit.place]
    note_asked(ctx.uow, found.id)
    ask(ctx, Question.ANSWERED, text=command.text)
    return KnownAnswer(found.answer)


@executes(AskedOnly)
def asked_only(command: AskedOnly, ctx: Context) -> IsQuestion:
    """不是报修，就是问问: the report that was just made becomes a question. A danger stays one; so does what is older, and a
    trouble that was plainly told where nobody says that it was no report.
    """
    ticket = open_one(ctx, command.ticket)
    fresh = ctx.now - ticket.opened_at <= ctx.config.rules.join_window
    told = tells_of_wrong(normalise(ticket.summary)) and not command.denied
    if ticket.urgency == Urgency.HAZARD or not fresh or told:
        return IsQuestion(ticket.number, None)
    if ticket.urgency != Urgency.ENQUIRY:
        note_event(ctx, ticket, "correct", NOTED_AS_QUESTION)
        change_urgency(ctx, ticket.number, Urgency.ENQUIRY)
    return IsQuestion(ticket.number, _answer_by(ctx, Urgency.ENQUIRY, ticket.opened_at))


@executes(AskPerson)
def ask_person(command: AskPerson, ctx: Context) -> Reported | WithPerson | AboutWhat | KeptForPerson:
    """What is said with the wish, else what was asked last, becomes a ticket; where that is one already it is named."""
    text = command.text or _asked_last(ctx)
    if not text:
        waiting = _waiting_question(ctx)
        if waiting is not None:
            return WithPerson(waiting.number, waiting.summary, _answer_by(ctx, waiting.urgency, waiting.opened_at))
        ask(ctx, Question.PERSON)
        return AboutWhat(_answer_by(ctx, Urgency.ENQUIRY, ctx.now))
    for question in (Question.ANSWERED, Question.CHOICE, Question.PERSON):
        settle(ctx, question)
    reading = _as_question(normalise(text), read_words(normalise(text), ctx.here))
    kept = kept_for_person(ctx, text, reading)
    if kept is not None:
        return kept
    return _promised(ctx, execute(ReportProblem(text, reading=reading, anyway=True), ctx), reading)


def _asked_last(ctx: Context) -> str:
    """The text that was answered without help, or that nobody was sure what it meant."""
    question = asked(ctx)
    if question is None or question.kind not in (Question.ANSWERED, Question.CHOICE):
        return ""
    return str(question.data["text"])


def _gas_reported(ctx: Context) -> OwnTicket | None:
    """The sender's own report of gas that is not over."""
    open_ones = (ticket for ticket in own_tickets(ctx) if ticket.state not in ENDED)
    return next((ticket for ticket in open_ones if smells_of_gas(ticket.summary)), None)


def _waiting_question(ctx: Context) -> OwnTicket | None:
    """The sender's last question that is with somebody already."""
    return next(
        (
            ticket
            for ticket in own_tickets(ctx)
            if ticket.urgency == Urgency.ENQUIRY
            and ticket.state not in ENDED
            and ctx.now - ticket.opened_at <= JUST_ASKED
        ),
        None,
    )


def _as_question(words: str, reading: Reading) -> Reading:
    """A question is answered in words: nobody has to be told where. One that only names a place besides is one all the same."""
    if reading.hazard is not None or reading.urgency != Urgency.NORMAL:
        return reading
    plainly = reading.said is None or asks_for_service(words) or asks_only(words)
    return replace(reading, urgency=Urgency.ENQUIRY.value) if plainly else reading


def _promised(ctx: Context, reported: Reported, reading: Reading) -> Reported:
    """With until when it is answered, as the ticket's own promise has it; who is in danger is told something else."""
    if reported.hazard is not None:
        return reported
    return replace(reported, answer_by=_answer_by(ctx, reading.urgency, ctx.now))


def _answer_by(ctx: Context, urgency: str, since: datetime) -> datetime:
    return handle_by(Urgency(urgency), since, ctx.config.times).due_at
