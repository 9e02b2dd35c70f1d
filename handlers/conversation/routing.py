"""Which command a message is: by its kind, as the answer to an open question, or by its words."""

from collections.abc import Callable
from dataclasses import fields, replace
from typing import Any

from handlers.activities.commands import ShowMyActivities
from handlers.area_notices.known import only_announced
from handlers.catalogue import entry_of, execute
from handlers.context import Context
from handlers.conversation.activity_named import activity_named
from handlers.conversation.answers import answer_in
from handlers.conversation.back_asked import back_asked
from handlers.conversation.commands import (
    DoSeveral,
    HearTalk,
    OfferChoice,
    ReceiveLocation,
    ReceivePicture,
    ReceiveVoice,
    ScanCode,
    SendLink,
    SendUnknown,
    ShowHelp,
    StartReport,
    Subscribe,
    Unsubscribe,
)
from handlers.conversation.completing import completed, leaves_its_question, read_as
from handlers.conversation.council_meant import council_meant
from handlers.conversation.deciding import decide
from handlers.conversation.elsewhere import truly_meant
from handlers.conversation.gathering_meant import gathering_meant
from handlers.conversation.guessed_place import place_put_right
from handlers.conversation.harmless import harmless_in
from handlers.conversation.interpreting import Interpreted
from handlers.conversation.just_reported import of_what_was_reported
from handlers.conversation.life_first import life_first
from handlers.conversation.not_done import denied_end
from handlers.conversation.offering import offered
from handlers.conversation.order_given import dispatch_meant
from handlers.conversation.other_ticket import keep_which
from handlers.conversation.project_meant import project_meant
from handlers.conversation.questions import AskedTwice, Question, settled
from handlers.conversation.reported_in_order import reported_in_order
from handlers.conversation.slips import slip_in
from handlers.conversation.visit_meant import visit_meant
from handlers.conversation.waiting import asked_again, misses_its_answer
from handlers.conversation.who_i_am import introduced
from handlers.councils.commands import ShowMeetings, ShowTopics
from handlers.duty.commands.presence import CheckIn
from handlers.duty.commands.shifts import ShowMyShifts, ShowShifts
from handlers.inbound import Inbound, Kind, Trace
from handlers.outcomes import Tone, tone_of
from handlers.people.commands import BindAccount, RequestAbsence, ShowIdentity
from handlers.projects.commands import ShowMyProjects, ShowProjects
from handlers.registry import READS
from handlers.reporting.commands import (
    AskQuestion,
    CorrectReport,
    NamePlace,
    ReportProblem,
    ShowArea,
    ShowProgress,
    WithdrawReport,
)
from handlers.reporting.reading import as_report
from handlers.reporting.whereabouts import read_words, says_only_a_place
from handlers.said import Said
from handlers.stars.commands import Nominate, ShowRoll
from handlers.surveys.reading import said_of_vote, said_to_survey
from handlers.tickets.commands import AddRemark, ShowMyTickets
from storage.dialogues import OpenQuestion
from understanding.candidate import Candidate
from understanding.command_names import CommandName
from understanding.denied import other_topic
from understanding.interpretation import meaning_of_candidate
from understanding.meaning import Meaning
from understanding.normalise import normalise
from understanding.swap_said import swaps_with

ELSEWHERE = frozenset({CommandName.CHOOSE_HOME, CommandName.HEAR_TALK, CommandName.CORRECT_REPORT, None})
"""What a place and nothing else looks like: it completes the last report, or is asked what is wrong there."""
BY_MENU_KEY: dict[str, Any] = {
    "REPORT": StartReport(),
    "PROGRESS": ShowProgress(),
    "WITHDRAW": WithdrawReport(),
    "HELP": ShowHelp(),
    "GRID": ShowArea(),
    "MY_TICKETS": ShowMyTickets(),
    "IDENTITY": ShowIdentity(),
    "BIND": BindAccount(),
    "LEAVE": RequestAbsence(),
    "CHECK_IN": CheckIn(),
    "SHIFTS": ShowShifts(),
    "MY_SHIFTS": ShowMyShifts(),
    "NOMINATE": Nominate("", ""),
    "STARS": ShowRoll(),
    "PROJECTS": ShowProjects(),
    "MY_PROJECTS": ShowMyProjects(),
    "TOPICS": ShowTopics(),
    "MEETINGS": ShowMeetings(),
    "MY_ACTIVITIES": ShowMyActivities(),
}
"""The keys of the account's menu."""
BY_KIND: dict[Kind, Callable[[Inbound], Any]] = {
    Kind.IMAGE: lambda inbound: ReceivePicture(_there(inbound.media_id)),
    Kind.VIDEO: lambda inbound: ReceivePicture(_there(inbound.media_id), video=True),
    Kind.LOCATION: lambda inbound: ReceiveLocation(_there(inbound.lat), _there(inbound.lon), inbound.text),
    Kind.LINK: lambda _inbound: SendLink(),
    Kind.SUBSCRIBE: lambda inbound: Subscribe(inbound.key),
    Kind.UNSUBSCRIBE: lambda _inbound: Unsubscribe(),
    Kind.SCAN: lambda inbound: ScanCode(inbound.key or ""),
    Kind.CLICK: lambda inbound: BY_MENU_KEY.get((inbound.key or "").upper(), SendUnknown()),
    Kind.UNKNOWN: lambda _inbound: SendUnknown(),
}
"""What is no text and no voice."""


def respond(ctx: Context, inbound: Inbound, found: Interpreted | None) -> tuple[Any, Trace | None]:
    """Does what a message asks for; answers what comes of it (None for what only tells something) and what it was taken for.

    `found`: its text as it was understood, where it has one.
    """
    if inbound.kind is Kind.NOTICE:
        return None, None
    command = _wanted(ctx, inbound, found)
    try:
        outcome = execute(command, ctx if found is None else replace(ctx, answers=found.question))
    except AskedTwice:
        assert found is not None
        settled(ctx)
        command = _plainly_said(ctx, replace(found, question=None, interpretation=found.interpretation.no_answer))
        outcome = execute(command, ctx)
    keep_which(ctx, found, command, outcome)
    return outcome, _trace(command, found, outcome)


def _trace(command: Any, found: Interpreted | None, outcome: Any) -> Trace:
    named = found is not None and found.interpretation.terse is None
    sure = found.interpretation.best.probability if found is not None and named else 1.0
    filled = tuple(each.name for each in fields(command) if getattr(command, each.name) not in (None, "", (), False))
    return Trace(entry_of(type(command)).name, round(sure, 2), filled, tone_of(outcome) is Tone.ASKS)


def _wanted(ctx: Context, inbound: Inbound, found: Interpreted | None) -> Any:
    """The command that a message is."""
    if inbound.kind is Kind.TEXT and found is not None:
        return _written(ctx, found)
    if inbound.kind is Kind.VOICE:
        return _spoken(ctx, inbound, found)
    return BY_KIND[inbound.kind](inbound)


def _written(ctx: Context, found: Interpreted) -> Any:
    """A life first; what is said to a survey by its number; an answer to the bot's question; or what the text says by itself."""
    life = life_first(found)
    if life is not None:
        settled(ctx)
        return life
    hazard = found.reading.hazard
    opinion = said_to_survey(found.text, hazard) or said_of_vote(found.text, hazard, ctx.here)
    if opinion is not None:
        return opinion
    if found.question is not None:
        whole = completed(found.question, found, ctx.here)
        if whole is not None:
            settled(ctx)
            return whole
        answer = answer_in(found.question, found, ctx.here)
        if answer is not None:
            return answer
        if leaves_its_question(found.question, found):
            settled(ctx)
    found = replace(found, interpretation=found.interpretation.no_answer)
    command = _plainly_said(ctx, found)
    if found.question is not None and misses_its_answer(found.question):
        unclear = isinstance(command, _TELLS_NOTHING) or (isinstance(command, OfferChoice) and len(found.words) <= FEW)
        if unclear and not found.question.data["again"]:
            return asked_again(found.question, ctx.here)
        settled(ctx)
    if _is_choice(found.question) and not isinstance(command, HearTalk | OfferChoice):
        settled(ctx)
    return command


def _is_choice(question: OpenQuestion | None) -> bool:
    """Whether it asks which of several is meant, things or people: the next list takes its place."""
    return question is not None and (question.kind in _CHOSEN or "people" in question.data)


_MAY_BE_PLACE = ELSEWHERE | {CommandName.REPORT_PROBLEM}
"""What words that say only where look like."""
_RESIDENT = "resident"
_MAY_SWAP = frozenset({
    CommandName.OFFER_SWAP, CommandName.REQUEST_ABSENCE, CommandName.CANCEL_SHIFT, CommandName.SHOW_MY_SHIFTS,
    CommandName.ASK_QUESTION, CommandName.HEAR_TALK, CommandName.TAKE_OVER_SHIFT, CommandName.SIGN_UP,
})  # fmt: skip
"""What a change of shifts with a colleague looks like."""
_TELLS_NOTHING = (HearTalk, StartReport)
"""What a text becomes of which nobody knows what it says."""
FEW = 8
"""So few words that may be several things were more likely meant for the open question."""
_CHOSEN = frozenset({Question.CHOICE.value, Question.WHOSE.value})
"""Questions that are left when something else is said."""


def _plainly_said(ctx: Context, found: Interpreted) -> Any:
    exact = found.interpretation.terse
    if exact is not None:
        return read_as(found, exact, ctx.here)
    plain = _told_plainly(ctx, found)
    if plain is not None:
        return plain
    if found.reading.hazard is None and only_announced(ctx, found.words) is not None:
        return AskQuestion(found.text, found.reading)
    back = back_asked(ctx, found)
    if back is not None:
        return back
    topic = other_topic(found.words)
    if topic:
        found = replace(found, text=topic, words=topic, reading=read_words(topic, ctx.here))
    if found.interpretation.best.command in _MAY_BE_PLACE and says_only_a_place(ctx.places, found.words):
        return place_put_right(ctx, found) or as_report(found.text, found.words, found.reading, ctx.here)
    decision = decide(found.interpretation, found.situation, found.reading, found.words)
    elsewhere = truly_meant(ctx, found, found.interpretation.best)
    if elsewhere is not None:
        return _taken(ctx, found, elsewhere)
    if decision.several:
        return DoSeveral(tuple(_taken(ctx, found, each) for each in decision.several))
    if decision.ask:
        return offered(found.text, decision.ask, found.situation)
    return HearTalk() if decision.do is None or decision.do.command is None else _taken(ctx, found, decision.do)


def _told_plainly(ctx: Context, found: Interpreted) -> Any | None:
    """What certain words say whatever the model holds likely, the first that fits; None where they say none of it."""
    return (
        introduced(found, ctx.here)
        or of_what_was_reported(ctx, found)
        or slip_in(ctx, found)
        or harmless_in(ctx, found)
        or denied_end(found, ctx.here)
        or reported_in_order(found)
        or council_meant(ctx, found)
        or project_meant(ctx, found)
        or gathering_meant(ctx, found)
        or activity_named(ctx, found)
        or _swap_asked(ctx, found)
        or visit_meant(found)
        or dispatch_meant(ctx, found)
    )


def _swap_asked(ctx: Context, found: Interpreted) -> Any | None:
    """A change of shifts with a colleague by name."""
    may = found.situation.role != _RESIDENT and found.interpretation.best.command in _MAY_SWAP
    if not may or not swaps_with(found.words):
        return None
    return read_as(found, Meaning(CommandName.OFFER_SWAP, None, found.words, free=True), ctx.here)


def _taken(ctx: Context, found: Interpreted, candidate: Candidate) -> Any:
    """The command that a candidate is, of the part of the text that says it."""
    if not candidate.words:
        return read_as(found, meaning_of_candidate(candidate, found.words), ctx.here)
    part, words = candidate.words.strip(), normalise(candidate.words)
    said = Said(part, words, meaning_of_candidate(candidate, words))
    return READS[said.meaning.command](said, ctx.here)


def _spoken(ctx: Context, inbound: Inbound, found: Interpreted | None) -> Any:
    """A spoken command is a command; what it tells besides is a report, or adds to one, as what a reporter remarks does."""
    said = None if found is None else _written(ctx, found)
    if (
        isinstance(said, AddRemark | CorrectReport)
        and found is not None
        and all(each.mine == "reporter" for each in found.situation.work)
    ):
        return ReceiveVoice(_there(inbound.media_id), inbound.text, None)
    if said is not None and not isinstance(said, ReportProblem | NamePlace | HearTalk | StartReport | OfferChoice):
        return said
    unsure = isinstance(said, OfferChoice) and found is not None and found.reading.category is None
    told = said if isinstance(said, ReportProblem | NamePlace | OfferChoice) and not unsure else None
    return ReceiveVoice(_there(inbound.media_id), inbound.text, told)


def _there(value: Any) -> Any:
    if value is None:
        raise ValueError("a message without what its kind carries")
    return value
