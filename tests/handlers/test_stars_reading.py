"""Words about the stars become commands; what a nomination has said so far is read the same again with its answer."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from handlers.catalogue import entries
from handlers.context import Here, SubdistrictConfig
from handlers.registry import READS
from handlers.said import Said
from handlers.stars.commands import (
    AcceptAwards,
    DelayRound,
    GiveConsent,
    MergeAwards,
    Nominate,
    ObjectTo,
    ReturnAward,
    SettleObjections,
    SkipRound,
)
from handlers.stars.reading import so_far
from understanding.meaning import terse
from understanding.normalise import normalise
from understanding.place_index import PlaceIndex, PlaceNode

INDEX = PlaceIndex(
    [
        PlaceNode(1, None, "subdistrict", "示例街道"),
        PlaceNode(2, 1, "community", "梧桐社区"),
        PlaceNode(3, 2, "courtyard", "梧桐里1号院"),
        PlaceNode(4, 3, "building", "3幢"),
    ]
)
HERE = Here(SubdistrictConfig(), datetime(2026, 11, 20, tzinfo=UTC), INDEX)


def read(text):
    words = normalise(text)
    meaning = terse(words)
    return READS[meaning.command](Said(text, words, meaning), HERE)


@pytest.mark.parametrize(
    ("text", "command"),
    [
        ("推荐 张三 3幢 每天帮邻居取奶", Nominate("张三", "每天帮邻居取奶", "3幢")),
        ("同意公示 12 署名 王阿姨", GiveConsent(12, "王阿姨")),
        ("评议通过 12 15", AcceptAwards((12, 15))),
        ("评议通过 12 事迹：每天取奶", AcceptAwards((12,), "每天取奶")),
        ("评议退回 12 15 理由", ReturnAward(12, "")),
        ("评议合并 12", MergeAwards(None, None)),
        ("评议合并 12 到 15", MergeAwards(12, 15)),
        ("推迟评选 两天 下雪", DelayRound(2, "下雪")),
        ("推迟评选 梧桐社区 2天 下雪", DelayRound(2, "下雪", "梧桐社区")),
        ("推迟评选 2天 雪松社区 下雪", DelayRound(2, "下雪", "雪松社区")),
        ("推迟评选 下雪", DelayRound(None, "下雪")),
        ("本月不评 正在换届", SkipRound("正在换届")),
        ("异议 12 事迹不是本人做的", ObjectTo(12, "事迹不是本人做的")),
        ("异议 事迹不是本人做的", ObjectTo(None, "事迹不是本人做的")),
        ("异议处理 12 不成立 已走访核实", SettleObjections(12, False, "已走访核实")),
        ("异议处理 12 成立 不是本人", SettleObjections(12, True, "不是本人")),
        ("异议处理 12 再看看", SettleObjections(12, None, "")),
    ],
)
def test_what_is_read(text, command):
    assert read(text) == command


def test_each_example_of_a_command_about_the_stars_is_read_as_it():
    ours = [entry for entry in entries() if entry.command.__module__ == "handlers.stars.commands"]
    assert ours
    for entry in ours:
        for example in entry.examples:
            assert type(read(example)) is entry.command, example


@pytest.mark.parametrize(
    ("command", "answer", "whole"),
    [
        (Nominate("张三", ""), "3幢 每天帮邻居取奶", Nominate("张三", "每天帮邻居取奶", "3幢")),
        (Nominate("张三", "", "3幢"), "每天帮邻居取奶", Nominate("张三", "每天帮邻居取奶", "3幢")),
        (Nominate("", "", leader=True), "张三 3幢 天天巡楼", Nominate("张三", "天天巡楼", "3幢", leader=True)),
        (Nominate("", "每天帮邻居取奶"), "王阿姨 3幢", Nominate("王阿姨", "每天帮邻居取奶", "3幢")),
        (Nominate("张三", "每天帮邻居取奶"), "T1", Nominate("张三", "每天帮邻居取奶", "", "T1")),
        (Nominate("张三", "每天帮邻居取奶"), "不清楚", Nominate("张三", "每天帮邻居取奶", unsure=True)),
        (Nominate("张三", "每天帮邻居取奶"), "3幢", Nominate("张三", "每天帮邻居取奶", "3幢")),
    ],
)
def test_what_was_said_so_far_and_its_answer_make_one_nomination(command, answer, whole):
    found = read(f"推荐 {so_far(command)} {answer}")
    assert replace(found, reason=found.reason.replace("3幢", "").strip()) == whole
