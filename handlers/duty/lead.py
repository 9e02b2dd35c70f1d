"""What the lead of a station does by chat: add a shift, stop one, put somebody on it, say what people are trained for."""

from handlers.duty.fitting import refusal, stands
from handlers.duty.members import Member, lead_called, leads, member, one_named, runs_duty_at
from handlers.duty.shift_words import called, rest_of, said_why, shift_said, what
from handlers.inbound import Reply
from handlers.notices import tell
from handlers.texts import duty as words
from handlers.turn import Turn
from handlers.work.finding import said
from storage.audit import Deed, note
from storage.duty.members import qualify
from storage.duty.shifts import ShiftRow, add_shift, change_shift, filled, shift_by_id
from storage.duty.sign_ups import change, on_shift, sign, standing_of
from storage.duty.stations import StationRow, led_by, stations
from storage.serving import followed_accounts
from understanding.duty import people_wanted
from understanding.times import time_in

LONGEST_REASON = 200


def stations_of(turn: Turn, who: Member) -> list[StationRow]:
    """The stations that the member leads, or whose duty they run."""
    own = led_by(turn.uow, who.person_id)
    ids = {each.id for each in own}
    return own + [s for s in stations(turn.uow) if s.id not in ids and runs_duty_at(turn, who.terms, s.place_id)]


def add(turn: Turn) -> Reply:
    """加班次 和事佬工作室 12月6日 9点到11点 2人."""
    who = member(turn)
    if isinstance(who, Reply):
        return who
    known, text = stations_of(turn, who), said(turn)
    if not known:
        return Reply(words.NO_STATION_LED)
    named = [each for each in known if each.name in text] or [each for each in known if called(each.name, text)]
    chosen = named or (known if len(known) == 1 else [])
    if len(chosen) != 1:
        listed = "、".join(each.name for each in known)
        return Reply(words.WHICH_STATION.format(example=f"加班次 {known[0].name} 12月6日 9点到11点 2人", listed=listed))
    rest = text.replace(chosen[0].name, " ")
    span = time_in(rest, turn.now.astimezone(turn.config.zone), turn.config.calendar)
    count = people_wanted(rest)
    if span is None or not count:
        return Reply(words.ADD_HOW.format(station=chosen[0].name))
    if span.start <= turn.now:
        return Reply(words.ADD_PAST)
    shift_id = add_shift(
        turn.uow, station_id=chosen[0].id, day=span.start.date(), starts_at=span.start, ends_at=span.end, capacity=count
    )
    row = shift_by_id(turn.uow, shift_id)
    assert row is not None
    return Reply(words.ADDED.format(n=row.id, what=what(turn, row), capacity=count))


def stop(turn: Turn) -> Reply:
    """停班 N 原因: nobody needs to come; everybody on it is told."""
    found = led_shift(turn)
    if isinstance(found, Reply):
        return found
    _, row, reason = found
    if not reason:
        return Reply(words.STOP_HOW.format(n=row.id))
    change_shift(turn.uow, row.id, cancelled_at=turn.now, cancel_reason=reason[:LONGEST_REASON])
    people = [place.person_id for place in on_shift(turn.uow, row.id, "signed", "standby", "present")]
    for place in on_shift(turn.uow, row.id, "signed", "standby", "proposed"):
        change(turn.uow, place.id, state="cancelled", ended_at=turn.now)
    text = words.STOPPED_TOLD.format(n=row.id, what=what(turn, row), reason=reason)
    tell(turn, followed_accounts(turn.uow, people), f"stopped:{row.id}", "duty", text)
    note(turn.uow, turn.account.id, Deed("shift.stop", f"shift:{row.id}"), turn.now)
    return Reply(words.STOPPED.format(n=row.id, what=what(turn, row), count=len(people)))


def assign(turn: Turn) -> Reply:
    """安排 N 张三: the lead puts somebody on a shift, where no rule forbids it."""
    found = led_shift(turn)
    if isinstance(found, Reply):
        return found
    who, row, name = found
    other = one_named(turn, name.split()[0]) if name else "nobody"
    if isinstance(other, str):
        return Reply(words.ASSIGN_CANNOT.format(name=name, why=words.SWAP_WHY[other]))
    before = standing_of(turn.uow, row.id, other.id)
    no = refusal(turn, row, other.id)
    why = "on" if stands(before) else no.reason.value if no else None
    if why is not None:
        return Reply(words.ASSIGN_CANNOT.format(name=other.name, why=said_why(turn, row, why)))
    if before is not None:
        change(turn.uow, before.id, state="cancelled", ended_at=turn.now)
    full = filled(turn.uow, [row.id])[row.id]
    if full.taken >= row.shift.capacity:
        change_shift(turn.uow, row.id, capacity=full.taken + 1)
    place = sign(turn.uow, row.id, other.id, "signed", "lead", turn.now)
    text = words.ASSIGNED_TOLD.format(who=who.name, what=what(turn, row), n=row.id)
    tell(turn, followed_accounts(turn.uow, [other.id]), f"assigned:{place}", "duty", text, taps=(f"取消值班 {row.id}",))
    return Reply(words.ASSIGNED.format(name=other.name, n=row.id, what=what(turn, row)))


def qualify_member(turn: Turn) -> Reply:
    """认定 张三 调解: by the lead of a station, or who runs the duty."""
    who = member(turn)
    if isinstance(who, Reply):
        return who
    if not stations_of(turn, who):
        return Reply(words.NO_STATION_LED)
    parts = rest_of(turn).replace("，", " ").replace(",", " ").split()
    if len(parts) < 2:
        return Reply(words.QUALIFY_HOW)
    other = one_named(turn, parts[0])
    if isinstance(other, str):
        return Reply(words.ASSIGN_CANNOT.format(name=parts[0], why=words.SWAP_WHY[other]))
    new = qualify(turn.uow, other.id, parts[1][:40], who.person_id, turn.now)
    note(turn.uow, turn.account.id, Deed("qualification.give", f"person:{other.code}", parts[1][:40]), turn.now)
    return Reply((words.QUALIFIED if new else words.QUALIFIED_BEFORE).format(name=other.name, need=parts[1]))


def led_shift(turn: Turn) -> tuple[Member, ShiftRow, str] | Reply:
    """The shift that the command names, locked, when the sender leads it."""
    who = member(turn)
    if isinstance(who, Reply):
        return who
    found = shift_said(turn, lock=True)
    if isinstance(found, Reply):
        return found
    row, rest = found
    if not leads(turn, who, row):
        return Reply(words.NOT_LEAD.format(n=row.id, lead=lead_called(turn, row.lead_id)))
    return who, row, rest.strip(" ,，:：")
