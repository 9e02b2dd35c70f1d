"""What secretaries and contacts write becomes a command of alliances, with topic, teacher, people, day and number."""

from datetime import UTC, date, datetime

import pytest

from handlers.alliance.commands import ProveMilestone, RecordLecture, ShowAgreements, ShowPairings
from handlers.context import Here, SubdistrictConfig
from handlers.registry import READS
from handlers.said import Said
from understanding.meaning import terse
from understanding.normalise import normalise
from understanding.place_index import PlaceIndex

HERE = Here(SubdistrictConfig(), datetime(2026, 11, 24, 2, 0, tzinfo=UTC), PlaceIndex(()))


def read(text):
    meaning = terse(normalise(text))
    return None if meaning is None else READS[meaning.command](Said(text, normalise(text), meaning), HERE)


@pytest.mark.parametrize(
    ("text", "topic", "people", "teacher", "day", "pairing"),
    [
        ("党课上完了，主题 社区治理怎么做，主讲 钱样本，30人", "社区治理怎么做", 30, "钱样本", None, None),
        ("党课上完了", "", None, "", None, None),
        ("今天上了一堂党课，《防诈骗》，来了二十八个人", "防诈骗", 28, "", date(2026, 11, 24), None),
        (
            "党课 11月20日 主题：学习全会精神 35人参加 由钱样本主讲",
            "学习全会精神",
            35,
            "钱样本",
            date(2026, 11, 20),
            None,
        ),
        ("登记党课 结对3 题目是垃圾分类进家门 人数 40", "垃圾分类进家门", 40, "", None, 3),
        ("党课 学习全会精神 12人", "学习全会精神", 12, "", None, None),
        (
            "昨天党课讲的是老旧小区改造，主讲人:钱样本，共16名党员",
            "老旧小区改造",
            16,
            "钱样本",
            date(2026, 11, 23),
            None,
        ),
    ],
)
def test_a_lecture(text, topic, people, teacher, day, pairing):
    found = read(text)
    assert isinstance(found, RecordLecture)
    assert (found.topic, found.people, found.teacher, found.day, found.pairing) == (
        topic,
        people,
        teacher,
        day,
        pairing,
    )


@pytest.mark.parametrize(
    ("text", "command"),
    [
        ("节点 12 完成 已为3户老人修好水管", ProveMilestone(12, "已为3户老人修好水管")),
        ("节点12完成了，水管都换好了", ProveMilestone(12, "水管都换好了")),
        ("完成节点 7 讲座办好了", ProveMilestone(7, "讲座办好了")),
        ("节点 12 已经做完", ProveMilestone(12, "")),
        ("节点完成了 讲座办好了", ProveMilestone(None, "讲座办好了")),
        ("节点 12 完成了吗", ShowAgreements()),
        ("共建协议", ShowAgreements()),
        ("协议进展怎么样了", ShowAgreements()),
        ("我的结对", ShowPairings()),
        ("我们支部跟谁结的对子？", ShowPairings()),
        ("红心结", ShowPairings()),
    ],
)
def test_pairings_agreements_and_milestones(text, command):
    assert read(text) == command


@pytest.mark.parametrize("text", ["党课什么时候上", "明天有党课吗？", "协议书丢了怎么办", "楼道灯坏了"])
def test_a_question_or_another_matter_records_nothing(text):
    assert not isinstance(read(text), RecordLecture | ProveMilestone | ShowAgreements | ShowPairings)
