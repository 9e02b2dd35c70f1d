"""A proposal from the first word to the resolution that is done, and a ticket that goes the same way."""

import re

import pytest
from sqlalchemy import select, update

from storage.models import Person, Resolution
from tests.councils import council, told
from tests.foreign import Lying, with_outsider
from tests.journeys.breaking_tickets import change


@pytest.fixture
def house(chat, quota):
    return council(chat)


def said_code(answer):
    return re.search(r"签到码 (\d{4})", answer)[1]


def met(chat, clock, house, there=4):
    """A meeting is called, and begins with so many members."""
    called = house.secretary.says("召开议事会 11月25日19点 社区会议室")
    assert called.startswith("会议1 已通知 5 位成员，明天 19:00，社区会议室"), called
    chat.work()
    clock.turn(hours=33)
    code = said_code(called)
    for member in house.members[:there]:
        answer = member.says(f"议事会签到 {code}")
        assert "已签到" in answer, answer
    return code


def test_a_proposal_from_the_first_word_to_what_was_done(chat, clock, house):
    first = house.neighbours[0]
    answer = first.says("我想提个议题，把自行车棚改成充电棚")
    assert answer.startswith("议题1 已记下 → 请邻居回复“支持 议题1”，满 5 人支持就提请列入梧桐社区协商议事会议程"), (
        answer
    )
    for at, neighbour in enumerate(house.neighbours[1:6], 1):
        said = "那个车棚的议题我也支持" if at == 1 else "支持 议题1"
        assert f"现在 {at} 人支持" in neighbour.says(said)
    chat.work()
    assert len(told(house.secretary, "议题1 有 5 人支持 → 列入议程 议题1")) == 1

    called = house.secretary.says("召开议事会 11月25日19点 社区会议室")
    chat.work()
    assert all(told(member, "会议1 请您参加 → 参加 会议1 或 请假 会议1") for member in house.members)
    assert house.secretary.says("列入议程 议题1").startswith("议题1 已列入会议1议程（明天 19:00）")
    chat.work()
    assert told(first, "议题1（把自行车棚改成充电棚）已列入梧桐社区协商议事会议程")
    assert "已记下您参加" in house.members[0].chooses("参加 会议1")
    assert "已记下您请假" in house.members[4].says("明天的会我来不了，请个假")
    assert "议题1 把自行车棚改成充电棚" in first.says("议事会什么时候开")

    clock.turn(hours=33)
    refused = house.secretary.says("发起表决 议题1")
    assert refused == "会议1 到会 0 人，应到 5 人，要到会 3 人才能表决。请先请大家签到，再发起表决。"
    for member in house.members[:4]:
        assert "已签到" in member.says(f"议事会签到 {said_code(called)}")
    assert house.members[0].says("记一下：老陆说棚子太挤").startswith("会议1 已记下")
    opened = house.secretary.says("发起表决 议题1 车棚改成充电棚")
    assert opened.startswith("表决1 已开始，4 位到会成员可以投"), opened
    chat.work()
    for member, choice in zip(house.members, ("同意", "同意", "同意", "反对"), strict=False):
        assert f"投了“{choice}”" in member.chooses(f"表决1 {choice}")
    closed = house.secretary.says("结束表决 1")
    assert closed.startswith("表决1 通过：同意 3，反对 1，弃权 0，到会 4"), closed

    resolved = house.secretary.says("形成决议 议题1 车棚改成充电棚 由陈试用负责 12月4日前")
    assert resolved.startswith("决议1 由陈试用负责，12月4日 18:00前办好"), resolved
    assert house.secretary.says("散会").startswith("会议1 已散会。纪要 明天 19:00前要审定发出")
    chat.work()
    assert told(first, "议题1 有了决议（决议1）：车棚改成充电棚")
    assert told(house.neighbours[3], "议题1 有了决议")
    assert told(house.worker, "决议1 由您负责，12月4日 18:00前办好 → 决议1 进展")

    clock.turn(days=9)
    assert "已超期，应在" in first.says("看决议")
    house.worker.says("看决议")
    house.secretary.says("看决议")
    for _ in range(2):
        chat.run("resolutions")
        chat.work()
    assert len(told(house.worker, "决议1 已超期")) == 1
    assert len(told(house.secretary, "决议1 已超期")) == 1
    assert "进展已记下" in house.worker.says("决议1 棚顶装好一半了")
    assert "已记为办好" in house.worker.says("决议1 全部装好了")
    chat.work()
    assert len(told(first, "决议1（车棚改成充电棚）已办好：全部装好了")) == 1
    assert "已有决议" in first.says("议题1")
    assert "已办好" in first.says("决议1")


def test_a_ticket_that_waits_for_the_council_goes_the_same_way(chat, clock, house):
    reporter = house.neighbours[0]
    reporter.says("梧桐里1号院1幢楼道里堆满纸箱走不了路")
    chat.work()
    number = chat.tickets()[0].number
    assert "已提交协商议事" in house.secretary.says(f"议事 {number} 各家意见不一")
    assert house.secretary.says("召开议事会 11月25日19点 社区会议室").startswith("会议1")
    answer = house.secretary.says(f"列入议程 {number}")
    assert answer.startswith("议题1 已列入会议1议程"), answer
    assert "没有提交协商议事" in house.secretary.says("列入议程 NH20261124-0099")
    clock.turn(hours=33)
    resolved = house.secretary.says("形成决议 议题1 每月清一次楼道 由陈试用负责 12月20日前")
    assert resolved.startswith("决议1 由陈试用负责"), resolved
    house.worker.says("决议1 已经清完了")
    clock.turn(minutes=10)
    chat.work()
    news = "\n".join(told(reporter, number))
    assert "已列入梧桐社区协商议事会议程" in news
    assert "有了决议（决议1）" in news
    assert "已办好：已经清完了" in news
    assert chat.tickets()[0].state == "verified"
    assert told(reporter, "满意"), "they are asked how it went"


def test_the_councils_of_the_subdistrict_are_called_by_their_names(chat, house):
    assert "街道地区党建联席会" in house.lead.says("召开联席会 11月25日9点 街道会议室")
    assert "街道社区建设协调发展委员会" in house.lead.says("召开委员会 11月26日9点 街道会议室")
    assert "哪个议事会" in house.lead.says("召开议事会 11月27日9点 街道会议室")
    assert "银杏社区协商议事会" in house.lead.says("召开银杏社区议事会 11月27日9点 银杏会议室")
    assert "哪个议事会" in house.secretary.says("召开联席会 11月25日9点 街道会议室"), "theirs is no subdistrict"
    assert "这件事要由社区书记、派单员来办" in house.secretary.says("召开银杏社区议事会 11月27日9点 银杏会议室")
    assert "这件事要由社区书记、派单员来办" in house.neighbours[0].says("召开议事会 11月27日9点 家里")
    assert "已经过了" in house.secretary.says("召开议事会 11月20日9点 社区会议室")


def test_topics_of_one_neighbour_do_not_fill_the_list(chat, clock, house):
    for number in range(20):
        assert "已记下" in house.neighbours[0].says(f"我想提个议题，第{number}处加一张长椅")
    assert "今天您已经提了 20 个议题，这一个没有记下" in house.neighbours[0].says("我想提个议题，再加一张长椅")
    assert "已记下" in house.neighbours[1].says("我想提个议题，把自行车棚改成充电棚"), "others are not held off"
    clock.turn(hours=24)
    assert "已记下" in house.neighbours[0].says("我想提个议题，再加一张长椅")


def test_an_owner_from_another_community_reads_their_resolution_also_when_it_is_done(chat):
    owner = with_outsider(chat)
    number = Lying(chat, "C1", "R6").of["resolution"]
    stranger = chat.bound("周虚构", "0007")
    assert "没有找到" in owner.says(f"决议{number} 怎么样了"), "it is not theirs yet"
    person = select(Person.id).where(Person.code == "K2").scalar_subquery()
    change(chat, update(Resolution).values(owner_id=person))
    assert owner.says(f"决议{number} 怎么样了").startswith(f"决议{number} 装灯")
    assert "已记为办好" in owner.says(f"决议{number} 全部装好了")
    assert "全部装好了" in owner.says(f"决议{number} 怎么样了")
    assert "装灯" in stranger.says(f"决议{number}"), "it is of their community"
