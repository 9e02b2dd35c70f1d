"""Dispatch by hand: two at the same moment, taken back, and what is written beside it."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import select

from storage.models import Deadline, TicketEvent
from tests.office import Office

LAMP = "梧桐里1号院05幢3楼楼道灯坏了"
NOWHERE = "云山路99号门口路灯坏了"


def reported(chat, text=LAMP):
    chat.person("李阿姨").says(text)
    chat.work()


def ticket(chat):
    return chat.tickets()[0]


def deadlines(chat):
    """Open ones with their instants."""
    rows = chat.rows(select(Deadline.__table__).where(Deadline.met_at.is_(None), Deadline.dropped_at.is_(None)))
    return {row.kind: (row.since, row.due_at, row.next_at) for row in rows}


@pytest.mark.parametrize("_", range(3))
def test_of_two_who_dispatch_at_the_same_moment_one_does_and_the_other_is_asked(chat, people, _):
    reported(chat, NOWHERE)
    orders = [(people.dispatcher, "派单 1 给陈试用"), (people.lead, "派单 1 给郑假设")]
    with ThreadPoolExecutor(2) as pool:
        answers = list(pool.map(lambda order: order[0].says(order[1]), orders))
    done = [answer for answer in answers if "已派单" in answer]
    asked = [answer for answer in answers if "您的派单没有执行" in answer]
    assert (len(done), len(asked)) == (1, 1), answers
    kinds = [row.kind for row in chat.rows(select(TicketEvent.kind).order_by(TicketEvent.id))]
    assert kinds.count("dispatch") == 1


def test_the_second_sees_what_the_first_did_and_may_still_mean_it(chat, clock, people):
    reported(chat, NOWHERE)
    people.dispatcher.says("派单 1 给陈试用")
    answer = people.lead.says("派单 1 给郑假设")
    assert "何派单刚刚（10:00）已把" in answer
    assert "派给网格员陈试用" in answer
    assert "改派 1 给郑假设" in answer
    assert "已派单" in people.lead.says("改派 1 给郑假设")
    chat.work()
    assert "已改派给兼职网格员郑假设，您不用再办" in people.worker.notices[-1]
    clock.turn(minutes=2)
    assert "已派单" in people.dispatcher.says("派单 1 给陈试用")  # two minutes later it was seen


def test_what_one_dispatched_oneself_is_dispatched_anew_without_a_question(chat, people):
    reported(chat, NOWHERE)
    people.dispatcher.says("派单 1 给陈试用")
    assert "已派单" in people.dispatcher.says("派单 1 给郑假设")
    assert "本来就在" in people.lead.says("派单 1 给郑假设")


def test_a_dispatch_taken_back_leaves_owner_state_and_deadlines_as_they_were(chat, clock, people):
    reported(chat)
    people.worker.says("退单 1 要登高车")
    chat.work()
    before = (ticket(chat).state, ticket(chat).assignee_id, ticket(chat).dispatched_at, ticket(chat).accepted_at)
    promised = deadlines(chat)
    clock.turn(minutes=10)
    people.head.says("派单 1 给维修队")
    assert ticket(chat).state == "dispatched"
    clock.turn(minutes=5)
    assert "已撤销派单" in people.head.says("撤销派单 1")
    chat.work()
    assert "的派单已由孙模拟撤销，您不用办" in people.crew.notices[-1]
    after = (ticket(chat).state, ticket(chat).assignee_id, ticket(chat).dispatched_at, ticket(chat).accepted_at)
    assert (before, promised) == (after, deadlines(chat))
    assert before[0] == "returned"


def test_a_redispatch_taken_back_is_the_first_ones_again_and_both_are_told(chat, clock, people):
    reported(chat)
    promised, owner = deadlines(chat), ticket(chat).assignee_id
    clock.turn(minutes=10)
    assert "已派单" in people.head.says("派单 1 给郑假设")
    clock.turn(minutes=5)
    answer = people.secretary.says("撤销派单 1")  # whoever dispatches there may
    assert "仍由网格员陈试用负责" in answer
    chat.work()
    assert "又由您办理" in people.worker.notices[-1]
    assert "您不用办" in people.part_time.notices[-1]
    assert (ticket(chat).assignee_id, ticket(chat).state) == (owner, "dispatched")
    assert deadlines(chat) == promised
    told = len(people.worker.notices), len(people.part_time.notices), len(chat.rows(select(TicketEvent.id)))
    assert "已经撤销过，没有可撤销的了" in people.head.says("撤销派单 1")
    office = Office(chat).signs_in(people.dispatcher)
    assert "没有可撤销的了" in office.does(ticket(chat).number, "undo_dispatch")[1]
    chat.work()
    assert (len(people.worker.notices), len(people.part_time.notices), len(chat.rows(select(TicketEvent.id)))) == told
    assert "已接单" in people.worker.says("接单 1")


def test_what_was_taken_is_not_taken_back(chat, people):
    reported(chat, NOWHERE)
    people.dispatcher.says("派单 1 给陈试用")
    people.worker.says("接单 1")
    answer = people.dispatcher.says("撤销派单 1")
    assert "处理中，不能撤销派单" in answer
    assert "这件事要由" in chat.person("别人").says("撤销派单 1")
    assert ticket(chat).state == "in_progress"


def test_taken_back_the_machine_does_not_dispatch_it_again(chat, people):
    reported(chat)
    people.head.says("撤销派单 1")
    chat.work()
    assert (ticket(chat).state, ticket(chat).assignee_id) == ("accepted", None)
    assert "已派单" in people.head.says("派单 1 给陈试用")


@pytest.mark.parametrize("note", ["单子已转给物业", "号牌已换", "工单贴错了"])
def test_a_remark_keeps_its_first_word(chat, people, note):
    reported(chat)
    number = ticket(chat).number
    assert f"：{note}" in people.worker.says(f"备注 {number} {note}")
    assert f"：{note}" in people.worker.says(f"备注 1 {note}")
    office = Office(chat).signs_in(people.dispatcher)
    assert office.does(number, "remark", note=note)[0] == 200
    kept = chat.rows(select(TicketEvent.note).where(TicketEvent.kind == "remark"))
    assert [row.note for row in kept] == [note] * 3


def test_whom_a_sentence_names_among_other_words_gets_it(chat, people):
    reported(chat, NOWHERE)
    answer = people.dispatcher.says("路灯那个交给陈试用跑一趟看看")
    assert "已派单" in answer or "已派单" in people.dispatcher.says("是"), answer


def test_a_name_is_found_in_an_answer_that_says_more(chat, people):
    reported(chat, NOWHERE)
    assert "派单给谁" in people.dispatcher.says("派单 1")
    assert "已派单" in people.dispatcher.says("就陈试用吧，他在那边")
