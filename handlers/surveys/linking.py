"""What came of a survey is linked to it: projects, tickets, resolutions that are there."""

from governance.permissions import Act
from governance.surveys.doings import Doing, DoingKind, doings_in
from governance.surveys.kinds import SurveyState
from governance.tickets.sensitive import is_sensitive
from handlers.catalogue import executes
from handlers.context import Context
from handlers.reporting.overseen_area import own_area
from handlers.surveys import words
from handlers.surveys.commands import LinkSurvey
from handlers.surveys.finding import ref, run_here
from handlers.surveys.outcomes import CannotSurvey, NoSuchSurvey, SurveyLinked, Why
from storage.councils.resolutions import resolution_by_id
from storage.councils.seats import council_by_id
from storage.projects import project
from storage.surveys.rows import link_doings
from storage.work_tickets import work_tickets


@executes(LinkSurvey)
def link(command: LinkSurvey, ctx: Context) -> SurveyLinked | CannotSurvey | NoSuchSurvey:
    """All that is named, or none; what lies elsewhere than the sender's area is not there for them."""
    survey = run_here(ctx, command.survey, (SurveyState.CLOSED,), Why.NOT_ENDED)
    doings = doings_in(command.about)
    if doings is None:
        return CannotSurvey(Why.DOINGS, survey.id)
    own = own_area(ctx, Act.RUN_SURVEYS)
    for each in doings:
        found, place = _there(ctx, each)
        if not found or (place is not None and not own.holds(place)):
            return CannotSurvey(Why.NO_DOING, survey.id, said=words.doings_said([each]))
    link_doings(ctx.uow, survey.id, doings)
    return SurveyLinked(ref(ctx, survey), doings)


def _there(ctx: Context, doing: Doing) -> tuple[bool, int | None]:
    """Whether there is such a thing, and where; a project without a place is everybody's."""
    match doing.kind:
        case DoingKind.PROJECT:
            row = project(ctx.uow, int(doing.number))
            return row is not None, None if row is None else row.place_id
        case DoingKind.RESOLUTION:
            resolution = resolution_by_id(ctx.uow, int(doing.number))
            council = None if resolution is None else council_by_id(ctx.uow, resolution.council_id)
            return council is not None, None if council is None else council.place_id
        case DoingKind.TICKET:
            ticket = next(iter(work_tickets(ctx.uow, [doing.number])), None)
            told = ticket is not None and not is_sensitive(ticket.category)
            return told, None if ticket is None else ticket.place_id
