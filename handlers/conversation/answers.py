"""What an answer to the bot's question asks for, read purely: from the question, what was kept with it, and the words.

What is no answer (None) goes its usual way, and the question stays.
"""

from collections.abc import Callable
from typing import Any

from handlers.context import Here
from handlers.conversation.questions import Question, asked_for
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
    SplitReport,
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
from handlers.said import Said
from storage.dialogues import OpenQuestion
from understanding.command_names import CommandName
from understanding.hazard import hazard_in
from understanding.meaning import Meaning
from understanding.normalise import plain
from understanding.place_search import search
from understanding.reading import Reading
from understanding.replies import apart_in, choice_in, danger_in, like_a_place, no_help_in, same_in

LONGEST_REMARK = 24
_TELLS = frozenset({CommandName.REPORT_PROBLEM, CommandName.ASK_QUESTION})
_MAY_BE_PLACE = _TELLS | {CommandName.START_REPORT, CommandName.VENT_ANGER, CommandName.CHOOSE_HOME}
_TALK = _TELLS | {CommandName.START_REPORT, CommandName.SAY_THANKS}
_WORDS = _TALK | {
    CommandName.VENT_ANGER, CommandName.RATE_TICKET, CommandName.SAY_REPAIRED, CommandName.URGE_REPORT,
}  # fmt: skip
"""What a text without a command of its own may look like."""
Data = dict[str, Any]


def answer_in(question: OpenQuestion, said: Said, here: Here) -> Any | None:
    """The command that the words are as the answer to this question; None when they are none."""
    if said.meaning.command is CommandName.CANCEL_DIALOGUE:
        return None
    read = ANSWERS.get(Question(question.kind))
    return None if read is None else read(question.data, said, here)


def completed(question: OpenQuestion, said: Said) -> Said | None:
    """The command that was waiting for these words, with them; None when none waits, or the words are a command."""
    meaning, data = said.meaning, question.data
    if question.kind != Question.DETAIL or meaning.command not in _WORDS:
        return None
    if meaning.ticket is not None:
        return None
    whole = data["before"] + said.words
    return Said(said.text, whole, Meaning(asked_for(data), data["number"], whole.lower()))


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


def _place(data: Data, said: Said, here: Here) -> PlaceReports | RemarkOnReports | None:
    numbers, candidates = tuple(data["numbers"]), data["candidates"]
    chosen = choice_in(said.words, len(candidates))
    if chosen is not None:
        return PlaceReports(numbers, candidates[chosen])
    if said.meaning.command not in _MAY_BE_PLACE:
        return None
    reading = said.reading or read_words(said.words, here)
    if says_only_a_place(here.places, said.words):
        return _place_said(data, said, reading)
    if len(said.words) > LONGEST_REMARK or reading.category is not None or reading.hazard is not None:
        return None
    if like_a_place(said.words) and said.meaning.command is CommandName.REPORT_PROBLEM:
        return PlaceReports(numbers, None, said.words[:LONGEST_PLACE])
    return RemarkOnReports(numbers, said.words)


def _place_said(data: Data, said: Said, reading: Reading) -> PlaceReports:
    """A place: the tree's, where it is clear; of several (3幢) one more choice; else the writer's words."""
    numbers = tuple(data["numbers"])
    if reading.place is not None:
        return PlaceReports(numbers, reading.place.place, said.text)
    words = reading.said or said.words[:LONGEST_PLACE]
    several = len(reading.candidates) > 1 and not data.get("again")
    return PlaceReports(numbers, None, words, offered(reading.candidates) if several else ())


def _problem(data: Data, said: Said, here: Here) -> Any | None:
    if said.meaning.command not in _TELLS or says_only_a_place(here.places, said.words):
        return None
    text = data.get("place_text")
    default = Whereabouts(data.get("place"), text) if text else None
    return as_report(said.text, said.words, said.reading, here, default)


def _danger(data: Data, said: Said, _here: Here) -> ConfirmDanger | None:
    danger = danger_in(said.words)
    return None if danger is None else ConfirmDanger(data["number"], danger)


def _split(data: Data, said: Said, _here: Here) -> SplitReport | KeepTogether | None:
    apart = apart_in(said.words)
    if apart is None:
        return None
    return SplitReport(data["number"], tuple(data["parts"])) if apart else KeepTogether(data["number"])


def _join(data: Data, said: Said, _here: Here) -> JoinReport | KeepApart | None:
    same = same_in(said.words)
    if same is None:
        return None
    return JoinReport(data["number"], data["into"]) if same else KeepApart(data["number"])


def _reason(data: Data, said: Said, here: Here) -> GiveReason | None:
    return GiveReason(data["number"], said.words) if _talk(said, here) else None


def _reply(data: Data, said: Said, here: Here) -> AnswerWorker | None:
    return AnswerWorker(data["number"], data["person"], said.text) if _talk(said, here) else None


def _no_help(data: Data, said: Said, _here: Here) -> AskPerson | None:
    return AskPerson(data["text"]) if no_help_in(said.words) else None


def _talk(said: Said, here: Here) -> bool:
    """Whether the words are no command and no new report: that would name a place or tell of a danger."""
    if said.meaning.command not in _TALK:
        return False
    words = plain(said.words)
    return not search(here.places, words) and hazard_in(words) is None  # the sender's own building is not looked at


ANSWERS: dict[Question, Callable[[Data, Said, Here], Any | None]] = {
    Question.PLACE: _place,
    Question.PROBLEM: _problem,
    Question.DANGER: _danger,
    Question.SPLIT: _split,
    Question.JOIN: _join,
    Question.REASON: _reason,
    Question.REPLY: _reply,
    Question.ANSWERED: _no_help,
}
"""What waits for something else than words (a picture, a position, the rest of a command) is not here."""
