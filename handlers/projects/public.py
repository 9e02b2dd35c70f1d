"""The page of projects that anybody may open: what they are, where, how far, which units; nobody's name."""

from datetime import datetime, timedelta

from governance.projects.states import ProjectState
from handlers.context import Context, SubdistrictConfig
from handlers.projects.finding import lines_of
from handlers.projects.outcomes import ProjectLine
from storage.database import Database
from storage.place_book import PlaceBook
from storage.projects import ended_projects, running_projects
from storage.unit_of_work import UnitOfWork

SHOWN_FOR = timedelta(days=365)


def projects_publicly(
    database: Database, config: SubdistrictConfig, now: datetime, book: PlaceBook
) -> list[tuple[ProjectState, list[ProjectLine]]]:
    """Running projects and those that were done within a year, by state; what was withdrawn is not shown."""
    with database.read() as connection:
        ctx = Context(UnitOfWork(connection), config, now, book)
        done = [each for each in ended_projects(ctx.uow, now - SHOWN_FOR) if each.state is ProjectState.CLOSED]
        lines = lines_of(ctx, running_projects(ctx.uow) + done)
    by_state = {state: [line for line in lines if line.state is state] for state in ProjectState}
    return [(state, found) for state, found in by_state.items() if found]
