"""What fits what, by the words."""

import pytest

from governance.projects.kinds import WORDS, Offer, ResourceKind, kinds_in, matches

K = ResourceKind


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("我们会议室周末可以借", {K.ROOM}),
        ("院里缺个遮雨的车棚", {K.WORKS}),
        ("能出十个志愿者和一辆货车", {K.PEOPLE, K.TRANSPORT}),
        ("晚上可以开放停车位给居民", {K.PARKING}),
        ("想请律师来讲座", {K.LEGAL, K.TEACHING}),
        ("捐款两万元买轮椅", {K.MONEY, K.GOODS}),
        ("楼道灯坏了", {K.WORKS}),
        ("今天天气不错", set()),
        ("", set()),
    ],
)
def test_words_tell_what_it_is_about(text, kinds):
    assert kinds_in(text) == kinds


@pytest.mark.parametrize("kind", list(K))
def test_each_word_of_a_kind_tells_of_it(kind):
    assert all(kind in kinds_in(word) for word in WORDS[kind])


def test_more_in_common_comes_first_then_the_same_community_then_the_earlier():
    both, near, far = frozenset({K.ROOM, K.PEOPLE}), frozenset({K.ROOM}), frozenset({K.PEOPLE})
    offers = [
        Offer(1, far, 5),
        Offer(2, near, 9),
        Offer(3, both, 5),
        Offer(4, near, 9),
        Offer(5, frozenset({K.LEGAL}), 9),
    ]
    assert matches(both, 9, offers, 9) == (3, 2, 4, 1)
    assert matches(both, 9, offers) == (3, 2, 4)
    assert matches(frozenset(), 9, offers) == ()
