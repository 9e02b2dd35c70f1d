"""Pictures shown to those who handle a ticket: what was reported, and what was done. Each once to each."""

from collections.abc import Sequence

from governance.notices import NoticeKind
from handlers.context import Context
from handlers.inbound import Kind
from storage.attachments import pictures_of
from storage.outbox import enqueue_notification, owed_already
from storage.serving import followed_accounts
from storage.work_tickets import WorkTicket

MOST = 3
"""Of one ticket: a push counts against the platform's quota."""
REPORT = "report"


def show_report(ctx: Context, ticket: WorkTicket, person: int) -> None:
    """Shows what its reporters sent."""
    show(ctx, ticket, [person], pictures_of(ctx.uow, ticket.number, REPORT, Kind.IMAGE.value)[:MOST])


def show(ctx: Context, ticket: WorkTicket, people: Sequence[int], pictures: Sequence[int]) -> None:
    """Owes these pictures (ids of attachments) to these people, save what they were shown before."""
    keys = {
        f"shown:{picture}:{account}": (picture, account)
        for account in followed_accounts(ctx.uow, people)
        for picture in pictures
    }
    known = owed_already(ctx.uow, list(keys))
    for key, (picture, account) in keys.items():
        if key not in known:
            enqueue_notification(
                ctx.uow, dedupe_key=key, account_id=account, kind=NoticeKind.PHOTO, text="", now=ctx.now,
                number=ticket.number, picture_id=picture,
            )  # fmt: skip
