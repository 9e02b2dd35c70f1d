"""What reporters are told as it goes on: every joined one each step, changes of two minutes as one message."""

from collections.abc import Callable, Collection, Sequence
from datetime import timedelta

from governance.notices import NoticeKind
from handlers.context import Context
from handlers.texts import follow
from handlers.texts.work import clock, short
from storage.outbox import enqueue_notification, pushes_about, say_more, take_back
from storage.work_tickets import WorkTicket, joined_to, steps_so_far

TAKEN_BACK = "taken back before it went out"


def tell_reporters(
    ctx: Context, ticket: WorkTicket, line: str, pictures: Sequence[int] = (), *, whose: bool = False
) -> None:
    """Tells whoever reported it, or joined it, one thing that happened, with pictures; not the one whose doing it is.

    `whose`: it says who has it now, in place of what was to be said of that and has not gone out.
    """
    said = f"· {clock(ctx.now, ctx.config.zone)} {line}"
    later = ctx.now + timedelta(minutes=ctx.config.rules.follow_minutes)
    for own in reports(ctx, ticket):
        if own.account_id is None or own.account_id == ctx.account_id:
            continue
        earlier = pushes_about(ctx.uow, own.number, own.account_id, "news")
        waiting = next((push for push in earlier if push[1] == "waiting"), None)
        before = "" if waiting is None else follow.without_whose(waiting[2]) if whose else waiting[2]
        if waiting is None or not say_more(ctx.uow, waiting[0], f"{before}\n{said}"):
            head = follow.HEAD.format(number=own.number, summary=own.summary)
            enqueue_notification(
                ctx.uow, dedupe_key=f"news:{own.number}:{own.account_id}:{len(earlier)}", account_id=own.account_id,
                kind=NoticeKind.NEWS, text=f"{head}\n{said}", now=ctx.now, not_before=later, number=own.number,
            )  # fmt: skip
        for picture in pictures:
            enqueue_notification(
                ctx.uow, dedupe_key=f"photo:{own.number}:{own.account_id}:{picture}", account_id=own.account_id,
                kind=NoticeKind.PHOTO, text="", now=ctx.now, not_before=later, number=own.number, picture_id=picture,
            )  # fmt: skip


def unsay(ctx: Context, ticket: WorkTicket, line: str) -> bool:
    """Takes a line back that was to be said; True where it had not gone out to anybody."""
    return _take_out(
        ctx, ticket, lambda text: "\n".join(each for each in text.split("\n") if not each.endswith(f" {line}"))
    )


def unsay_whose(ctx: Context, ticket: WorkTicket) -> bool:
    """Takes back what was to be said of whose it is; True where all that was said of it had not gone out to anybody."""
    return _take_out(ctx, ticket, follow.without_whose)


def _take_out(ctx: Context, ticket: WorkTicket, left_of: Callable[[str], str]) -> bool:
    never = True
    for own in reports(ctx, ticket):
        for push_id, state, text in pushes_about(ctx.uow, own.number, own.account_id or 0, "news"):
            left = left_of(text)
            if left == text or state == "dropped":
                continue
            if state != "waiting" or own.account_id is None:
                never = False
            elif "\n" in left:
                say_more(ctx.uow, push_id, left)
            else:
                take_back(ctx.uow, own.number, own.account_id, "news", TAKEN_BACK)
    return never


def ask_reporters(
    ctx: Context,
    ticket: WorkTicket,
    kind: NoticeKind,
    text: str,
    taps: str = "",
    but: Collection[int] = (),
    more_taps: Sequence[str] = (),
    **words: str,
) -> int:
    """Asks each reporter something at once (`text` takes number, summary, n and `words`); answers how many are asked.

    `but`: accounts that are not; `more_taps`: behind those of `taps`.
    """
    asked = 0
    for own in reports(ctx, ticket):
        if own.account_id is None or own.account_id in but:
            continue
        serial = steps_so_far(ctx.uow, own.number)
        said = text.format(number=own.number, summary=own.summary, n=short(own.number), **words)
        enqueue_notification(
            ctx.uow, dedupe_key=f"{kind}:{own.number}:{own.account_id}:{ticket.reopened}:{serial}",
            account_id=own.account_id, kind=kind, text=said, now=ctx.now, number=own.number,
            taps=(*(TAPS[taps](own.number) if taps else ()), *more_taps),
        )  # fmt: skip
        asked += 1
    return asked


def reports(ctx: Context, ticket: WorkTicket) -> list[WorkTicket]:
    """The ticket and those merged into it: each reporter's own, once an account."""
    of_account: dict[int | None, WorkTicket] = {}
    for own in (ticket, *joined_to(ctx.uow, ticket.number)):
        of_account.setdefault(own.account_id, own)
    return list(of_account.values())


TAPS = {"rate": follow.rating_taps, "look_back": follow.look_back_taps}
