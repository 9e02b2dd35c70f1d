"""A project put on the list: by hand, from a ticket, or from a need; and the units that it is proposed to."""

from datetime import date

from governance.notices import NoticeKind
from governance.projects.kinds import kinds_in
from governance.projects.states import ProjectAct
from governance.tickets.lifecycle import Move
from handlers.context import Context
from handlers.outcomes import Refuse
from handlers.posts import sender_terms
from handlers.projects import words
from handlers.projects.finding import place_name, ref, require_run, veiled
from handlers.projects.from_council import Source, note_of_ticket, resolved
from handlers.projects.matching import MOST_UNITS, resources_for
from handlers.projects.milestones import steps_fit
from handlers.projects.news import tell_concerned, tell_contacts
from handlers.projects.outcomes import AlreadyProject, ProjectOpened
from handlers.projects.staff_commands import OpenProject
from handlers.texts.work import day
from handlers.tickets.finding import Found, find, head_of
from handlers.tickets.moving import make
from handlers.tickets.notify import notify_staff
from handlers.tickets.permitting import Brought
from storage.project_lists import NeedRow, end_need, need
from storage.project_milestones import plan
from storage.projects import ProjectRow, make_project, note_step, project, project_of_ticket
from understanding.normalise import normalise
from understanding.place_search import decided, search

LONGEST_TITLE = 80


def open_it(ctx: Context, command: OpenProject, until: date | None, shares: int) -> ProjectOpened:
    """Writes it, with what it came from. Raises Refuse."""
    steps = steps_fit(ctx, None, until, command.steps) if command.steps else ()
    ticket = None if command.ticket is None else _ticket(ctx, command)
    stated = None if command.need is None else _need(ctx, command.need)
    from_council = None if command.resolution is None else resolved(ctx, command.resolution)
    source = from_council or (_of_ticket(ticket) if ticket is not None else _of_need(stated))
    title = command.title or ("" if source is None else source.text)
    place = _place(ctx, command.where or command.title) if command.where or source is None else source.place_id
    require_run(ctx, place)
    number = make_project(
        ctx.uow, kinds=kinds_in(title), title=veiled(ctx, title)[:LONGEST_TITLE], place_id=place, shares=shares,
        until=until, ticket_number=None if source is None else source.ticket,
        resolution_id=command.resolution,
        need_id=None if stated is None else stated.id, opened_by=ctx.person_id, opened_at=ctx.now,
    )  # fmt: skip
    note_step(ctx.uow, number, ProjectAct.OPEN.value, ctx.now, ctx.person_id)
    if steps:
        plan(ctx.uow, number, None, steps)
    if ticket is not None:
        _give_away(ctx, ticket, number, title)
    if from_council is not None:
        note_of_ticket(ctx, from_council, number, title)
    found = project(ctx.uow, number)
    assert found is not None
    tell_concerned(ctx, found, "opened", words.OPENED)
    return ProjectOpened(ref(found), until, shares, _propose(ctx, found), found.ticket_number)


def _of_need(stated: NeedRow | None) -> Source | None:
    return None if stated is None else Source(stated.text, stated.place_id)


def _of_ticket(found: Found) -> Source:
    return Source(found.ticket.summary, found.ticket.place_id, found.ticket.number)


def _ticket(ctx: Context, command: OpenProject) -> Found:
    """The ticket, locked, which who may take it to the council may give to the list as well."""
    found = find(ctx, command.ticket, Move.ESCALATE, Brought(command.title or "项目"))
    before = project_of_ticket(ctx.uow, found.ticket.number)
    if before is not None:
        raise Refuse(AlreadyProject(ref(before)))
    return found


def _need(ctx: Context, number: int) -> NeedRow:
    stated = need(ctx.uow, number)
    if stated is not None:
        require_run(ctx, stated.place_id)
    if stated is None or not end_need(ctx.uow, number, ctx.now):
        raise Refuse(AlreadyProject(None))
    return stated


def _give_away(ctx: Context, found: Found, number: int, title: str) -> None:
    """The ticket waits for the project; whoever had it hears so."""
    note, before = words.TICKET_NOTE.format(number=number, title=title), found.ticket.assignee_id
    ticket = make(ctx, found.ticket, Move.ESCALATE, found.parts, note, assignee_id=None)
    text = words.TICKET_IS_PROJECT.format(head=head_of(ticket), number=number)
    notify_staff(ctx, ticket, before, NoticeKind.COUNCIL, text)


def _propose(ctx: Context, found: ProjectRow) -> tuple[str, ...]:
    """Tells the units that offer what fits."""
    fitting = resources_for(ctx, found.kinds, found.place_id, MOST_UNITS)
    where = place_name(ctx, found.place_id)
    text = words.FITS.format(
        number=found.id, title=found.title, place=words.AT.format(place=where) if where else "",
        until=words.UNTIL.format(day=day(found.until)) if found.until is not None else "",
    )  # fmt: skip
    taps = tuple(tap.format(number=found.id) for tap in words.CLAIM_TAPS)
    tell_contacts(ctx, [each.organisation_id for each in fitting], f"project:{found.id}:fits", text, taps=taps)
    return tuple(each.unit for each in fitting)


def _place(ctx: Context, said: str) -> int | None:
    """The place that is named, else where the sender serves; the whole subdistrict where that is all of it."""
    found = decided(search(ctx.places, normalise(said), None)) if said else None
    if found is not None:
        return found.place
    posts = [term.place_id for term in sender_terms(ctx) if term.place_id is not None]
    return posts[0] if posts else None
