"""Words that report something, or ask what became of it."""

import re
from dataclasses import replace

from handlers.context import Here
from handlers.conversation.commands import DoSeveral
from handlers.reporting.commands import (
    AskedOnly,
    AskPerson,
    AskQuestion,
    CorrectReport,
    NamePlace,
    RelayToWorker,
    ReportProblem,
    ShowArea,
    ShowProgress,
    UrgeReport,
    WithdrawReport,
)
from handlers.reporting.overseeing_commands import ShowOverview
from handlers.reporting.whereabouts import Whereabouts, read_words, says_only_a_place, whereabouts
from handlers.said import Reads, Said, danger_told
from understanding.asked_about import asks_only, asks_whether_came, denies_report
from understanding.command_names import CommandName
from understanding.correction import names_building, put_right
from understanding.handing_over import matter_in
from understanding.matters_apart import matters_apart
from understanding.overseeing import Topic, asked_in
from understanding.place_search import places_named
from understanding.reading import Reading
from understanding.several import problems_in
from understanding.thanks import behind_thanks

_PLAINLY = re.compile(r"撤回|撤销|撤单|取消|不报了|报错了|不用处理了")


def as_report(
    text: str, words: str, reading: Reading | None, here: Here, default: Whereabouts | None = None
) -> ReportProblem | NamePlace:
    """What a text reports, of which only a place may have been said. `default`: where it is when the text does not say."""
    reading = reading or read_words(words, here)
    if default is None and says_only_a_place(here.places, words):
        where = whereabouts(here.places, reading, text)
        return NamePlace(where.place_id, where.text or words)
    parts = problems_in(words, here.config.categories)
    place, place_text = (None, "") if default is None else (default.place_id, default.text or "")
    return ReportProblem(text, place, place_text, parts if len(parts) > 1 else (), reading)


def report(said: Said, here: Here) -> ReportProblem | NamePlace | AskQuestion | DoSeveral:
    """A sentence that tells of something wrong, or only of a place; one that plainly asks and tells of no trouble is a question.

    What is wrong at several buildings is a report each.
    """
    behind = behind_thanks(said.words)
    if behind:
        said = replace(said, text=behind, words=behind, reading=read_words(behind, here))
    safe = said.reading is None or said.reading.hazard is None
    if said.free and safe and asks_only(said.words):
        return AskQuestion(said.text, said.reading)
    return _apart(said.words, here) or as_report(said.text, said.words, said.reading, here)


def _apart(words: str, here: Here) -> DoSeveral | None:
    """A report for each building that is named; a number without its courtyard is one of the courtyard that was said before."""
    reports: list[ReportProblem] = []
    for part in matters_apart(words, here.config.categories):
        told = as_report(part, part, None, here)
        if not isinstance(told, ReportProblem) or told.reading is None:
            return None
        reports.append(told)
        if told.reading.place is not None:
            here = replace(here, home=told.reading.place.place)
    return DoSeveral(tuple(reports)) if reports else None


def withdraw(said: Said, _here: Here) -> WithdrawReport:
    """撤回 7; 不用来了 of no ticket in particular says it less plainly, so it is asked about."""
    unsure = said.ticket is None and _PLAINLY.search(said.words) is None
    return WithdrawReport(said.ticket, unsure, said.text if said.free else "")


def correct(said: Said, here: Here) -> CorrectReport | AskedOnly:
    """不是2幢，是3幢: the right thing is what follows."""
    if said.variant == "question":
        return AskedOnly(said.ticket, denies_report(said.words))
    right = put_right(said.words)
    named = names_building(right) or places_named(here.places, right)
    return CorrectReport(said.ticket, right, read_words(right, here) if named else None, said.words)


def overview(said: Said, here: Here) -> ShowOverview:
    """哪些超时了; 老陈手上几件; 刚才停电多少户报了."""
    asked, places = asked_in(said.words, here.config.categories), places_named(here.places, said.words)
    return ShowOverview(asked.topic, asked.span, asked.names, asked.mine, asked.category, asked.word, places)


def progress(said: Said, _here: Here) -> ShowProgress:
    """楼道灯那个办到哪一步了; 师傅来过没有."""
    if not said.free:
        return ShowProgress(said.ticket)
    return ShowProgress(said.ticket, said.words if said.ticket is None else "", asks_whether_came(said.words))


def area(said: Said, here: Here) -> ShowArea | ShowOverview:
    """我的网格; of only some of it (没人接的, 超时的) those are told."""
    asked = asked_in(said.words, here.config.categories)
    return ShowArea() if asked.topic is Topic.ALL else overview(said, here)


READS: Reads = {
    CommandName.REPORT_PROBLEM: report,
    CommandName.ASK_QUESTION: lambda said, _here: AskQuestion(said.text, said.reading),
    CommandName.ASK_PERSON: lambda said, _here: AskPerson(said.text if matter_in(said.words) else ""),
    CommandName.CORRECT_REPORT: correct,
    CommandName.RELAY_TO_WORKER: lambda said, _here: RelayToWorker(said.ticket, said.argument, danger_told(said)),
    CommandName.SHOW_OVERVIEW: overview,
    CommandName.SHOW_PROGRESS: progress,
    CommandName.SHOW_AREA: area,
    CommandName.WITHDRAW_REPORT: withdraw,
    CommandName.URGE_REPORT: lambda said, _here: UrgeReport(said.ticket, danger_told(said)),
}
