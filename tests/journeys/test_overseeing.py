"""What staff ask of the whole in their own words: one count wherever it is told, only of their own area."""

import re
from datetime import UTC, datetime

import pytest

from handlers.jobs import Lane, run_lane
from scheduler.registry import JOBS
from tests.scenes import begun


@pytest.fixture
def reports(chat, people, clock):
    """Two in the first grid, one of them a danger, and two in the second; all dispatched."""

    def begin():
        chat.bound("赵演示", "0002")
        resident, neighbour = chat.person("李阿姨"), chat.person("王叔叔")
        resident.says("梧桐里1号院1幢楼道灯坏了")
        resident.says("梧桐里1号院05幢外墙瓷砖往下掉")
        neighbour.says("梧桐里2号院9幢家里停电了")
        resident.says("梧桐里2号院1幢停电了，电表跳闸")
        chat.decide()

    begun(chat, clock, begin)
    return chat


def number_in(words, answer):
    found = re.search(rf"{words} (\d+) 件", answer)
    assert found, answer
    return int(found[1])


@pytest.mark.parametrize(
    "asked", ["今天有什么情况", "现在总体怎么样啊", "把今天的情况给我汇总一下", "今天一共来了多少件，办了多少件"]
)
def test_how_it_stands_is_told_dangers_first(reports, people, asked):
    answer = people.secretary.says(asked)
    assert answer.startswith("梧桐社区 今天"), answer
    assert answer.index("【安全隐患】1 件") < answer.index("没有超时的") < answer.index("还没人接 4 件")
    assert "未办结 4 件" in answer
    assert "今天新增 4 件，结案 0 件" in answer
    assert len(reports.tickets()) == 4


def test_each_is_told_of_their_own_area(reports, people):
    answer = people.head.says("今天有什么情况")
    assert answer.startswith("第1网格、第2网格 ")
    assert people.worker.says("今天有什么情况").startswith("第1网格 ")
    assert "未办结 4 件" in answer
    assert "未办结 2 件" in people.part_time.says("这片区今天总的情况怎么样，有没有超时的")
    assert "未办结 4 件" in people.lead.says("今天有什么情况")
    assert "未办结 2 件" in people.secretary.says("汇总一下梧桐里2号院今天的情况")


def test_an_area_of_others_is_refused_with_whom_to_ask(reports, people):
    answer = people.secretary.says("汇总一下虎踞北路4号今天的情况")
    assert "抱歉" in answer, answer
    assert "未办结" not in answer


def test_a_resident_hears_whose_business_it_is(reports):
    for asked in ("今天有什么情况", "哪些超时了", "老陈手上几件"):
        answer = reports.person("别的居民").says(asked)
        assert answer.startswith("抱歉，这件事要由网格员来办"), answer
        assert "陈试用" not in answer
    assert len(reports.tickets()) == 4


def test_what_is_open_is_one_number_wherever_it_is_told(reports, people, clock, resident, quota):
    """The chat once told 50 where the brief told 108: the list was cut before it was counted."""
    for floor in range(1, 56):
        reports.person(f"住户{floor}").says(f"梧桐里1号院1幢{floor}楼楼道灯坏了")
    resident.says("居住证去哪里办")
    reports.decide()
    told = {
        "overview": number_in("未办结", people.secretary.says("今天有什么情况")),
        "area": number_in("未办结的上报", people.secretary.says("我的网格")),
        "mine": number_in("负责范围内另有未办结", people.secretary.says("我的工单")),
    }
    assert told == dict.fromkeys(told, 59)
    assert number_in("未办结", people.lead.says("今天有什么情况")) == 60, "what lies nowhere is the subdistrict's"
    assert number_in("未办结的上报", people.lead.says("我的网格")) == 60
    clock.now = datetime(2026, 11, 25, 0, 31, tzinfo=UTC)  # 08:31
    people.secretary.says("帮助")
    run_lane(reports.tools, JOBS, Lane.BRIEFS)
    reports.work()
    brief = next(each for each in reversed(people.secretary.notices) if "早报" in each)
    assert number_in("未办结", brief) == 59
    asked = people.secretary.says("哪些超时了")
    assert number_in("超时", brief) == number_in("超时", asked) > 0
    assert number_in("安全隐患", brief) == number_in("安全隐患", people.secretary.says("还有几件隐患没消"))


def test_what_is_late_and_what_nobody_has_taken(reports, people, clock):
    assert "没有超时的工单" in people.secretary.says("哪些超时了")
    people.worker.says("接单 1")
    clock.turn(hours=1)
    answer = people.secretary.says("哪些工单超时了")
    assert "超时 3 件" in answer, answer
    assert "NH20261124-0002" in answer.split("\n")[1], "the danger comes first"
    answer = people.secretary.says("哪些单子还没人接")
    assert "还没人接 3 件" in answer
    assert "NH20261124-0001" not in answer


@pytest.mark.parametrize("asked", ["老陈手上几件", "陈试用手里现在有多少单子", "小陈名下几件？", "R1手上几件"])
def test_what_somebody_has_in_hand(reports, people, asked):
    answer = people.secretary.says(asked)
    assert answer.startswith("陈试用手上 2 件（梧桐社区）"), answer
    assert "楼道灯坏了" in answer


def test_a_name_that_fits_several_is_asked_back(chat, clock):
    from tests.staff import NAMES, lines

    found = lines()
    found["people"].append({"code": "R15", "name": "陈又名", "phone": "19911110015"})
    found["posts"].append({"person": "R15", "role": "网格员", "grid": "G02"})
    chat.subdistrict(found)
    secretary = chat.bound(*NAMES["secretary"])
    answer = secretary.says("老陈手上几件")
    assert "1 陈试用　网格员（第1网格）" in answer, "what tells them apart, no code"
    assert "2 陈又名　网格员（第2网格）" in answer
    assert "陈又名手上没有未办结的工单" in secretary.says("陈又名手上几件")
    assert "陈试用手上没有" in chat.bound(*NAMES["worker"]).says("老陈手上几件"), "the other one works elsewhere"


def test_nobody_of_that_name_works_there(reports, people):
    assert "梧桐社区没有在岗的“老欧”" in people.secretary.says("老欧手上几件")
    assert "第1网格没有在岗的“老赵”" in people.worker.says("老赵手上几件"), "who works in the other grid is not told of"


def test_who_has_how_many(reports, people):
    answer = people.secretary.says("谁手上压得最多")
    assert "陈试用 2 件" in answer
    assert "赵演示 2 件" in answer


@pytest.mark.parametrize("asked", ["刚才停电多少户报了", "停电这事有几家来报了", "停电现在一共多少人报上来了"])
def test_how_many_reported_an_outage_and_where(reports, people, asked):
    answer = people.secretary.says(asked)
    assert "“供电”类上报 2 件，来自 2 位上报人" in answer, answer
    assert "提到“停电”的 2 件" in answer
    assert "· 梧桐里2号院9幢 1 件" in answer
    assert len(reports.tickets()) == 4


def test_what_was_reported_long_ago_is_not_just_now(reports, people, clock):
    clock.turn(hours=8)
    answer = people.secretary.says("刚才停电多少户报了")
    assert "没有“供电”类的上报" in answer
    assert "这一类现在未办结 2 件" in answer


def test_a_notice_elsewhere_or_by_a_resident_is_refused(chat, people):
    assert "抱歉" in people.secretary.says("通知虎踞北路4号的住户，明天停电检修")
    answer = chat.person("李阿姨").says("群发一条通知给全体居民，周六上午义卖")
    assert answer.startswith("抱歉，这件事要由网格长、社区书记来办"), answer
    assert chat.tickets() == []


@pytest.mark.parametrize("asked", ["各社区对比一下", "这个月哪个社区最慢", "每个社区还有多少没办完的"])
def test_communities_are_told_beside_each_other(reports, people, clock, asked):
    clock.turn(days=9)
    lines = people.lead.says(asked).splitlines()
    assert "各社区" in lines[0], lines
    assert lines[1].startswith("梧桐社区 超时 4，未办结 4")
    assert any(line.startswith("银杏社区 超时 0，未办结 0，新增 0，结案 0") for line in lines[2:])
    assert people.secretary.says(asked).splitlines()[1:] == [lines[1]], "only one's own"
