"""The two-hour ladder: three promises with a proof each, and who is told when one is missed."""

import pytest
from sqlalchemy import select

from storage.models import Account, Attachment, Deadline, Outbox, Person
from tests.scenes import begun
from tests.staff import staff

DANGER = "梧桐里1号院05幢外墙瓷砖往下掉，很危险"
PROMISED = ("survey", "plan", "crew")


@pytest.fixture
def people(chat, clock):
    def begin():
        people = staff(chat)
        chat.person("李阿姨").says(DANGER)
        chat.work()
        return people

    return begun(chat, clock, begin)


def promises(chat):
    rows = chat.rows(select(Deadline.__table__).where(Deadline.kind.in_(PROMISED)).order_by(Deadline.id))
    return {row.kind: row for row in rows}


def told(chat, kind):
    """Whom pushes of a kind were owed to, and when."""
    statement = (
        select(Person.code, Outbox.created_at, Outbox.text)
        .join(Account, Account.id == Outbox.account_id)
        .join(Person, Person.id == Account.person_id)
        .where(Outbox.kind == kind)
        .order_by(Outbox.id)
    )
    return [(row.code, f"{row.created_at:%H:%M}", row.text) for row in chat.rows(statement)]


def test_all_three_kept_each_with_its_proof(chat, clock, people):
    assert "今天 12:00前到场、定方案、人材机进场" in people.worker.notices[-1]
    assert "时限：今天 12:00前到场勘查、定方案、人材机进场" in people.worker.says("接单 1")
    clock.turn(minutes=20)
    assert "请发一个位置，或拍一张现场照片" in people.worker.says("到场 1")
    assert promises(chat)["survey"].met_at is None
    assert "已记到场" in people.worker.sends_location("梧桐里1号院", 32.0502, 118.7601)
    clock.turn(minutes=10)
    assert "准备怎么办" in people.worker.says("方案 1")
    answer = people.worker.says("拉警戒线，明天上午10点高空作业车清除")
    assert "明天 24:00前办结" in answer
    clock.turn(minutes=40)
    people.worker.sends_picture()
    answer = people.worker.says("进场 1 3人1车")
    assert "已记进场" in answer
    assert "办结 1 说明" in answer
    assert "到场" not in answer.partition("下一步")[2]
    rows = promises(chat)
    assert [f"{rows[kind].met_at:%H:%M}" for kind in PROMISED] == ["02:20", "02:30", "03:10"]
    assert all(rows[kind].breached_at is None for kind in PROMISED)
    proofs = chat.rows(select(Attachment.purpose, Attachment.kind).order_by(Attachment.id))
    assert [tuple(row) for row in proofs] == [("arrive", "location"), ("crew", "image")]
    clock.turn(hours=8)
    chat.decide()
    assert told(chat, "late") == []


def test_a_position_elsewhere_proves_nothing(chat, people):
    people.worker.says("到场 1")
    answer = people.worker.sends_location("家里", 32.08, 118.76)
    assert "约 3.3公里，不能作为到场 1 的凭据" in answer
    assert promises(chat)["survey"].met_at is None
    assert "已记到场" in people.worker.sends_picture()
    assert promises(chat)["survey"].met_at is not None


@pytest.mark.parametrize("missed", PROMISED)
def test_one_missed_is_told_to_the_assignee_the_heads_and_the_lead_each_once(chat, clock, people, missed):
    people.worker.says("接单 1")
    if missed != "survey":
        people.worker.says("到场 1")
        people.worker.sends_picture()
    if missed != "plan":
        people.worker.says("方案 1 封闭通道，吊车清除")
    if missed != "crew":
        people.worker.says("进场 1")
        people.worker.sends_picture()
    what = {"survey": "到场勘查", "plan": "定方案", "crew": "人材机进场"}[missed]
    for _ in range(14):
        clock.turn(minutes=15)
        chat.decide()
        chat.decide()
    assert [(code, at) for code, at, _ in told(chat, "remind")] == [("R1", "03:00"), ("R1", "03:45")]
    assert {(code, at) for code, at, _ in told(chat, "late")} == {("R4", "04:00"), ("R6", "04:00")}
    assert [(code, at) for code, at, _ in told(chat, "very_late")] == [("D1", "05:00")]
    for kind in ("remind", "late", "very_late"):
        assert all(f"应在今天 12:00前{what}" in text for _, _, text in told(chat, kind))
    row = promises(chat)[missed]
    assert f"{row.breached_at:%H:%M}" == "04:00"
    others = [promises(chat)[kind] for kind in PROMISED if kind != missed]
    assert all(other.breached_at is None for other in others)


def test_all_three_missed_are_one_message_a_stage(chat, clock, people):
    clock.turn(hours=4)
    chat.decide()
    late = [text for code, _, text in told(chat, "late") if code == "R4"]
    assert [text for text in late if "到场勘查、定方案、人材机进场" in text]
    assert len([text for text in late if "到场勘查" in text]) == 1


def test_a_danger_removed_at_once_has_its_three_proofs_in_one_go(chat, clock, people):
    clock.turn(minutes=50)
    people.worker.sends_picture()
    answer = people.worker.says("办结 1 松动的瓷砖已敲下清走")
    assert "还不能办结，缺：到场的凭据（回复“到场 1”）、处置方案" in answer
    assert all(row.met_at is None for row in promises(chat).values())
    assert "已记到场" in people.worker.says("到场 1")
    people.worker.says("方案 1 松动的瓷砖敲下清走")
    people.worker.sends_picture()
    assert "已记进场" in people.worker.says("进场 1")
    people.worker.sends_picture()
    assert "已办结" in people.worker.says("办结 1 松动的瓷砖已敲下清走")
    assert all(f"{row.met_at:%H:%M}" == "02:50" for row in promises(chat).values())


def test_late_is_late_even_when_nobody_looked(chat, clock, people):
    clock.turn(hours=3)
    people.worker.says("到场 1")
    people.worker.sends_picture()
    row = promises(chat)["survey"]
    assert row.met_at > row.due_at == row.breached_at


def test_no_danger_any_more_is_promised_as_usual(chat, clock):
    people = staff(chat)
    resident = chat.person("李阿姨")
    assert "现在还有危险吗" in resident.says("梧桐里1号院05幢有人在楼道给电瓶车充电")
    chat.work()
    assert set(promises(chat)) == set(PROMISED)
    resident.says("没有")
    chat.work()
    assert all(row.dropped_at is not None for row in promises(chat).values())
    assert "改按一般事项办理" in people.worker.notices[-1]
    clock.turn(hours=5)
    chat.decide()
    assert not [text for _, _, text in told(chat, "late") if "到场" in text]


def test_at_night_a_danger_reaches_everybody(chat, clock):
    clock.turn(hours=17)
    people = staff(chat)
    chat.person("李阿姨").says(DANGER)
    chat.work()
    for speaker in (people.worker, people.head, people.secretary, people.lead, people.dispatcher):
        assert "安全隐患" in speaker.notices[-1]


def test_a_danger_nobody_can_take_is_dispatched_by_hand_and_grows_louder(chat, clock):
    people = staff(chat)
    chat.person("李阿姨").says("虎踞北路4号5幢外墙瓷砖往下掉，很危险")  # the worker of that grid has no account
    chat.work()
    assert "当地没有能联系上的人" in people.dispatcher.notices[-1]
    clock.turn(minutes=6)
    chat.decide()
    assert "受理派单" in told(chat, "remind")[-1][2]
    assert "已派单" in people.dispatcher.says("派单 1 给陈试用 请马上去")
    chat.work()
    assert "请马上去" in people.worker.notices[-1]
