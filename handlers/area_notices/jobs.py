"""What the clock does with notices: tells what is owed, a step of accounts a transaction, and ends what is over."""

from datetime import timedelta

from governance.area_notices import NoticeState
from governance.notices import AREA, NoticeKind
from handlers.area_notices.audience import places_inside
from handlers.context import Context
from handlers.jobs import Job, JobTools, Lane, in_transaction
from handlers.texts import jobs as words
from storage.area_audience import audience_after, note_recipients, recipients_after
from storage.area_notices import (
    FIRST,
    START,
    NoticeRow,
    WordRow,
    change_notice_row,
    change_word,
    lock_notice,
    owed_words,
    passed_notices,
    word_of,
)
from storage.outbox import enqueue_notification

STEP = 500
"""So many are told in one transaction; a process that is killed in between goes on behind the last of them."""


def _owed(ctx: Context) -> list[str]:
    return [str(word) for word in owed_words(ctx.uow, ctx.now)]


def _tell(ctx: Context, item: str) -> int:
    """Tells the next step. Who holds the notice holds its words, so that of two workers one goes on where the other ended."""
    before = word_of(ctx.uow, int(item))
    notice = None if before is None else lock_notice(ctx.uow, before.notice_id, wait=False)
    word = word_of(ctx.uow, int(item))
    if notice is None or word is None or word.done_at is not None or word.at > ctx.now:
        return 0
    if word.name.startswith(START) and ctx.now >= notice.starts_at:
        change_word(ctx.uow, word.id, done_at=ctx.now)  # nobody told in time: it says nothing any more
        return 1
    accounts = _next(ctx, notice, word)
    kind = NoticeKind(f"{AREA}{notice.kind.value}")
    for account in accounts:
        enqueue_notification(
            ctx.uow, dedupe_key=f"tz:{notice.id}:{word.name}:{account}", account_id=account, kind=kind, text=word.text,
            now=ctx.now, number=notice.number, by_night=word.by_night,
        )  # fmt: skip
    if word.name == FIRST:
        note_recipients(ctx.uow, notice.id, accounts)
    told = {"cursor": accounts[-1] if accounts else word.cursor, "told": word.told + len(accounts)}
    done = len(accounts) < STEP
    change_word(ctx.uow, word.id, **told, done_at=ctx.now if done else None)
    if done and word.name == FIRST and notice.state is NoticeState.SENDING:
        change_notice_row(ctx.uow, notice.id, state=NoticeState.SENT.value, sent_at=ctx.now)
    return max(len(accounts), 1)


def _next(ctx: Context, notice: NoticeRow, word: WordRow) -> list[int]:
    """The first word goes to all who live there, every other one to those whom it reached; a new time to all of those."""
    if word.name == FIRST:
        return audience_after(ctx.uow, places_inside(ctx, notice.places), notice.kind, word.cursor, STEP)
    return recipients_after(
        ctx.uow, notice.id, notice.number, notice.kind, word.cursor, word.last, STEP, got=not word.name.startswith("change")
    )  # fmt: skip


def _passed(ctx: Context) -> list[str]:
    open_since = ctx.now - timedelta(hours=ctx.config.rules.notice_open_hours)
    return [str(notice) for notice in passed_notices(ctx.uow, ctx.now, open_since)]


def _end(ctx: Context, item: str) -> int:
    notice = lock_notice(ctx.uow, int(item), wait=False)
    if notice is None or item not in _passed(ctx):
        return 0
    change_notice_row(ctx.uow, notice.id, state=NoticeState.OVER.value, over_at=ctx.now)
    return 1


JOBS: tuple[Job[JobTools], ...] = (
    Job("area_words", *words.AREA_WORDS, Lane.TICKETS, _owed, in_transaction(_tell)),
    Job("area_over", *words.AREA_OVER, Lane.TICKETS, _passed, in_transaction(_end)),
)
