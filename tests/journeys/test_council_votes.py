"""One bound person one vote, with a quorum, and what was voted secretly stays so; whatever is tried besides."""

import random
import re
from concurrent.futures import ThreadPoolExecutor

import pytest
import requests
from sqlalchemy import insert, select, update

from simulator.envelope import sealed, unsealed
from storage.councils.votes import VoteRow, count, vote_by_id
from storage.models import (
    Account,
    CouncilVote,
    MeetingMember,
    MeetingMinutes,
    Outbox,
    Person,
    Post,
    TopicSupport,
    VoteVoter,
)
from storage.unit_of_work import UnitOfWork
from tests.chat import SECRETS
from tests.councils import council, told
from tests.office import Office


@pytest.fixture
def house(chat, quota):
    return council(chat)


@pytest.fixture
def code(clock, house):
    """A meeting has begun; nobody has come yet."""
    answer = house.secretary.says("召开议事会 11月25日19点 社区会议室")
    clock.turn(hours=33)
    return re.search(r"签到码 (\d{4})", answer)[1]


def here(house, code, *who):
    for at in who:
        assert "已签到" in house.members[at].says(f"议事会签到 {code}")


def counted(chat, number=1):
    with chat.database.read() as connection:
        uow = UnitOfWork(connection)
        vote = vote_by_id(uow, number)
        assert isinstance(vote, VoteRow)
        return count(uow, vote)


def test_without_a_quorum_nobody_votes(chat, house, code):
    here(house, code, 0, 1)
    refused = house.secretary.says("发起表决 车棚改充电棚")
    assert refused.startswith("会议1 到会 2 人，应到 5 人，要到会 3 人才能表决")
    assert chat.rows(select(CouncilVote.id)) == []
    assert house.members[0].says("表决1 同意").startswith("没有找到表决1")
    here(house, code, 2)
    assert house.secretary.says("发起表决 车棚改充电棚").startswith("表决1 已开始")


def test_a_second_vote_counts_for_nothing(chat, house, code):
    here(house, code, 0, 1, 2)
    house.secretary.says("发起表决 车棚改充电棚")
    assert "投了“同意”" in house.members[0].says("表决1 同意")
    assert house.members[0].says("表决1 反对") == "表决1 您已经投过了，一人一票，不能再投，也不能改。"
    invitation = re.search(r"[A-Z2-9]{4}-[A-Z2-9]{4}", house.secretary.says("邀请 N1"))
    other = chat.person("陆样本的新手机")
    assert "绑定成功" in other.says(f"绑定 {invitation[0]}")
    assert "投过了" in other.says("表决1 反对"), "the same person from another phone"
    assert (counted(chat).yes, counted(chat).no) == (1, 0)


def test_who_is_not_bound_not_a_member_not_there_or_has_moved_away_does_not_vote(chat, clock, house, code):
    here(house, code, 0, 1, 2, 3)
    house.secretary.says("发起表决 车棚改充电棚")
    assert "要先绑定身份" in house.neighbours[0].says("表决1 同意")
    assert "不是这个议事会的成员" in house.worker.says("表决1 同意")
    assert "只有到会的成员能投" in house.members[4].says("表决1 同意")
    with chat.database.write() as connection:
        connection.execute(update(Person).where(Person.code == "N4").values(left_at=clock()))
        gone = select(Person.id).where(Person.code == "N3").scalar_subquery()
        connection.execute(update(Post).where(Post.person_id == gone).values(until=clock()))
    assert "已经离任或迁出" in house.members[3].says("表决1 同意")
    assert "不是这个议事会的成员" in house.members[2].says("表决1 同意"), "whose post has ended sits there no more"
    assert counted(chat).ballots == 0
    house.members[0].says("表决1 同意")
    house.members[1].says("表决1 反对")
    assert "同意 1，反对 1，弃权 0，到会 2" in house.secretary.says("结束表决 1")
    assert "已经结束" in house.members[0].says("表决1 同意")


def test_only_the_code_of_the_room_lets_somebody_in(house, clock):
    called = house.secretary.says("召开议事会 11月25日19点 社区会议室")
    code = re.search(r"签到码 (\d{4})", called)[1]
    assert "开会前一小时起才能签到" in house.members[0].says(f"议事会签到 {code}")
    clock.turn(hours=32, minutes=30)
    assert "请看会场显示的四位签到码" in house.members[0].says("我到会了")
    wrong = "1000" if code != "1000" else "1001"
    assert house.members[0].says(f"议事会签到 {wrong}").startswith("签到码不对")
    assert "不是这个议事会的成员" in house.worker.says(f"议事会签到 {code}")
    assert "要先绑定身份" in house.neighbours[0].says(f"议事会签到 {code}")
    assert "到会 1 人" in house.members[0].says(f"议事会签到 {code}")
    assert "已经签过到了，到会 1 人" in house.members[0].says(f"到会了 {code}")


def test_a_secret_ballot_is_in_no_row_that_says_whose_it_is(chat, house, code):
    here(house, code, 0, 1, 2, 3)
    opened = house.secretary.says("发起不记名表决 车棚改充电棚")
    assert "不记名" in opened
    chat.work()
    choices = ("反对", "同意", "弃权", "同意")
    for member, choice in zip(house.members, choices, strict=False):
        answer = member.chooses(f"表决1 {choice}")
        assert answer.startswith("表决1 您的一票已投进票箱")
        assert choice not in answer
    voters = chat.rows(select(VoteVoter.__table__))
    assert len(voters) == 4
    assert {row.choice for row in voters} == {None}
    assert set(VoteVoter.__table__.columns.keys()) == {"vote_id", "person_id", "choice"}, "no time, no running number"
    assert chat.rows(select(CouncilVote.box)) == [("anyy",)], "sorted: it does not say which came first"
    assert (counted(chat).yes, counted(chat).no, counted(chat).abstain) == (2, 1, 1)
    closed = house.secretary.says("结束表决 1")
    assert closed.startswith("表决1 没有通过：同意 2，反对 1，弃权 1，到会 4")
    (row,) = chat.rows(select(CouncilVote.__table__))
    assert (row.yes, row.no, row.abstain) == (counted(chat).yes, counted(chat).no, counted(chat).abstain), (
        "counted anew"
    )
    after = [text for text in chat.rows(select(Outbox.text)) if "表决1" in text[0]]
    assert not any("您投了" in text[0] for text in after)


def test_two_thirds_and_abstaining(house, code):
    here(house, code, 0, 1, 2)
    assert "三分之二" in house.secretary.says("发起表决 车棚改充电棚，三分之二通过")
    house.members[0].says("表决1 同意")
    assert "弃权" in house.members[1].says("弃权")
    assert house.secretary.says("结束表决").startswith("表决1 没有通过：同意 1，反对 0，弃权 1，到会 3")


def test_many_at_once_each_once_and_the_same_message_again_is_the_same_vote(chat, clock, house, code):
    crowd = 120
    with chat.database.write() as connection:
        place = connection.execute(select(Post.place_id).where(Post.role == "council_member")).first().place_id
        for at in range(crowd):
            person = insert(Person).values(code=f"Q{at}", name="柯试用").returning(Person.id)
            person_id = connection.execute(person).scalar_one()
            post = {"person_id": person_id, "role": "council_member", "place_id": place, "since": clock()}
            connection.execute(insert(Post).values(**post))
            account = {
                "channel": "wechat",
                "openid": f"oq{at:026d}",
                "last_inbound_at": clock(),
                "person_id": person_id,
            }
            connection.execute(insert(Account).values(**account))
            seat = {"meeting_id": 1, "person_id": person_id, "came_at": clock(), "how": "code"}
            connection.execute(insert(MeetingMember).values(**seat))
    assert house.secretary.says("发起不记名表决 车棚改充电棚").startswith("表决1 已开始，120 位")
    said = [(at, random.Random(at).choice(["同意", "反对", "弃权"])) for at in range(crowd)]
    sent = [(at, choice, 1000 + at) for at, choice in said] * 2 + [(at, "同意", 9000 + at) for at in range(crowd)]
    sent[crowd:] = random.Random(7).sample(sent[crowd:], 2 * crowd)
    with ThreadPoolExecutor(12) as pool:
        answers = list(pool.map(lambda each: deliver(chat, *each), sent))
    assert all(answer.startswith("表决1 ") for answer in answers)
    tally = counted(chat)
    assert tally.ballots == crowd, "none double, none lost"
    assert len(chat.rows(select(VoteVoter.person_id))) == crowd
    assert (
        sum("票已投进票箱" in answer for answer in answers[:crowd])
        + sum(
            "票已投进票箱" in answer
            for answer, (_, _, key) in zip(answers[crowd:], sent[crowd:], strict=True)
            if key >= 9000
        )
        == crowd
    )
    assert f"同意 {tally.yes}，反对 {tally.no}，弃权 {tally.abstain}，到会 120" in house.secretary.says("结束表决 1")


def deliver(chat, at, choice, key):
    fields = {
        "ToUserName": "gh_x", "FromUserName": f"oq{at:026d}", "CreateTime": 1, "MsgType": "text",
        "Content": f"表决1 {choice}", "MsgId": key,
    }  # fmt: skip
    post = sealed(SECRETS, fields, chat.clock())
    answer = requests.post(f"{chat.webhook}?{post.query}", post.body, headers={"Content-Type": "text/xml"}, timeout=30)
    return unsealed(SECRETS, answer.content)["Content"]


def test_support_is_counted_once_and_tells_the_secretary_once(chat, house):
    house.neighbours[0].says("提议题 把自行车棚改成充电棚")
    assert "是您提的" in house.neighbours[0].says("支持 议题1")
    for _ in range(2):
        answers = [each.says("支持 议题1") for each in house.neighbours[1:7]]
    assert all("已经支持过了" in answer for answer in answers)
    assert len(chat.rows(select(TopicSupport.id))) == 6
    chat.work()
    assert len(told(house.secretary, "议题1 有 5 人支持")) == 1
    assert "没有找到议题9" in house.neighbours[0].says("支持 议题9")
    stranger = chat.person("路人")
    assert "请先告诉我们您住哪里" in stranger.says("提议题 把自行车棚改成充电棚")
    assert "没有找到议题1" in stranger.says("支持 议题1"), "another community's topic is none of theirs"


def test_a_neighbour_who_is_named_in_a_proposal_is_not_read_by_others(chat, house):
    answer = house.neighbours[0].says("提议题 请王样本把楼道的鸡笼搬走，他电话19900000005，楼上陈大发家堆的纸箱也清掉")
    assert "姓名、号码已隐去" in answer
    shown = house.neighbours[1].says("议题1")
    for secret in ("王样本", "19900000005", "陈大发"):
        assert secret not in answer
        assert secret not in shown
    assert "鸡笼搬走" in shown


def test_what_is_noted_where_no_meeting_is_is_a_report(chat, house):
    answer = house.neighbours[0].says("记一下：3楼楼道灯坏了")
    assert "NH20261124-0001" in answer


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_minutes_that_nobody_writes_are_named_late_once(chat, clock, house, code):
    here(house, code, 0, 1, 2)
    house.secretary.says("发起表决 车棚改充电棚")
    house.members[0].says("表决1 同意")
    clock.turn(hours=26)
    for _ in range(2):
        house.secretary.says("看议事会")
        chat.run("minutes")
        chat.work()
        clock.turn(minutes=5)
    assert len(told(house.secretary, "会议1 纪要 今天 22:00前要审定发出")) == 1
    assert chat.rows(select(CouncilVote.passed)) == [(False,)], (
        "a meeting that nobody closes is closed, its votes counted"
    )
    clock.turn(hours=2)
    for _ in range(2):
        house.secretary.says("看议事会")
        chat.run("minutes")
        chat.work()
    clock.turn(hours=10)
    house.secretary.says("看议事会")
    chat.work()
    assert len(told(house.secretary, "会议1 纪要已超时")) == 1


def test_a_meeting_with_a_running_vote_stays_open_and_what_did_not_pass_is_no_resolution(chat, house, code):
    house.neighbours[0].says("提议题 把自行车棚改成充电棚")
    house.secretary.says("列入议程 议题1")
    here(house, code, 0, 1, 2)
    written = house.secretary.says("形成决议 议题1 装充电口 由陈试用负责 12月4日前")
    assert written.startswith("决议1 由陈试用负责"), written
    assert "装充电口" in public(chat)
    house.secretary.says("记一下：苏示范：棚子太挤")
    house.secretary.says("发起表决 议题1 装充电口")
    house.members[0].says("表决1 同意")
    refused = house.secretary.says("散会")
    assert refused.startswith("表决1 还没有投完（到会 3 人，投了 1 人），没有散会。"), refused
    assert "结束表决 1" in refused
    house.members[1].says("表决1 反对")
    house.members[2].says("表决1 反对")
    closed = house.secretary.says("散会")
    assert "会议1 已散会" in closed
    assert "表决1 没有通过" in closed
    assert "装充电口" not in public(chat)
    chat.work()
    assert any("决议1（装充电口）不用办了：表决没有通过" in each for each in house.worker.notices)
    again = house.secretary.says("形成决议 议题1 装充电口 由陈试用负责 12月4日前")
    assert again.startswith("议题1 的表决没有通过，不能写成决议"), again
    office = Office(chat).signs_in(house.secretary)
    office.posts("/console/councils", inside=True, do="write", meeting="1")
    (minutes,) = chat.rows(select(MeetingMinutes.text))
    assert "没有形成决议（决议1 作废，表决没有通过）：装充电口" in minutes.text
    assert "　苏示范：棚子太挤" in minutes.text


def public(chat):
    return chat.app.test_client().get("/resolutions").text
