"""A shift of the list that was just shown, meant by its place in it or by its day."""

from typing import Any

from handlers.conversation.interpreting import Interpreted
from handlers.duty.commands.shifts import CancelShift, ShowShift, SignUp
from understanding.model.which_shift import shift_named
from understanding.shift_order import Wish, only_names, place_in_order, wish_of

_COMMAND: dict[Wish, type[SignUp | ShowShift | CancelShift]] = {
    Wish.SIGN_UP: SignUp, Wish.SHOW: ShowShift, Wish.GIVE_BACK: CancelShift,
}  # fmt: skip


def shift_listed(data: dict[str, Any], found: Interpreted) -> SignUp | ShowShift | CancelShift | None:
    """What is wanted with it; None where the words mean none of the list."""
    if found.interpretation.terse is not None:
        return None
    listed: list[int] = data["shifts"]
    place = place_in_order(found.words, len(listed))
    if place is not None:
        return _COMMAND[wish_of(found.words)](listed[place])
    if not only_names(found.words):
        return None
    offered = [shift for shift in found.situation.shifts if shift.id in listed]
    named = shift_named(found.words, offered, found.situation.now)
    return None if named is None else _COMMAND[wish_of(found.words)](named)
