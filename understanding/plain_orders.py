"""Orders in plain words that the model does not decide on: tickets taken and returned by number, joined, a meeting called, and
who wants to be reminded, not left alone.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from understanding.candidate import SETTLED, Candidate
from understanding.command_names import CommandName
from understanding.meeting_said import calls_meeting, says_all
from understanding.named import by_short_number
from understanding.orders_told import merge_told, number_alone, orders_in
from understanding.reminding import refuses_notices, wants_reminding, was_turned_off
from understanding.shifts_told import shifts_told
from understanding.situation import Situation

ASKED, UNSURE = 0.85, 0.5
"""So likely is what binds others and is asked about first; and what the words say nothing of."""
_RESIDENT = "resident"
_SHIFT = re.compile(r"值班|班次|的班|上岗|轮值")
_OF_MEETINGS = frozenset({
    CommandName.TAKE_TO_COUNCIL, CommandName.CALL_MEETING, CommandName.PROPOSE_TOPIC, CommandName.SHOW_MEETINGS,
    CommandName.ADD_SHIFT, CommandName.OPEN_CAMPAIGN, CommandName.SHOW_CAMPAIGNS, CommandName.HEAR_TALK,
    CommandName.ANSWER_INVITATION, CommandName.PUT_ON_AGENDA, CommandName.NOTIFY_RESIDENTS, CommandName.REPORT_PROBLEM,
    CommandName.ASK_QUESTION,
})  # fmt: skip
"""What the calling of a meeting looks like to the model."""
Settled = tuple[tuple[Candidate, ...], tuple[Candidate, ...]]


def plain_orders(words: str, candidates: Sequence[Candidate], situation: Situation) -> Settled | None:
    """The candidates that the words settle, and the several wishes where there are some; None where they settle nothing."""
    best = candidates[0]
    found = _of_notices(words, best)
    if found:
        return found, ()
    if situation.role == _RESIDENT:
        return None
    if best.command in _OF_MEETINGS and calls_meeting(words):
        return (Candidate(CommandName.CALL_MEETING, SETTLED if says_all(words) else ASKED),), ()
    return _of_shifts(words, situation) or _of_tickets(words, situation)


def _of_notices(words: str, best: Candidate) -> tuple[Candidate, ...]:
    """Who wants to be told has nothing turned off; what only looks like it is asked about."""
    if best.command is not CommandName.MUTE:
        return ()
    if was_turned_off(words):
        return (Candidate(CommandName.UNMUTE, SETTLED),)
    if wants_reminding(words):
        return (Candidate(CommandName.SHOW_MY_SHIFTS if _SHIFT.search(words) else CommandName.UNMUTE, SETTLED),)
    return () if refuses_notices(words) else (replace(best, probability=min(best.probability, UNSURE)),)


def _of_shifts(words: str, situation: Situation) -> Settled | None:
    told = shifts_told(words, situation) if situation.shifts else None
    if told is None:
        return None
    back = Candidate(CommandName.CANCEL_SHIFT, SETTLED, shift=told.given_back, words=" ")
    taken = Candidate(CommandName.SIGN_UP, SETTLED, words=told.taken)
    return (back,), (back, taken)


def _of_tickets(words: str, situation: Situation) -> Settled | None:
    work = situation.work
    alone = number_alone(words)
    if alone is not None and situation.asked is None:
        shown = by_short_number(work).get(alone)
        return None if shown is None else ((_of(CommandName.SHOW_PROGRESS, shown.number),), ())
    orders = orders_in(words, work)
    if orders:
        each = tuple(_of(order.command, order.ticket, order.why or " ") for order in orders)
        return (each[:1], ()) if len(each) == 1 else (each[:1], each)
    joined = merge_told(words, work)
    return None if joined is None else ((_of(CommandName.MERGE_TICKETS, joined[0]),), ())


def _of(command: CommandName, ticket: str, words: str = "") -> Candidate:
    return Candidate(command, SETTLED, ticket=ticket, words=words)
