"""Notices that could not be pushed: handed over with the next answer."""

from handlers.context import Context
from handlers.conversation.texts import KEPT, fitting
from storage.outbox_delivery import handed_over, kept_for

ROOM_BYTES = 1900
"""Of a reply's 2,048: the rest is for the words around."""
LEAST_ROOM = 200


def with_kept(ctx: Context, answer: str) -> str:
    """The answer with what is kept for the sender; where nothing is said or it has no room, that waits for the next one."""
    if ctx.sender.kept_at is None or not answer:
        return answer
    room = ROOM_BYTES - len(answer.encode())
    if room < LEAST_ROOM:
        return answer
    kept = kept_for(ctx.uow, ctx.sender.id, ctx.config.rules.keep_shown)
    shown = fitting([text for _, text in kept], room)
    handed_over(ctx.uow, ctx.sender.id, [push for push, _ in kept[: len(shown)]], ctx.now)
    return "\n\n".join([answer, KEPT, *shown])
