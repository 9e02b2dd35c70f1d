"""What an answer to the bot's question asks for, read purely: from the question, what was kept with it, and the words.

What is no answer (None) goes its usual way, and the question stays.
"""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from handlers.context import Here
from handlers.conversation.another_matter import tells_another_matter, words_of
from handlers.conversation.commands import CancelDialogue, DoSeveral
from handlers.conversation.interpreting import Interpreted
from handlers.conversation.listed import shift_listed
from handlers.conversation.previewed import notice_answer
from handlers.conversation.questions import Question
from handlers.conversation.reply import PLAINLY, TALK, TELLS, WORDY, says_something_else, variant_of
from handlers.conversation.signing_in import sign_in_answer
from handlers.reporting.commands import (
    AnswerWorker,
    AskPerson,
    ConfirmDanger,
    GiveReason,
    JoinReport,
    KeepApart,
    KeepTogether,
    PlaceReports,
    RemarkOnReports,
    ReportProblem,
    SplitReport,
    WithdrawReport,
)
from handlers.reporting.reading import as_report
from handlers.reporting.whereabouts import (
    LONGEST_PLACE,
    Whereabouts,
    near_point,
    offered,
    read_words,
    says_only_a_place,
)
from handlers.requests.commands import NameRequestUnit
from handlers.stars.commands import CorrectNominee
from handlers.surveys.commands import AnswerSurvey
from handlers.surveys.reading import chosen, in_own_words
from storage.dialogues import OpenQuestion
from understanding.asked_about import is_content, only_asks
from understanding.command_names import CommandName
from understanding.correction import home_put_right, names_building
from understanding.danger import DOUBT
from understanding.danger_answer import danger_answered
from understanding.handing_over import matter_in
from understanding.meaning import terse
from understanding.nomination import corrects_name, full_name
from understanding.normalise import normalise, plain
from understanding.place_search import NOT_SAID, search
from understanding.reading import Reading, is_complete
from understanding.replies import (
    apart_in,
    choice_in,
    like_a_place,
    no_help_in,
    same_in,
    something_else_in,
)
from understanding.sent_by_mistake import sent_by_mistake, takes_it_back
from understanding.summary import says_what_is_wrong
from understanding.worried import asks_what_to_do

LONGEST_REMARK, LONGEST_NAME_TOLD, SHORTEST_UNIT = 24, 40, 2
LONGEST_DENIAL = 6
"""A denial (不是, 是别的问题) of more letters says what it is."""
_MAY_BE_PLACE = TELLS | {
    CommandName.HEAR_TALK, CommandName.START_REPORT, CommandName.VENT_ANGER, CommandName.CHOOSE_HOME,
    CommandName.ADD_REMARK, CommandName.CORRECT_REPORT,
}  # fmt: skip
_MAY_BE_MATTER = TELLS | {CommandName.VENT_ANGER, CommandName.ADD_REMARK, CommandName.RELAY_TO_WORKER}
_OPINION, _REASONED = WORDY | {CommandName.REOPEN_TICKET, CommandName.LOOK_BACK_AGAIN}, TALK | {CommandName.VENT_ANGER}
Data = dict[str, Any]


def answer_in(question: OpenQuestion, found: Interpreted, here: Here) -> Any | None:
    """The command that the words are as the answer to this question; None when they are none."""
    exact = found.interpretation.terse
    if exact is not None and exact.command is CommandName.CANCEL_DIALOGUE:
        return None
    read = ANSWERS.get(Question(question.kind))
    return None if read is None else read(question.data, found, here)


def placed_by_point(
    question: OpenQuestion, lat: float, lon: float, label: str | None, here: Here
) -> PlaceReports | None:
    """What a position answers to the question where it is; None to any other, and where it lies nowhere."""
    if question.kind != Question.PLACE:
        return None
    numbers = tuple(question.data["numbers"])
    place, near = near_point(here.places, lat, lon)
    if place is None and not near and not label:
        return None
    return PlaceReports(numbers, place, "" if place is not None or near else label or "", near)


def placed_by_code(question: OpenQuestion, place: int) -> PlaceReports | None:
    """What a scanned code answers to the question where it is; None to any other."""
    return PlaceReports(tuple(question.data["numbers"]), place) if question.kind == Question.PLACE else None


def _place(data: Data, found: Interpreted, here: Here) -> PlaceReports | RemarkOnReports | None:
    numbers, candidates = tuple(data["numbers"]), data["candidates"]
    chosen = choice_in(found.words, len(candidates))
    if chosen is not None:
        return PlaceReports(numbers, candidates[chosen], data.get("said", ""))
    if found.words.isdecimal():  # more than were offered: no house is called by a number alone
        return (
            PlaceReports(numbers, None, "", tuple(candidates)) if candidates else RemarkOnReports(numbers, found.words)
        )
    if home_put_right(found.words) or says_something_else(found, _MAY_BE_PLACE):
        return None
    reading = found.reading or read_words(found.words, here)
    if says_only_a_place(here.places, found.words):
        return _place_said(data, found, reading)
    tells = is_complete(reading) and says_what_is_wrong(found.words)
    answers = variant_of(found) == "text" and not tells
    if not answers and (
        len(found.words) > LONGEST_REMARK or reading.category is not None or reading.hazard is not None
    ):
        return None
    if answers and reading.place is not None:
        return _place_said(data, found, reading)
    if like_a_place(found.words):
        if names_building(found.words) and (reading.place is not None or len(reading.candidates) > 1):
            return _place_said(data, found, reading)
        return PlaceReports(numbers, None, found.words[:LONGEST_PLACE])
    return RemarkOnReports(numbers, found.words)


def _place_said(data: Data, found: Interpreted, reading: Reading) -> PlaceReports:
    """A place: the tree's, where it is clear; of several (3幢) one more choice; else the writer's words."""
    numbers = tuple(data["numbers"])
    if reading.place is not None:
        return PlaceReports(numbers, reading.place.place, found.text)
    words = reading.said or found.words[:LONGEST_PLACE]
    several = len(reading.candidates) > 1 and not data.get("again")
    return PlaceReports(numbers, None, words, offered(reading.candidates) if several else ())


def _problem(data: Data, found: Interpreted, here: Here) -> Any | None:
    if says_something_else(found, TELLS) or says_only_a_place(here.places, found.words):
        return None
    if found.interpretation.terse is not None:
        return None
    if sent_by_mistake(found.words):
        return CancelDialogue()
    text = data.get("place_text")
    default = Whereabouts(data.get("place"), text) if text else None
    told = as_report(found.text, found.words, found.reading, here, default)
    return replace(told, thing=data["thing"]) if data.get("thing") and isinstance(told, ReportProblem) else told


def _danger(data: Data, found: Interpreted, _here: Here) -> ConfirmDanger | DoSeveral | None:
    """With the place where that is said as well (还晃着，就在2幢)."""
    danger = danger_answered(found.words, variant_of(found))
    if danger is None or tells_another_matter(found, [words_of(found, data["number"])]):
        return None
    answer, place = ConfirmDanger(data["number"], danger), found.reading.place
    if not danger and takes_it_back(found.words):
        return DoSeveral((answer, WithdrawReport(data["number"])))
    if not danger or place is None or place.reason in NOT_SAID:
        return answer
    return DoSeveral((answer, PlaceReports((data["number"],), place.place, found.text)))


def _split(data: Data, found: Interpreted, _here: Here) -> SplitReport | KeepTogether | None:
    apart = _either(apart_in(found.words), found)
    if apart is None:
        return None
    return SplitReport(data["number"], tuple(data["parts"])) if apart else KeepTogether(data["number"])


def _join(data: Data, found: Interpreted, _here: Here) -> JoinReport | KeepApart | None:
    same = _either(same_in(found.words), found)
    if same is None or tells_another_matter(found, [words_of(found, data["number"])]):
        return None
    return JoinReport(data["number"], data["into"]) if same else KeepApart(data["number"])


def _either(plainly: bool | None, found: Interpreted) -> bool | None:
    """Yes or no: to the letter, else by its meaning."""
    if plainly is None and home_put_right(found.words):
        return None
    return {"yes": True, "no": False}.get(variant_of(found) or "") if plainly is None else plainly


def _reason(data: Data, found: Interpreted, here: Here) -> GiveReason | None:
    return GiveReason(data["number"], found.words) if _talk(found, _OPINION, here) else None


def _reply(data: Data, found: Interpreted, here: Here) -> AnswerWorker | None:
    if asks_what_to_do(found.words) or not _talk(found, WORDY, here):
        return None
    return AnswerWorker(data["number"], data["person"], found.text)


def _no_help(data: Data, found: Interpreted, _here: Here) -> AskPerson | CancelDialogue | None:
    if only_asks(found.words) or (is_content(found.words) and found.interpretation.terse is None):
        return CancelDialogue()
    best = found.interpretation.best
    wants = no_help_in(found.words) or (best.command is CommandName.ASK_PERSON and best.probability >= PLAINLY)
    more = matter_in(found.words)
    return AskPerson("；".join([data["text"], found.text] if more else [data["text"]])) if wants else None


def _something_else(data: Data, found: Interpreted, here: Here) -> ReportProblem | None:
    """It is not what is announced: then it is a report as it was said first, with what is said of it now."""
    if not something_else_in(found.words):
        return None
    said = "；".join([data["text"], found.text]) if len(found.words) > LONGEST_DENIAL else data["text"]
    default = Whereabouts(data["place"], data["place_text"]) if data["place_text"] else None
    told = as_report(said, normalise(said), None, here, default)
    return replace(told, anyway=True) if isinstance(told, ReportProblem) else None


def _about(_data: Data, found: Interpreted, _here: Here) -> AskPerson | None:
    """What it is about, asked once more where only the wish is said again."""
    best, exact = found.interpretation.best, found.interpretation.terse
    if CommandName.ASK_PERSON in (best.command, exact and exact.command):
        return AskPerson(found.text if matter_in(found.words) else "")
    if exact is not None or says_something_else(found, _MAY_BE_MATTER):
        return None
    return AskPerson(found.text)


def _name(_data: Data, found: Interpreted, _here: Here) -> CorrectNominee | None:
    """The right name of who was just nominated; the picture may still come."""
    if len(found.words) > LONGEST_NAME_TOLD or not corrects_name(found.words, just_nominated=True):
        return None
    return CorrectNominee(full_name(found.words) or "")


def _unit(data: Data, found: Interpreted, _here: Here) -> NameRequestUnit | None:
    """By its place in the list, or by name."""
    units = data["units"]
    chosen = choice_in(found.words, len(units))
    named = [unit for unit, name in units if name.lower() in found.words or found.words in name.lower()]
    if chosen is None and (len(named) != 1 or len(found.words) < SHORTEST_UNIT):
        return None
    return NameRequestUnit(data["number"], units[chosen][0] if chosen is not None else named[0])


def _survey(data: Data, found: Interpreted, here: Here) -> AnswerSurvey | None:
    """A choice as it stands there; words, where they are wanted: no command, no courtesy, nothing of the sender's own tickets."""
    choice = chosen(data, found.text)
    if choice is not None:
        return choice
    exact = terse(found.words)
    if exact is not None and exact.command is not CommandName.HEAR_TALK:
        return None
    may_be = _REASONED if found.situation.tickets else WORDY
    return in_own_words(data, found.text) if _talk(found, may_be, here) else None


def _talk(found: Interpreted, may_be: frozenset[CommandName], here: Here) -> bool:
    """Whether the words are no command and no new report: that would name a place or tell of a danger."""
    if says_something_else(found, may_be) or found.interpretation.danger >= DOUBT:
        return False
    exact = found.interpretation.terse
    if exact is not None and exact.command not in TALK:
        return False
    best = found.interpretation.best
    return best.command is not CommandName.REPORT_PROBLEM or not search(here.places, plain(found.words))


ANSWERS: dict[Question, Callable[[Data, Interpreted, Here], Any | None]] = {
    Question.PLACE: _place,
    Question.PROBLEM: _problem,
    Question.DANGER: _danger,
    Question.SPLIT: _split,
    Question.JOIN: _join,
    Question.REASON: _reason,
    Question.REPLY: _reply,
    Question.ANSWERED: _no_help,
    Question.ANNOUNCED: _something_else,
    Question.NOTICE: notice_answer,
    Question.PERSON: _about,
    Question.LISTED: lambda data, found, _here: shift_listed(data, found),
    Question.SIGN_IN: sign_in_answer,
    Question.STAR_PHOTO: _name,
    Question.SURVEY: _survey,
    Question.UNIT: _unit,
}
"""What waits for something else than words (a picture, a position, the rest of a command) is not here."""
