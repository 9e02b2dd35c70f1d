"""Surveys as anybody may read them: what was asked, how many chose what, what was done about it; no words of anybody."""

from dataclasses import dataclass
from datetime import datetime

from governance.surveys.doings import Doing
from governance.surveys.kinds import SurveyState
from handlers.context import Context, SubdistrictConfig
from handlers.surveys.results import QuestionResult, results
from storage.database import Database
from storage.kept_words import masked_words
from storage.place_book import PlaceBook
from storage.surveys.people import turnout
from storage.surveys.rows import questions_of, surveys_in
from storage.unit_of_work import UnitOfWork

MOST = 50


@dataclass(frozen=True)
class OpenSurvey:
    """A survey that has ended, for everybody. `done`: what was done about it, empty as long as nobody said."""

    number: int
    title: str
    places: tuple[str, ...]
    people: int
    answered: int
    results: tuple[QuestionResult, ...]
    done: str
    doings: tuple[Doing, ...]
    is_vote: bool


def surveys_publicly(database: Database, config: SubdistrictConfig, now: datetime, book: PlaceBook) -> list[OpenSurvey]:
    """Those that have ended, the newest first; titles and words of staff with names and numbers masked."""
    with database.read() as connection:
        ctx = Context(UnitOfWork(connection), config, now, book)
        rows = surveys_in(ctx.uow, SurveyState.CLOSED)[:MOST]
        counts, asked = turnout(ctx.uow, [row.id for row in rows]), questions_of(ctx.uow, [row.id for row in rows])
        found = []
        for row in rows:
            names = tuple(ctx.places.full_name(place) for place in row.places if place in ctx.places.nodes)
            shown = results(ctx, row, [each for each in asked if each.survey_id == row.id])
            answered, people = counts[row.id]
            title, done = masked_words(row.title, ctx.names), masked_words(row.done or "", ctx.names)
            found.append(OpenSurvey(row.id, title, names, people, answered, shown, done, row.about, row.is_vote))
        return found
