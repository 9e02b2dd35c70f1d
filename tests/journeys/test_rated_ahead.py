"""A reporter who is content before anybody has verified the work is heard once, and asked nothing more."""

import pytest

from tests.journeys.handling import reported


@pytest.fixture
def handled(chat, people, resident):
    reported(chat, resident)
    people.worker.says("接单 1")
    people.worker.sends_picture()
    people.worker.says("办结 1 换了灯泡")
    chat.work()
    return people


@pytest.mark.parametrize(
    ("words", "score"),
    [
        ("满意 1", "satisfied"),
        ("灯亮了 蛮好的 满意", "satisfied"),
        ("基本满意", "fairly"),
        ("灯换得倒快，就是留了一地灰没扫，勉强吧", "fairly"),
    ],
)
def test_it_counts_when_the_work_is_verified(chat, clock, resident, handled, words, score):
    assert "先记下了" in resident.says(words)
    assert "先记下了" in resident.says(words), "said twice it is kept once"
    answer = handled.leader.says("核查 1 通过")
    assert "上报人已经评价过" in answer
    assert "没有上报人" not in answer
    clock.turn(minutes=5)
    chat.work()
    assert "已按您的评价结案" in resident.notices[-1]
    assert (chat.tickets()[0].state, chat.tickets()[0].score) == ("closed", score)


def test_it_does_not_count_for_work_that_is_done_anew(chat, resident, handled):
    resident.says("满意 1")
    handled.leader.says("核查 1 不通过 又灭了")
    handled.worker.sends_picture()
    handled.worker.says("办结 1 换了镇流器")
    handled.leader.says("核查 1 通过")
    chat.work()
    assert chat.tickets()[0].state == "verified"
    assert "您满意吗" in resident.notices[-1]


def test_of_two_reporters_only_the_other_is_asked(chat, people, resident):
    reported(chat, resident)
    neighbour = chat.person("赵大爷")
    neighbour.says("梧桐里1号院05幢楼道灯坏了")
    neighbour.says("一起")
    people.worker.says("接单 1")
    people.worker.sends_picture()
    people.worker.says("办结 1 换了灯泡")
    chat.work()
    resident.says("满意 1")
    people.leader.says("核查 1 通过")
    before = len(resident.notices)
    chat.work()
    assert "您满意吗" in neighbour.notices[-1]
    assert not any("您满意吗" in notice for notice in resident.notices[before:])
    neighbour.says("满意 2")
    assert chat.tickets()[0].state == "closed"


@pytest.mark.parametrize("words", ["那个灯我下去看过了，是我报的也是我查的，算通过", "灯我查过了 没问题"])
def test_who_verifies_what_they_reported_themselves_verifies_it(chat, people, words):
    reported(chat, people.leader)
    people.worker.says("接单 1")
    people.worker.sends_picture()
    people.worker.says("办结 1 换了灯泡")
    chat.work()
    answer = people.leader.says(words)
    if "核查“" in answer:
        answer = people.leader.says("核查")
    assert "已核查通过" in answer


def test_who_is_not_content_before_it_is_verified_is_heard_by_whoever_verifies(chat, clock, resident, handled):
    answer = resident.says("修是修好了，可前头骗我说弄好了，拖了一天，这个只能给不满意")
    assert "已告诉核查的人" in answer
    clock.turn(minutes=20)
    chat.work()
    (told,) = [notice for notice in handled.leader.notices if "上报人不满意" in notice]
    assert "拖了一天" in told
    handled.leader.says("核查 1 通过")
    chat.work()
    assert "您满意吗" in resident.notices[-1], "that was no rating yet"


def test_what_is_to_be_better_is_kept_and_so_it_is_said(chat, resident, handled):
    answer = resident.says("灯的基本满意，不过等了两天")
    assert answer.startswith("您的评价（基本满意）先记下了。"), answer
    assert answer.endswith("您提的意见也记下了。")
    assert resident.says("好的，那先这样，回见啦") == "再见，有事随时说一声。"
