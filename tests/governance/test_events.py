"""Which reports are one matter, what an event covers, and what may be done to it."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from governance.events.coverage import covered, covers, grown, wider
from governance.events.grouping import Covering, Sign, event_for, people, proposals
from governance.events.kinds import KINDS, Reach
from governance.events.nearness import distance, near, spot
from governance.events.numbers import event_number, events_named, is_event_number
from governance.events.states import EventAct, EventState, confirms, may

NOON = datetime(2026, 11, 24, 4, tzinfo=UTC)
TREE = {
    1: (None, "subdistrict", "示例街道", None), 2: (1, "community", "东社区", None), 3: (1, "community", "西社区", None),
    4: (1, "community", "北社区", None), 5: (1, "alliance", "模拟联盟", None), 6: (5, "community", "虎踞北路一社区", None),
    **{10 + n: (2, "courtyard", f"梧桐里{n}号院", (32.05 + n * 0.0015, 118.76)) for n in range(1, 6)},
    16: (2, "courtyard", "远院", (32.09, 118.76)), 17: (2, "courtyard", "无坐标院", None),
    21: (3, "road_number", "虎踞北路4号", None), 22: (4, "road_number", "虎踞北路6号", None), 23: (3, "courtyard", "西院", None),
    24: (3, "building", "孤楼", None), 25: (4, "courtyard", "北院", None), 26: (6, "courtyard", "河院", None),
    31: (11, "landmark", "活动室", None), 32: (5, "landmark", "联盟服务站", None),
    **{yard * 10 + n: (yard, "building", f"{n}幢", None) for yard in (11, 12, 13, 14, 15, 16, 17, 21, 22, 23) for n in (1, 2, 3)},
    **{1110 + n: (111, "unit", f"{n}单元", None) for n in (1, 2, 3)}, 241: (24, "unit", "1单元", None),
}  # fmt: skip


def where(place):
    """A place of the made-up tree as rules see it."""
    line, following = [], place
    while following is not None:
        parent, kind, name, point = TREE[following]
        line.append((following, kind, name, *(point or (None, None))))
        following = parent
    return spot(line)


def sign(number, place, who=None, minutes=0):
    return Sign(f"N{number:03d}", number if who is None else who, where(place), NOON + timedelta(minutes=minutes))


def groups(kind, *signs):
    return [[each.number for each in group] for group in proposals(signs, KINDS[kind])]


def test_the_third_like_report_near_by_makes_a_proposal():
    assert groups("no_water", sign(1, 111), sign(2, 112)) == []
    assert groups("no_water", sign(1, 111), sign(2, 112), sign(3, 113)) == [["N001", "N002", "N003"]]
    assert groups("no_water", sign(1, 111), sign(2, 121), sign(3, 131)) == [["N001", "N002", "N003"]], (
        "from yard to yard"
    )


def test_three_of_one_person_are_not_three():
    assert groups("no_water", sign(1, 111, 7), sign(2, 112, 7), sign(3, 113, 7)) == []
    unknown = [Sign(f"N{n}", None, where(111), NOON) for n in range(3)]
    assert people(unknown) == 3, "those whom the hotline brings are not known, and are somebody each"


def test_far_or_long_ago_is_not_near():
    assert groups("no_water", sign(1, 111), sign(2, 112), sign(3, 161)) == [], "another yard, four kilometres away"
    assert groups("no_water", sign(1, 111), sign(2, 112), sign(3, 231)) == [], "another community"
    assert groups("no_water", sign(1, 111), sign(2, 112), sign(3, 113, minutes=200)) == []
    assert groups("lift", sign(1, 111), sign(2, 112), sign(3, 113)) == [], "each building has its own lift"
    assert groups("lift", sign(1, 111), sign(2, 1111), sign(3, 111)) == [["N001", "N002", "N003"]]
    assert groups("lift", sign(1, 1111), sign(2, 1112), sign(3, 1113)) == [["N001", "N002", "N003"]], "one lift for all"


def test_reports_wait_three_hours_for_each_other_and_no_minute_longer():
    found = groups("no_water", sign(1, 111), sign(2, 112, minutes=180), sign(3, 113, minutes=360))
    assert found == [["N001", "N002", "N003"]]
    assert groups("no_water", sign(1, 111), sign(2, 112, minutes=181), sign(3, 113, minutes=181)) == []


def test_within_one_courtyard_reports_of_one_net_are_near_whatever_the_building():
    assert near(where(171), where(172), Reach.YARD)
    assert not near(where(171), where(172), Reach.BUILDING)
    assert near(where(31), where(111), Reach.YARD), "the hall of the courtyard"


@pytest.mark.parametrize(
    ("wide", "narrow", "reach", "is_near"),
    [
        (11, 111, Reach.BUILDING, True),
        (11, 1111, Reach.YARD, True),
        (2, 111, Reach.STREET, False),
        (2, 111, Reach.COMMUNITY, True),
        (1, 111, Reach.COMMUNITY, False),
        (1, 2, Reach.COMMUNITY, False),
    ],
)
def test_who_names_a_courtyard_only_may_mean_any_building_in_it_and_who_names_a_community_hardly(
    wide, narrow, reach, is_near
):
    assert near(where(wide), where(narrow), reach) is is_near
    assert near(where(narrow), where(wide), reach) is is_near


def test_a_street_goes_through_communities():
    assert near(where(211), where(221), Reach.STREET), "虎踞北路4号 and 6号"
    assert not near(where(211), where(231), Reach.STREET)
    assert near(where(211), where(231), Reach.COMMUNITY), "how far it is is not known"
    assert not near(where(231), where(25), Reach.COMMUNITY), "another community, and of no road"
    assert not near(where(26), where(21), Reach.COMMUNITY), "a community's own name is no road's"


def test_two_events_of_one_kind_at_once_stay_two():
    found = groups("flood", *(sign(n, 111) for n in (1, 2, 3)), *(sign(n, 231) for n in (4, 5, 6, 7)))
    assert found == [["N001", "N002", "N003"], ["N004", "N005", "N006", "N007"]]


def test_the_matter_that_began_first_is_proposed_first():
    first = [sign(1, 231), sign(2, 231, minutes=40), sign(3, 231, minutes=50)]
    later = [sign(n, 111, minutes=n) for n in (4, 5, 6)]
    assert groups("flood", *later, *first) == [["N001", "N002", "N003"], ["N004", "N005", "N006"]]


def test_it_grows_from_the_building_to_the_yard_to_the_community_to_all():
    assert covered([where(111), where(1111)], where) == (111,)
    assert covered([where(111), where(112)], where) == (11,)
    assert covered([where(111), where(112), where(121)], where) == (11, 12)
    assert covered([where(p) for p in (111, 121, 131)], where) == (11, 12, 13)
    assert covered([where(p) for p in (111, 121, 131, 141)], where) == (2,), "many yards are the community"
    assert covered([where(p) for p in (2, 3)], where) == (2, 3)
    assert covered([where(p) for p in (2, 3, 4)], where) == (1,), "and many of these all that there is"
    assert wider((111,), where) == (11,)
    assert wider((11, 12), where) == (2,)
    assert wider((2,), where) == (1,) == wider((1,), where)


def test_one_flat_without_water_is_of_its_whole_building():
    assert covered([where(1111)], where) == (111,)
    assert covered([where(21), where(241)], where) == (21, 24), "a building that stands in no courtyard"


def test_what_is_widened_is_what_lies_lowest_and_by_one_step():
    assert wider((111, 12), where) == (11, 12)
    assert wider((24,), where) == (3,), "a building that stands in no courtyard"
    assert wider((31,), where) == (11,), "of a hall in a courtyard the courtyard"
    assert wider((32,), where) == (5,) == wider((6,), where), "what lies in an alliance"
    assert wider((5,), where) == (1,)


@given(some.lists(some.sampled_from(sorted(TREE)), min_size=1, max_size=12))
def test_what_was_covered_stays_covered(places):
    so_far = ()
    for place in places:
        before, so_far = so_far, grown(so_far, where(place), where)
        assert covers(so_far, where(place))
        assert all(covers(so_far, where(each)) for each in before)
        assert len(set(so_far)) == len(so_far)


def test_a_later_report_joins_what_covers_it_most_closely():
    wide, narrow, other = Covering("A", (2,)), Covering("B", (111,)), Covering("C", (23,))
    kind = KINDS["no_water"]
    assert event_for(where(111), kind, [wide, narrow], where).number == "B"
    assert event_for(where(121), kind, [narrow, other], where).number == "B", "the yard beside it"
    assert event_for(where(161), kind, [narrow], where) is None, "too far"
    assert event_for(where(121), kind, [Covering("B", (111,), grows=False)], where) is None, "somebody said: no farther"
    assert event_for(where(161), kind, [Covering("S", (1,))], where).number == "S", "the whole subdistrict"


def test_distance_is_metres():
    assert 160 < distance(where(11), where(12)) < 175
    assert distance(where(11), where(17)) is None


def test_a_degree_to_the_east_is_shorter_than_one_to_the_north():
    here, east, both = (
        spot([(n, "courtyard", "样院", *at)]) for n, at in enumerate([(32, 118), (32, 118.01), (32.01, 118.01)])
    )
    assert distance(here, east) == pytest.approx(943, abs=1)
    assert distance(here, both) == pytest.approx(1458, abs=1)


def test_a_place_with_half_a_coordinate_is_where_its_courtyard_is():
    yard = (2, "courtyard", "样院", 32.0, 118.0)
    assert spot([(1, "building", "1幢", None, 118.5), yard]).at == (32.0, 118.0)
    assert spot([(1, "building", "1幢", 32.5, None), yard]).at == (32.0, 118.0)


@pytest.mark.parametrize("act", [act for act in EventAct if act not in (EventAct.PROPOSE, EventAct.GROW)])
def test_each_act_is_possible_in_some_states_only(act):
    assert 0 < sum(may(act, state) for state in EventState) < len(EventState)
    assert not may(act, EventState.REFUSED)


@pytest.mark.parametrize("act", [EventAct.PROPOSE, EventAct.GROW])
def test_what_comes_by_itself_is_for_nobody_to_do(act):
    assert not any(may(act, state) for state in EventState)


def test_who_answers_all_of_a_proposal_confirms_it():
    assert confirms(EventAct.ESTIMATE, EventState.PROPOSED)
    assert not confirms(EventAct.ESTIMATE, EventState.OPEN)
    assert not confirms(EventAct.WIDEN, EventState.PROPOSED)


def test_numbers():
    number = event_number(date(2026, 11, 24), 3)
    assert number == "SJ20261124-03"
    assert is_event_number("sj20261124-03")
    assert not is_event_number("NH20261124-0003")
    assert events_named("3", [number, "SJ20261124-13"]) == [number]
    assert events_named("sj20261124-13", [number, "SJ20261124-13"]) == ["SJ20261124-13"]
    assert events_named("三", [number]) == []
    assert events_named("3号", [number]) == []
    assert events_named("3a", [number]) == []
    assert events_named("②", [number]) == []
