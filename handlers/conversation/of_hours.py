"""A lead says in own words that somebody was on a shift after all: which shift and whose place, whoever is called alike."""

from datetime import timedelta

from handlers.context import Context
from handlers.conversation.interpreting import Interpreted
from handlers.duty.around import timed
from handlers.duty.commands.hours import CorrectHours
from handlers.duty.members import known_member, leads
from storage.duty.shifts import ShiftRow, shifts_by_id
from storage.duty.sign_ups import SignUpRow, attended_since
from storage.people import KnownPerson, known_people
from understanding.called import colleague_said, fits
from understanding.hours_said import hours_said, puts_right, was_there
from understanding.shift_said import fitting

LOOK_BACK = timedelta(days=14)


def of_hours(ctx: Context, found: Interpreted) -> CorrectHours | None:
    """The correction of that place; None where the words say none, or might mean several."""
    minutes = None if found.interpretation.terse is not None else hours_said(found.words)
    who = known_member(ctx) if minutes is not None else None
    if who is None:
        return None
    places = attended_since(ctx.uow, ctx.now - LOOK_BACK, ctx.now)
    rows = {number: row for number, row in _rows(ctx, places).items() if leads(ctx, who, row)}
    led = [place for place in places if place.shift_id in rows]
    people = {each.id: each for each in known_people(ctx.uow, {place.person_id for place in led})}
    named = [each for each in led if each.person_id in people and _named(found.words, people[each.person_id])]
    meant = _meant(ctx, found.words, named, rows)
    if len(meant) != 1:
        return None
    return CorrectHours(meant[0].shift_id, people[meant[0].person_id].code, minutes, found.text)


def _rows(ctx: Context, places: list[SignUpRow]) -> dict[int, ShiftRow]:
    return shifts_by_id(ctx.uow, {place.shift_id for place in places})


def _named(words: str, person: KnownPerson) -> bool:
    called = colleague_said(words)
    return person.name in words or (called is not None and fits(person.name, called))


def _meant(ctx: Context, words: str, named: list[SignUpRow], rows: dict[int, ShiftRow]) -> list[SignUpRow]:
    """Those on a shift that the words fit, where they speak of one: who was put down as absent first."""
    shifts = [timed(ctx, rows[number]) for number in {place.shift_id: None for place in named}]
    then = {shift.id for shift in fitting(words, shifts, ctx.here.local, ctx.config.calendar)}
    if not then and not was_there(words):
        return []
    fit = [place for place in named if place.shift_id in then] or named
    absent = [place for place in fit if place.state == "absent"]
    return absent or (fit if puts_right(words) else [])
