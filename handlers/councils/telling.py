"""Who hears of what: the members of a council, who proposed or supports a topic, who owns a resolution; each once."""

from collections.abc import Collection, Sequence

from governance.notices import NoticeKind
from governance.permissions import WHOM_TO_ASK, Act
from handlers.context import Context
from handlers.notices import tell
from handlers.tickets.news import tell_reporters
from handlers.tickets.parts import first_reached
from storage.councils.seats import CouncilRow
from storage.councils.topics import TopicRow, supporters_of
from storage.serving import followed_accounts
from storage.work_tickets import WorkTicket, work_ticket


def tell_people(
    ctx: Context, people: Collection[int], key: str, text: str, taps: Sequence[str] = (), *,
    kind: NoticeKind = NoticeKind.COUNCIL_CALL,
) -> int:  # fmt: skip
    """Tells each of these people once a key; answers how many accounts hear it."""
    accounts = followed_accounts(ctx.uow, sorted(people))
    tell(ctx, accounts, f"council:{key}", kind, text, again=True, taps=taps)
    return len(accounts)


def those_who_run(ctx: Context, council: CouncilRow) -> list[int]:
    """Who runs a council and can be reached: the first role of whom somebody can."""
    return [each.person for each in first_reached(ctx, council.place_id, WHOM_TO_ASK[Act.RUN_COUNCIL])]


def ticket_of(ctx: Context, topic: TopicRow) -> WorkTicket | None:
    """The ticket that a topic is; locked, so it is asked for before anything of the council is."""
    return None if topic.ticket_number is None else work_ticket(ctx.uow, topic.ticket_number)


def tell_topic(ctx: Context, topic: TopicRow, ticket: WorkTicket | None, key: str, line: str) -> None:
    """Tells who proposed a topic, who supports it, and, of a ticket, whoever reported it."""
    accounts = [topic.account_id] if topic.account_id is not None else []
    accounts += [each for each in supporters_of(ctx.uow, topic.id) if each not in accounts]
    tell(ctx, accounts, f"council:topic:{topic.id}:{key}", NoticeKind.COUNCIL_NEWS, line, again=True)
    if ticket is not None:
        tell_reporters(ctx, ticket, line)
