"""What is told of a notice and when: owed as words, each to be told once to everybody whom it concerns."""

from governance.area_notices import comes_by_night, is_trouble, remind_at
from handlers.area_notices import words
from handlers.area_notices.audience import told_of
from handlers.context import Context
from storage.area_notices import (
    CLEAR,
    END,
    FIRST,
    START,
    NoticeRow,
    add_word,
    change_word,
    drop_words_to_come,
    words_of,
)


def owe_first(ctx: Context, notice: NoticeRow) -> None:
    """The notice itself, its begin and its end."""
    night = _by_night(ctx, notice)
    add_word(ctx.uow, notice.id, FIRST, words.first(told_of(ctx, notice), ctx.here), ctx.now, by_night=night)
    owe_begin_and_end(ctx, notice)


def owe_begin_and_end(ctx: Context, notice: NoticeRow) -> None:
    """Of trouble it is told again shortly before it begins, and when it should be over by its time."""
    drop_words_to_come(ctx.uow, notice.id)
    if not is_trouble(notice.kind):
        return
    at = remind_at(notice.starts_at, ctx.now, ctx.config.rules)
    if at is not None:
        add_word(ctx.uow, notice.id, f"{START}{notice.changes}", words.begins(told_of(ctx, notice), ctx.here), at)
    if notice.ends_at is not None:
        text = words.should_be_over(told_of(ctx, notice), ctx.here)
        add_word(ctx.uow, notice.id, f"{END}{notice.changes}", text, notice.ends_at)


def owe_change(ctx: Context, notice: NoticeRow) -> None:
    """Its new time, to those who were told the old one; who is still to be told hears the new one at once."""
    first = next((word for word in words_of(ctx.uow, [notice.id]) if word.name == FIRST), None)
    last = None
    if first is not None and first.done_at is None:
        last = first.cursor
        change_word(
            ctx.uow, first.id, text=words.first(told_of(ctx, notice), ctx.here), by_night=_by_night(ctx, notice)
        )
    text = words.changed(told_of(ctx, notice), ctx.here)
    add_word(
        ctx.uow, notice.id, f"change:{notice.changes}", text, ctx.now, by_night=_by_night(ctx, notice), last=last
    )  # fmt: skip
    owe_begin_and_end(ctx, notice)


def owe_clear(ctx: Context, notice: NoticeRow, note: str, *, cancelled: bool, instead: NoticeRow | None = None) -> None:
    """It is over, or does not happen, or only this notice of it is void; whatever else was owed is not told any more."""
    for word in words_of(ctx.uow, [notice.id]):
        if word.done_at is None:
            change_word(ctx.uow, word.id, done_at=ctx.now)
    told = told_of(ctx, notice)
    if instead is None:
        text = words.clear(told, note, cancelled=cancelled, here=ctx.here)
    else:
        text = words.void(told, told_of(ctx, instead), note, ctx.here)
    add_word(ctx.uow, notice.id, f"{CLEAR}{notice.changes}", text, ctx.now)


def _by_night(ctx: Context, notice: NoticeRow) -> bool:
    return comes_by_night(notice.starts_at, ctx.now, ctx.config.zone, ctx.config.rules)
