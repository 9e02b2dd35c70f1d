"""Who may nominate whom, in the words of neighbours, and what becomes of it."""

import pytest
from sqlalchemy import select

from storage.models import Attachment, Nomination, StarAward, StarRound
from tests.duty import at, roster
from tests.scenes import begun
from tests.stars import OPEN, REVIEW, neighbour, november, step, told


@pytest.fixture
def people(chat, clock):
    def begin():
        found = november(chat, clock)
        step(chat, clock, OPEN)
        return found

    return begun(chat, clock, begin)


def test_two_turns_when_only_a_name_is_said(chat, people):
    auntie = neighbour(chat, "李阿姨")
    assert "做了什么好事" in auntie.says("推荐 甲一员")
    assert "已记下美善之星候选：甲一员" in auntie.says("05幢的，每天帮独居老人取奶")
    assert "您想推荐谁" in auntie.says("我要推荐")
    assert "已记下" in auntie.says("丙一员 05幢 天天打扫楼道")
    assert "推荐的是谁" in auntie.says("推荐 每天帮大家打扫楼道倒垃圾的好人")
    assert "候选：王阿姨" in auntie.says("王阿姨 05幢")
    assert len(chat.rows(select(Nomination.id))) == 3
    assert "甲一员" in auntie.says("我的推荐")


def test_oneself_one_s_household_and_twice_are_refused(chat, people):
    member = people.members[0]
    assert "只能由别人推荐" in member.says("推荐 甲一员 05幢 每天打扫楼道")
    assert "只能由别人推荐" in member.says("推荐 我自己 每天打扫楼道")
    auntie = chat.person("李阿姨")
    assert "不能推荐自己家人" in auntie.says("推荐 我妈 05幢 每天打扫楼道")
    auntie.says("我住梧桐里1号院05幢301室")
    member.says("我住梧桐里1号院05幢301")
    assert "不能推荐自己家人" in auntie.says("推荐 甲一员 05幢 每天打扫楼道")
    uncle = neighbour(chat, "张大爷", "梧桐里1号院05幢302")
    assert "已记下" in uncle.says("推荐 甲一员 05幢 每天打扫楼道")
    assert "已经推荐过" in uncle.says("推荐甲一员，05幢，真的天天打扫楼道")
    assert len(chat.rows(select(Nomination.id))) == 1


def test_one_family_counts_once_whatever_its_phones(chat, clock, people):
    for number, home in enumerate(["301", "301室", "302", "5楼"]):
        speaker = neighbour(chat, f"邻居{number}", f"梧桐里1号院05幢{home}")
        assert "已记下" in speaker.says("推荐 甲一员 05幢 每天帮老人取奶")
    step(chat, clock, REVIEW)
    detail = people.secretary.says("评议 1")
    assert detail.count("邻居推荐　+20") == 3


def test_the_person_is_asked_once_and_nothing_is_public_before(chat, clock, people):
    one, two, member = neighbour(chat, "李阿姨"), neighbour(chat, "张大爷"), people.members[0]
    member.says("帮助")
    one.says("推荐 甲一员 05幢 每天帮老人取奶")
    two.says("推荐 甲一员 05幢 每天帮老人取奶")
    chat.work()
    assert len(told(member, "您被推荐为")) == 1
    assert not any("李阿姨" in text or "张大爷" in text for text in member.notices)
    assert "现在没有公示" in one.says("美善之星")
    assert "没有等您答复" in people.members[1].says("同意公示")
    assert "最多 20 个字" in member.says("同意公示 署名 " + "很长的名字" * 6)
    member.chooses("不同意公示")
    assert "尊重您的意思" in member.notices[-1]
    step(chat, clock, REVIEW)
    assert "本人不同意公示" in people.secretary.says("评议通过 1")
    assert "已记下您同意公示" in member.says("同意公示")
    assert "已通过 1 位" in people.secretary.says("评议通过")


def test_a_reason_is_screened_and_cut(chat, people):
    auntie = neighbour(chat, "李阿姨")
    answer = auntie.says(
        "推荐 甲一员 05幢 照顾得癌症的邻居，电话13912345678，身份证320106199001011234，" + "天天如此，" * 90
    )
    assert "证件号" in answer
    assert "电话" in answer
    assert "只留了前 300 个字" in answer
    (reason,) = chat.rows(select(Nomination.reason, Nomination.flags))
    assert "139" not in reason.reason
    assert "3201" not in reason.reason
    assert reason.flags == "health"


def test_a_picture_before_or_after_goes_with_the_nomination(chat, clock, people):
    auntie, uncle = neighbour(chat, "李阿姨"), neighbour(chat, "张大爷")
    auntie.sends_picture()
    assert "照片的话现在发来" not in auntie.says("推荐 甲一员 05幢 每天帮老人取奶")
    assert "照片的话现在发来" in uncle.says("推荐 丙一员 05幢 天天打扫楼道")
    assert "只给评议的人看" in uncle.sends_picture()
    chat.work()
    uncle.says("3幢楼道灯坏了")
    assert {row.purpose for row in chat.rows(select(Attachment.purpose))} == {"nomination"}
    assert {row.number for row in chat.rows(select(Attachment.number))} == {None}
    step(chat, clock, REVIEW)
    people.secretary.says("评议 1")
    chat.work()
    pictures = [b for b in chat.platform.journal.of(people.secretary.openid) if b.kind == "image"]
    assert len(pictures) == 1


def test_two_of_one_name_are_told_apart_by_their_building_or_code(chat, clock, people):
    lines = roster()
    lines["people"] += [
        {"code": "T1", "name": "同名甲", "phone": "19933330001"},
        {"code": "T2", "name": "同名甲", "phone": "19933330002"},
        {"code": "T3", "name": "迁走乙", "phone": "19933330003"},
        {"code": "T4", "name": "同名甲", "phone": "19933330004"},
    ]
    lines["posts"] += [
        {"person": "T1", "role": "红色楼栋长", "place": "Y1-1"}, {"person": "T2", "role": "红色楼栋长", "place": "Y2-9"},
        {"person": "T3", "role": "在职党员", "place": "C1"}, {"person": "T4", "role": "在职党员", "place": "C1"},
    ]  # fmt: skip
    chat.subdistrict(lines)
    lines["people"] = [line for line in lines["people"] if line["code"] != "T3"]
    lines["posts"] = [line for line in lines["posts"] if line["person"] != "T3"]
    chat.subdistrict(lines)
    auntie = neighbour(chat, "李阿姨")
    assert "候选：同名甲（梧桐里2号院）" in auntie.says("推荐 同名甲 梧桐里2号院9幢 每天打扫楼道")
    uncle = chat.person("张大爷")
    assert "T1　梧桐里1号院1幢" in uncle.says("推荐 同名甲 每天打扫楼道")
    assert "候选：同名甲（梧桐里1号院）" in uncle.says("T1")
    far = neighbour(chat, "新邻居", "虎踞北路4号5幢")
    assert "T2　梧桐里2号院9幢" in far.says("推荐 同名甲 每天打扫楼道")
    assert "候选：同名甲（虎踞北路4号5幢）" in far.says("不清楚")
    assert "已经不在本街道" in uncle.says("推荐 迁走乙 1幢 每天打扫楼道")
    assert len(chat.rows(select(StarAward.id))) == 3


def test_somebody_whom_the_roster_does_not_know_is_asked_face_to_face(chat, clock, people):
    auntie = neighbour(chat, "李阿姨")
    assert "请社区工作人员当面征求同意" in auntie.says("推荐 王阿姨 05幢 每天帮独居老人倒垃圾")
    assert "已记下" in neighbour(chat, "张大爷").says("推荐05幢的王阿姨，每天帮独居老人倒垃圾")
    assert len(chat.rows(select(StarAward.id))) == 1
    assert "要由社区书记来办" in auntie.says("代记同意 1")
    step(chat, clock, REVIEW)
    assert "署名“王阿姨”" in people.secretary.says("代记同意 1")
    assert "已通过 1 位" in people.secretary.says("评议通过")


def test_outside_the_days_a_nomination_counts_in_the_next_round(chat, clock, people):
    step(chat, clock, REVIEW)
    answer = neighbour(chat, "李阿姨").says("推荐 甲一员 05幢 每天帮老人取奶")
    assert "计入2026年12月的评选" in answer
    assert [row.month.month for row in chat.rows(select(StarRound.month).join(StarAward))] == [12]


def test_a_retry_of_a_nomination_is_one_nomination(chat, people):
    auntie = neighbour(chat, "李阿姨")
    chat.platform.faults.plan("drop", times=1)
    assert "已记下" in auntie.says("推荐 甲一员 05幢 每天帮老人取奶")
    assert len(chat.rows(select(Nomination.id))) == 1


def test_an_unknown_building_is_asked_for(chat, clock, people):
    stranger = chat.person("新邻居")
    assert "住哪栋楼" in stranger.says("推荐 王阿姨 天天帮人倒垃圾")
    assert "已记下" in stranger.says("梧桐里2号院9幢")
    at(clock, OPEN)


def test_a_reason_of_two_megabytes_is_nothing_that_a_phone_can_send(chat, people):
    auntie = neighbour(chat, "李阿姨")
    assert "出现故障" in auntie.says("推荐 甲一员 05幢 " + "好" * 700_000)
    assert chat.rows(select(Nomination.id)) == []
    assert "已记下" in auntie.says("推荐 甲一员 05幢 每天帮老人取奶")


def test_a_building_that_is_not_there_is_said_and_corrected_in_one_turn(chat, people):
    stranger = chat.person("张大爷")
    assert "没有找到您说的这栋楼" in stranger.says("推荐 王阿姨 雪松里7号院1幢 每周带大家打扫楼道")
    assert "候选：王阿姨（梧桐里1号院）" in stranger.says("梧桐里1号院1幢")


def test_a_long_story_needs_one_answer_only(chat, people):
    stranger = chat.person("张大爷")
    story = "每天早上六点起来把楼道从一楼扫到六楼，下雪天还把门口的雪铲干净，邻居们都特别感谢她，孩子们也喜欢她"
    assert "住哪栋楼" in stranger.says(f"推荐 王阿姨 {story}")
    assert "候选：王阿姨（梧桐里1号院）" in stranger.says("梧桐里1号院1幢")
    assert [row.reason for row in chat.rows(select(Nomination.reason))] == [story]


def test_praise_of_a_neighbour_is_a_nomination_and_a_complaint_stays_one(chat, people):
    auntie = neighbour(chat, "李阿姨")
    assert "候选：王阿姨（梧桐里1号院）" in auntie.says("表扬 05幢王阿姨 天天帮我拎菜")
    assert "老王做了什么好事" in auntie.says("我想夸夸楼下的老王")
    assert "候选：老王" in auntie.says("05幢的，下雪天把路扫干净了")
    assert "已经推荐过王阿姨" in auntie.says("给05幢王阿姨点个赞，天天帮大家扫楼道")
    assert "您想推荐谁" in chat.person("张大爷").says("美善之星怎么评")
    assert "现在没有公示" in auntie.says("谁是这个月的美善之星")
    assert "现在没有公示" in auntie.says("我对公示有意见")
    assert "NH" in auntie.says("表扬物业，三天没人收垃圾，05幢门口臭死了")
    assert "NH" in auntie.says("表扬一下05幢王师傅，外墙瓷砖正往下掉很危险，他拦着不让过")
    assert [ticket.urgency for ticket in chat.tickets()][-1] == "hazard"
