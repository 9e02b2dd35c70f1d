"""Surveys at the back office: each with its turnout, and what came of it; the file of its answers."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any

from governance.permissions import Act
from governance.surveys.kinds import RUNNING, Form, SurveyState
from handlers.context import Context
from handlers.office.privacy import veil
from handlers.office.staff import Staff, places_of
from handlers.surveys import words
from handlers.surveys.finding import area_asked, holds, line, ref
from handlers.surveys.outcomes import QuestionLine, VoteRule
from handlers.surveys.results import QuestionResult, results
from storage.surveys.answers import named_answers
from storage.surveys.people import Counts, counts, turnout
from storage.surveys.rows import QuestionRow, SurveyRow, questions_of, survey_by_id, surveys_in
from understanding.masking import masked_person

ANSWER_FIELDS = ("survey", "title", "question", "text", "form", "choice", "answer", "count", "share")


@dataclass(frozen=True)
class SurveyEntry:
    """A survey in the list. `reach`: whom a draft would reach now."""

    row: SurveyRow
    title: str
    places: tuple[str, ...]
    questions: tuple[QuestionLine, ...]
    answered: int
    people: int
    reach: Counts | None


@dataclass(frozen=True)
class WhoAnswered:
    """An answer with who gave it, masked."""

    who: str
    said: str


@dataclass(frozen=True)
class SurveyPage:
    """A survey with what came of it; `named`: by question, who answered what, where it is not anonymous."""

    entry: SurveyEntry
    results: tuple[QuestionResult, ...]
    named: dict[int, tuple[WhoAnswered, ...]]
    rule: VoteRule | None


def surveys_page(ctx: Context, staff: Staff) -> list[SurveyEntry]:
    """The surveys that are the reader's to run: drafts first, then those that run, then those that ended."""
    rows = [row for row in surveys_in(ctx.uow, *SurveyState) if _theirs(ctx, staff, row)]
    rows.sort(key=lambda row: 0 if row.state is SurveyState.DRAFT else 1 if row.state in RUNNING else 2)
    counted, questions = turnout(ctx.uow, [row.id for row in rows]), questions_of(ctx.uow, [row.id for row in rows])
    return [_entry(ctx, row, questions, counted[row.id]) for row in rows]


def survey_page(ctx: Context, staff: Staff, number: int) -> SurveyPage | None:
    """One; None where there is none that the reader runs."""
    row = survey_by_id(ctx.uow, number)
    if row is None or not _theirs(ctx, staff, row):
        return None
    questions = questions_of(ctx.uow, [row.id])
    entry = _entry(ctx, row, questions, turnout(ctx.uow, [row.id])[row.id])
    return SurveyPage(entry, results(ctx, row, questions), _named(ctx, row, questions), ref(ctx, row).rule)


def answer_records(ctx: Context, number: int, places: Collection[int] | None) -> Iterator[dict[str, Any]]:
    """What came of a survey that has ended, a row a choice or open answer; nobody stands beside their answer."""
    row = survey_by_id(ctx.uow, number)
    if row is None or not holds(ctx, places, row.places):
        return
    for found in results(ctx, row, questions_of(ctx.uow, [row.id])):
        about = {
            "survey": row.id, "title": row.title, "question": found.question.position, "text": found.question.text,
            "form": words.FORM[found.question.form],
        }  # fmt: skip
        for each in found.choices:
            yield {**about, "choice": each.choice, "answer": None, "count": each.count, "share": each.share}
        for group in found.groups:
            for said in group:
                yield {**about, "choice": None, "answer": said, "count": 1, "share": None}


def _theirs(ctx: Context, staff: Staff, row: SurveyRow) -> bool:
    return holds(ctx, places_of(ctx, staff, Act.RUN_SURVEYS), row.places)


def _entry(ctx: Context, row: SurveyRow, questions: list[QuestionRow], counted: tuple[int, int]) -> SurveyEntry:
    names = tuple(ctx.places.full_name(place) for place in row.places if place in ctx.places.nodes)
    lines = tuple(line(each) for each in questions if each.survey_id == row.id)
    draft = row.state is SurveyState.DRAFT
    reach = counts(ctx.uow, row.asked, area_asked(ctx, row.places), ctx.now) if draft else None
    return SurveyEntry(row, row.title, names, lines, *counted, reach)


def _named(ctx: Context, row: SurveyRow, questions: list[QuestionRow]) -> dict[int, tuple[WhoAnswered, ...]]:
    if row.anonymous or row.state is not SurveyState.CLOSED:
        return {}
    asked, shown = {each.id: each for each in questions}, veil(ctx)
    found: dict[int, list[WhoAnswered]] = {}
    for each in named_answers(ctx.uow, [row.id]):
        about = asked[each.question_id]
        said = each.text if about.form is Form.WORDS else words.chosen_said(about.choices, each.text)
        found.setdefault(about.position, []).append(
            WhoAnswered(masked_person(each.name, each.openid), shown.words(said))
        )
    return {position: tuple(answers) for position, answers in found.items()}
