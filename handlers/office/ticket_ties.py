"""What a ticket is tied to: those that were merged into it, those alike, and its numbers on other platforms."""

from dataclasses import dataclass, replace

from handlers.context import Context
from handlers.intake.taking_in import HOTLINE
from handlers.office.privacy import Veil
from handlers.tickets.joining import alike_to, matter_of
from storage.connectors.links import brought_by
from storage.hotline_orders import orders_of
from storage.work_tickets import WorkTicket, joined_to

MOST_ALIKE = 3


@dataclass(frozen=True)
class MergedIn:
    """A ticket that was merged into the one that is shown. `platforms`: as there."""

    number: str
    summary: str
    platforms: tuple[tuple[str, str], ...]


def merged_into(ctx: Context, ticket: WorkTicket, shown: Veil) -> tuple[MergedIn, ...]:
    """Those that were merged into it."""
    joined = joined_to(ctx.uow, ticket.number)
    theirs = platforms_of(ctx, [each.number for each in joined]) if joined else {}
    return tuple(
        MergedIn(each.number, shown.words(each.summary), tuple(theirs.get(each.number, ()))) for each in joined
    )


def platforms_of(ctx: Context, numbers: list[str]) -> dict[str, list[tuple[str, str]]]:
    """By ticket, the names of the platforms that have it, each with its own number of it."""
    labels = ctx.config.platform_labels
    found = {
        number: [(labels.get(name, name), theirs) for name, theirs in some]
        for number, some in brought_by(ctx.uow, numbers).items()
    }
    for number, order_no in orders_of(ctx.uow, numbers).items():
        if all(theirs != order_no for _, theirs in found.get(number, ())):
            found.setdefault(number, []).insert(0, (HOTLINE, order_no))
    return found


def alike_beside(ctx: Context, ticket: WorkTicket, shown: Veil) -> tuple[WorkTicket, ...]:
    """Open ones that tell of the same."""
    found = alike_to(ctx, matter_of(ticket), MOST_ALIKE + 1)
    return tuple(replace(each, summary=shown.words(each.summary)) for each in found if each.number != ticket.number)[
        :MOST_ALIKE
    ]
