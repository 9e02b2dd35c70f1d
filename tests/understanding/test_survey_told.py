"""What is said to a survey to the letter, and what is not; open answers that are like each other."""

import pytest

from understanding.opinions import grouped
from understanding.survey_told import SurveyTold, survey_told


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
