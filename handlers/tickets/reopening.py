"""Closed and not solved: the answer to a look-back, and opening it once more."""

from collections.abc import Sequence
from datetime import timedelta

from governance.tickets.deadlines import DeadlineKind
from governance.tickets.lifecycle import Move, possible
from governance.tickets.satisfaction import Score
from governance.tickets.states import TicketState
from handlers.catalogue import executes
from handlers.context import Context
from handlers.outcomes import Refuse
from handlers.texts import work as words
from handlers.tickets.ending import again_of, reopen
from handlers.tickets.finding import find
from handlers.tickets.outcomes import ref
from handlers.tickets.own import Mine, mine_named
from handlers.tickets.parts import worker_of
from handlers.tickets.rating import REPORTER, not_found, which_of
from handlers.tickets.rating_commands import LookBackAgain, LookBackWell, ReopenTicket
from handlers.tickets.rating_outcomes import NotToReopen, Reopened, ReopenedByStaff, StillWell, TooLateToReopen
from storage.deadlines import meet_deadlines, open_deadlines
from storage.ratings import rate_ticket, raters
from storage.work_tickets import WorkTicket, work_ticket


@executes(LookBackWell)
def look_back_well(command: LookBackWell, ctx: Context) -> StillWell:
    """还好 N: kept where it was asked."""
    asked = _looked_back_at(ctx, mine_named(ctx, command.ticket))
    if asked is not None:
        _keep(ctx, asked.root, Score.SATISFIED, None)
    return StillWell()


@executes(LookBackAgain)
def look_back_again(command: LookBackAgain, ctx: Context) -> Reopened | TooLateToReopen:
    """又坏了 N: opened again, however long ago it ended when that was asked; else as far as anybody may."""
    mine, note = mine_named(ctx, command.ticket), command.note
    asked = _looked_back_at(ctx, mine)
    if asked is None:
        return _open_again(ctx, command.ticket, mine, note)
    _keep(ctx, asked.root, Score.DISSATISFIED, note or None)
    why = words.WHY_AGAIN.format(note=note or words.NOTHING_SAID)
    return Reopened(
        asked.own.number, again_of(ctx, reopen(ctx, asked.root, why, REPORTER, note, Score.DISSATISFIED), note)
    )


@executes(ReopenTicket)
def reopen_ticket(command: ReopenTicket, ctx: Context) -> Reopened | ReopenedByStaff | TooLateToReopen:
    """重开 N why: a ticket that was closed and is not solved; the sender's own, or one that they dispatch."""
    mine = mine_named(ctx, command.ticket)
    worker = None if mine or command.ticket is None else worker_of(ctx, ctx.person_id)
    if worker is None or not worker.terms:
        return _open_again(ctx, command.ticket, mine, command.note)
    found = find(ctx, command.ticket, Move.REOPEN)
    why = words.WHY_REOPENED_BY.format(who=worker.name, note=command.note or words.NOTHING_SAID)
    ticket = reopen(ctx, found.ticket, why, found.parts, command.note)
    return ReopenedByStaff(ref(ticket), again_of(ctx, ticket, command.note))


def _looked_back_at(ctx: Context, mine: Sequence[Mine]) -> Mine | None:
    """The report about which a look-back waits for its answer, its ticket locked."""
    for each in mine:
        if each.root.state is TicketState.CLOSED and _asks(ctx, each.root.number):
            root = work_ticket(ctx.uow, each.root.number)
            return Mine(each.own, root) if root.state is TicketState.CLOSED else None
    return None


def _asks(ctx: Context, number: str) -> bool:
    return DeadlineKind.LOOK_BACK in open_deadlines(ctx.uow, number)


def _keep(ctx: Context, root: WorkTicket, score: Score, note: str | None) -> None:
    if ctx.account_id not in raters(ctx.uow, root.number, "look_back", root.reopened):
        rate_ticket(
            ctx.uow, root.number, ctx.sender.id, kind="look_back", round_=root.reopened, score=score, note=note,
            now=ctx.now,
        )  # fmt: skip
    meet_deadlines(ctx.uow, root.number, [DeadlineKind.LOOK_BACK], ctx.now)


def _open_again(ctx: Context, name: str | None, mine: Sequence[Mine], note: str) -> Reopened | TooLateToReopen:
    can = [each for each in mine if Move.REOPEN in possible(each.root.state, REPORTER)]
    if not can:
        first = mine[0] if mine and name is not None else None
        raise Refuse(not_found(name) if first is None else NotToReopen(first.own.number, first.root.state))
    if len(can) > 1:
        raise Refuse(which_of(can))
    own, root = can[0].own, work_ticket(ctx.uow, can[0].root.number)
    if Move.REOPEN not in possible(root.state, REPORTER):
        raise Refuse(NotToReopen(own.number, root.state))
    days = ctx.config.rules.reopen_days
    if root.ended_at is not None and ctx.now - root.ended_at > timedelta(days=days):
        return TooLateToReopen(own.number, own.summary, days)
    why = words.WHY_REOPENED.format(note=note or words.NOTHING_SAID)
    return Reopened(own.number, again_of(ctx, reopen(ctx, root, why, REPORTER, note), note))
