"""Whom a call for help reaches, stage by stage, and what stops it."""

from datetime import datetime, timedelta

from governance.notices import NoticeKind
from governance.projects.kinds import kinds_in
from governance.projects.take_on import CallState, Stage, clock_of, next_instant, stages_due
from governance.roles import Role
from governance.tickets.lifecycle import UNHANDLED
from handlers.context import Context
from handlers.notices import tell
from handlers.projects import words
from handlers.projects.finding import veiled
from handlers.projects.matching import MOST_UNITS, resources_for
from handlers.texts.work import moment, short
from handlers.tickets.finding import head_of
from handlers.tickets.parts import accounts_of, all_reached
from storage.organisations import contact_accounts, present_organisations
from storage.serving import followed_accounts
from storage.take_ons import KEY, CallRow, change_call, stop_calling
from storage.work_tickets import WorkTicket

CREW = (Role.REPAIR_CREW,)
LEADS = (Role.COMMUNITY_SECRETARY, Role.DISPATCHER, Role.SUBDISTRICT_LEAD)


def go_on(ctx: Context, call: CallRow, ticket: WorkTicket) -> bool:
    """Does the stages of a call that have come; the call and its ticket are locked. Whether anything was done."""
    if call.state is not CallState.CALLING:
        return False
    if ticket.state not in UNHANDLED:
        end_call(ctx, call, CallState.OVER)
        return True
    clock = clock_of(call.called_at, ctx.config.rules)
    stages = stages_due(clock, call.stage, ctx.now)
    if not stages:
        return False
    late = Stage.LATE in stages
    for stage in () if late else stages:
        _call(ctx, call, ticket, stage, clock.due_at)
    if late:
        end_call(ctx, call, CallState.UNANSWERED)
        _tell_leads(ctx, call, ticket)
        return True
    done = call.stage + len(stages)
    change_call(ctx.uow, call.id, stage=done, next_at=next_instant(clock, done))
    return True


def end_call(ctx: Context, call: CallRow, state: CallState, **values: object) -> None:
    """No more people are called."""
    change_call(ctx.uow, call.id, state=state, next_at=None, **values)
    stop_calling(ctx.uow, call.id)


def fitting_units(ctx: Context, call: CallRow, ticket: WorkTicket) -> dict[int, str]:
    """The units that offer what the ticket or the call speaks of."""
    kinds = kinds_in(f"{ticket.summary} {call.note or ''}")
    return {each.organisation_id: each.unit for each in resources_for(ctx, kinds, ticket.place_id, MOST_UNITS)}


def _call(ctx: Context, call: CallRow, ticket: WorkTicket, stage: Stage, due_at: datetime) -> None:
    """Crews that serve there and units that offer what fits, or (later) all units; each once a call."""
    if stage is Stage.FIRST:
        crews = accounts_of(ctx, all_reached(ctx, ticket.place_id, CREW))
        accounts = crews + contact_accounts(ctx.uow, list(fitting_units(ctx, call, ticket)), ctx.now)
    else:
        accounts = contact_accounts(ctx.uow, [unit.id for unit in present_organisations(ctx.uow)], ctx.now)
    note = words.CALL_NOTE.format(note=veiled(ctx, call.note)) if call.note else ""
    due = moment(due_at, ctx.config.zone, ctx.now)
    text = words.CALL.format(head=head_of(ticket), note=note, due=due, n=short(ticket.number))
    tell(
        ctx, list(dict.fromkeys(accounts)), KEY.format(id=call.id) + "call", NoticeKind.TAKE_ON, text, again=True,
        taps=tuple(tap.format(n=short(ticket.number)) for tap in words.CALL_TAPS), number=ticket.number,
        valid_until=due_at + timedelta(minutes=1),
    )  # fmt: skip


def _tell_leads(ctx: Context, call: CallRow, ticket: WorkTicket) -> None:
    leads = accounts_of(ctx, all_reached(ctx, ticket.place_id, LEADS))
    caller = followed_accounts(ctx.uow, [call.called_by] if call.called_by is not None else [])
    hours = f"{ctx.config.rules.take_on_minutes / 60:g}"
    text = words.CALL_LATE.format(head=head_of(ticket), hours=hours)
    tell(
        ctx, list(dict.fromkeys(leads + caller)), f"takeonlate:{call.id}", NoticeKind.TAKE_ON, text,
        number=ticket.number, again=True,
    )  # fmt: skip
