"""服务时长: one's own ledger; what a lead corrects, credits and confirms. Entries are added, never changed."""

from governance.days import month_of
from handlers.duty.attend import credit_stay
from handlers.duty.lead import led_shift, stations_of
from handlers.duty.members import Member, member, one_named
from handlers.duty.shift_words import rest_of, what
from handlers.inbound import Reply
from handlers.notices import tell
from handlers.texts import duty as duty_words
from handlers.texts import service as words
from handlers.turn import Turn
from handlers.work.finding import said
from storage.audit import Deed, note
from storage.duty.hours import credit, entries, lines_of_shift
from storage.duty.sign_ups import change, on_shift, sign_ups
from storage.models import SignUp
from storage.people import KnownPerson, names_of
from storage.serving import followed_accounts
from understanding.duty import minutes_in, shift_in, without_span

SHOWN = 8
MOST_MINUTES = 24 * 60


def my_hours(turn: Turn) -> Reply:
    """服务时长: this month, this year, the newest entries."""
    who = member(turn)
    if isinstance(who, Reply):
        return who
    first = turn.today.replace(month=1, day=1)
    found = entries(turn.uow, who.person_id, first, turn.today)
    if not found:
        return Reply(words.NO_HOURS)
    month = sum(each.minutes for each in found if each.day >= month_of(turn.today))
    head = words.HOURS_HEAD.format(
        month=duty_words.hours(month), year=duty_words.hours(sum(each.minutes for each in found))
    )
    lines = []
    for each in found[-SHOWN:]:
        place = turn.places.full_name(each.place_id) if each.place_id in turn.places.nodes and each.place_id else ""
        about = " ".join(filter(None, (words.SOURCE[each.source], place, each.reason)))
        lines.append(
            words.HOURS_LINE.format(day=duty_words.day(each.day), what=about, minutes=duty_words.hours(each.minutes))
        )
    return Reply("\n".join([head, *lines]))


def correct(turn: Turn) -> Reply:
    """更正工时 N 张三 60分钟 原因: a counter-entry, so that the place on the shift counts as much."""
    who = member(turn)
    if isinstance(who, Reply):
        return who
    number, rest = shift_in(rest_of(turn))
    minutes = minutes_in(rest)
    if number is None or minutes is None or minutes < 0:
        return Reply(words.CORRECT_HOW.format(n=number or 12))
    found = led_shift(turn)
    if isinstance(found, Reply):
        return found
    row = found[1]
    name, reason = _name_and_reason(shift_in(said(turn))[1])
    other = one_named(turn, name) if name and reason else "nobody"
    if not reason:
        return Reply(words.CORRECT_HOW.format(n=row.id))
    if isinstance(other, str):
        return Reply(duty_words.ASSIGN_CANNOT.format(name=name, why=duty_words.SWAP_WHY[other]))
    if other.id == who.person_id:
        return Reply(words.CORRECT_SELF)
    return _correct(turn, who, other, row.id, what(turn, row), minutes, reason)


def _correct(turn: Turn, who: Member, other: KnownPerson, shift: int, about: str, minutes: int, reason: str) -> Reply:
    places = sign_ups(turn.uow, SignUp.shift_id == shift, SignUp.person_id == other.id)
    places = [place for place in places if place.state in ("present", "done", "absent")]
    if not places:
        return Reply(words.CORRECT_NOT_ON.format(name=other.name, n=shift))
    place = places[-1]
    lines = lines_of_shift(turn.uow, place.id)
    before = sum(each.minutes for each in lines)
    after = duty_words.hours(minutes)
    if before == minutes:
        return Reply(words.CORRECT_SAME.format(name=other.name, n=shift, after=after))
    day = lines[-1].day if lines else turn.today
    credit(
        turn.uow, person_id=other.id, day=day, minutes=minutes - before, source="correction", now=turn.now, reason=reason,
        source_key=f"shift:{place.id}:fix{len(lines)}", counters_id=lines[-1].id if lines else None, by_id=who.person_id,
        place_id=lines[-1].place_id if lines else None,
    )  # fmt: skip
    change(turn.uow, place.id, state="done" if minutes else "absent", ended_at=turn.now)
    note(
        turn.uow,
        turn.account.id,
        Deed("hours.correct", f"person:{other.code}", f"shift {shift} {minutes - before}"),
        turn.now,
    )
    text = words.CORRECTED_TOLD.format(what=about, after=after, reason=reason)
    tell(turn, followed_accounts(turn.uow, [other.id]), f"fixed:{place.id}:{len(lines)}", "duty", text)
    was = duty_words.hours(before)
    return Reply(words.CORRECTED.format(name=other.name, n=shift, before=was, after=after, reason=reason))


def credit_by_hand(turn: Turn) -> Reply:
    """补记 张三 60分钟 原因: hours that no shift stands for."""
    who = member(turn)
    if isinstance(who, Reply):
        return who
    if not stations_of(turn, who):
        return Reply(duty_words.NO_STATION_LED)
    minutes = minutes_in(rest_of(turn))
    name, reason = _name_and_reason(said(turn))
    if minutes is None or not name or not reason:
        return Reply(words.CREDIT_HOW)
    if not 0 < minutes <= MOST_MINUTES:
        return Reply(words.CREDIT_TOO_MUCH)
    other = one_named(turn, name)
    if isinstance(other, str):
        return Reply(duty_words.ASSIGN_CANNOT.format(name=name, why=duty_words.SWAP_WHY[other]))
    if other.id == who.person_id:
        return Reply(words.CORRECT_SELF)
    credit(
        turn.uow, person_id=other.id, day=turn.today, minutes=minutes, source="correction", now=turn.now, reason=reason,
        source_key=f"hand:{turn.inbound.dedupe_key}"[:80], by_id=who.person_id,
    )  # fmt: skip
    note(turn.uow, turn.account.id, Deed("hours.credit", f"person:{other.code}", str(minutes)), turn.now)
    span = duty_words.hours(minutes)
    text = words.CREDITED_TOLD.format(minutes=span, reason=reason)
    tell(turn, followed_accounts(turn.uow, [other.id]), f"credited:{turn.inbound.dedupe_key}"[:80], "duty", text)
    return Reply(words.CREDITED.format(name=other.name, minutes=span, reason=reason))


def confirm_hours(turn: Turn) -> Reply:
    """确认工时 N: who came and never said that they left was there to the end."""
    found = led_shift(turn)
    if isinstance(found, Reply):
        return found
    who, row, _ = found
    waiting = [place for place in on_shift(turn.uow, row.id, "present") if place.person_id != who.person_id]
    if not waiting or row.shift.ends_at > turn.now:
        return Reply(words.NOTHING_TO_CONFIRM.format(n=row.id))
    names = names_of(turn.uow, [place.person_id for place in waiting])
    credited = [(names[p.person_id], credit_stay(turn, p, row, by_id=who.person_id)[1]) for p in waiting]
    listed = "、".join(f"{name} {duty_words.hours(minutes)}" for name, minutes in credited)
    return Reply(words.HOURS_CONFIRMED.format(n=row.id, count=len(waiting), listed=listed))


def _name_and_reason(text: str) -> tuple[str, str]:
    """张三 60分钟 提前离岗: the name, and what follows without the span."""
    parts = without_span(text).replace("，", " ").replace(",", " ").split()
    return (parts[0], " ".join(parts[1:])) if parts else ("", "")
