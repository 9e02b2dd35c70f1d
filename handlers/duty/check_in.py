"""打卡: at a courtyard, building, station or study place; by words, a scan or a position; one a person, place and day."""

import re
from datetime import date, timedelta

from governance.duty.attendance import opens_at
from governance.duty.check_ins import Method, near_enough, still_for_yesterday, streak
from governance.roles import Role
from handlers.duty.attend import here_by_words, shift_due
from handlers.duty.members import Member, member
from handlers.duty.shift_words import rest_of
from handlers.duty.there import last_position, metres_from, position_of
from handlers.inbound import Reply
from handlers.questions import Question, ask
from handlers.texts import duty as duty_words
from handlers.texts import service as words
from handlers.turn import Turn
from handlers.work.details import ask_detail
from storage.duty import check_ins
from storage.duty.sign_ups import shifts_of
from storage.people import people_named
from understanding.duty import beside_in
from understanding.place_search import search

_CODE = re.compile(r"[\s,，:：]*([0-9]{6})\s*")
_YESTERDAY = re.compile(r"昨天|昨日")
_LOOK_BACK = timedelta(days=400)
_SOON = timedelta(hours=2)
_AREAS = frozenset({"subdistrict", "alliance", "community"})
"""Nobody checks in at so large a place."""


def check_in(turn: Turn) -> Reply:
    """打卡; 打卡 将军馆; 昨天打卡; 打卡 替张三; 打卡 482913."""
    who = member(turn)
    if isinstance(who, Reply):
        return who
    rest = rest_of(turn)
    beside = beside_in(turn.words)
    yesterday = _YESTERDAY.search(turn.words) is not None
    code = _CODE.fullmatch(rest)
    due = None if yesterday or beside else shift_due(turn, who.person_id)
    place = _place_said(turn, rest) if not code else None
    if due is not None and place in (None, due[1].place_id):
        return here_by_words(turn, who, *due, code[1] if code else None)
    if code or (place is None and not beside and not yesterday and _soon(turn, who)):
        return Reply(_no_shift_now(turn, who))
    no = _only_for_leaders(turn, who, beside, yesterday)
    if no is not None:
        return Reply(no)
    place = place or _own_place(turn, who)
    if place is None:
        index = turn.places
        example = next(
            (index.full_name(p) for p, node in index.nodes.items() if node.kind == "station"), words.EXAMPLE_PLACE
        )
        return ask_detail(turn, None, words.WHERE_CHECK_IN.format(example=example), before=rest)
    if beside is not None:
        return _beside(turn, who, beside, place)
    if yesterday:
        return _yesterday(turn, who, place)
    position = last_position(turn)
    return _here(turn, who, place, *position) if position is not None else _said(turn, who, place, turn.today)


def calendar(turn: Turn) -> Reply:
    """我的打卡: days in a row and the month."""
    who = member(turn)
    if isinstance(who, Reply):
        return who
    days = check_ins.days_of(turn.uow, who.person_id, turn.today - _LOOK_BACK)
    found = streak(days, turn.today)
    head = words.CALENDAR_HEAD.format(month=turn.today.month, count=found.this_month, streak=found.days)
    return Reply(f"{head}\n{words.calendar(turn.today, days)}")


def _place_said(turn: Turn, rest: str) -> int | None:
    found = search(turn.places, rest, turn.account.place_id) if rest else ()
    named = [each for each in found if turn.places.full_name(each.place)]
    return named[0].place if named and named[0].score >= 0.5 else None


def _own_place(turn: Turn, who: Member) -> int | None:
    """Where somebody checks in when they do not say: the building they lead, where they last did, where they live, serve."""
    led = [t.place_id for t in who.terms if t.role is Role.BUILDING_LEADER and t.place_id is not None]
    if led:
        return turn.account.place_id if turn.account.place_id in led else led[0]
    last = check_ins.last_place_of(turn.uow, who.person_id)
    if last is not None and last in turn.places.nodes:
        return last
    near = [turn.account.place_id, *(term.place_id for term in who.terms)]
    nodes = turn.places.nodes
    return next((p for p in near if p is not None and p in nodes and nodes[p].kind not in _AREAS), None)


def _only_for_leaders(turn: Turn, who: Member, beside: str | None, yesterday: bool) -> str | None:
    if who.holds(Role.BUILDING_LEADER):
        return None
    return words.BESIDE_WHO if beside else words.YESTERDAY_WHO if yesterday else None


def _soon(turn: Turn, who: Member) -> bool:
    """Whether a shift of theirs begins soon: what they say is meant for it."""
    coming = shifts_of(turn.uow, who.person_id, turn.now, ("signed",))
    return bool(coming) and coming[0][1].shift.starts_at - turn.now <= _SOON


def _said(turn: Turn, who: Member, place: int, day: date, word: str = words.TODAY) -> Reply:
    new = check_ins.check_in(
        turn.uow,
        person_id=who.person_id,
        place_id=place,
        day=day,
        kind="check_in",
        method=Method.TEXT.value,
        now=turn.now,
    )
    if not new:
        return Reply(already(turn, who, place, word))
    more = ""
    if day == turn.today and position_of(turn.places, place) is not None:
        ask(turn, Question.THERE, place=place)
        more = words.SHOW_BY_POSITION
    return Reply(words.CHECKED_IN.format(**about(turn, who, place, word)) + more)


def _here(turn: Turn, who: Member, place: int, lat: float, lon: float) -> Reply:
    """The position was sent first."""
    metres = metres_from(turn, place, lat, lon)
    if metres is None:
        return _said(turn, who, place, turn.today)
    distance = duty_words.distance(metres)
    if not near_enough(metres, turn.config.rules):
        most = turn.config.rules.check_in_metres
        return Reply(words.FAR.format(place=turn.places.full_name(place), distance=distance, most=most))
    method, far = Method.LOCATION.value, round(metres)
    if not check_ins.check_in(
        turn.uow, person_id=who.person_id, place_id=place, day=turn.today, kind="check_in", method=method, now=turn.now,
        distance_m=far,
    ):  # fmt: skip
        check_ins.prove(turn.uow, who.person_id, place, turn.today, method, far)
        return Reply(already(turn, who, place, words.TODAY))
    return Reply(words.CHECKED_IN_THERE.format(**about(turn, who, place, words.TODAY), distance=distance))


def _yesterday(turn: Turn, who: Member, place: int) -> Reply:
    rules = turn.config.rules
    if not still_for_yesterday(turn.now, turn.config.zone, rules):
        return Reply(words.NOT_YESTERDAY.format(hour=rules.yesterday_until_hour))
    return _said(turn, who, place, turn.today - timedelta(days=1), words.YESTERDAY)


def _beside(turn: Turn, who: Member, name: str, place: int) -> Reply:
    """For a helper who stands beside, recorded so."""
    found = people_named(turn.uow, name)
    if len(found) != 1:
        codes = "、".join(person.code for person in found[:5])
        said = words.BESIDE_SEVERAL if found else words.BESIDE_NOBODY
        return Reply(said.format(name=name, count=len(found), codes=codes))
    new = check_ins.check_in(
        turn.uow, person_id=found[0].id, place_id=place, day=turn.today, kind="check_in", method=Method.BESIDE.value,
        now=turn.now, by_id=who.person_id,
    )  # fmt: skip
    said = words.BESIDE if new else words.BESIDE_ALREADY
    return Reply(said.format(name=found[0].name, place=turn.places.full_name(place), day=words.TODAY))


def already(turn: Turn, who: Member, place: int, word: str) -> str:
    """The day has it already."""
    return words.ALREADY.format(**about(turn, who, place, word))


def about(turn: Turn, who: Member, place: int, word: str) -> dict[str, str]:
    """The place, the day in a word, and the days in a row."""
    days = check_ins.days_of(turn.uow, who.person_id, turn.today - _LOOK_BACK)
    found = streak(days, turn.today)
    return {
        "place": turn.places.full_name(place),
        "day": word,
        "streak": words.streak(found.days, found.this_month),
    }


def _no_shift_now(turn: Turn, who: Member) -> str:
    coming = shifts_of(turn.uow, who.person_id, turn.now, ("signed",))
    if not coming:
        return duty_words.NO_OWN_SHIFTS
    shift = coming[0][1].shift
    opens = opens_at(shift, turn.config.rules).astimezone(turn.config.zone)
    when = duty_words.when(shift, turn.config.zone)
    return duty_words.TOO_EARLY.format(what=when, opens=f"{opens:%m月%d日 %H:%M}")
