"""A shift of the list that was just shown, meant by its place in it or by its day."""

from typing import Any

from handlers.conversation.interpreting import Interpreted
from handlers.conversation.questions import Question
from handlers.duty.commands.changes import ChangeShift
from handlers.duty.commands.shifts import CancelShift, ShowShift, SignUp
from understanding.model.which_shift import shift_named
from understanding.model.which_ticket import numbers_in
from understanding.shift_order import Wish, only_names, place_in_order, wish_of

_COMMAND: dict[Wish, type[SignUp | ShowShift | CancelShift]] = {
    Wish.SIGN_UP: SignUp, Wish.SHOW: ShowShift, Wish.GIVE_BACK: CancelShift,
}  # fmt: skip


def shift_listed(data: dict[str, Any], found: Interpreted) -> SignUp | ShowShift | CancelShift | None:
    """What is wanted with it; None where the words mean none of the list."""
    listed: list[int] = data["shifts"]
    if found.interpretation.terse is not None:
        return None
    place = place_in_order(found.words, len(listed))
    if place is not None:
        return _COMMAND[wish_of(found.words)](listed[place])
    if not only_names(found.words):
        return None
    offered = [shift for shift in found.situation.shifts if shift.id in listed]
    named = shift_named(found.words, offered, found.situation.now)
    return None if named is None else _COMMAND[wish_of(found.words)](named)


def instead_listed(found: Interpreted) -> ChangeShift | None:
    """The one that is taken in place of another, where that was asked: by its number, its place in the list, its day and hours."""
    question = found.question
    if question is None or question.kind != Question.LISTED or "instead" not in question.data:
        return None
    listed: list[int] = question.data["shifts"]
    numbers = [number for number in listed if str(number) in numbers_in(found.words)]
    place = place_in_order(found.words, len(listed))
    offered = [shift for shift in found.situation.shifts if shift.id in listed]
    named = shift_named(found.words, offered, found.situation.now) if only_names(found.words) else None
    meant = numbers[0] if len(numbers) == 1 else listed[place] if place is not None else named
    return None if meant is None else ChangeShift(question.data["instead"], meant)
