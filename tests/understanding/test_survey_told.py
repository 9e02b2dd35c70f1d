"""What is said to a survey to the letter, and what is not; open answers that are like each other."""

import pytest

from understanding.opinions import grouped
from understanding.survey_told import SurveyTold, survey_told, until_in, vote_sent, vote_told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("意见 3 2", SurveyTold(3, None, "2")),
        ("意见3 很好", SurveyTold(3, None, "很好")),
        ("意见3很好", SurveyTold(3, None, "很好")),
        ("意见３　２", SurveyTold(3, None, "２")),
        ("意见3：2", SurveyTold(3, None, "2")),
        ("意见3-2 不满意", SurveyTold(3, 2, "不满意")),
        ("意见3-1 1 满意", SurveyTold(3, 1, "1 满意")),
        ("意见3", SurveyTold(3)),
        ("意见3-2", SurveyTold(3, 2)),
        ("征求意见", SurveyTold(None)),
        ("看征求意见", SurveyTold(None)),
        ("意见3楼的楼道灯坏了", None),
        ("意见3号楼没人扫地", None),
        ("我有意见 3楼太吵", None),
        ("意见很大", None),
        ("对公示有意见 3", None),
        ("意见", None),
    ],
)
def test_what_is_said_to_a_survey(text, told):
    assert survey_told(text) == told


def test_like_answers_stand_together_and_none_is_lost():
    said = ["希望加装充电桩", "充电桩太少", "没意见", "广场舞音乐太吵", "音乐太吵", "没意见"]
    groups = grouped(said)
    assert sorted(each for group in groups for each in group) == sorted(said)
    assert {frozenset(group) for group in groups} == {
        frozenset({"希望加装充电桩", "充电桩太少"}),
        frozenset({"没意见"}),
        frozenset({"广场舞音乐太吵", "音乐太吵"}),
    }
    assert grouped([]) == ()


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        ("居民表决：要不要装充电棚，到周五晚8点，梧桐里1号院", ("要不要装充电棚", "到周五晚8点", "梧桐里1号院")),
        ("发起居民表决 车棚改成充电棚，一户一票", ("车棚改成充电棚",)),
        ("发起居民表决", ()),
    ],
)
def test_a_vote_that_somebody_wants_to_hold(text, clauses):
    told = vote_told(text)
    assert told is not None
    assert told.clauses == clauses
    assert told.household == ("一户一票" in text)


@pytest.mark.parametrize("text", ["居民表决1 反对", "居民表决", "居民表决什么时候开始", "意见1 2", "楼道灯坏了"])
def test_what_opens_no_vote(text):
    assert vote_told(text) is None


def test_a_clause_that_says_until_when():
    assert until_in("到周五晚8点") == "到周五晚上8点"
    assert until_in("11月28日18点截止") == "11月28日18点截止"
    assert until_in("装在东门") == ""


@pytest.mark.parametrize(
    ("text", "decision"),
    [
        ("发出居民表决3", (3, True)),
        ("确认居民表决 3", (3, True)),
        ("不发居民表决3", (3, False)),
        ("居民表决3 同意", None),
    ],
)
def test_a_draft_is_sent_or_left(text, decision):
    assert vote_sent(text) == decision
