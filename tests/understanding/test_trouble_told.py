"""Trouble that many have at once is known by what people notice, and a household's own is not."""

from pathlib import Path

import pytest

from handlers.shipped_model import shipped_troubles
from linli.command_training import corpus_in
from linli.trouble_training import all_in
from understanding.learned import data_hash
from understanding.normalise import normalise
from understanding.trouble import Trouble, trouble_in
from understanding.trouble_told import trouble_told

CORPUS = Path(__file__).parent.parent.parent / "corpus"


def test_the_shipped_model_was_learned_from_the_sentences():
    assert shipped_troubles().data_hash == data_hash(all_in(CORPUS, corpus_in(CORPUS)))


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        (Trouble.NO_WATER, "拧开水龙头就听见噗嗤噗嗤的 一点都放不出来"),
        (Trouble.NO_POWER, "一下子全黑了 冰箱也不响了 对面楼也是黑的"),
        (Trouble.LIFT, "轮椅推到楼下 电梯按了没反应 上不去"),
        (Trouble.FLOOD, "车库里的水都漫到车门了"),
    ],
)
def test_what_people_notice_tells_the_kind(kind, words):
    assert trouble_told(normalise(words), shipped_troubles()) is kind


@pytest.mark.parametrize(
    "words",
    [
        "厨房水龙头关不紧 一直滴",
        "楼道里有一盏灯不亮",
        "电梯里的广告声音太大",
        "水卡在哪里充值",
        "楼上小孩天天蹦",
        "来水了 谢谢",
    ],
)
def test_what_is_nobody_elses_is_none(words):
    assert trouble_told(normalise(words), shipped_troubles()) is None


def test_where_an_event_runs_less_tells_of_it():
    words = normalise("水壶接半壶要五分钟")
    assert trouble_told(words, shipped_troubles()) is None
    assert trouble_told(words, shipped_troubles(), [Trouble.NO_WATER]) is Trouble.NO_WATER
    assert trouble_told(words, shipped_troubles(), []) is None
    assert trouble_told(normalise("楼上小孩天天蹦"), shipped_troubles(), [Trouble.NO_WATER]) is None


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        (Trouble.NO_WATER, "请问今晚几点能通水"),
        (Trouble.NO_WATER, "老太太问哪天来水 她提不动桶"),
        (Trouble.NO_WATER, "水管抢修到哪一步了"),
        (Trouble.NO_WATER, "能安排个送水车吗"),
        (Trouble.NO_POWER, "到底几时送电给个话"),
        (Trouble.NO_POWER, "半夜了屋里还黑着"),
        (Trouble.NO_POWER, "楼上要用氧气机 有没有发电机"),
        (Trouble.NO_GAS, "什么时候恢复供气 晚饭还没烧"),
        (Trouble.FLOOD, "有人来抽水吗"),
        (Trouble.FLOOD, "这边电动车开不过去"),
        (Trouble.SEWER, "粪水都流到绿化带了"),
        (Trouble.NO_GAS, "我们家也停了 记一笔"),
        (Trouble.NO_POWER, "刚刚这栋也黑了"),
    ],
)
def test_who_waits_where_an_event_runs_is_of_it_and_elsewhere_is_not(kind, words):
    near = [Trouble.NO_WATER, Trouble.NO_POWER, Trouble.NO_GAS, Trouble.FLOOD, Trouble.SEWER]
    assert trouble_told(normalise(words), shipped_troubles(), [kind]) is kind
    assert trouble_told(normalise(words), shipped_troubles(), [each for each in near if each is not kind]) in (
        None,
        kind,
    )


def test_of_two_that_run_nobody_guesses_which_is_gone_too():
    near = [Trouble.NO_WATER, Trouble.NO_POWER]
    assert trouble_told(normalise("我们这边也停了 登记一下"), shipped_troubles(), near) is None


@pytest.mark.parametrize(
    ("near", "words"),
    [
        (Trouble.NO_WATER, "水费怎么交"),
        (Trouble.NO_WATER, "厨房地上有水 是楼上漏的"),
        (Trouble.NO_POWER, "电费单子没收到"),
        (Trouble.NO_POWER, "电梯按钮不灵"),
        (Trouble.NO_GAS, "今天天气真冷"),
        (Trouble.FLOOD, "菜场门口有人占道摆摊"),
    ],
)
def test_what_only_sounds_like_waiting_joins_no_event_that_runs(near, words):
    assert trouble_told(normalise(words), shipped_troubles(), [near]) is not near


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        (Trouble.NO_WATER, "屋里没有自来水了"),
        (Trouble.NO_WATER, "菜洗到一半水突然断了"),
        (Trouble.NO_WATER, "刚才断的水 一家都没通知"),
        (Trouble.NO_POWER, "雷一响电就断了"),
        (Trouble.NO_POWER, "楼里黑漆抹乌 摸着墙走"),
        (Trouble.NO_POWER, "小区电么得了 冰箱里的菜要坏"),
    ],
)
def test_more_words_for_what_is_gone(kind, words):
    assert trouble_told(normalise(words), shipped_troubles()) is kind


@pytest.mark.parametrize(
    "words",
    ["只有我家没水", "电动车没电了推不动", "我家空开跳闸了", "煤气灶电池用完了 打不着火", "新房想申请通气 找谁"],
)
def test_a_households_own_trouble_joins_no_event_that_runs(words):
    assert trouble_told(normalise(words), shipped_troubles(), list(Trouble)) is None


def test_plain_words_decide_before_what_was_learned():
    for words in ("停水了", "煤气打不着火", "整栋楼都跳闸了"):
        assert trouble_told(normalise(words), shipped_troubles()) is trouble_in(normalise(words))
