"""What is wanted with an activity that is called by its name, and what is no such thing."""

import pytest

from understanding.gathering_joined import Part, called_so, liking_of, name_said, part_meant, people_coming

TITLES = ["教小孩做灯笼", "消防知识讲座", "包饺子"]


@pytest.mark.parametrize(
    ("said", "part", "title"),
    [
        ("做灯笼那个给我家报三个人", Part.COMES, 0),
        ("周日那个做灯笼算我一个", Part.COMES, 0),
        ("帮我把消防讲座报上名", Part.COMES, 1),
        ("包饺子我们全家都参加", Part.COMES, 2),
        ("消防讲座我去不了了，要加班", Part.AWAY, 1),
        ("做灯笼几个人报名了", Part.ASKS, 0),
        ("包饺子在哪块办啊", Part.ASKS, 2),
        ("我们到了，做灯笼在哪签到", Part.THERE, 0),
        ("昨天包饺子蛮开心的，下个月能不能再办一次", Part.LIKED, 2),
        ("不是值班，是孩子的活动，做灯笼", Part.NAMED, 0),
    ],
)
def test_an_activity_is_called_by_a_piece_of_its_name(said, part, title):
    assert part_meant(said) is part
    assert called_so(said, TITLES) == [title]


@pytest.mark.parametrize(
    "said", ["周三晚上那个给我吧", "3幢灯不亮了", "这个活动我报名", "门口消火栓漏水", "驿站那个班给我报上"]
)
def test_what_names_none_of_them_means_none(said):
    assert not (part_meant(said) and called_so(said, TITLES))


def test_a_name_that_no_activity_has_is_heard_and_a_shift_is_no_name():
    assert name_said("捏泥人那个给我家报两个人") == "捏泥人"
    assert [name_said(said) for said in ("周六那个给我报上", "值班那个给我报上", "那个给我报上")] == ["", "", ""]


def test_how_many_come_and_how_it_was():
    assert [people_coming(said) for said in ("报两个人", "我家一共3口", "帮我报个名")] == [2, 3, None]
    assert [liking_of(said) for said in ("没意思", "孩子玩得很开心", "还行吧", "来了")] == [
        "poor",
        "good",
        "fair",
        None,
    ]
