"""A danger is a danger until its proofs are there, or somebody else than whose it is says that it is none."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from storage.models import Account, Deadline, Outbox, Person, TicketEvent
from tests.office import Office
from tests.scenes import begun

GAS = "梧桐里1号院05幢3楼有很重的煤气味"
PROMISED = ("survey", "plan", "crew")


@pytest.fixture
def resident(chat, clock, people):
    def begin():
        speaker = chat.person("李阿姨")
        speaker.says(GAS)
        chat.work()
        return speaker

    return begun(chat, clock, begin)


def ticket(chat):
    return chat.tickets()[0]


def running(chat):
    """The promises of a danger that are open, and until when."""
    rows = chat.rows(
        select(Deadline.kind, Deadline.due_at).where(
            Deadline.kind.in_(PROMISED), Deadline.met_at.is_(None), Deadline.dropped_at.is_(None)
        )
    )
    return {row.kind: row.due_at for row in rows}


def told_of_danger(chat):
    statement = (
        select(Person.code, Outbox.text)
        .join(Account, Account.id == Outbox.account_id)
        .join(Person, Person.id == Account.person_id)
        .where(Outbox.kind == "hazard")
    )
    return {row.code for row in chat.rows(statement) if "又出现" in row.text}


def proven(people):
    """All three steps with their proofs."""
    people.worker.says("到场 1")
    people.worker.sends_picture()
    people.worker.says("方案 1 关阀通风，更换接头")
    people.worker.says("进场 1")
    people.worker.sends_picture()


def ended(chat, people):
    proven(people)
    people.worker.says("办结 1 已更换接头")
    people.worker.sends_picture()
    people.leader.says("核查 1 通过")
    chat.work()


def test_no_photo_closes_a_danger_whose_survey_had_asked_for_proof_and_got_none(chat, people, resident):
    assert "请发一个位置，或拍一张现场照片" in people.worker.says("到场 1")
    answer = people.worker.says("办结 1 看过了没事")
    for wanted in (
        "到场的凭据（回复“到场 1”）",
        "处置方案（“方案 1 怎么办”）",
        "进场的凭据（“进场 1”）",
        "不是隐患 1 说明",
    ):
        assert wanted in answer
    people.worker.sends_picture()  # the proof that 到场 waits for, and no more
    assert set(running(chat)) == {"plan", "crew"}
    assert "还不能办结，缺：处置方案" in people.worker.says("办结 1 看过了没事")
    people.worker.sends_picture()
    assert ticket(chat).state == "in_progress"
    people.worker.says("方案 1 关阀通风，更换接头")
    people.worker.says("进场 1")
    people.worker.sends_picture()
    people.worker.sends_picture()
    assert "已办结" in people.worker.says("办结 1 已更换接头")


def test_neither_does_the_back_office(chat, people, resident):
    number = ticket(chat).number
    office = Office(chat).signs_in(people.worker)
    assert office.does(number, "take")[0] == 200
    _, said = office.does(number, "handle", note="看过了没事")
    assert "还不能办结" in said
    assert ticket(chat).state == "in_progress"


def test_work_done_badly_needs_no_second_survey(chat, people, resident):
    proven(people)
    people.worker.says("办结 1 已更换接头")
    people.worker.sends_picture()
    people.leader.says("核查 1 不通过 还有味道")
    people.worker.sends_picture()
    assert "已办结" in people.worker.says("办结 1 又换了阀门")


def test_whose_it_is_cannot_say_that_it_is_no_danger_and_somebody_above_can(chat, people, resident):
    people.worker.says("到场 1")
    people.worker.sends_picture()
    assert "这件事要由" in people.worker.says("不是隐患 1 是楼下在刷漆")
    assert set(running(chat)) == {"plan", "crew"}
    assert "为什么不是隐患" in people.head.says("不是隐患 1")
    assert "改按一般事项办理" in people.head.says("是楼下在刷漆，已用仪器测过")
    chat.work()
    assert "改按一般事项办理" in people.worker.notices[-1]
    assert running(chat) == {}
    assert ticket(chat).urgency == "normal"
    kept = chat.rows(select(TicketEvent.note).where(TicketEvent.kind == "no_danger"))
    assert [row.note for row in kept] == ["是楼下在刷漆，已用仪器测过"]
    assert "不是按安全隐患办理的" in people.head.says("不是隐患 1 再说一次")
    people.worker.sends_picture()
    assert "已办结" in people.worker.says("办结 1 已告知楼下通风")


def test_a_live_danger_is_not_discussed_away(chat, people, resident):
    people.worker.says("接单 1")
    before = running(chat)
    answer = people.secretary.says("议事 1 管道改造意见不一")
    assert "是安全隐患，不能议事" in answer
    assert "责任人不变" in answer
    assert set(before) == set(PROMISED)
    assert running(chat) == before
    assert (ticket(chat).state, ticket(chat).assignee_id is not None) == ("in_progress", True)
    assert "议事" not in people.secretary.says("核查 1 通过").partition("现在可以")[2]


def test_taken_before_the_machine_saw_it_a_danger_has_its_two_hours(chat, clock, people):
    chat.person("李阿姨").says(GAS)
    assert "今天 12:00前到场勘查、定方案、人材机进场" in people.worker.says("接单 1")
    assert set(running(chat)) == set(PROMISED)


@pytest.mark.parametrize(
    "said", ["不满意 1 味道又有了", "重开 1 味道又有了", "又坏了 1 味道又有了"], ids=["rated", "reopened", "again"]
)
def test_a_danger_that_is_back_starts_its_two_hours_and_everybody_is_told_at_once(chat, clock, people, resident, said):
    ended(chat, people)
    if "不满意" not in said:
        resident.says("满意 1")
    clock.turn(hours=13)  # at night
    for speaker in (people.head, people.worker, people.secretary, people.lead, people.dispatcher):
        speaker.says("帮助")
    answer = resident.says(said)
    assert "按安全隐患马上处理，明天 01:00前到现场" in answer
    assert "开窗" in answer
    assert "联系您" not in answer
    assert {at - clock.now for at in running(chat).values()} == {timedelta(hours=2)}
    assert set(running(chat)) == set(PROMISED)
    chat.work()
    for speaker in (people.worker, people.secretary, people.lead, people.dispatcher):
        assert any("【安全隐患又出现】" in text for text in speaker.notices), speaker
    assert told_of_danger(chat) >= {"R1", "R4", "R6", "D1", "D2"}
    assert "还不能办结" in people.head.says("办结 1 又修了")


def test_words_of_danger_make_a_reopened_lamp_one(chat, people):
    resident = chat.person("李阿姨")
    resident.says("梧桐里1号院05幢3楼楼道灯坏了")
    chat.work()
    people.worker.says("接单 1")
    people.worker.sends_picture()
    people.worker.says("办结 1 已换灯泡")
    people.leader.says("核查 1 通过")
    chat.work()
    answer = resident.says("不满意 1 灯座打火，电线都露在外面了")
    assert "按安全隐患马上处理，今天 12:00前到现场" in answer
    assert set(running(chat)) == set(PROMISED)
    assert ticket(chat).urgency == "hazard"


def test_a_danger_never_ends_by_a_second_dissatisfaction(chat, people, resident):
    ended(chat, people)
    resident.says("不满意 1 味道又有了")
    for step in ("接单 1", "到场 1"):
        people.head.says(step)
    people.head.sends_picture()
    people.head.says("方案 1 换管")
    people.head.says("进场 1")
    people.head.sends_picture()
    people.head.sends_picture()
    assert "已办结" in people.head.says("办结 1 换了管")
    people.leader.says("核查 1 通过")
    chat.work()
    assert "按安全隐患马上处理" in resident.says("不满意 1 还有味道")
    assert ticket(chat).state == "reopened"


def test_nobody_could_be_asked_is_no_new_danger(chat, people, resident):
    """A call-back is owed; that the danger is over was verified."""
    proven(people)
    people.worker.says("办结 1 已更换接头")
    people.worker.sends_picture()
    resident.phone.unfollow()
    people.leader.says("核查 1 通过")
    chat.work()
    assert ticket(chat).state == "reopened"
    assert told_of_danger(chat) == set()
    assert running(chat) == {}
    people.head.says("回访 1 不满意 燃气味又有了")
    assert set(running(chat)) == set(PROMISED)
    assert "R4" not in told_of_danger(chat)  # who says it knows it
    assert told_of_danger(chat) >= {"R1", "R6", "D1", "D2"}


@pytest.mark.parametrize("said", ["没冒烟没冒烟，我就是心里发慌", "没有人被困，放心"])
def test_who_says_that_there_is_no_danger_reports_none(chat, people, said):
    speaker = chat.person("张爷爷")
    speaker.says("我住梧桐里1号院2幢")
    answer = speaker.says(said)
    assert "119" not in answer
    assert all(row.urgency != "hazard" for row in chat.tickets())


def test_the_danger_that_somebody_oversees_is_none_anew_when_they_speak_of_it(chat, people, resident):
    before = len(chat.tickets())
    people.head.says("让陈试用今晚把煤气味这件收尾")
    assert len(chat.tickets()) == before


def test_what_smells_of_gas_is_a_report_at_once_though_another_is_open(chat, clock, people):
    speaker = chat.person("张爷爷")
    speaker.says("梧桐里1号院05幢单元门锁坏了")
    answer = speaker.says("刚才从二楼走过去闻到一股臭鸡蛋味蛮重的是不是谁家灶上忘关了我就赶紧下来了")
    assert "回复前面的数字" not in answer
    assert "119" in answer
