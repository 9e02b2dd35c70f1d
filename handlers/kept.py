"""Notices that could not be pushed: handed over with the next reply."""

from handlers import texts
from handlers.inbound import Kind, Reply
from handlers.turn import Turn
from storage.outbox_delivery import handed_over, kept_for

ROOM_BYTES = 1900
"""Of a reply's 2,048: the rest is for the words around."""


def with_kept(turn: Turn, reply: Reply) -> Reply:
    """The reply with what is kept for the sender; where nothing is said or it has no room, that waits for the next one."""
    if turn.account.kept_at is None or not reply.text or turn.inbound.kind is Kind.UNSUBSCRIBE:
        return reply
    room = ROOM_BYTES - len(reply.text.encode())
    if room < texts.LEAST_ROOM:
        return reply
    kept = kept_for(turn.uow, turn.account.id, turn.config.rules.keep_shown)
    fitting = texts.fitting([text for _, text in kept], room)
    handed_over(turn.uow, turn.account.id, [push for push, _ in kept[: len(fitting)]], turn.now)
    return Reply("\n\n".join([reply.text, texts.KEPT, *fitting]), reply.ticket)
