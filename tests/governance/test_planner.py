"""The proposal for a month: no rule broken, fairer and nearer to the wishes than a plain round."""

import random
from datetime import UTC, date, datetime, time, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from governance.clock import SHANGHAI
from governance.duty.planner import Member, propose, round_robin
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
