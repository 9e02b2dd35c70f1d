"""A worker on the way: a picture, a position and a few words go to the ticket that is meant, and fill its form."""

import pytest
from sqlalchemy import select

from storage.models import Attachment, TicketEvent
from tests.journeys.handling import LAMP, reported, state
from tests.scenes import begun

BELL = "梧桐里1号院05幢2单元门铃坏了按不响"
LAMP_NUMBER, BELL_NUMBER = "NH20261124-0001", "NH20261124-0002"


@pytest.fixture
def worker(chat, clock, people, resident):
    """Somebody to whom a lamp and a bell were given."""

    def begin():
        reported(chat, resident)
        reported(chat, chat.person("赵大爷"), BELL)
        return people.worker

    return begun(chat, clock, begin)


def pictures(chat):
    rows = chat.rows(select(Attachment.number, Attachment.purpose).order_by(Attachment.id))
    return [tuple(row) for row in rows]


def moves(chat, number=LAMP_NUMBER):
    events = select(TicketEvent.kind).where(TicketEvent.number == number).order_by(TicketEvent.id)
    return [row.kind for row in chat.rows(events)]


def states(chat):
    return [ticket.state for ticket in chat.tickets()]


@pytest.mark.parametrize("words", ["换了个灯泡，亮了", "灯修好了", "灯座烧了，整个换掉了，现在好了"])
def test_words_and_then_a_picture_end_the_work_on_what_was_just_taken(chat, worker, words):
    assert LAMP_NUMBER in worker.says("灯那个我去弄")
    assert "请发一张处理后的照片，1 就办结" in worker.says(words)
    assert f"已办结 {LAMP_NUMBER}" in worker.sends_picture()
    assert states(chat) == ["handled", "dispatched"]
    assert pictures(chat) == [(LAMP_NUMBER, "handle")]


@pytest.mark.parametrize("words", ["12号我来处理", "0012单子我接", "12号交给我吧", "12号单我去弄"])
def test_a_number_that_nobody_has_is_refused_and_takes_nothing_else(chat, worker, words):
    assert "12" in worker.says(words)
    assert states(chat) == ["dispatched", "dispatched"]


def test_what_is_done_needs_no_taking_first(chat, worker):
    assert "请发一张处理后的照片，2 就办结" in worker.says("门铃修好了，换了个按钮")
    assert f"已办结 {BELL_NUMBER}" in worker.sends_picture()
    assert moves(chat, BELL_NUMBER) == ["report", "accept", "dispatch", "take", "handle"]


def test_a_picture_of_what_was_just_taken_shows_the_arrival_and_then_proves_the_work(chat, clock, people, worker):
    worker.says("灯那个我去弄")
    answer = worker.sends_picture()
    assert f"照片已放进 {LAMP_NUMBER}" in answer
    assert "已记到场（10:00）" in answer
    assert state(chat) == "in_progress"
    clock.turn(minutes=10)
    assert f"已办结 {LAMP_NUMBER}" in worker.says("灯换好了")
    assert moves(chat)[-3:] == ["take", "arrive", "handle"]
    assert pictures(chat) == [(LAMP_NUMBER, "handle")]
    chat.work()
    assert [b for b in chat.platform.journal.of(people.leader.openid) if b.kind == "image"]


def test_who_says_that_they_are_there_after_the_picture_has_arrived_once(chat, worker):
    worker.says("灯那个我去弄")
    worker.sends_picture()
    assert "已记到场" in worker.says("我到了")
    assert moves(chat).count("arrive") == 1


def test_a_picture_from_long_ago_proves_nothing(chat, clock, worker):
    worker.says("灯那个我去弄")
    worker.sends_picture()
    clock.turn(hours=2)
    assert "请发一张处理后的照片" in worker.says("灯换好了")


def test_another_picture_after_the_end_goes_to_the_same_ticket(chat, worker):
    worker.says("灯换好了")
    worker.sends_picture()
    assert f"照片已放进 {LAMP_NUMBER}" in worker.sends_picture()
    assert pictures(chat) == [(LAMP_NUMBER, "handle")] * 2


def test_a_picture_that_several_tickets_fit_is_asked_about(chat, clock, worker):
    worker.says("灯跟门铃这两个都归我")
    answer = worker.sends_picture()
    assert "照片收到了，是哪一件的" in answer
    assert "3 都不是，是新问题" in answer
    assert f"照片已放进 {BELL_NUMBER}" in worker.says("门铃那个")
    assert pictures(chat) == [(BELL_NUMBER, "work")]
    assert f"已办结 {BELL_NUMBER}" in worker.says("门铃修好了，线接上了")


@pytest.mark.parametrize(("answer", "number"), [("1", BELL_NUMBER), ("第二个", LAMP_NUMBER), ("是灯的", LAMP_NUMBER)])
def test_which_one_it_is_may_be_said_in_many_ways(chat, worker, answer, number):
    worker.says("灯跟门铃这两个都归我")
    worker.sends_picture()
    assert f"照片已放进 {number}" in worker.says(answer)


def test_words_that_name_the_ticket_answer_which_one_it_is(chat, worker):
    worker.says("灯跟门铃这两个都归我")
    worker.sends_picture()
    assert f"已办结 {LAMP_NUMBER}" in worker.says("楼道灯换好了，亮了")


def test_a_picture_of_something_new_becomes_a_report_with_its_words(chat, worker):
    worker.says("灯跟门铃这两个都归我")
    worker.sends_picture()
    assert "哪里、出了什么问题" in worker.says("都不是")
    assert "已登记，编号 NH20261124-0003" in worker.says("梧桐里1号院06幢门口下水道堵了，污水往外冒")
    assert pictures(chat) == [("NH20261124-0003", "report")]


def test_a_workers_picture_never_joins_an_earlier_report_of_their_own(chat, worker):
    worker.says("我要上报：梧桐里1号院06幢门口下水道堵了，污水往外冒")
    assert len(chat.tickets()) == 3
    worker.says("灯那个我去弄")
    worker.sends_picture()
    assert pictures(chat) == [(LAMP_NUMBER, "work")]


def test_a_workers_picture_belongs_to_what_they_have_just_reported(chat, worker):
    worker.says("我要上报：梧桐里1号院06幢门口下水道堵了，污水往外冒")
    assert "照片已加到工单 NH20261124-0003" in worker.sends_picture()


def test_a_picture_of_nothing_in_particular_waits_and_never_becomes_a_report_by_itself(chat, clock, worker):
    assert "照片收到了" in worker.sends_picture()
    clock.turn(hours=1)
    chat.work()
    assert len(chat.tickets()) == 2


def test_a_position_shows_the_arrival(chat, worker):
    worker.says("灯那个我去弄")
    answer = worker.sends_location("梧桐里")
    assert f"位置已放进 {LAMP_NUMBER}" in answer
    assert "已记到场" in answer
    assert "请发一张处理后的照片" in worker.says("灯换好了"), "a position shows no work"


def test_a_position_far_away_shows_no_arrival(chat, worker):
    worker.says("灯那个我去弄")
    assert "不能作为到场 1 的凭据" in worker.sends_location("别处", lat=32.5)
    assert "arrive" not in moves(chat)


def test_a_danger_is_gone_through_in_plain_words(chat, people, resident):
    reported(chat, resident, "梧桐里1号院05幢外墙瓷砖要掉下来了，很危险")
    worker = people.worker
    assert "已接单" in worker.says("我马上过去看看")
    assert "已记到场" in worker.sends_picture()
    assert "方案已记下" in worker.says("先拉警戒线围住，明天上午十点请师傅来敲掉")
    assert "作为进场 1 的凭据" in worker.says("师傅和吊车都进场了，三个人")
    assert "已记进场" in worker.sends_picture()
    assert "请发一张处理后的照片" in worker.says("松的瓷砖都敲掉补好了")
    assert f"已办结 {LAMP_NUMBER}" in worker.sends_picture()
    purposes = [purpose for _, purpose in pictures(chat)]
    assert purposes == ["arrive", "crew", "handle"]


def test_who_arrives_at_what_was_given_to_them_has_taken_it(chat, worker):
    assert f"已记到场 {BELL_NUMBER}" in worker.says("我已经到门铃现场了")
    assert moves(chat, BELL_NUMBER)[-2:] == ["take", "arrive"]


def test_later_with_a_day_asks_for_an_extension_with_the_whole_sentence(chat, people, worker):
    worker.says("门铃那个我去弄")
    assert "延到11月25日" in worker.says("门铃的配件明天才到，晚点弄")
    chat.work()
    assert "门铃的配件" in people.secretary.notices[-1]


def test_what_is_not_theirs_goes_back_with_the_reason(chat, people, worker):
    assert f"已退单 {LAMP_NUMBER}" in worker.says("灯这个不归我管，应该找物业")
    chat.work()
    assert "灯这个不归我管，应该找物业" in people.head.notices[-1]


@pytest.mark.parametrize(
    "words", ["说反了，是灯修好了，门铃还没动呢", "不对不对，修好的是灯", "搞错了，是楼道灯换好了", "错了，是1号弄好了"]
)
def test_a_wrong_ticket_is_put_right_while_the_proof_is_missing(chat, worker, words):
    worker.says("灯跟门铃这两个都归我")
    assert "2 就办结" in worker.says("门铃弄好了")
    assert "请发一张处理后的照片，1 就办结" in worker.says(words)
    assert f"已办结 {LAMP_NUMBER}" in worker.sends_picture()
    assert states(chat) == ["handled", "in_progress"]


def test_the_other_way_round_asks_what_was_done_there(chat, worker):
    worker.says("灯跟门铃这两个都归我")
    worker.says("门铃弄好了")
    assert "1 怎么处理的" in worker.says("说反了")


@pytest.mark.parametrize(
    "words",
    ["灯跟门铃这两个都归我", "这些事都归我", "1和2都归我", "门铃、楼道灯我都接了", "两个都我来吧", "这两件都给我"],
)
def test_several_are_taken_with_one_sentence(chat, worker, words):
    answer = worker.says(words)
    assert answer.count("已接单") == 2
    assert states(chat) == ["in_progress", "in_progress"]


@pytest.mark.parametrize("words", ["1 2都退，不在我的网格", "1、2都退回去，不归我管", "灯和门铃都不是我管的，退回去"])
def test_several_go_back_with_one_sentence(chat, worker, words):
    assert worker.says(words).count("已退单") == 2
    assert states(chat) == ["returned", "returned"]


def test_one_that_is_named_stays_one(chat, worker):
    assert worker.says("灯那个归我").count("已接单") == 1
    assert states(chat) == ["in_progress", "dispatched"]


def test_several_that_are_done_are_proved_one_after_the_other(chat, worker):
    worker.says("灯跟门铃这两个都归我")
    assert worker.says("灯和门铃都修好了").count("请发一张处理后的照片") == 2
    answer = worker.sends_picture()
    assert "已办结" in answer
    assert "请发一张处理后的照片" in answer
    assert "已办结" in worker.sends_picture()
    assert states(chat) == ["handled", "handled"]


def test_what_was_just_spoken_of_is_meant_where_nothing_is_named(chat, worker):
    worker.says("灯跟门铃这两个都归我")
    worker.says("到场 1")
    assert "1 就办结" in worker.says("修好了")
    assert LAMP in chat.tickets()[0].summary
