"""What reporter and staff hear and see of each other while a ticket is handled."""

from sqlalchemy import select

from storage.models import Account, Audit, Outbox
from tests.journeys.handling import LAMP, done, later, reported, state


def test_a_word_from_above_reaches_whom_it_concerns(chat, people, resident):
    reported(chat, resident)
    assert "已督办" in people.lead.says("督办 1 今晚必须修好")
    chat.work()
    assert "【督办】" in people.worker.notices[-1]
    assert "今晚必须修好" in people.head.notices[-1]
    assert "这件事要由" in people.worker.says("督办 1 快点")


def test_the_head_of_a_grid_presses_who_works_there(chat, people, resident):
    """Their pushes say 督办 1 要求: it is theirs to say."""
    reported(chat, resident)
    heard = len(people.head.notices)
    assert "已督办" in people.head.says("楼道灯那件让陈试用今晚务必弄好，我盯着")
    chat.work()
    assert "【督办】" in people.worker.notices[-1]
    assert "务必弄好" in people.worker.notices[-1]
    assert not any("【督办】" in notice for notice in people.head.notices[heard:])


def test_an_enquiry_is_answered_in_words_and_needs_no_picture(chat, people, resident):
    reported(chat, resident, "居住证怎么办")
    number = "1"
    people.dispatcher.says("派单 1 给陈试用")
    assert "答复已转给上报人" in people.worker.says(f"办结 {number} 带身份证和租房合同到社区办理")
    chat.work()
    assert "带身份证和租房合同到社区办理" in resident.notices[-1]
    assert "已结案" in resident.chooses("满意 1")


def test_that_it_was_answered_is_no_answer_and_is_not_passed_on(chat, people, resident):
    reported(chat, resident, "居住证怎么办")
    people.dispatcher.says("派单 1 给陈试用")
    heard = len(resident.notices)
    assert "说明" in people.worker.says("办结 1 已经答复过他了，可以结掉了")
    chat.work()
    assert not any("已经答复过他了" in notice for notice in resident.notices[heard:])
    assert "答复已转给上报人" in people.worker.says("办结 1 带身份证和租房合同到社区办理")


def test_a_reporter_who_unfollowed_gets_no_push_and_the_ticket_goes_on(chat, clock, people, resident):
    reported(chat, resident)
    resident.phone.unfollow()
    people.worker.says("接单 1")
    before = len(resident.notices)
    later(chat, clock)
    assert len(resident.notices) == before
    rows = chat.rows(select(Outbox.state, Outbox.last_error).where(Outbox.kind == "news"))
    assert {tuple(row) for row in rows} == {("dropped", "unsubscribed")}
    assert state(chat) == "in_progress"


def test_withdrawing_tells_the_one_whose_it_was_and_no_more_news_goes_out(chat, clock, people, resident):
    reported(chat, resident)
    resident.says("撤回 1")
    later(chat, clock)
    assert "已由上报人撤回" in people.worker.notices[-1]
    assert "有进展" not in resident.notices[-1]


def test_the_worker_sees_what_was_reported_and_the_verifier_what_was_done(chat, people, resident):
    resident.says(LAMP)
    resident.sends_picture()
    chat.work()
    people.worker.says("接单 1")
    resident.sends_picture()
    chat.work()

    def pictures(speaker):
        return [b for b in chat.platform.journal.of(speaker.openid) if b.side == "account" and b.kind == "image"]

    assert len(pictures(people.worker)) == 2
    people.worker.sends_picture()
    people.worker.says("办结 1 已换灯泡")
    chat.work()
    assert len(pictures(people.leader)) == 1


def test_a_word_goes_to_the_reporter_and_the_answer_comes_back(chat, people, resident):
    reported(chat, resident)
    people.worker.says("接单 1")
    assert "转告上报人什么" in people.worker.says("转告 1")
    assert "已转告上报人" in people.worker.says("您明天上午在家吗？")
    chat.work()
    assert "网格员陈试用说：您明天上午在家吗？" in resident.notices[-1]
    assert "已转告办理的人" in resident.says("在家的，随时来")
    chat.work()
    assert "上报人回复 NH20261124-0001" in people.worker.notices[-1]
    assert "在家的，随时来" in people.worker.notices[-1]
    assert len(chat.tickets()) == 1
    people.worker.says("转告 1 好的")
    assert "已登记" in resident.says("梧桐里1号院1幢垃圾没人收")


def test_a_known_reporters_number_is_given_to_who_must_call_and_that_is_audited(chat, people):
    resident = chat.bound("周虚构", "0007")
    resident.says(LAMP)
    chat.work()
    done(chat, people)
    people.leader.says("核查 1 通过")
    resident.says("不满意 还是暗")
    chat.work()
    assert "上报人周**，电话 19900000007。" in people.head.notices[-1]
    (row,) = chat.rows(select(Audit.subject, Audit.detail).where(Audit.action == "person.phone"))
    assert tuple(row) == ("person:R7", "call-back of NH20261124-0001")


def test_nobody_is_told_to_press_themselves(chat, clock, people, resident):
    """A head who has a late ticket hears what to do with it, and others whose it is."""
    reported(chat, resident)
    people.head.says("接单 1")
    clock.turn(days=7, hours=8, minutes=10)
    chat.work()
    clock.turn(minutes=20)
    chat.work()
    late = chat.rows(select(Outbox.text, Account.openid).join(Account).where(Outbox.kind == "late"))
    theirs = [row.text for row in late if row.openid == people.head.openid]
    assert theirs
    assert all("办结 1" in text and "督办" not in text for text in theirs), theirs
