"""A step that was a slip: work that is not done after all is taken back; what was meant for another ticket is done there."""

from governance.notices import NoticeKind
from governance.tickets.deadlines import DeadlineKind
from governance.tickets.lifecycle import Move
from governance.tickets.states import TicketState
from handlers.catalogue import execute, executes
from handlers.context import Context
from handlers.texts import follow
from handlers.texts import work as words
from handlers.tickets.commands import (
    ArriveOnSite,
    BringCrew,
    HandleTicket,
    MarkStepWrong,
    ReaimWork,
    SetPlan,
    TakeTicket,
    UndoHandling,
)
from handlers.tickets.finding import find, found_again, head_of
from handlers.tickets.just_taken import step_just_taken, step_of_kind
from handlers.tickets.moving import make, note_event
from handlers.tickets.news import tell_reporters, unsay
from handlers.tickets.notify import notify_staff
from handlers.tickets.outcomes import ref
from handlers.tickets.parts import who_verifies
from handlers.tickets.reaiming_outcomes import HandlingUndone, NoSuchStep, NothingToReaim, Reaimed, StepMarked
from handlers.tickets.reaiming_texts import NOT_TO_VERIFY, REAIMED_NOTE, STEP_NOTE
from handlers.tickets.take import ahead_of
from storage.deadlines import drop_deadlines
from storage.ratings import forget_ahead
from storage.work_tickets import WorkTicket


@executes(UndoHandling)
def undo_handling(command: UndoHandling, ctx: Context) -> HandlingUndone:
    """In progress again, under the promise that it had; who was to verify it is told, and who reported it."""
    found = find(ctx, command.ticket, Move.UNDO_HANDLE)
    ticket = make(ctx, found.ticket, Move.UNDO_HANDLE, found.parts, command.note or None)
    forget_ahead(ctx.uow, ticket.number)
    drop_deadlines(ctx.uow, ticket.number, ctx.now, [DeadlineKind.VERIFY])
    others = who_verifies(ctx, ticket)
    text = NOT_TO_VERIFY.format(who=found.worker.name, head=head_of(ticket))
    notify_staff(ctx, ticket, others, NoticeKind.UNDONE, text)
    tell_reporters(ctx, ticket, follow.UNHANDLED)
    return HandlingUndone(ref(ticket), ahead_of(ctx, ticket, Move.ARRIVE))


@executes(ReaimWork)
def reaim(command: ReaimWork, ctx: Context) -> Reaimed | NothingToReaim:
    """The sender's last step is done to the ticket that they name, and taken back where it was wrong, or marked as a slip."""
    right = found_again(ctx, command.ticket)
    last = step_just_taken(ctx)
    if last is None or last.number == command.ticket:
        return NothingToReaim(ref(right.ticket))
    wrong, move = found_again(ctx, last.number).ticket, Move(last.kind)
    undone = move is Move.HANDLE and wrong.state is TicketState.HANDLED
    if undone:
        execute(UndoHandling(wrong.number), ctx)
    else:
        _mark(ctx, wrong, right.ticket)
        if move is Move.PLAN:
            _unsaid(ctx, wrong, move, last.note or "")
    note = command.note or last.note or ""
    return Reaimed(ref(wrong), move, undone, execute(_again(move, command.ticket, note), ctx))


@executes(MarkStepWrong)
def mark_wrong(command: MarkStepWrong, ctx: Context) -> StepMarked | NoSuchStep:
    """Nothing that was ended, and nothing of another kind, is touched; who reported it hears that it does not hold."""
    step = step_of_kind(ctx, command.step, command.ticket)
    if step is None or step.number == command.right:
        return NoSuchStep(command.step, command.ticket or "")
    wrong = found_again(ctx, step.number).ticket
    verb = words.VERB[command.step]
    note = STEP_NOTE.format(verb=verb) if command.right is None else REAIMED_NOTE.format(right=command.right)
    note_event(ctx, wrong, "remark", note)
    if not command.instead:
        _unsaid(ctx, wrong, command.step, step.note or "")
    wanted = [] if command.right is None else [_again(command.step, command.right, step.note or "")]
    wanted += [SetPlan(wrong.number, command.instead)] if command.instead and command.step is Move.PLAN else []
    return StepMarked(ref(wrong), command.step, tuple(execute(each, ctx) for each in wanted))


def _unsaid(ctx: Context, wrong: WorkTicket, move: Move, note: str) -> None:
    """Who reported it never reads a plan that was not meant for it, where that has not gone out; else that it does not hold."""
    if move is Move.PLAN and unsay(ctx, wrong, follow.PLANNED.format(note=note)):
        return
    tell_reporters(ctx, wrong, follow.STEP_WRONG.format(verb=words.VERB[move]))


def _mark(ctx: Context, wrong: WorkTicket, right: WorkTicket) -> None:
    note_event(ctx, wrong, "remark", REAIMED_NOTE.format(right=right.number))


def _again(move: Move, number: str, note: str) -> object:
    match move:
        case Move.TAKE:
            return TakeTicket(number)
        case Move.ARRIVE:
            return ArriveOnSite(number, note)
        case Move.PLAN:
            return SetPlan(number, note)
        case Move.CREW:
            return BringCrew(number, note)
        case _:
            return HandleTicket(number, note)
