"""开项目, 验收, 返工, 撤销: what those decide who run projects."""

from collections.abc import Mapping, Sequence
from typing import Any

from governance.notices import NoticeKind
from governance.projects.claiming import MOST_SHARES
from governance.projects.milestones import DroppedWhy
from governance.projects.states import ProjectAct, after
from governance.tickets.lifecycle import Move, Who, possible
from governance.tickets.states import TicketState
from governance.tickets.urgency import Urgency
from handlers.catalogue import executes
from handlers.context import Context
from handlers.conversation.questions import ask_slot
from handlers.councils.settling import settle
from handlers.notices import tell
from handlers.outcomes import Refuse
from handlers.projects import words
from handlers.projects.finding import locked_for, project_run, ref, require_run, runs_somewhere, units
from handlers.projects.milestones import drop_open
from handlers.projects.news import concerned, tell_concerned, tell_units
from handlers.projects.opening import open_it
from handlers.projects.outcomes import (
    AlreadyProject,
    ProjectAccepted,
    ProjectOpened,
    ProjectSentBack,
    ProjectWithdrawn,
    SayMore,
    TooManyShares,
    UntilPassed,
)
from handlers.projects.staff_commands import AcceptProject, OpenProject, SendBackProject, WithdrawProject
from handlers.tickets.ending import evaluate
from handlers.tickets.moving import make
from handlers.tickets.news import reports
from storage.projects import ProjectRow, change_project, holders_of_projects, note_step
from storage.ratings import rated_ahead
from storage.work_tickets import WorkTicket, work_ticket
from understanding.command_names import CommandName

SYSTEM = frozenset({Who.SYSTEM})


@executes(OpenProject)
def open_project(
    command: OpenProject, ctx: Context
) -> ProjectOpened | AlreadyProject | UntilPassed | TooManyShares | SayMore:
    """On the list from now on; units that offer what fits are told."""
    if not runs_somewhere(ctx):
        require_run(ctx, None)
    until = None if command.until is None else command.until.date()
    shares = command.shares or 1
    if until is not None and until < ctx.today:
        raise Refuse(UntilPassed(until))
    if shares > MOST_SHARES:
        raise Refuse(TooManyShares(shares, MOST_SHARES))
    if not command.title and command.ticket is None and command.need is None and command.resolution is None:
        ask_slot(ctx, CommandName.OPEN_PROJECT, before="开项目 ")
        raise Refuse(SayMore(ProjectAct.OPEN))
    return open_it(ctx, command, until, shares)


@executes(AcceptProject)
def accept(command: AcceptProject, ctx: Context) -> ProjectAccepted:
    """It is good: the units are thanked, and who wanted it hears of it and may thank them; a ticket goes on to its rating."""
    named = project_run(ctx, command.number, ProjectAct.ACCEPT)
    ticket = _ticket_of(ctx, named)
    found = locked_for(ctx, named.id, ProjectAct.ACCEPT)
    holders = units(holders_of_projects(ctx.uow, [found.id])[found.id])
    change_project(ctx.uow, found.id, state=after(ProjectAct.ACCEPT, found.state, len(holders)), ended_at=ctx.now)
    note_step(ctx.uow, found.id, ProjectAct.ACCEPT.value, ctx.now, ctx.person_id)
    said = {"number": found.id, "title": found.title, "unit": "、".join(holders), "units": "、".join(holders)}
    tell_units(ctx, found, "accepted", words.ACCEPTED_TO_UNIT.format(**said))
    people = concerned(ctx, found)
    rest = _ask_reporters(ctx, found, ticket, said, people)
    taps = tuple(tap.format(number=found.id) for tap in words.THANK_TAPS)
    tell(ctx, rest, f"project:{found.id}:done", NoticeKind.PROJECT_NEWS, words.DONE_FOR_YOU.format(**said), taps=taps)
    if found.resolution_id is not None:
        settle(ctx, found.resolution_id, words.DONE_BY_PROJECT.format(**said))
    return ProjectAccepted(ref(found), holders, len(people))


@executes(SendBackProject)
def send_back(command: SendBackProject, ctx: Context) -> ProjectSentBack | SayMore:
    """It goes on, and the units hear what is missing."""
    named = project_run(ctx, command.number, ProjectAct.SEND_BACK)
    if not command.note:
        ask_slot(ctx, CommandName.SEND_BACK_PROJECT, before=f"项目{named.id} 不通过 ")
        raise Refuse(SayMore(ProjectAct.SEND_BACK, ref(named)))
    found = locked_for(ctx, named.id, ProjectAct.SEND_BACK)
    holders = units(holders_of_projects(ctx.uow, [found.id])[found.id])
    state = after(ProjectAct.SEND_BACK, found.state, len(holders))
    change_project(ctx.uow, found.id, state=state, proved_at=None)
    step = note_step(ctx.uow, found.id, ProjectAct.SEND_BACK.value, ctx.now, ctx.person_id, command.note)
    text = words.SENT_BACK_TO_UNIT.format(number=found.id, title=found.title, note=command.note)
    tell_units(ctx, found, f"back:{step}", text)
    tell_concerned(ctx, found, f"back:{step}", words.SENT_BACK)
    return ProjectSentBack(ref(found), holders, command.note)


@executes(WithdrawProject)
def withdraw(command: WithdrawProject, ctx: Context) -> ProjectWithdrawn | SayMore:
    """Off the list; a ticket that it came from waits to be given to somebody."""
    named = project_run(ctx, command.number, ProjectAct.WITHDRAW)
    if not command.note:
        ask_slot(ctx, CommandName.WITHDRAW_PROJECT, before=f"撤销项目{named.id} ")
        raise Refuse(SayMore(ProjectAct.WITHDRAW, ref(named)))
    found = locked_for(ctx, named.id, ProjectAct.WITHDRAW)
    change_project(ctx.uow, found.id, state=after(ProjectAct.WITHDRAW, found.state, 0), ended_at=ctx.now)
    drop_open(ctx, found.id, DroppedWhy.WITHDRAWN)
    note_step(ctx.uow, found.id, ProjectAct.WITHDRAW.value, ctx.now, ctx.person_id, command.note)
    said = {"number": found.id, "title": found.title, "note": command.note}
    tell_units(ctx, found, "withdrawn", words.WITHDRAWN_TO_UNIT.format(**said))
    tell_concerned(ctx, found, "withdrawn", words.WITHDRAWN.format(**said))
    return ProjectWithdrawn(ref(found), found.ticket_number)


def _ask_reporters(
    ctx: Context, found: ProjectRow, ticket: WorkTicket | None, said: Mapping[str, Any], people: Sequence[int]
) -> list[int]:
    """Who reported it hears that it is done and is asked for a rating in the same message; answers who else is to be told."""
    if ticket is None or Move.DELIVER not in possible(ticket.state, SYSTEM, ticket.urgency == Urgency.HAZARD):
        return list(people)
    move = Move.DELIVER if found.resolution_id is None else Move.RESOLVE
    note = words.OF_PROJECT.format(number=found.id, text=found.title)
    taps = tuple(tap.format(number=found.id) for tap in words.THANK_TAPS)
    done = evaluate(ctx, make(ctx, ticket, move, SYSTEM, note), words.DONE_FOR_YOU.format(**said), taps)
    ahead = set(rated_ahead(ctx.uow, ticket.number, ticket.reopened))
    asked = {own.account_id for own in reports(ctx, done)} - ahead if done.state is TicketState.VERIFIED else set()
    return [each for each in people if each not in asked]


def _ticket_of(ctx: Context, found: ProjectRow) -> WorkTicket | None:
    """What it came from, locked before the project is."""
    return None if found.ticket_number is None else work_ticket(ctx.uow, found.ticket_number)
