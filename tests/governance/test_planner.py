"""The proposal for a month: no rule broken, fairer and nearer to the wishes than a plain round."""

import random
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from governance.clock import SHANGHAI
from governance.duty.planner import Keeps, Member, propose, round_robin
from governance.duty.shifts import Shift, clash
from governance.duty.wishes import Wish, slot_of
from governance.rules import Rules

NOW = datetime(2026, 11, 24, 2, tzinfo=UTC)
RULES = Rules()


def a_month(seed, shifts=60, members=40):
    """60 shifts at two stations (days, evenings, some nights; some want a mediator) and 40 members with wishes."""
    dice = random.Random(seed)
    open_shifts = []
    for number in range(shifts):
        day = date(2026, 12, 1) + timedelta(days=number // 2)
        hour, hours = dice.choice([(9, 2), (9, 3), (14, 3), (18, 3), (22, 8)])
        start = datetime.combine(day, time(hour), SHANGHAI).astimezone(UTC)
        need = dice.choice([None, None, None, "调解"])
        places = dice.choice([1, 1, 2])
        open_shifts.append((Shift(number, start, start + timedelta(hours=hours), places, need), places))
    people = [
        Member(
            number,
            dice.choice([0, 0, 60, 120, 240]),
            frozenset(dice.sample(list(Wish), dice.randint(0, 3))),
            frozenset({"调解"} if dice.random() < 0.3 else ()),
        )
        for number in range(members)
    ]
    return open_shifts, people


def broken(proposal, open_shifts, members):
    """The rules that a proposal breaks."""
    shifts, people = {s.id: s for s, _ in open_shifts}, {m.id: m for m in members}
    found = []
    for member in members:
        own = [shifts[c.shift] for c in proposal.choices if c.member == member.id]
        for number, one in enumerate(own):
            others = own[:number] + own[number + 1 :]
            if clash(one, [*others, *member.shifts], SHANGHAI, RULES) is not None:
                found.append(("clash", member.id, one.id))
            if one.qualification and one.qualification not in people[member.id].qualifications:
                found.append(("unqualified", member.id, one.id))
    for shift, places in open_shifts:
        filled = [c.member for c in proposal.choices if c.shift == shift.id]
        left = dict(proposal.unfilled).get(shift.id, 0)
        if len(filled) + left != places or len(set(filled)) != len(filled):
            found.append(("places", shift.id))
    return found


def spread(proposal, open_shifts, members):
    """Standard deviation of the minutes that members have in the end."""
    minutes = {m.id: m.minutes for m in members}
    length = {s.id: int((s.ends_at - s.starts_at).total_seconds() // 60) for s, _ in open_shifts}
    for choice in proposal.choices:
        minutes[choice.member] += length[choice.shift]
    mean = sum(minutes.values()) / len(minutes)
    return (sum((each - mean) ** 2 for each in minutes.values()) / len(minutes)) ** 0.5


def test_a_month_of_sixty_shifts_and_forty_members():
    open_shifts, members = a_month(8)
    planned, plain = (way(open_shifts, members, NOW, SHANGHAI, RULES) for way in (propose, round_robin))
    assert broken(planned, open_shifts, members) == []
    assert planned.unfilled == ()
    assert sum(c.wished for c in planned.choices) > sum(c.wished for c in plain.choices)
    assert spread(planned, open_shifts, members) < spread(plain, open_shifts, members)


@settings(max_examples=25)
@given(st.integers(0, 10**6), st.integers(1, 60), st.integers(0, 40))
def test_whatever_the_month_no_rule_is_broken(seed, shifts, members):
    open_shifts, people = a_month(seed, shifts, members)
    assert broken(propose(open_shifts, people, NOW, SHANGHAI, RULES), open_shifts, people) == []


def test_each_choice_says_what_it_rests_on():
    start = datetime(2026, 12, 5, 1, tzinfo=UTC)
    shift = Shift(1, start, start + timedelta(hours=2), 1)
    assert slot_of(shift, SHANGHAI) is Wish.WEEKEND_MORNING
    keen = Member(1, 100, frozenset({Wish.WEEKEND_MORNING}))
    idle = Member(2, 0)
    (choice,) = propose([(shift, 1)], [keen, idle], NOW, SHANGHAI, RULES).choices
    assert (choice.member, choice.wished, choice.minutes, choice.least, choice.could) == (1, True, 100, 0, 2)
    tired = Member(1, 121, frozenset({Wish.WEEKEND_MORNING}))
    (choice,) = propose([(shift, 1)], [tired, idle], NOW, SHANGHAI, RULES).choices
    assert choice.member == 2, "a wish is worth two hours, not more"


@pytest.mark.parametrize(
    ("begins", "wish"),
    [
        ("2026-11-27T11:59", Wish.WORKDAY_MORNING),
        ("2026-11-27T12:00", Wish.WORKDAY_AFTERNOON),
        ("2026-11-27T17:59", Wish.WORKDAY_AFTERNOON),
        ("2026-11-27T18:00", Wish.WORKDAY_EVENING),
        ("2026-11-28T00:00", Wish.WEEKEND_MORNING),
        ("2026-11-29T13:00", Wish.WEEKEND_AFTERNOON),
        ("2026-11-29T23:59", Wish.WEEKEND_EVENING),
        ("2026-11-30T00:00", Wish.WORKDAY_MORNING),
    ],
)
def test_in_which_part_of_the_week_a_shift_begins(begins, wish):
    assert slot_of(at(begins), SHANGHAI) is wish


def at(begins, id=1, hours=2.0, places=1):
    start = datetime.fromisoformat(begins).replace(tzinfo=SHANGHAI).astimezone(UTC)
    return Shift(id, start, start + timedelta(hours=hours), places)


def planned(way, shifts, members):
    found = way([(shift, shift.capacity) for shift in shifts], members, NOW, SHANGHAI, RULES)
    return [(choice.shift, choice.member) for choice in found.choices], found.unfilled


def test_the_least_served_come_first_then_who_wishes_for_little_then_the_first_on_the_list():
    shift = at("2026-12-05T09:00")
    evening = frozenset({Wish.WEEKEND_EVENING})
    assert planned(propose, [shift], [Member(1, 60), Member(2, 59)])[0] == [(1, 2)]
    assert planned(propose, [shift], [Member(1, 60, evening), Member(2, 60)])[0] == [(1, 2)]
    assert planned(propose, [shift], [Member(2, 60), Member(1, 60)])[0] == [(1, 1)]


def test_what_was_just_planned_counts_to_the_minute():
    shifts = [at("2026-12-05T09:00", 1, hours=1.999), at("2026-12-06T09:00", 2)]
    assert planned(propose, shifts, [Member(1), Member(2, 119)])[0] == [(1, 1), (2, 1)]
    assert planned(propose, [at("2026-12-05T09:00", 1), shifts[1]], [Member(1), Member(2, 119)])[0] == [(1, 1), (2, 2)]


def test_the_shift_that_the_fewest_can_stand_in_is_filled_first():
    free, trained = at("2026-12-05T09:00", 1), replace(at("2026-12-05T10:00", 2), qualification="调解")
    only = Member(1, qualifications=frozenset({"调解"}))
    assert planned(propose, [free, trained], [only, Member(2, 500)]) == ([(2, 1), (1, 2)], ())


def test_what_nobody_is_left_for_is_said_with_its_places():
    shifts = [at("2026-12-05T09:00", 1, places=3), at("2026-12-12T09:00", 2)]
    found = ([(1, 1), (2, 1)], ((1, 2),))
    assert planned(propose, shifts, [Member(1)]) == planned(round_robin, shifts, [Member(1)]) == found
    assert planned(propose, shifts, []) == planned(round_robin, shifts, []) == ([], ((1, 3), (2, 1)))


def test_the_only_one_who_can_is_compared_with_themselves():
    (choice,) = propose([(at("2026-12-05T09:00"), 1)], [Member(1, 30)], NOW, SHANGHAI, RULES).choices
    assert (choice.minutes, choice.least, choice.could, choice.wished) == (30, 30, 1, False)


def test_the_plain_round_goes_down_the_list_and_begins_again():
    shifts = [at(f"2026-12-0{day}T09:00", day) for day in range(1, 6)]
    members = [Member(7), Member(5), Member(9)]
    assert planned(round_robin, reversed(shifts), members)[0] == [(1, 7), (2, 5), (3, 9), (4, 7), (5, 5)]
    trained = [replace(shift, qualification="调解" if shift.id in (1, 3) else None) for shift in shifts]
    able = [Member(7), Member(5, qualifications=frozenset({"调解"})), Member(9)]
    assert planned(round_robin, trained, able)[0] == [(1, 5), (2, 9), (3, 5), (4, 9), (5, 7)]
    others = [able[0], able[1], replace(able[2], qualifications=frozenset({"调解"}))]
    assert planned(round_robin, trained[:1], others)[0] == [(1, 5)], "the next who can, not the one before"
    (first, *_) = round_robin([(trained[0], 1)], able, NOW, SHANGHAI, RULES).choices
    assert (first.minutes, first.least, first.could) == (0, 0, 1)


def test_the_plain_round_too_says_what_was_wished_and_keeps_the_rest_of_a_night():
    wishing = Member(1, wishes=frozenset({Wish.WEEKEND_MORNING}))
    (choice,) = round_robin([(at("2026-12-05T09:00"), 1)], [wishing], NOW, SHANGHAI, RULES).choices
    assert choice.wished
    night = at("2026-12-04T22:00", 2, hours=8)
    assert planned(round_robin, [at("2026-12-05T09:00")], [replace(wishing, shifts=(night,))]) == ([], ((1, 1),))


def test_two_shifts_of_one_day_need_no_rest_between_them():
    afternoon = at("2026-12-05T14:00", 2, hours=5)
    for way in (propose, round_robin):
        assert planned(way, [at("2026-12-05T09:00")], [Member(1, shifts=(afternoon,))]) == ([(1, 1)], ())


def test_a_wish_is_worth_exactly_two_hours():
    keen = Member(2, 120, frozenset({Wish.WEEKEND_MORNING}))
    idle = Member(1, 0, frozenset({Wish.WEEKEND_EVENING, Wish.WORKDAY_EVENING}))
    assert planned(propose, [at("2026-12-05T09:00")], [keen, idle])[0] == [(1, 2)], (
        "level; who wishes for less goes first"
    )


LEFT_MORNING = datetime(2026, 12, 5, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("member", "why"),
    [
        (Member(1, away=((LEFT_MORNING, LEFT_MORNING + timedelta(hours=2)),)), Keeps.LEAVE),
        (Member(1, shifts=(at("2026-12-05T10:00", 9),)), Keeps.OVERLAP),
        (Member(1, shifts=(at("2026-12-04T22:00", 9, hours=8),)), Keeps.REST),
        (Member(1, shifts=(at("2026-12-05T09:00", 1),)), Keeps.ON),
        (Member(1, elsewhere=frozenset({1})), None),
    ],
)
def test_of_a_place_that_stays_open_it_is_said_what_keeps_each(member, why):
    (short,) = propose([(at("2026-12-05T09:00"), 1)], [member], NOW, SHANGHAI, RULES).shortages
    assert short.kept == (() if why is None else ((why, 1),))


def test_a_leave_keeps_nobody_from_a_shift_that_begins_when_it_ends():
    before = Member(1, away=((LEFT_MORNING - timedelta(days=3), LEFT_MORNING + timedelta(hours=1)),))
    assert planned(propose, [at("2026-12-05T09:00")], [before]) == ([(1, 1)], ())
    trained = replace(at("2026-12-05T09:00"), qualification="调解")
    (short,) = propose([(trained, 1)], [before], NOW, SHANGHAI, RULES).shortages
    assert short.kept == ((Keeps.UNQUALIFIED, 1),)
