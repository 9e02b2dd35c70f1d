"""Dangers are found, near misses are not: the list was written before the rules (benchmarks/data)."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from understanding.hazard import Danger, hazard_in
from understanding.normalise import normalise

DATA = Path(__file__).parent.parent.parent / "benchmarks" / "data"
HAZARDS = DATA.joinpath("hazards.txt").read_text().splitlines()
NEAR_MISSES = DATA.joinpath("near_misses.txt").read_text().splitlines()


@pytest.mark.parametrize(
    ("text", "danger"),
    [
        ("外墙瓷砖往下掉", Danger.FALLING), ("电线裸露", Danger.ELECTRIC), ("闻到煤气味", Danger.GAS),
        ("楼道漏煤气", Danger.GAS), ("厨房在漏天然气", Danger.GAS), ("树要倒了", Danger.TREE),
        ("窨井盖没了", Danger.MANHOLE), ("老人摔倒在家没人开门", Danger.PERSON), ("消防通道堵了", Danger.FIRE_LANE),
        ("墙裂了", Danger.COLLAPSE), ("电梯关人", Danger.LIFT), ("厨房起火了", Danger.FIRE), ("家里被水淹了", Danger.FLOOD),
        ("有人持刀", Danger.VIOLENCE), ("四楼门口那味道冲死了，臭鸡蛋一样的", Danger.GAS),
    ],
)  # fmt: skip
def test_the_dangers_that_the_seed_names(text, danger):
    assert hazard_in(text).danger is danger


@pytest.mark.parametrize(
    "text",
    [
        "昨天的煤气味已经处理好了",
        "没有着火，是蒸汽",
        "以为是漏电，师傅看过说没问题",
        "热得快着火了",
        "燃气费怎么交",
        "误报，没有人困电梯",
        "楼下没有人触电，刚才那条报错了",
        "什么起火？我是讲锅炉房的事",
        "看得我火冒三丈，垃圾堆三天了",
        "三楼窗户的插销松了，一拉就掉在手里",
        "讲了一上午喉咙都冒火",
    ],
)
def test_what_is_over_denied_or_a_figure_of_speech_is_none(text):
    assert hazard_in(normalise(text)) is None


@pytest.mark.parametrize("text", ["上次修好了，现在又往下掉瓷砖", "井盖补过了但是又塌了", "修好了的电线又露出铜丝"])
def test_what_comes_again_is_one(text):
    assert hazard_in(normalise(text)) is not None


@pytest.mark.parametrize(
    "text", ["三楼窗户把手松了，窗扇要掉下去了", "头顶的电线耷拉下来，落到手上", "六楼窗框松动，快掉了"]
)
def test_what_falls_on_others_or_strikes_the_hand_is_one(text):
    assert hazard_in(text) is not None


def test_doubt_is_kept():
    assert hazard_in("怀疑是煤气").sure is False
    assert hazard_in("有人在楼道给电瓶车充电").sure is False


def test_the_list_is_long_and_half_of_it_near_misses():
    assert len(set(HAZARDS)) >= 200
    assert len(set(NEAR_MISSES)) >= 200


def test_recall_is_high_on_the_list_and_precision_with_it():
    found = [text for text in HAZARDS if hazard_in(normalise(text))]
    wrong = [text for text in NEAR_MISSES if hazard_in(normalise(text))]
    assert len(found) / len(HAZARDS) >= 0.98
    assert len(found) / (len(found) + len(wrong)) >= 0.95


@given(st.text(max_size=300))
def test_any_text_can_be_read(text):
    hazard_in(normalise(text))


@pytest.mark.parametrize(
    ("said", "danger"),
    [
        ("奶奶家煤气灶总打不着火", None),
        ("热水器点不着火了", None),
        ("煤气灶打火老打不着", None),
        ("灶打不着火，还闻到煤气味", Danger.GAS),
        ("灶台着火了", Danger.FIRE),
        ("插座打火", Danger.ELECTRIC),
    ],
)
def test_what_does_not_light_is_no_fire(said, danger):
    found = hazard_in(said)
    assert (found and found.danger) == danger
