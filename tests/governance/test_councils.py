"""The rules of councils, each turned until it would fail."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from governance.clock import SHANGHAI
from governance.councils.codes import meeting_of, scene_of
from governance.councils.kinds import CouncilKind, council_key, council_named, kinds_at
from governance.councils.meetings import MeetingState, doors_open, minutes_due
from governance.councils.topics import is_enough
from governance.councils.votes import (
    Choice,
    Share,
    Tally,
    count_box,
    count_open,
    fell_through,
    has_quorum,
    is_passed,
    quorum,
    with_ballot,
)
from governance.councils.watching import Stage, due_instant, next_look, stage_now

AT = datetime(2026, 11, 25, 11, 0, tzinfo=UTC)
CHOICES = st.lists(st.sampled_from(Choice), max_size=60)


@pytest.mark.parametrize(
    ("members", "percent", "needed"),
    [(5, 50, 3), (6, 50, 4), (1, 50, 1), (0, 50, 1), (9, 66, 6), (10, 0, 1), (3, 99, 3)],
)
def test_more_than_the_share_has_to_be_there(members, percent, needed):
    assert quorum(members, percent) == needed
    assert has_quorum(needed, members, percent)
    assert not has_quorum(needed - 1, members, percent)


@pytest.mark.parametrize(
    ("yes", "there", "share", "passed"),
    [
        (3, 5, Share.HALF, True), (2, 4, Share.HALF, False), (3, 4, Share.HALF, True), (0, 0, Share.HALF, False),
        (4, 6, Share.TWO_THIRDS, True), (3, 5, Share.TWO_THIRDS, False), (2, 3, Share.TWO_THIRDS, True),
        (0, 0, Share.TWO_THIRDS, False),
    ],
)  # fmt: skip
def test_who_is_there_and_says_nothing_does_not_agree(yes, there, share, passed):
    assert is_passed(Tally(yes=yes), there, share) is passed


@given(CHOICES, st.randoms())
def test_a_box_tells_how_many_and_never_in_which_order(choices, random):
    mixed = list(choices)
    random.shuffle(mixed)
    boxes = []
    for ballots in (choices, mixed):
        box = ""
        for choice in ballots:
            box = with_ballot(box, choice)
        boxes.append(box)
    assert boxes[0] == boxes[1], "whoever voted when, the box is the same"
    assert count_box(boxes[0]) == count_open(choices)
    assert count_box(boxes[0]).ballots == len(choices)


def test_which_places_have_which_councils():
    assert kinds_at("community") == kinds_at("courtyard") == (CouncilKind.ASSEMBLY,)
    assert kinds_at("subdistrict") == kinds_at("alliance") == (CouncilKind.JOINT, CouncilKind.DEVELOPMENT)
    assert kinds_at("building") == ()
    assert council_named(council_key(CouncilKind.JOINT, 7)) == (CouncilKind.JOINT, 7)
    assert [council_named(text) for text in ("", "joint", "joint-x", "war-7", "joint-٧")] == [None] * 5


def test_enough_support():
    assert is_enough(5, 5)
    assert not is_enough(4, 5)


def test_doors_open_an_hour_before_and_close_with_the_meeting():
    assert not doors_open(AT, MeetingState.CALLED, AT - timedelta(minutes=61))
    assert doors_open(AT, MeetingState.CALLED, AT - timedelta(minutes=60))
    assert doors_open(AT, MeetingState.CALLED, AT + timedelta(hours=5)), "late ones come in until it is closed"
    assert not doors_open(AT, MeetingState.CLOSED, AT)


def test_minutes_are_due_a_day_after_the_end():
    assert minutes_due(AT, AT + timedelta(hours=1), 24) == AT + timedelta(hours=25)
    assert minutes_due(AT, None, 24) == AT + timedelta(hours=27)


def test_a_resolution_is_due_in_the_evening_of_its_day():
    assert due_instant(date(2026, 12, 4), SHANGHAI) == datetime(2026, 12, 4, 10, 0, tzinfo=UTC)


def test_each_stage_once():
    before = timedelta(days=2)
    assert stage_now(AT, before, AT - timedelta(days=3)) is Stage.NONE
    assert stage_now(AT, before, AT - timedelta(days=2)) is Stage.REMINDED
    assert stage_now(AT, before, AT) is Stage.LATE
    assert next_look(AT, Stage.NONE, before) == AT - before
    assert next_look(AT, Stage.REMINDED, before) == AT
    assert next_look(AT, Stage.LATE, before) is None


@pytest.mark.parametrize(
    ("scene", "found"),
    [
        (scene_of(7, "0123456789abcdef" * 2), (7, "0123456789abcdef")),
        ("meeting_0_0123456789abcdef", None),
        ("meeting_7_0123456789abcde", None),
        ("meeting_7_0123456789abcdeg", None),
        ("login_123456", None),
        ("", None),
    ],
)
def test_the_code_on_the_wall_says_its_meeting_and_no_other_code_does(scene, found):
    assert meeting_of(scene) == found


@pytest.mark.parametrize(
    ("topic", "votes", "fell"),
    [
        (1, [], False),
        (1, [(1, None)], False),
        (1, [(1, True)], False),
        (1, [(1, False)], True),
        (1, [(1, False), (1, True)], False),
        (1, [(1, False), (1, None)], True),
        (1, [(2, False), (None, False)], False),
        (None, [(None, False)], False),
    ],
)
def test_a_topic_falls_through_by_its_last_counted_vote(topic, votes, fell):
    assert fell_through(topic, votes) is fell
