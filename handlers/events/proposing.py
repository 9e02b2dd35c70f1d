"""A new event: written, and those asked who decide whether it is one."""

from collections.abc import Sequence

from governance.events.kinds import EventKind
from governance.events.states import EventAct, EventState
from governance.notices import NoticeKind
from handlers.context import Context
from handlers.events import words
from handlers.events.recipients import who_decides
from handlers.events.where import title_of
from handlers.notices import tell
from handlers.texts import where_and_what
from storage.event_reports import Member, join_event, members_of, tellers_of
from storage.events import EventRow, event_row, log_event, make_event
from storage.work_tickets import HAZARD, work_tickets

SHOWN = 5


def propose(ctx: Context, kind: EventKind, found: Sequence[Member], places: tuple[int, ...], people: int) -> str:
    """Writes the event of these reports and asks who decides; a rule may confirm water, power and gas by itself."""
    itself = kind.utility and 0 < ctx.config.rules.event_confirms_itself <= people
    state = EventState.OPEN if itself else EventState.PROPOSED
    number = make_event(
        ctx.uow, ctx.today, kind=kind.code, title=title_of(ctx, kind.code, places), places=places, state=state,
        proposed_at=ctx.now, last_report_at=max(each.at for each in found), confirmed_at=ctx.now if itself else None,
    )  # fmt: skip
    join_event(ctx.uow, [each.id for each in found], number, 0, ctx.now)
    log_event(
        ctx.uow, number, EventAct.PROPOSE.value, ctx.now, None, words.AND.join(each.number for each in found[:SHOWN])
    )
    if itself:
        log_event(ctx.uow, number, EventAct.CONFIRM.value, ctx.now, None)
    tell_who_decides(ctx, number, [each.place_id for each in found])
    return number


def tell_who_decides(ctx: Context, number: str, places: Sequence[int]) -> None:
    """Tells those who answer for these places of an event, each once; by night it waits for nobody's morning."""
    event = event_row(ctx.uow, number)
    if event is None or event.state not in (EventState.PROPOSED, EventState.OPEN):
        return
    accounts = who_decides(ctx, list(dict.fromkeys(places)))
    if not accounts:
        return
    taps = (
        words.taps_of_proposal(number)
        if event.state is EventState.PROPOSED
        else (words.SHOW_TAP.format(number=number),)
    )
    tell(
        ctx, accounts, f"event:{number}:proposed", NoticeKind.EVENT, _said(ctx, event), again=True, taps=taps, by_night=True,
    )  # fmt: skip


def _said(ctx: Context, event: EventRow) -> str:
    """What it is, of how many people, with a danger first, and the reports that came first."""
    members = members_of(ctx.uow, event.number)
    tickets = {ticket.number: ticket for ticket in work_tickets(ctx.uow, [each.number for each in members])}
    dangers = [each.number for each in members if tickets[each.number].urgency == HAZARD]
    danger = words.DANGER_INSIDE.format(numbers=words.AND.join(dangers)) if dangers else ""
    shown = [tickets[each.number] for each in members[:SHOWN]]
    lines = [words.ONE_REPORT.format(what=where_and_what(each.place_text, each.summary)) for each in shown]
    lines += [words.MORE_REPORTS.format(count=len(members) - SHOWN)] if len(members) > SHOWN else []
    first = min(each.at for each in members)
    minutes = max(1, round((ctx.now - first).total_seconds() / 60))
    people = len(set(tellers_of(ctx.uow, members).values()))
    said = words.PROPOSED if event.state is EventState.PROPOSED else words.CONFIRMED_ITSELF
    return said.format(
        danger=danger, title=event.title, minutes=minutes, people=people, number=event.number, reports="\n".join(lines)
    )
