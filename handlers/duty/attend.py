"""At the shift: there, shown by a scan, a position or the station's code; and gone again, with the minutes that count."""

from datetime import timedelta

from governance.days import month_of
from governance.duty.attendance import by_month, late_minutes, opens_at, presence
from governance.duty.check_ins import Method, near_enough
from handlers.context import Context
from handlers.duty.members import Member, member
from handlers.duty.shift_words import rest_of, what
from handlers.duty.there import is_code, last_position, metres_from
from handlers.inbound import Reply
from handlers.questions import Question, ask, settled
from handlers.texts import duty as words
from handlers.turn import Turn
from storage.duty.check_ins import check_in as note_check_in
from storage.duty.hours import credit, minutes_by_person
from storage.duty.shifts import ShiftRow, shift_by_id
from storage.duty.sign_ups import SignUpRow, change, shifts_of, standing_of
from storage.models import ServiceHours
from understanding.duty import shift_in

AFTER_END = timedelta(hours=12)
"""So long after its end one may still say that one has left."""


def shift_due(turn: Turn, person_id: int) -> tuple[SignUpRow, ShiftRow] | None:
    """The sender's shift that one may check in to now; one where they are already, where there is no other."""
    near = [(place, row) for place, row in shifts_of(turn.uow, person_id, turn.now)
            if opens_at(row.shift, turn.config.rules) <= turn.now]  # fmt: skip
    coming = [each for each in near if each[0].state == "signed"]
    return next(iter(coming or near), None)


def here_by_words(turn: Turn, who: Member, place: SignUpRow, row: ShiftRow, code: str | None) -> Reply:
    """打卡 at a shift: the code or a position sent before shows it; else it is asked for."""
    if place.state == "present":
        return Reply(words.HERE_ALREADY.format(what=what(turn, row)))
    if code is not None:
        return _by_code(turn, who, place, row, code)
    position = last_position(turn)
    if position is not None:
        return here_by_position(turn, who, place, row, *position)
    ask(turn, Question.THERE, place=row.place_id)
    return Reply(words.SHOW_THERE.format(what=what(turn, row), code=words.OR_CODE if row.station_id else ""))


def here_by_position(turn: Turn, who: Member, place: SignUpRow, row: ShiftRow, lat: float, lon: float) -> Reply:
    """A position: near enough, or refused with the distance."""
    metres = metres_from(turn, row.place_id, lat, lon)
    if metres is None:
        return Reply(
            words.SCAN_NEEDS_MORE
            if row.needs_code
            else words.SHOW_THERE.format(what=what(turn, row), code=words.OR_CODE)
        )
    if not near_enough(metres, turn.config.rules):
        ask(turn, Question.THERE, place=row.place_id)
        name, most = turn.places.full_name(row.place_id), turn.config.rules.check_in_metres
        return Reply(words.TOO_FAR.format(place=name, distance=words.distance(metres), most=most))
    return _here(turn, who, place, row, Method.LOCATION, round(metres))


def here_by_scan(turn: Turn, who: Member, place: SignUpRow, row: ShiftRow) -> Reply:
    """A scan of the printed code: enough, unless the station asks for more."""
    if place.state == "present":
        return Reply(words.HERE_ALREADY.format(what=what(turn, row)))
    if row.needs_code:
        ask(turn, Question.THERE, place=row.place_id)
        return Reply(words.SCAN_NEEDS_MORE)
    return _here(turn, who, place, row, Method.QR, None)


def _by_code(turn: Turn, who: Member, place: SignUpRow, row: ShiftRow, code: str) -> Reply:
    if row.station_id is None or not is_code(turn, row.station_id, code):
        return Reply(words.WRONG_CODE)
    return _here(turn, who, place, row, Method.CODE, None)


def _here(turn: Turn, who: Member, place: SignUpRow, row: ShiftRow, method: Method, distance: int | None) -> Reply:
    settled(turn)
    shift_by_id(turn.uow, row.id, lock=True)
    now_standing = standing_of(turn.uow, row.id, who.person_id)
    if now_standing is None or now_standing.state not in ("signed", "absent"):
        return Reply(words.HERE_ALREADY.format(what=what(turn, row)))
    late = late_minutes(row.shift, turn.now, turn.config.rules)
    change(turn.uow, place.id, state="present", came_at=turn.now, method=method.value, distance_m=distance, late=late)
    note_check_in(
        turn.uow, person_id=who.person_id, place_id=row.place_id, day=turn.today, kind="check_in", method=method.value,
        now=turn.now, distance_m=distance,
    )  # fmt: skip
    said = words.LATE.format(minutes=late) if late else ""
    return Reply(words.HERE.format(what=what(turn, row), late=said))


def check_out(turn: Turn) -> Reply:
    """签退: the stay is over and its minutes count."""
    who = member(turn)
    if isinstance(who, Reply):
        return who
    left = turn.now - AFTER_END
    number, _ = shift_in(rest_of(turn))
    here = shifts_of(turn.uow, who.person_id, left, ("present",))
    meant = next((each for each in here if number in (None, each[1].id)), None)
    if meant is None:
        return Reply(words.NOT_CHECKED_IN)
    row = shift_by_id(turn.uow, meant[1].id, lock=True)
    place = standing_of(turn.uow, meant[1].id, who.person_id)
    if row is None or place is None or place.state != "present":
        return Reply(words.NOT_CHECKED_IN)
    early, minutes = credit_stay(turn, place, row, by_id=None)
    total = minutes_by_person(turn.uow, month_of(turn.today), turn.today, ServiceHours.person_id == who.person_id)
    said = words.EARLY.format(minutes=early) if early else ""
    return Reply(words.CHECKED_OUT.format(
        what=what(turn, row), early=said, hours=words.hours(minutes), total=words.hours(total.get(who.person_id, 0))
    ))  # fmt: skip


def credit_stay(ctx: Context, place: SignUpRow, row: ShiftRow, by_id: int | None) -> tuple[int, int]:
    """Ends a stay at this instant; `by_id`: who confirms that it lasted to the shift's end. Minutes too early, minutes that count.

    Source: design, section 5 (hours on check-out, or at the shift's end when confirmed).
    """
    assert place.came_at is not None
    left = ctx.now if by_id is None else max(ctx.now, row.shift.ends_at)
    stay = presence(row.shift, place.came_at, left, ctx.config.rules)
    change(ctx.uow, place.id, state="done", left_at=left, late=stay.late, early=stay.early, ended_at=ctx.now)
    total = 0
    for day, minutes in by_month(stay.came_at, stay.left_at, ctx.config.zone):
        total += minutes
        credit(
            ctx.uow, person_id=place.person_id, day=day, minutes=minutes, now=ctx.now, place_id=row.place_id, by_id=by_id,
            source="campaign" if row.campaign_id is not None else "shift", source_key=f"shift:{place.id}:{day}",
        )  # fmt: skip
    return stay.early, total
