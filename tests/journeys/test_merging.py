"""Several neighbours, one matter: joined by themselves or by who dispatches, told every step, taken apart again."""

import pytest
from sqlalchemy import select

from storage.models import Outbox

LIFT = "梧桐里1号院05幢电梯停运了"


@pytest.fixture
def neighbours(chat, people):
    return chat.person("李阿姨"), chat.person("张爷爷")


def states(chat):
    return [row.state for row in chat.tickets()]


def work(chat, clock):
    clock.turn(minutes=3)
    chat.work()


def test_a_merged_pair_to_its_end(chat, clock, people, neighbours):
    first, second = neighbours
    first.says(LIFT)
    chat.work()
    answer = second.says("05幢的电梯坏了，梧桐里1号院")
    assert "邻居 今天 10:00 已上报同一地点的同类问题（电梯，已派单）" in answer
    assert "停运" not in answer  # a neighbour's own words are theirs
    assert "并入邻居上报的 NH20261124-0001" in second.says("一起")
    assert states(chat) == ["dispatched", "merged"]
    assert "随 NH20261124-0001 办理：已派单" in second.says("进度")
    people.worker.says("接单 1")
    people.worker.sends_picture()
    people.worker.says("办结 1 更换了门锁开关")
    work(chat, clock)
    for resident in neighbours:
        pictures = [b for b in chat.platform.journal.of(resident.openid) if b.kind == "image"]
        assert "已处理：更换了门锁开关" in "".join(resident.notices)
        assert len(pictures) == 1
    people.leader.says("核查 1 通过")
    chat.work()
    assert "NH20261124-0001" in first.notices[-1]
    assert "NH20261124-0002" in second.notices[-1]
    assert "等他们评价" in first.chooses("满意 1")
    assert states(chat) == ["verified", "merged"]
    assert "已结案" in second.chooses("基本满意 2")
    assert states(chat) == ["closed", "merged"]


def test_the_same_outage_in_words_that_name_no_thing_is_the_same_matter(chat, neighbours):
    first, second = neighbours
    first.says("梧桐里1号院05幢停水了")
    chat.work()
    assert "同类问题（供水，已派单）" in second.says("梧桐里1号院05幢怎么一滴都没得，饭都烧不成")
    assert "并入邻居上报的 NH20261124-0001" in second.says("对的，一回事")
    assert states(chat) == ["dispatched", "merged"]


def test_any_of_them_dissatisfied_opens_it_again_for_all(chat, clock, people, neighbours):
    first, second = neighbours
    first.says(LIFT)
    chat.work()
    second.says("梧桐里1号院05幢电梯坏了")
    second.says("是的")
    people.worker.says("接单 1")
    people.worker.sends_picture()
    people.worker.says("办结 1 更换了门锁开关")
    people.leader.says("核查 1 通过")
    chat.work()
    first.says("满意")
    assert "已重新办理" in second.says("不满意 还是停")
    work(chat, clock)
    assert "已重新办理" in "".join(first.notices)
    assert states(chat) == ["reopened", "merged"]


def test_not_the_same_stays_apart(chat, people, neighbours):
    first, second = neighbours
    first.says(LIFT)
    second.says("梧桐里1号院05幢电梯里面灯不亮，电梯按钮也坏了")
    assert "单独办理" in second.says("不是")
    chat.work()
    assert states(chat) == ["dispatched", "dispatched"]


def test_without_an_answer_who_dispatches_is_offered_it(chat, clock, people, neighbours):
    first, second = neighbours
    first.says(LIFT)
    second.says("梧桐里1号院05幢电梯坏了")
    chat.work()
    offer = [text for text in people.head.notices if "可能重复" in text]
    assert offer == ["可能重复：NH20261124-0002 与 1 地点、类别相同 → 合并 2 到 1"]
    assert "已把 2 并入 NH20261124-0001" in people.head.chooses("合并 2 到 1")
    work(chat, clock)
    assert "与邻居上报的 NH20261124-0001 是同一件" in second.notices[-1]
    assert "已把" not in people.worker.says("合并 2 到 1")


def test_taken_apart_it_is_dispatched_again(chat, clock, people, neighbours):
    first, second = neighbours
    first.says(LIFT)
    second.says("梧桐里1号院05幢电梯坏了")
    second.says("一起")
    chat.work()
    assert "已拆分" in second.says("拆分 2")
    work(chat, clock)
    assert states(chat) == ["dispatched", "dispatched"]
    assert "已派给网格员陈试用" in second.notices[-1]


def test_a_chain_of_merges_has_one_root(chat, people, neighbours):
    first, second = neighbours
    third = chat.person("王奶奶")
    first.says(LIFT)
    second.says("梧桐里1号院05幢电梯坏了")
    third.says("梧桐里1号院05幢电梯又停了")
    chat.work()
    people.head.says("合并 3 到 2")
    people.head.says("合并 2 到 1")
    assert [row.merged_into for row in chat.tickets()] == [None, "NH20261124-0001", "NH20261124-0001"]
    assert "不能合并" in people.head.says("合并 2 到 1")
    assert "不能并入自己" in people.head.says("合并 1 到 1")
    assert "不能并入自己" in people.head.says("合并 1 到 3")


def test_a_danger_merged_into_less_makes_it_one(chat, people, neighbours):
    first, second = neighbours
    first.says("梧桐里1号院05幢外墙裂缝")
    second.says("梧桐里1号院05幢外墙瓷砖往下掉，快砸到人了")
    chat.work()
    people.head.says("合并 2 到 1")
    assert chat.tickets()[0].urgency == "hazard"


def test_a_report_others_have_joined_cannot_be_taken_back(chat, people, neighbours):
    first, second = neighbours
    first.says(LIFT)
    second.says("梧桐里1号院05幢电梯坏了")
    second.says("一起")
    assert "还有邻居一起跟进，不能撤回" in first.says("撤回 1")


def test_ones_own_second_report_is_not_called_a_neighbours(chat, people, neighbours):
    first, _ = neighbours
    first.says(LIFT)
    assert "邻居" not in first.says("梧桐里1号院05幢电梯还停着")


def test_the_answer_is_kept_over_time_and_silence_merges_nothing(chat, clock, people, neighbours):
    first, second = neighbours
    first.says(LIFT)
    second.says("梧桐里1号院05幢电梯坏了")
    clock.turn(minutes=40)
    chat.work()
    assert states(chat) == ["dispatched", "dispatched"]
    assert chat.rows(select(Outbox.id).where(Outbox.kind == "draft")) == []
