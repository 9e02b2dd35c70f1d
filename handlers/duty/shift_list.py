"""值班表, 我的值班, 班次 N: what is to be done, and who does it."""

from datetime import timedelta

from handlers.context import Context
from handlers.duty.members import leads, member
from handlers.duty.shift_words import MOST, called, line, rest_of, shift_said, what
from handlers.inbound import Reply
from handlers.texts import duty as words
from handlers.turn import Turn
from storage.duty.shifts import Filled, ShiftRow, filled, shift_rows
from storage.duty.sign_ups import on_shift, shifts_of
from storage.duty.stations import stations
from storage.models import Shift
from storage.people import names_of
from storage.ticket_export import masked_name
from understanding.times import time_in

WEEK = timedelta(days=7)


def shifts(turn: Turn) -> Reply:
    """值班表, of the coming week or of a day or station that is named."""
    who = member(turn)
    if isinstance(who, Reply):
        return who
    said = rest_of(turn)
    local = turn.now.astimezone(turn.config.zone)
    span = time_in(said, local, turn.config.calendar) if said else None
    named = [each.id for each in stations(turn.uow) if called(each.name, said)]
    first, last = (span.start, span.end) if span is not None else (local, local + WEEK)
    where = [Shift.ends_at > local, Shift.starts_at < last, Shift.cancelled_at.is_(None)]
    where += [Shift.starts_at >= first] if span is not None else []
    rows = shift_rows(turn.uow, *where, *([Shift.station_id.in_(named)] if named else []))
    if not rows:
        return Reply(words.NO_SHIFTS.format(when=said))
    full = filled(turn.uow, [row.id for row in rows])
    lines = [line(turn, row, f"　{_room(row, full[row.id])}") for row in rows[:MOST]]
    more = [words.MORE_SHIFTS.format(count=len(rows) - MOST)] if len(rows) > MOST else []
    free = next(
        (row for row in rows if full[row.id].taken < row.shift.capacity and row.shift.closes_at > turn.now), rows[0]
    )
    how = words.HOW_TO_SIGN_UP.format(n=free.id)
    return Reply("\n".join([words.SHIFTS_HEAD.format(when=said and f" {said}"), *lines, *more, how]))


def my_shifts(turn: Turn) -> Reply:
    """我的值班: where the sender stands, waits or is proposed."""
    who = member(turn)
    if isinstance(who, Reply):
        return who
    mine = shifts_of(turn.uow, who.person_id, turn.now, ("signed", "standby", "present"))
    if not mine:
        return Reply(words.NO_OWN_SHIFTS)
    lines = [line(turn, row, _state(turn, row, place.state, who.person_id)) for place, row in mine[:MOST]]
    return Reply("\n".join([words.MY_SHIFTS_HEAD, *lines]))


def who_stands(turn: Turn) -> Reply:
    """班次 N: who stands there and who waits; full names for its lead."""
    who = member(turn)
    if isinstance(who, Reply):
        return who
    said = shift_said(turn)
    if isinstance(said, Reply):
        return said
    row, _ = said
    full_names = leads(turn, who, row)
    standing = on_shift(turn.uow, row.id)
    names = names_of(turn.uow, [place.person_id for place in standing])
    shown = {p: name if full_names or p == who.person_id else masked_name(name) for p, name in names.items()}
    on = [
        _with_state(shown[each.person_id], each.state) for each in standing if each.state not in ("standby", "proposed")
    ]
    waiting = [shown[each.person_id] for each in standing if each.state == "standby"]
    lines = [
        words.SHIFT_HEAD.format(n=row.id, what=what(turn, row)),
        words.SHIFT_PEOPLE.format(taken=len(on), capacity=row.shift.capacity, people="、".join(on) or words.NOBODY),
    ]
    return Reply("\n".join(lines + ([words.SHIFT_WAITING.format(people="、".join(waiting))] if waiting else [])))


def _room(row: ShiftRow, full: Filled) -> str:
    return f"{full.taken}/{row.shift.capacity}" + (
        f"（需{row.shift.qualification}）" if row.shift.qualification else ""
    )


def _state(ctx: Context, row: ShiftRow, state: str, person_id: int) -> str:
    if state == "standby":
        order = [each.person_id for each in on_shift(ctx.uow, row.id, "standby")]
        return f"　{words.STATE_WORD[state]}第 {order.index(person_id) + 1}"
    return f"　{words.STATE_WORD[state]}" if words.STATE_WORD[state] else ""


def _with_state(name: str, state: str) -> str:
    return f"{name}（{words.STATE_WORD[state]}）" if words.STATE_WORD[state] else name
