"""What workers are told of a ticket, once each time it happens: its number and next step first."""

from collections.abc import Sequence
from datetime import datetime

from governance.notices import NoticeKind
from governance.serving import Servant, acting_for, stand_ins
from governance.tickets.deadlines import DeadlineKind
from governance.tickets.urgency import Urgency
from handlers.context import Context
from handlers.notices import tell
from handlers.texts.next_step import buttons, step_of, with_step
from handlers.tickets.parts import accounts_of
from storage.deadlines import open_deadlines
from storage.outbox import alarmed_of
from storage.outbox_rows import standing
from storage.serving import absences_at, followed_accounts
from storage.work_tickets import WorkTicket, steps_so_far

ASKING = frozenset({
    NoticeKind.GIVEN, NoticeKind.BY_HAND, NoticeKind.RETURNED, NoticeKind.VERIFY, NoticeKind.REMIND, NoticeKind.ALIKE,
    NoticeKind.RESUME, NoticeKind.REJECTED,
})  # fmt: skip
"""What asks for a step is overtaken once the ticket is in another state, or somebody else's."""
ORDERS = frozenset({NoticeKind.GIVEN, NoticeKind.BY_HAND})
"""What does not wait where the matter is urgent: half an hour to take it runs."""


def notify_staff(
    ctx: Context, ticket: WorkTicket, to: Sequence[Servant] | int | None, cause: NoticeKind, text: str,
    taps: Sequence[str] = (), *, promise: DeadlineKind | None = None, valid_until: datetime | None = None,
) -> None:  # fmt: skip
    """Tells these people, or one person by id or who stands in for them, what happened to a ticket (`cause`).

    The one whose doing it is hears nothing. `promise`: which one is to be kept; `valid_until`: when a louder push comes.
    """
    if to is None:
        return
    accounts = followed_accounts(ctx.uow, [_acting(ctx, to)]) if isinstance(to, int) else accounts_of(ctx, to)
    key = f"{cause}:{ticket.number}:{steps_so_far(ctx.uow, ticket.number)}"
    step = step_of(
        cause,
        ticket.state,
        ticket.assignee_id is not None,
        promise,
        () if promise is None else open_deadlines(ctx.uow, ticket.number),
    )
    tell(
        ctx, accounts, key, cause, with_step(text, ticket.number, taps[0] if taps else step),
        taps=taps or buttons(ticket.number, step), number=ticket.number, valid_until=valid_until,
        by_night=ticket.urgency == Urgency.HAZARD or (ticket.urgency == Urgency.URGENT and cause in ORDERS),
        ticket_then=standing(ticket.state, ticket.assignee_id) if cause in ASKING or promise is not None else None,
    )  # fmt: skip


def _acting(ctx: Context, person: int) -> int:
    return acting_for(person, stand_ins(absences_at(ctx.uow, ctx.now), ctx.now))


def tell_alarmed(ctx: Context, ticket: WorkTicket, text: str) -> None:
    """Tells whoever was told of the danger, and whose it is, once."""
    accounts = alarmed_of(ctx.uow, ticket.number)
    accounts += [] if ticket.assignee_id is None else followed_accounts(ctx.uow, [ticket.assignee_id])
    key = f"withdrawn:{ticket.number}"
    tell(
        ctx,
        list(dict.fromkeys(accounts)),
        key,
        NoticeKind.WITHDRAWN,
        text,
        again=True,
        number=ticket.number,
        by_night=True,
    )
