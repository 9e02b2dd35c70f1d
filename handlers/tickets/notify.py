"""What workers are told of a ticket, once each time it happens."""

from collections.abc import Sequence

from governance.notices import NoticeKind
from governance.serving import Servant, acting_for, stand_ins
from governance.tickets.urgency import Urgency
from handlers.context import Context
from handlers.notices import tell
from handlers.tickets.parts import accounts_of
from storage.serving import absences_at, followed_accounts
from storage.work_tickets import WorkTicket, steps_so_far


def notify_staff(
    ctx: Context, ticket: WorkTicket, to: Sequence[Servant] | int | None, cause: NoticeKind, text: str,
    taps: Sequence[str] = (),
) -> None:  # fmt: skip
    """Tells these people, or one person by id or who stands in for them, what happened to a ticket (`cause`).

    The one whose doing it is hears nothing. What is urgent does not wait for the morning: half an hour to take it runs.
    """
    if to is None:
        return
    accounts = followed_accounts(ctx.uow, [_acting(ctx, to)]) if isinstance(to, int) else accounts_of(ctx, to)
    key = f"{cause}:{ticket.number}:{steps_so_far(ctx.uow, ticket.number)}"
    by_night = ticket.urgency in (Urgency.HAZARD, Urgency.URGENT)
    tell(ctx, accounts, key, cause, text, taps=taps, number=ticket.number, by_night=by_night)


def _acting(ctx: Context, person: int) -> int:
    return acting_for(person, stand_ins(absences_at(ctx.uow, ctx.now), ctx.now))
