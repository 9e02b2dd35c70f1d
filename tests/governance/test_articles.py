"""Articles: what may be done in which state, how long they may be, whose eyes are second."""

from datetime import UTC, datetime, timedelta

import pytest

from governance.articles import ALLOWED, ArticleAct, ArticleState, Lack, is_late, is_second, lacking, too_long

S, A = ArticleState, ArticleAct
MAY = {
    S.DRAFT: {A.WRITE, A.ASK, A.DROP}, S.ASKED: {A.WRITE, A.AGREE, A.WITHHOLD}, S.SCHEDULED: {A.WITHHOLD}, S.SENDING: set(),
    S.SENT: set(), S.DROPPED: set(),
}  # fmt: skip


def test_what_may_be_done_in_each_state():
    assert {state: {act for act in A if state in ALLOWED[act]} for state in S} == MAY


@pytest.mark.parametrize(
    ("title", "digest", "body", "lacks"),
    [
        ("题" * 64, "摘" * 120, "文" * 20_000, ()),
        ("题" * 65, "", "文", ((Lack.LONG_TITLE, 65),)),
        ("题", "摘" * 121, "文", ((Lack.LONG_DIGEST, 121),)),
        ("题", "", "文" * 20_001, ((Lack.LONG_BODY, 20_001),)),
        (" ", "", "\n", ((Lack.NO_TITLE, 0), (Lack.NO_BODY, 0))),
    ],
)
def test_what_keeps_it_from_going_out(title, digest, body, lacks):
    assert lacking(title, digest, body) == lacks
    assert too_long(title, digest, body) == tuple(each for each in lacks if each[0].value.startswith("long"))


def test_neither_the_writer_nor_who_changed_it_last_is_a_second_pair_of_eyes():
    assert [is_second(person, 1, 2) for person in (1, 2, 3)] == [False, False, True]


def test_a_time_that_has_come_is_late_and_none_is_never():
    now = datetime(2026, 11, 24, 2, tzinfo=UTC)
    assert [is_late(at, now) for at in (None, now + timedelta(minutes=1), now, now - timedelta(days=1))] == [
        False, False, True, True,
    ]  # fmt: skip
