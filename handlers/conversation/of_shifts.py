"""What is said of one's own shifts in plain words, whatever the model holds likely: a question about one puts nobody on it, the
one that is kept is never the one that is given back, and what was just taken wrongly is put right.
"""

from collections.abc import Sequence
from typing import Any

from handlers.context import Context
from handlers.conversation.commands import DoSeveral, OfferChoice
from handlers.conversation.interpreting import Interpreted
from handlers.conversation.offering import offered
from handlers.duty.around import Around, coming_timed, shifts_around
from handlers.duty.commands.changes import ChangeShift, ShowMySwaps
from handlers.duty.commands.due import ShowDue
from handlers.duty.commands.shifts import AgreeToSwap, CancelShift, RefuseSwap, ShowMyShifts, SignUp
from understanding.asked_about import asks_what_waits
from understanding.candidate import Candidate
from understanding.command_names import CommandName
from understanding.duty_told import when_said
from understanding.shift_said import SaidOfShift, Timed, fits, fitting, said_of_shift
from understanding.shift_wishes import Does, Wishes, how_many, means_others, means_several, speaks_of_shifts, wishes_in
from understanding.swap_said import Answer, answers_swap, asks_of_own_shift, asks_of_swap

_OF_SHIFTS = frozenset({
    CommandName.SIGN_UP, CommandName.CANCEL_SHIFT, CommandName.OFFER_SWAP, CommandName.AGREE_TO_SWAP, CommandName.REFUSE_SWAP,
    CommandName.TAKE_OVER_SHIFT, CommandName.WITHDRAW_SWAP, CommandName.SHOW_SHIFTS, CommandName.SHOW_SHIFT,
    CommandName.SHOW_MY_SHIFTS, CommandName.ASSIGN_SHIFT, CommandName.REQUEST_ABSENCE,
})  # fmt: skip
_OF_ANYTHING = frozenset({CommandName.HEAR_TALK, CommandName.CANCEL_DIALOGUE, CommandName.ASK_QUESTION, None})
"""What words about shifts look like where they name none of them by its name."""
_SERVE = frozenset({"building_leader", "party_member"})
"""Who has no tickets in hand: what waits for them is walks, shifts and checks."""
SURE_OF_ANOTHER = 0.8
MOST_SHOWN = 6


def of_shifts(ctx: Context, found: Interpreted) -> Any | None:
    """The command that the words are; None where they say none of it."""
    if found.interpretation.terse is not None or found.reading.hazard is not None:
        return None
    if found.situation.role in _SERVE and asks_what_waits(found.words):
        return ShowDue()
    asks, may_be = asks_of_own_shift(found.words), speaks_of_shifts(found.words) or _likely(found)
    around = shifts_around(ctx) if asks or may_be else None
    if around is None:
        return None
    if may_be and asks_of_swap(found.words):
        return ShowMySwaps()
    if around.own and asks:
        return ShowMyShifts()
    answer = _answer_to_swap(ctx, found, around) if may_be else None
    if answer is not None:
        return answer
    wishes = wishes_in(found.words)
    if wishes.asks or not may_be:
        return None
    return _put_right(ctx, found, wishes, around) or _given_back(ctx, found, wishes, around)


def _likely(found: Interpreted) -> bool:
    """Whether the words may be about shifts: nothing else is meant plainly."""
    best = found.interpretation.best
    return best.command in _OF_SHIFTS | _OF_ANYTHING or best.probability < SURE_OF_ANOTHER


def _fitting(ctx: Context, words: str, shifts: Sequence[Timed]) -> list[Timed]:
    return fitting(words, shifts, ctx.here.local, ctx.config.calendar)


def _answer_to_swap(ctx: Context, found: Interpreted, around: Around) -> AgreeToSwap | RefuseSwap | OfferChoice | None:
    """The answer to what a colleague asked; of several offers the one that is named."""
    answer = answers_swap(found.words) if around.offered else None
    if answer is None:
        return None
    named = said_of_shift(found.words, around.offered, ctx.here.local, ctx.config.calendar)
    meant = [shift for shift in around.offered if fits(named, shift)]
    if not meant or (answer is Answer.NO and named.tells and _fitting(ctx, found.words, around.own)):
        return None
    if len(meant) > 1 or answer is Answer.PERHAPS:
        commands = (
            (CommandName.AGREE_TO_SWAP,) if len(meant) > 1 else (CommandName.AGREE_TO_SWAP, CommandName.REFUSE_SWAP)
        )
        if answer is Answer.NO:
            commands = (CommandName.REFUSE_SWAP,)
        return offered(
            found.text, [Candidate(each, 1.0, shift=shift.id) for shift in meant for each in commands], found.situation
        )
    return AgreeToSwap(meant[0].id) if answer is Answer.YES else RefuseSwap(meant[0].id)


def _put_right(ctx: Context, found: Interpreted, wishes: Wishes, around: Around) -> ChangeShift | SignUp | None:
    """What was just taken or given back was the wrong one: the right one in its place."""
    wanted = wishes.words(Does.TAKES, Does.KEEPS, Does.NAMES) if wishes.wrong else wishes.words(Does.TAKES, Does.KEEPS)
    in_place = wishes.has(Does.GIVES_BACK) and wishes.has(Does.TAKES)
    if not wanted or not (in_place or (wishes.wrong and (around.taken or around.left))):
        return None
    coming = coming_timed(ctx)
    said = said_of_shift(wanted, coming, ctx.here.local, ctx.config.calendar)
    given = _wrong_one(ctx, wishes, said, around) if said.tells else None
    old = next(iter((*around.left, *around.taken)), None) if given is None or given not in around.taken else given
    pattern = old or given
    if pattern is None or not said.tells:
        return None
    meant = _like_it(said, coming, pattern, given)
    known = [shift for shift in meant if shift in (*around.own, *around.left)]
    if given is None or any(shift in around.own for shift in known):
        return SignUp(known[0].id) if len(known) == 1 and not wishes.has(Does.GIVES_BACK) else None
    if len(meant) == 1:
        return ChangeShift(given.id, meant[0].id)
    there = meant or [shift for shift in coming if _same_day(said, shift, pattern) and shift != given]
    when = when_said(wanted) or wanted
    return ChangeShift(given.id, None, when, tuple(each.id for each in there[:MOST_SHOWN]), several=bool(meant))


def _wrong_one(ctx: Context, wishes: Wishes, said: SaidOfShift, around: Around) -> Timed | None:
    """The place that is given back: one that is denied or given back by its name, else the one that was just taken."""
    denied = wishes.words(Does.DENIES, Does.GIVES_BACK)
    named = [shift for shift in _fitting(ctx, denied, around.taken + around.own) if not _fully(said, shift)]
    if named:
        return named[0]
    if denied and said_of_shift(denied, around.own, ctx.here.local, ctx.config.calendar).tells:
        return None
    return next((shift for shift in around.taken if not _fully(said, shift)), None) if wishes.wrong else None


def _fully(said: SaidOfShift, shift: Timed) -> bool:
    """Whether just this one is wanted: it fits, and by its day as well."""
    return bool(said.days) and fits(said, shift) and said.tells_hour


def _like_it(said: SaidOfShift, coming: Sequence[Timed], old: Timed, given: Timed | None) -> list[Timed]:
    """Those that fit what is said; what is not said (the day, the part of it, the station) is as it was of the old one."""
    meant = [shift for shift in coming if fits(said, shift) and shift != given]
    if not said.days and said.number is None:
        meant = [shift for shift in meant if shift.day == old.day]
    if not said.tells_hour and said.number is None:
        meant = [shift for shift in meant if shift.part == old.part]
    same = [shift for shift in meant if shift.where == old.where]
    return meant if said.stations or not same else same


def _same_day(said: SaidOfShift, shift: Timed, old: Timed) -> bool:
    return shift.day in said.days if said.days else shift.day == old.day


def _given_back(
    ctx: Context, found: Interpreted, wishes: Wishes, around: Around
) -> CancelShift | DoSeveral | OfferChoice | ShowMyShifts | SignUp | None:
    """One's own shifts that are given back by their day, hours or number; those that are kept are not among them."""
    back = wishes.words(Does.GIVES_BACK)
    kept = [shift for clause in _clauses(wishes, Does.KEEPS, Does.TAKES) for shift in _fitting(ctx, clause, around.own)]
    if not back:
        return None
    if not said_of_shift(back, around.own, ctx.here.local, ctx.config.calendar).tells and not means_others(back):
        back = f"{wishes.words(Does.NAMES)}，{back}"
    free = [shift for shift in around.own if shift not in kept]
    meant = free if means_others(back) and kept else _fitting(ctx, back, free)
    if not meant:
        return ShowMyShifts() if kept else None
    if len(meant) == 1:
        return CancelShift(meant[0].id)
    just = [shift for shift in meant if shift in around.taken[:1]]
    if means_others(back) or (means_several(back) and how_many(back) in (None, len(meant))):
        return DoSeveral(tuple(CancelShift(shift.id) for shift in meant))
    if just and not means_several(back):
        return CancelShift(just[0].id)
    return offered(
        found.text, [Candidate(CommandName.CANCEL_SHIFT, 1.0, shift=shift.id) for shift in meant], found.situation
    )


def _clauses(wishes: Wishes, *does: Does) -> list[str]:
    return [clause.words for clause in wishes.clauses if clause.does in does]
