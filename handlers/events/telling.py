"""One answer to each reporter, a chunk at a time: who has got it stands with their report, so that a worker may be killed anywhere.

Each report keeps the id of the newest answer that its reporter has got. A chunk owes the pushes and moves those ids in one
transaction; who joins late, or whose message was under way when it ended, is found by the same question.
"""

from collections.abc import Sequence

from governance.events.states import EventState
from governance.notices import NoticeKind
from handlers.context import Context
from handlers.events import words
from storage.event_reports import Untold, lock_untold, note_told
from storage.events import EventRow, Word, event_row, words_of
from storage.outbox import enqueue_notification, owed_already

CHUNK = 100


def tell_next(ctx: Context, number: str) -> int:
    """Tells the next reporters of an event what they have not been told; answers how many there were."""
    event = event_row(ctx.uow, number)
    if event is None or event.last_word is None:
        return 0
    chunk = lock_untold(ctx.uow, number, event.last_word, CHUNK)
    if not chunk:
        return 0
    said = words_of(ctx.uow, number, min(each.told for each in chunk))
    owed = [(_key(event, word, each), word, each) for each in chunk for word in _for(each, said)]
    known = owed_already(ctx.uow, [key for key, _, _ in owed])
    for key, word, each in owed:
        if key not in known:
            known.add(key)
            _owe(ctx, event, key, word, each)
    note_told(ctx.uow, [each.id for each in chunk], event.last_word)
    ctx.uow.wake = True
    return len(chunk)


def _for(each: Untold, said: Sequence[Word]) -> list[Word]:
    """What somebody has not got; nothing for a report that was taken back, or that nobody sent."""
    if each.withdrawn or each.account_id is None:
        return []
    return [word for word in said if word.id > each.told]


def _key(event: EventRow, word: Word, each: Untold) -> str:
    """Once an answer and account: who has reported twice hears it once."""
    return f"event:{event.number}:{word.id}:{each.account_id}"


def _owe(ctx: Context, event: EventRow, key: str, word: Word, each: Untold) -> None:
    asks = word.kind == "end" and event.state is EventState.ENDED and word.id == event.last_word
    form = words.TO_ALL_END if asks else words.TO_ALL
    assert each.account_id is not None
    enqueue_notification(
        ctx.uow, dedupe_key=key, account_id=each.account_id, kind=NoticeKind.EVENT_NEWS, now=ctx.now, number=each.number,
        text=form.format(title=event.title, text=word.text, event=event.number, number=each.number),
        taps=words.taps_of_end(event.number) if asks else (),
    )  # fmt: skip
