"""How much a phone may ring, and what has become needless to say."""

import itertools
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from governance.clock import SHANGHAI
from governance.noise import Heard, Held, Post, Said, budget_of, held_back, next_brief, overtaken, post_of
from governance.notices import quiet_until
from governance.roles import Role
from governance.rules import Rules


def at(text):
    return datetime.fromisoformat(text).replace(tzinfo=SHANGHAI).astimezone(UTC)


NOON = at("2026-11-24 12:00")


@pytest.mark.parametrize(
    ("roles", "post"),
    [
        ([Role.GRID_WORKER], Post.WORKER),
        ([Role.REPAIR_CREW, Role.RESIDENT], Post.WORKER),
        ([Role.GRID_WORKER, Role.GRID_HEAD], Post.HEAD),
        ([Role.COMMUNITY_SECRETARY, Role.SUBDISTRICT_LEAD], Post.LEAD),
        ([Role.DISPATCHER], Post.LEAD),
        ([Role.RESIDENT, Role.BUILDING_LEADER, Role.PARTY_MEMBER], None),
        ([], None),
    ],
)
def test_whose_day_it_is(roles, post):
    assert post_of(roles) is post


def test_each_post_has_a_rule_of_its_own():
    rules = Rules(pushes_a_day_worker=3, pushes_a_day_head=4, pushes_a_day_lead=5)
    assert [budget_of(post, rules) for post in Post] == [3, 4, 5]


@pytest.mark.parametrize(
    ("post", "heard", "held"),
    [
        (Post.HEAD, Heard(), None),
        (Post.HEAD, Heard(1, NOON - timedelta(minutes=14)), (Held.BUNDLE, NOON + timedelta(minutes=1))),
        (Post.HEAD, Heard(1, NOON - timedelta(minutes=15)), None),
        (Post.WORKER, Heard(5, NOON), None),
        # half of twelve are used up at noon: nine and a half hours are left for seven
        (Post.WORKER, Heard(6, NOON), (Held.BUNDLE, NOON + timedelta(hours=9.5) / 7)),
        (Post.WORKER, Heard(11, NOON), (Held.BUNDLE, NOON + timedelta(hours=9.5) / 2)),
        (Post.WORKER, Heard(12, NOON), (Held.BUDGET, at("2026-11-25 08:30"))),
        (Post.LEAD, Heard(6, NOON), (Held.BUDGET, at("2026-11-25 08:30"))),
        (Post.LEAD, Heard(2, NOON - timedelta(hours=1)), None),
        # two dangers and four messages are six; nine dangers are counted as three
        (Post.LEAD, Heard(4, NOON, dangers=2), (Held.BUDGET, at("2026-11-25 08:30"))),
        (Post.LEAD, Heard(3, NOON, dangers=9), (Held.BUDGET, at("2026-11-25 08:30"))),
        (Post.LEAD, Heard(2, NOON, dangers=9), (Held.BUNDLE, NOON + timedelta(hours=9.5) / 2)),
        (Post.LEAD, Heard(dangers=9), None),
    ],
)
def test_when_the_next_message_may_go(post, heard, held):
    assert held_back(post, heard, NOON, SHANGHAI, Rules()) == held


def test_the_rest_of_the_day_is_until_the_quiet_hours_of_the_house():
    rules = Rules(quiet_from_minute=22 * 60)
    until = NOON + timedelta(hours=10) / 7
    assert held_back(Post.WORKER, Heard(6, NOON), NOON, SHANGHAI, rules) == (Held.BUNDLE, until)


def test_dangers_take_no_more_than_the_smaller_half_of_an_odd_budget():
    rules = Rules(pushes_a_day_lead=5)
    until = NOON + timedelta(hours=9.5) / 2
    assert held_back(Post.LEAD, Heard(2, NOON, dangers=9), NOON, SHANGHAI, rules) == (Held.BUNDLE, until)


def test_the_day_is_the_one_of_the_house_and_not_of_the_machine():
    """At noon here it is tomorrow in China."""
    zone = ZoneInfo("America/Los_Angeles")
    noon = datetime(2026, 11, 24, 12, tzinfo=zone).astimezone(UTC)
    until = noon + timedelta(hours=9.5) / 7
    assert held_back(Post.WORKER, Heard(6, noon), noon, zone, Rules()) == (Held.BUNDLE, until)
    early = datetime(2026, 11, 24, 8, 10, tzinfo=zone).astimezone(UTC)
    assert next_brief(early, zone) == early + timedelta(minutes=20)


def test_at_night_all_wait_for_the_morning_whatever_they_have_heard():
    night = at("2026-11-24 23:00")
    for post in Post:
        assert held_back(post, Heard(99, night), night, SHANGHAI, Rules()) == (Held.NIGHT, at("2026-11-25 07:30"))


@pytest.mark.parametrize(
    ("now", "brief"),
    [("2026-11-24 08:29", "2026-11-24 08:30"), ("2026-11-24 08:30", "2026-11-25 08:30"), ("2026-12-31 12:00", "2027-01-01 08:30")],
)  # fmt: skip
def test_the_next_brief(now, brief):
    assert next_brief(at(now), SHANGHAI) == at(brief)


@given(
    post=st.sampled_from(list(Post)),
    minutes=st.lists(st.integers(450, 1289), min_size=1, max_size=200),
    budget=st.integers(1, 20),
    dangers=st.integers(0, 30),
)
def test_a_day_has_no_more_messages_than_its_budget_and_dangers_leave_half_of_it(post, minutes, budget, dangers):
    rules = Rules(pushes_a_day_worker=budget, pushes_a_day_head=budget, pushes_a_day_lead=budget)
    day = at("2026-11-24 00:00")
    sent = []
    for minute in sorted(minutes):
        now = day + timedelta(minutes=minute)
        held = held_back(post, Heard(len(sent), sent[-1] if sent else None, dangers=dangers), now, SHANGHAI, rules)
        if held is None:
            sent.append(now)
        else:
            assert held[1] > now, "what is held comes up again later"
    assert 1 <= len(sent) <= budget - min(dangers, budget // 2)
    if post is not Post.WORKER:
        assert all(later - earlier >= timedelta(minutes=15) for earlier, later in itertools.pairwise(sent))
    assert all(quiet_until(each, SHANGHAI, rules) is None for each in sent)


def said(number, kind, ticket="NH20261124-0001", **more):
    return Said(number, kind, ticket, **more)


def test_only_the_highest_level_of_a_ticket_is_left():
    pushes = [said(1, "remind"), said(2, "late"), said(3, "very_late"), said(4, "late", "NH20261124-0002")]
    assert set(overtaken(pushes, NOON)) == {1, 2}
    assert "very_late" in overtaken(pushes, NOON)[2]


def test_of_one_level_the_newest_is_left():
    assert set(overtaken([said(1, "late"), said(2, "late")], NOON)) == {1}


def test_other_words_about_one_ticket_stand_beside_each_other():
    assert overtaken([said(1, "given"), said(2, "reason"), said(3, "late"), said(4, "reason")], NOON) == {}


def test_who_is_given_a_danger_is_not_told_of_it_besides():
    assert set(overtaken([said(1, "hazard"), said(2, "given")], NOON)) == {1}
    assert overtaken([said(1, "hazard"), said(2, "given", "NH20261124-0002")], NOON) == {}


def test_a_reminder_is_over_when_the_next_level_comes():
    push = said(1, "remind", until=NOON)
    assert overtaken([push], NOON - timedelta(seconds=1)) == {}
    assert overtaken([push], NOON) == {1: "overtaken: the next level has come"}


def test_what_asks_for_a_step_is_over_once_the_ticket_is_another():
    asked = {"of": "dispatched:7"}
    assert overtaken([said(1, "given", **asked, now="dispatched:7")], NOON) == {}
    assert "in_progress:7" in overtaken([said(1, "given", **asked, now="in_progress:7")], NOON)[1]
    assert set(overtaken([said(1, "given", **asked, now="dispatched:8")], NOON)) == {1}
    assert overtaken([said(1, "given", **asked)], NOON) == {}, "a ticket that is gone says nothing"


def test_what_is_of_no_ticket_is_overtaken_by_nothing():
    assert overtaken([said(1, "late", None), said(2, "late", None), said(3, "of an earlier release", None)], NOON) == {}


def test_a_kind_of_an_earlier_release_does_no_harm():
    assert overtaken([said(1, "of an earlier release"), said(2, "hazard")], NOON) == {}
