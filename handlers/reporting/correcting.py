"""What a reporter puts right or adds, and what they want whoever has it to know."""

from governance.notices import NoticeKind
from governance.tickets.states import ENDED
from governance.tickets.urgency import Urgency
from handlers import texts
from handlers.catalogue import executes
from handlers.context import Context
from handlers.notices import tell_of_hazard
from handlers.outcomes import Refuse
from handlers.reporting.asking_place import ask_place
from handlers.reporting.commands import CorrectReport, RelayToWorker
from handlers.reporting.danger_outcomes import RaisedToDanger
from handlers.reporting.outcomes import (
    Corrected,
    NoSuchReport,
    NothingToUrge,
    PassedOn,
    WhereIsIt,
)
from handlers.reporting.raising import LONGEST, raise_to_danger
from handlers.reporting.texts import KEPT_WITH_WRONG, NOTICE_CORRECTED, NOTICE_SAID_MORE
from handlers.reporting.whereabouts import Whereabouts, at, offered
from handlers.tickets.finding import head_of
from handlers.tickets.moving import note_event
from handlers.tickets.notify import notify_staff
from handlers.tickets.own import mine_named
from storage.tickets import set_place
from storage.work_tickets import WorkTicket, work_ticket
from understanding.building_name import BUILDING, spelled
from understanding.correction import inside_put_right, spot_put_right, without_wrong
from understanding.where_more import tells_only_where


@executes(CorrectReport)
def correct(command: CorrectReport, ctx: Context) -> Corrected | WhereIsIt:
    """The place, where the words name another one or say where in it; else they are kept with the ticket. Its worker is told.

    Of another place that is not clear it is asked which, with what was said kept.
    """
    ticket = open_one(ctx, command.ticket)
    if _is_elsewhere(command):
        note_event(ctx, ticket, "correct", command.right[:LONGEST])
        candidates = () if command.reading is None else command.reading.candidates
        return ask_place(ctx, [ticket.number], offered(candidates))
    where = _where(command, ticket, ctx)
    if where is not None:
        set_place(ctx.uow, ticket.number, where.text or "", where.place_id, ctx.names)
        ctx.uow.wake = True
    right = without_wrong(command.right)[:LONGEST]
    wrong = inside_put_right(command.said)
    if wrong is not None and wrong.wrong and wrong.wrong not in right:
        right = KEPT_WITH_WRONG.format(right=right, wrong=wrong.wrong)
    note_event(ctx, ticket, "correct", right)
    text = NOTICE_CORRECTED.format(head=head_of(ticket), right=(where.text if where is not None else None) or right)
    notify_staff(ctx, ticket, ticket.assignee_id, NoticeKind.REPLY, text)
    return Corrected(ticket.number, (where.text if where is not None else None) or "", right)


def put_place_right(ctx: Context, ticket: WorkTicket, where: Whereabouts, told: str = NOTICE_CORRECTED) -> None:
    """Writes another place for a ticket that has one, and tells its worker."""
    set_place(ctx.uow, ticket.number, where.text or "", where.place_id, ctx.names)
    ctx.uow.wake = True
    note_event(ctx, ticket, "correct", where.text)
    _alarm_there(ctx, ticket, where)
    text = told.format(head=head_of(ticket), right=where.text)
    notify_staff(ctx, ticket, ticket.assignee_id, NoticeKind.REPLY, text)


def _alarm_there(ctx: Context, ticket: WorkTicket, where: Whereabouts) -> None:
    """A danger turns out to be outside of where it was taken to be: those hear of it who answer for that place."""
    place = where.place_id
    if ticket.urgency != Urgency.HAZARD or place is None or ticket.place_id in ctx.places.line_of(place):
        return
    text = texts.notice_new(ticket.number, ticket.summary, where.text or "", ticket.urgency)
    tell_of_hazard(ctx, place, ticket.number, text, again=f"at{place}")


def _is_elsewhere(command: CorrectReport) -> bool:
    """Whether a building is said to be the right one, and nobody knows which that is."""
    if command.reading is None or command.reading.place is not None or inside_put_right(command.said) is not None:
        return False
    return BUILDING.search(spelled(command.right)) is not None


def _where(command: CorrectReport, ticket: WorkTicket, ctx: Context) -> Whereabouts | None:
    """Where it is then; None where the words put something else right, or nothing would change."""
    named = command.reading.place if command.reading is not None else None
    inside, before = inside_put_right(command.said), ticket.place_text or ""
    base = "" if ticket.place_id is None else ctx.places.full_name(ticket.place_id)
    spot = spot_put_right(command.said, before, ticket.summary, base)
    if spot and command.reading is None and tells_only_where(command.right):
        return Whereabouts(ticket.place_id, spot)
    place = ticket.place_id if named is None else named.place
    if inside is not None and inside.wrong and inside.wrong in before and named is None:
        after = before.replace(inside.wrong, inside.right)
    elif place is None or (named is None and (inside is None or inside.subject)):
        return None
    else:
        base = ctx.places.full_name(place)
        right = inside.right if inside is not None and not base.endswith(inside.right) else ""
        after = f"{base}{right}" if right else at(ctx.places, place, command.right).text or base
    return None if after == before else Whereabouts(place, after)


@executes(RelayToWorker)
def relay(command: RelayToWorker, ctx: Context) -> PassedOn | RaisedToDanger:
    """Kept with the ticket, told to whoever has it; what turns out to be a danger is one from now on."""
    if command.danger is not None:
        raised = raise_to_danger(ctx, command.ticket, command.danger)
        if raised is not None:
            return raised
    return PassedOn(keep_and_tell(ctx, command.ticket, command.note).number)


def keep_and_tell(ctx: Context, name: str | None, said: str) -> WorkTicket:
    """What a reporter says of an open report is kept with it, and told to whoever has it. Raises Refuse."""
    ticket, note = open_one(ctx, name), said[:LONGEST]
    note_event(ctx, ticket, "reply", note)
    text = NOTICE_SAID_MORE.format(head=head_of(ticket), note=note)
    notify_staff(ctx, ticket, ticket.assignee_id, NoticeKind.REPLY, text)
    return ticket


def open_one(ctx: Context, name: str | None) -> WorkTicket:
    """The report that is named, or the latest that is open, locked; what it was merged into where it was. Raises Refuse."""
    mine = mine_named(ctx, name)
    if not mine:
        raise Refuse(NothingToUrge() if name is None else NoSuchReport(name.upper()))
    still_open = [each for each in mine if each.root.state not in ENDED] or mine
    return work_ticket(ctx.uow, still_open[0].root.number)
