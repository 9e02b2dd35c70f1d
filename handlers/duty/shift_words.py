"""A shift in words, and the shift that somebody means."""

from collections.abc import Sequence

from handlers.context import Context
from handlers.inbound import Reply
from handlers.texts import duty as words
from handlers.turn import Turn
from storage.duty.shifts import ShiftRow, shift_by_id
from storage.duty.sign_ups import SignUpRow, shifts_of
from understanding.duty import shift_in

MOST = 12
_PART = 3


def where(ctx: Context, row: ShiftRow) -> str:
    """The name of its station, or the title of its campaign with where it is."""
    index = ctx.places
    place = index.full_name(row.place_id) if row.place_id in index.nodes else ""
    if not row.title:
        return place
    return row.title if not place or place in row.title else f"{row.title}（{place}）"


def what(ctx: Context, row: ShiftRow) -> str:
    """When and where."""
    return f"{words.when(row.shift, ctx.config.zone)} {where(ctx, row)}"


def line(ctx: Context, row: ShiftRow, end: str = "") -> str:
    """Number, when, where."""
    return f"{row.id}　{words.when(row.shift, ctx.config.zone)}　{where(ctx, row)}{end}"


def rest_of(turn: Turn) -> str:
    """What follows the command."""
    return ((turn.meaning.rest if turn.meaning else None) or "").strip()


def shift_said(turn: Turn, *, lock: bool = False) -> tuple[ShiftRow, str] | Reply:
    """The shift whose number the command names, with what follows; an answer where it names none or one that is not."""
    number, rest = shift_in(rest_of(turn))
    if number is None:
        return Reply(words.NO_SUCH_SHIFT.format(n=rest[:20]) if rest else words.NEED_NUMBER)
    row = shift_by_id(turn.uow, number, lock=lock)
    if row is None:
        return Reply(words.NO_SUCH_SHIFT.format(n=number))
    if row.cancelled_at is not None:
        return Reply(words.CANCELLED_SHIFT.format(n=row.id, what=what(turn, row)))
    return row, rest


def own_shift(
    turn: Turn, person_id: int, states: tuple[str, ...], verb: str, none: str
) -> tuple[SignUpRow, ShiftRow, str] | Reply:
    """The sender's own place that the command means, by number or because it is the only one; with what follows."""
    mine = shifts_of(turn.uow, person_id, turn.now, states)
    number, rest = shift_in(rest_of(turn))
    if number is not None:
        found = [(place, row) for place, row in mine if row.id == number]
        if not found:
            row = shift_by_id(turn.uow, number)
            return Reply(none if row is not None else words.NO_SUCH_SHIFT.format(n=number))
        return (*found[0], rest)
    if not mine:
        return Reply(none)
    if len(mine) > 1:
        return which(turn, verb, [row for _, row in mine])
    return (*mine[0], rest)


def called(name: str, said: str) -> bool:
    """Whether a text names a station: wholly, or by three characters of its name (和事佬)."""
    parts = {name[start : start + _PART] for start in range(len(name) - _PART + 1)} or {name}
    return bool(said) and (said in name or any(part in said for part in parts))


def said_why(ctx: Context, row: ShiftRow, why: str) -> str:
    """Why somebody can't be put on the shift (a key of SWAP_WHY), in words."""
    return words.SWAP_WHY[why].format(need=row.shift.qualification, rest=ctx.config.rules.rest_hours)


def which(turn: Turn, verb: str, rows: Sequence[ShiftRow]) -> Reply:
    """Several could be meant."""
    listed = "\n".join(line(turn, row) for row in rows[:MOST])
    return Reply(words.WHICH_SHIFT.format(verb=verb, n=rows[0].id, listed=listed))
