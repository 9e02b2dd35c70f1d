"""Whom people nominate, in their own words, and what of their reason stays private."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.understood import command_of
from understanding.command_names import CommandName
from understanding.meaning import terse
from understanding.nomination import Nomination, nominated, nominated_anywhere
from understanding.normalise import normalise
from understanding.personal_data import screened
from understanding.place_index import PlaceIndex, PlaceNode

INDEX = PlaceIndex(
    [
        PlaceNode(1, None, "subdistrict", "示例街道"),
        PlaceNode(2, 1, "community", "梧桐社区"),
        PlaceNode(3, 2, "courtyard", "梧桐里1号院"),
        PlaceNode(4, 3, "building", "3幢"),
    ]
)


@pytest.mark.parametrize(
    ("text", "name", "reason"),
    [
        ("张三 3幢 每天帮邻居取奶", "张三", "每天帮邻居取奶"),
        ("3幢的王阿姨，每天帮独居老人倒垃圾", "王阿姨", "每天帮独居老人倒垃圾"),
        ("梧桐里1号院3幢张三，理由：义务修了两年水管", "张三", "义务修了两年水管"),
        ("张三每天帮我们楼打扫楼道", "张三", "每天帮我们楼打扫楼道"),
        ("我们楼的李大爷一直照顾三楼的老人", "李大爷", "一直照顾三楼的老人"),
        ("张三", "张三", ""),
        ("每天帮大家打扫楼道，王阿姨 3幢", "王阿姨", "每天帮大家打扫楼道"),
        ("梧桐社区 欧阳娜娜，热心调解邻里纠纷", "欧阳娜娜", "热心调解邻里纠纷"),
        ("🌟小王🌟 3幢 帮大家收快递", "🌟小王🌟", "帮大家收快递"),
    ],
)
def test_name_and_reason(text, name, reason):
    found = nominated(INDEX, normalise(text))
    assert (found.name, found.reason) == (name, reason)
    assert not found.own
    assert not found.kin


def test_where_the_person_lives_is_not_where_the_story_happens():
    assert nominated(INDEX, "甲一员 05幢 每天帮独居老人取奶").where == "05幢"
    assert nominated(INDEX, "梧桐里1号院3幢2单元张三，理由：义务修了两年水管").where == "梧桐里1号院3幢2单元"
    assert (
        nominated(INDEX, "张三每天帮邻居打扫院子，也常去别的小区帮独居老人买菜做饭修灯修水管，还帮3幢的老人").where
        == ""
    )


def test_a_code_a_leader_oneself_and_family():
    assert nominated(INDEX, "r5 每天巡楼").code == "R5"
    assert nominated(INDEX, "楼栋长 王样本 3幢 天天巡楼") == Nomination("王样本", "天天巡楼", leader=True, where="3幢")
    assert nominated(INDEX, "我自己，每天打扫").own
    assert nominated(INDEX, "我 每天打扫").own
    assert nominated(INDEX, "我妈 3幢 每天打扫").kin
    assert nominated(INDEX, "我家老公 每天打扫").kin
    assert nominated(INDEX, "优秀楼栋长") == Nomination(None, "", leader=True)


@pytest.mark.parametrize(
    ("text", "command"),
    [
        ("推荐 张三 3幢 每天帮邻居取奶", CommandName.NOMINATE),
        ("推荐王阿姨，每天帮邻居取奶", CommandName.NOMINATE),
        ("我想提名张三", CommandName.NOMINATE),
        ("推荐", CommandName.NOMINATE),
        ("推荐美善之星 张三 热心", CommandName.NOMINATE),
        ("推荐优秀楼栋长", CommandName.NOMINATE),
        ("同意公示", CommandName.GIVE_CONSENT),
        ("同意公示 12 署名 王阿姨", CommandName.GIVE_CONSENT),
        ("不同意公示", CommandName.DECLINE_CONSENT),
        ("撤回同意 3", CommandName.DECLINE_CONSENT),
        ("评议", CommandName.REVIEW),
        ("评议 12", CommandName.REVIEW),
        ("评议通过", CommandName.ACCEPT_AWARDS),
        ("评议通过 12 15", CommandName.ACCEPT_AWARDS),
        ("评议退回 12 事迹不实", CommandName.RETURN_AWARD),
        ("评议合并 12 到 15", CommandName.MERGE_AWARDS),
        ("代记同意 12 署名 王阿姨", CommandName.RECORD_CONSENT),
        ("为什么是她 12", CommandName.SHOW_WHY),
        ("为什么是她？", CommandName.SHOW_WHY),
        ("美善之星", CommandName.SHOW_ROLL),
        ("公示", CommandName.SHOW_ROLL),
        ("我的推荐", CommandName.SHOW_MY_NOMINATIONS),
        ("推迟评选 2天 春节", CommandName.DELAY_ROUND),
        ("本月不评 人手不足", CommandName.SKIP_ROUND),
        ("取消推迟", CommandName.UNDO_DELAY),
        ("撤回推迟评选 梧桐社区", CommandName.UNDO_DELAY),
        ("恢复评选", CommandName.RESTORE_ROUND),
        ("恢复本月评选 梧桐社区", CommandName.RESTORE_ROUND),
    ],
)
def test_what_is_said_of_stars(text, command):
    assert terse(normalise(text)).command is command


@pytest.mark.parametrize(
    ("text", "command"),
    [
        ("异议 12 他没做过", CommandName.OBJECT_TO),
        ("有异议", CommandName.OBJECT_TO),
        ("异议列表", CommandName.LIST_OBJECTIONS),
        ("异议处理 12 不成立 已核实", CommandName.SETTLE_OBJECTIONS),
    ],
)
def test_what_is_said_against_them(text, command):
    assert terse(normalise(text)).command is command


@pytest.mark.parametrize("text", ["推荐一下附近的医院", "推荐个靠谱的家政", "3幢楼下公示栏坏了", "有什么好推荐的"])
def test_what_is_no_nomination(text):
    assert command_of(text) not in (CommandName.NOMINATE, CommandName.OBJECT_TO)


def test_a_long_story_is_still_a_nomination():
    meaning = terse(normalise("推荐 张三 3幢 " + "每天帮邻居取奶，" * 60))
    assert meaning.command is CommandName.NOMINATE
    assert meaning.rest is not None
    assert len(meaning.rest) > 400


@given(st.text(max_size=300))
def test_any_text_can_be_read_as_a_nomination(text):
    nominated(INDEX, normalise(text))


PHONES = st.from_regex(r"1[3-9][0-9]{9}", fullmatch=True)
CARDS = st.from_regex(r"[1-9][0-9]{5}19[0-9]{2}1[012][0-2][0-9][0-9]{3}[0-9X]", fullmatch=True)
STORY = st.text(alphabet="每天帮邻居取奶，。 的是他她3幢abc", max_size=30)


@given(STORY, st.one_of(PHONES, CARDS), st.sampled_from(["", " ", "-"]), STORY)
def test_no_number_of_a_person_stays(before, number, gap, after):
    spread = number[:3] + gap + number[3:]
    said = screened(f"{before}{spread}{after}")
    assert said.removed
    assert not re.search(r"[0-9]{7,}", re.sub(r"[\s-]", "", said.text))


def test_what_is_taken_out_and_what_is_pointed_out():
    said = screened("他电话13912345678，住502室，照顾得了癌症的邻居，微信wangwu_88")
    assert said.text == "他…，住…，照顾得了癌症的邻居，…"
    assert set(said.removed) == {"phone", "room", "account"}
    assert said.flagged == ("health",)
    assert screened("在3幢义务理发12年").removed == ()
    assert screened("一三八一二三四五六七八").removed == ("phone",)


@pytest.mark.parametrize(
    ("text", "name", "where"),
    [
        ("我来夸一个人 孙模拟 我们五幢的 天天扫雪", "孙模拟", "5幢"), ("表扬个人：陈试用，经常帮邻居搬米", "陈试用", ""),
        ("想推荐一位邻居，钱练习 9幢 照顾孤老", "钱练习", "9幢"), ("夸一个好人 她叫吴范例 帮人修灯", "吴范例", ""),
    ],
)  # fmt: skip
def test_somebody_is_no_name_but_announces_one(text, name, where):
    found = nominated_anywhere(INDEX, text)
    assert (found.name, found.where) == (name, where)


@pytest.mark.parametrize("text", ["我要夸一个人", "表扬个人"])
def test_somebody_alone_is_nobody_yet(text):
    assert nominated_anywhere(INDEX, text).name is None


@pytest.mark.parametrize(
    "text",
    [
        "要说提名的话我提名我们院的王样本，天天扫楼道",
        "推荐咱们单元王样本，天天扫楼道",
        "我想推荐我们小区里的王样本，天天扫楼道",
    ],
)
def test_who_is_named_is_neither_the_wish_nor_the_house(text):
    assert nominated_anywhere(PlaceIndex(()), text).name == "王样本"
