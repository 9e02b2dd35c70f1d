"""党课上完了: a lecture that was held in a pairing."""

from datetime import date

from handlers.alliance.commands import RecordLecture
from handlers.alliance.finding import Sides, has_to_do, own_sides, runs, sides_of
from handlers.alliance.outcomes import (
    LectureKnown,
    LectureLacks,
    LectureNotYet,
    LectureRecorded,
    NoSide,
    NoSuchPairing,
    WhichPairing,
)
from handlers.catalogue import executes
from handlers.context import Context
from handlers.conversation.questions import Wants, ask_slot
from handlers.outcomes import Refuse
from handlers.posts import sender
from storage.alliance import add_lecture, lectures_of, pairing_by_id
from storage.organisations import branches_of
from understanding.alliance_told import named_in
from understanding.command_names import CommandName

LONGEST_TOPIC = 120


@executes(RecordLecture)
def record(
    command: RecordLecture, ctx: Context
) -> LectureRecorded | LectureKnown | LectureLacks | LectureNotYet | WhichPairing | NoSuchPairing | NoSide:
    """Once a topic and day; what is missing is asked for."""
    sides = _meant(ctx, command)
    day = command.day or ctx.today
    if day > ctx.today:
        return LectureNotYet(day)
    for lacks, missing, label in (("topic", not command.topic, "主题"), ("people", not command.people, "人数")):
        if missing:
            _ask(ctx, f"{command.words} {label} ", lacks, Wants.WORDS if lacks == "topic" else Wants.NUMBER)
            return LectureLacks(lacks)
    assert command.people is not None
    topic = command.topic[:LONGEST_TOPIC]
    new = add_lecture(
        ctx.uow, pairing_id=sides.pairing.id, held_on=day, topic=topic, teacher=command.teacher or None,
        people=command.people, person_id=ctx.person_id, at=ctx.now,
    )  # fmt: skip
    if not new:
        return LectureKnown(day, topic, sides.theirs.name)
    held = lectures_of(ctx.uow, [sides.pairing.id], date(day.year, 1, 1), date(day.year, 12, 31))
    return LectureRecorded(day, topic, command.teacher, command.people, sides.theirs.name, len(held))


def _meant(ctx: Context, command: RecordLecture) -> Sides:
    """The pairing that is meant, by its number or the other branch's name; of several it is asked which. Raises Refuse."""
    if command.pairing is not None:
        return _numbered(ctx, command.pairing)
    sides = own_sides(ctx)
    if not sides:
        raise Refuse(NoSuchPairing(None))
    named = named_in(command.words, [each.theirs.name for each in sides])
    likely = [sides[place] for place in named] or sides
    if len(likely) > 1:
        _ask(ctx, f"{command.words} 结对", "pairing", Wants.NUMBER)
        raise Refuse(WhichPairing(tuple((each.pairing.id, each.theirs.name) for each in likely)))
    return likely[0]


def _numbered(ctx: Context, number: int) -> Sides:
    pairing, person = pairing_by_id(ctx.uow, number), sender(ctx)
    if person is None or person.left:
        raise Refuse(NoSide(False))
    mine = {branch.id for branch in branches_of(ctx.uow, person.id, ctx.now)}
    found = [] if pairing is None or not runs(pairing, ctx) else sides_of(ctx, [pairing], mine)
    if not found or not has_to_do(ctx, person.id, found[0]):
        raise Refuse(NoSuchPairing(number))
    return found[0]


def _ask(ctx: Context, before: str, lacks: str, wants: Wants) -> None:
    ask_slot(ctx, CommandName.RECORD_LECTURE, before=before, wants=wants, lacks=lacks)
