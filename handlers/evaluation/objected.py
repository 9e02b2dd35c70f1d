"""A sum that somebody objected to, for who decides on it; and whoever objected told what became of it."""

from hashlib import sha256

from governance.evaluation.kinds import ObjectionState, RoundState
from governance.notices import NoticeKind
from handlers.context import Context
from handlers.evaluation.finding import decides_at
from handlers.evaluation.outcomes import NothingAgainst, OwnObjection
from handlers.notices import tell
from handlers.outcomes import Refuse
from storage.accounts import following
from storage.evaluation import EntryRow, RoundRow, entry_by_id, lock_round
from storage.evaluation_objections import EvaluationObjectionRow, objections_to

LEAST, LONGEST = 2, 200
"""So long a reason is."""


def objected(ctx: Context, number: int) -> tuple[EntryRow, RoundRow]:
    """The sum with its round, locked, where something waits against it that the sender may decide on. Raises Refuse."""
    entry = entry_by_id(ctx.uow, number)
    current = None if entry is None else lock_round(ctx.uow, entry.round_id)
    if entry is None or current is None or not decides_at(ctx, entry.place_id):
        raise Refuse(NothingAgainst(number))
    entry = entry_by_id(ctx.uow, number) or entry  # as it is under the lock
    waiting = [each for each in objections_to(ctx.uow, [entry.id]) if each.state is ObjectionState.OPEN]
    if not waiting or current.state is RoundState.PUBLISHED:
        raise Refuse(NothingAgainst(entry.id))
    if any(each.account_id == ctx.account_id for each in waiting):
        raise Refuse(OwnObjection(entry.id))
    return entry, current


def tell_settled(ctx: Context, entry: EntryRow, settled: list[EvaluationObjectionRow], text: str) -> None:
    """Each who objected, once."""
    key = f"evaluation-settled:{entry.id}:{sha256(ctx.cause.encode()).hexdigest()[:16]}"
    told = following(ctx.uow, list(dict.fromkeys(each.account_id for each in settled)))
    tell(ctx, told, key, NoticeKind.EVALUATION, text)
