"""From report to closure by chat: a normal ticket to its end, and what goes wrong on the way."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from storage.models import Attachment, Audit, Deadline, Outbox, TicketEvent


@pytest.fixture
def resident(chat, people):
    return chat.person("李阿姨")


LAMP = "梧桐里1号院05幢3楼楼道灯坏了"


def reported(chat, resident, text=LAMP):
    resident.says(text)
    chat.work()


def later(chat, clock, **by):
    clock.turn(**(by or {"minutes": 3}))
    chat.work()


def done(chat, people, n="1"):
    people.worker.says(f"接单 {n}")
    people.worker.sends_picture()
    return people.worker.says(f"办结 {n} 已换灯泡")


def state(chat, place=0):
    return chat.tickets()[place].state


def test_a_normal_ticket_to_its_end_with_a_rating(chat, clock, people, resident):
    reported(chat, resident)
    assert "已派给您：网格内事项。请在今天 14:00前接单。" in people.worker.notices[-1]
    assert "时限：12月1日 18:00前办结" in people.worker.chooses("接单 1")
    later(chat, clock)
    assert resident.notices[-1].splitlines()[1:] == ["· 10:00 已派给网格员陈试用", "· 10:00 网格员陈试用已接单"]
    assert "已记到场" in people.worker.says("到场 1")
    assert "请发一张处理后的照片" in people.worker.says("办结 1 已换灯泡和灯座")
    assert "接下来由红色楼栋长王样本核查" in people.worker.sends_picture()
    chat.work()
    assert "网格员陈试用已办结：已换灯泡和灯座" in people.leader.notices[-1]
    later(chat, clock)
    assert "已到现场" in resident.notices[-1]
    assert "网格员陈试用已处理：已换灯泡和灯座" in resident.notices[-1]
    picture = [b for b in chat.platform.journal.of(resident.openid) if b.kind == "image"]
    assert len(picture) == 1
    assert "已核查通过" in people.leader.chooses("核查 1 通过")
    chat.work()
    assert "谢谢您的评价，NH20261124-0001 已结案" in resident.chooses("满意 1")
    (ticket,) = chat.tickets()
    assert (ticket.state, ticket.score, ticket.closed_as) == ("closed", "satisfied", "rated")
    assert ticket.accepted_at <= ticket.taken_at <= ticket.handled_at <= ticket.verified_at <= ticket.ended_at
    moves = [row.kind for row in chat.rows(select(TicketEvent.kind).order_by(TicketEvent.id))]
    assert moves == ["report", "accept", "dispatch", "take", "arrive", "handle", "verify", "rate", "close"]


def test_the_whole_chat_of_a_worker_is_five_words_and_two_pictures(chat, people, resident):
    """An impatient grid worker: picture first, no number, one sentence."""
    reported(chat, resident)
    people.worker.says("接单")
    people.worker.sends_picture()
    assert "已办结" in people.worker.says("办结 换了灯泡")
    assert state(chat) == "handled"


def test_who_arrives_or_ends_without_taking_has_taken_it(chat, people, resident):
    reported(chat, resident)
    assert "已记到场" in people.worker.says("到场 1")
    assert state(chat) == "in_progress"
    assert chat.tickets()[0].taken_at is not None


def test_every_automatic_choice_records_its_reason(chat, people, resident):
    reported(chat, resident)
    reported(chat, resident, "梧桐里1号院05幢门口垃圾没人收")
    notes = chat.rows(select(TicketEvent.note).where(TicketEvent.kind == "dispatch").order_by(TicketEvent.id))
    assert [row.note for row in notes] == [
        "网格内事项；1 位网格员中手上最少（0 件）",
        "属城管条线；1 位兼职网格员中手上最少（0 件）",
    ]
    assert "已派给您：属城管条线" in people.part_time.notices[-1]


def test_out_of_hours_the_line_rests_and_the_grid_worker_looks(chat, clock, people, resident):
    clock.turn(hours=10)
    for speaker in (resident, people.worker):
        speaker.says("帮助")
    reported(chat, resident, "梧桐里1号院05幢门口垃圾没人收")
    assert "城管条线已下班，先由网格员查看" in people.worker.notices[-1]


def test_where_it_is_unclear_somebody_dispatches_by_hand(chat, clock, people, resident):
    resident.says("云山路99号门口路灯坏了")
    chat.work()
    assert "地点不在名册里" in people.dispatcher.notices[-1]
    assert "派单 1 给谁" in people.dispatcher.notices[-1]
    assert "已派单" in people.dispatcher.says("派单 1 给陈试用 离你最近")
    chat.work()
    assert "何派单派单给您：离你最近" in people.worker.notices[-1]
    assert "已接单" in people.worker.says("接单 1")


def test_what_lacks_a_place_waits_for_the_answer_and_then_goes_to_the_grid(chat, people, resident):
    resident.says("路灯坏了")
    chat.work()
    assert state(chat) == "reported"
    assert not [text for text in people.dispatcher.notices if "待派单" in text]
    resident.says("梧桐里1号院05幢")
    chat.work()
    assert state(chat) == "dispatched"
    assert "路灯坏了" in people.worker.notices[-1]


def test_a_second_taker_is_told_who_has_it(chat, people, resident):
    reported(chat, resident)
    people.worker.says("接单 1")
    assert "已由网格员陈试用接单（今天 10:00）" in people.head.says("接单 1")
    assert "由网格员陈试用在办" in people.head.says("办结 1 我来办")
    assert chat.tickets()[0].assignee_id is not None


def test_a_colleague_may_take_what_nobody_has_taken_and_the_first_one_hears_of_it(chat, people, resident):
    reported(chat, resident)
    assert "已接单" in people.head.says("接单 1")
    chat.work()
    assert "已由网格长孙模拟接单，您不用再去" in people.worker.notices[-1]
    assert "由网格长孙模拟在办" in people.worker.says("办结 1 好了")


def test_nobody_verifies_their_own_work(chat, people, resident):
    reported(chat, resident)
    done(chat, people)
    assert "是您办的，要由别人核查" in people.worker.says("核查 1 通过")
    assert state(chat) == "handled"


def test_the_head_of_the_grid_verifies_where_there_is_no_leader(chat, people, resident):
    reported(chat, resident, "梧桐里1号院1幢楼道灯坏了")
    done(chat, people)
    chat.work()
    assert "请核查" in people.head.notices[-1]
    assert "已核查通过" in people.head.says("核查 通过")


def test_bad_work_goes_back_with_the_reason_and_its_time_runs_on(chat, clock, people, resident):
    reported(chat, resident)
    done(chat, people)
    assert "哪里没做好" in people.leader.says("核查 1 不通过")
    assert "已退回给网格员陈试用返工" in people.leader.says("还是不亮")
    chat.work()
    assert "核查没通过" in people.worker.notices[-1]
    assert "还是不亮" in people.worker.notices[-1]
    assert state(chat) == "in_progress"
    rows = chat.rows(select(Deadline.due_at, Deadline.met_at).where(Deadline.kind == "handle").order_by(Deadline.id))
    assert [row.met_at is None for row in rows] == [False, True]
    assert rows[0].due_at == rows[1].due_at


@pytest.mark.parametrize(
    ("said", "answer"),
    [
        ("接单 99", "没有找到您经手的工单 99"),
        ("接单 NH20261124-0099", "没有找到您经手的工单 NH20261124-0099"),
        ("核查 1 通过", "已派单，不能核查"),
        ("退单 1", "为什么退单"),
        ("转办 1", "转办给谁"),
        ("延期 1", "要延到哪天"),
        ("备注 1", "备注什么"),
        ("转办 1 给没有这人", "名册里没有"),
        ("转办 1 给周虚构", "没有能办理工单的岗位"),
        ("转办 1 给赵演示", "还没有绑定微信"),
        ("转办 1 给执法", "没有能联系上的综合执法条线人员"),
        ("延期 1 到11月20日 等配件", "要在今天以后"),
        ("延期 1 到2027年3月1日 等配件", "一次最多延 30 天"),
        ("拆分 1", "不能拆分"),
        ("结算 1 实际760元", "没有动用应急包"),
        ("同意 1", "没有等您审批的申请"),
        ("回访 1 满意", "没有回访任务"),
    ],
)
def test_what_cannot_be_is_answered_with_what_can(chat, people, resident, said, answer):
    reported(chat, resident)
    assert answer in people.worker.says(said)
    assert state(chat) == "dispatched"


def test_an_impossible_move_names_the_possible_ones(chat, people, resident):
    reported(chat, resident)
    done(chat, people)
    answer = people.worker.says("退单 1 不想办")
    assert "已处理，等待核查，不能退单" in answer
    answer = people.leader.says("接单 1")
    assert "核查 1 通过" in answer


def test_the_next_grids_ticket_is_refused_with_whom_to_ask(chat, people, resident):
    reported(chat, resident, "梧桐里2号院9幢楼道灯坏了")
    assert "这件事要由" in people.worker.says("接单 1")


def test_a_resident_who_says_the_words_of_work_is_told_whose_they_are(chat, people, resident):
    reported(chat, resident)
    for said in ("接单 1", "办结 1 好了", "派单 1 给我", "核查 1 通过"):
        assert "绑定" in resident.says(said)


def test_the_same_digits_on_two_days_mean_the_one_that_can_be_moved(chat, clock, people, resident):
    reported(chat, resident)
    done(chat, people)
    clock.turn(days=1)
    for speaker in (resident, people.worker):
        speaker.says("帮助")
    reported(chat, resident, "梧桐里1号院05幢5楼楼道灯坏了")
    assert "NH20261125-0001" in people.worker.says("接单 1")
    assert "对应多件工单" in people.worker.says("备注 1 电话打不通")
    assert "已备注" in people.worker.says("备注 NH20261125-0001 电话打不通")


def test_several_in_hand_and_no_number_lists_them(chat, people, resident):
    reported(chat, resident)
    reported(chat, resident, "梧桐里1号院05幢单元门坏了")
    answer = people.worker.says("接单")
    assert "要接单哪一件" in answer
    assert "楼道灯" in answer
    assert "单元门" in answer


def test_my_tickets_show_the_time_and_the_next_step(chat, people, resident):
    reported(chat, resident)
    answer = people.worker.says("我的工单")
    assert "您手上 1 件" in answer
    assert "今天 14:00前　→ 接单 1" in answer
    people.worker.says("接单 1")
    assert "12月1日 18:00前　→ 到场 1" in people.worker.says("我的工单")
    assert "另有未办结 1 件" in people.head.says("我的工单")


def test_returned_it_goes_to_who_dispatches_and_on_to_another(chat, people, resident):
    reported(chat, resident)
    people.worker.says("接单 1")
    assert "网格长孙模拟会重新派单" in people.worker.says("退单 1 要登高车，我没有")
    chat.work()
    assert "要登高车，我没有" in people.head.notices[-1]
    assert "施维修" in people.head.says("派单 1 给维修队 请带登高车")
    chat.work()
    assert "请带登高车" in people.crew.notices[-1]
    assert state(chat) == "dispatched"


def test_transferred_it_is_the_others(chat, clock, people, resident):
    reported(chat, resident)
    people.worker.says("接单 1")
    assert "已转办" in people.worker.says("转办 1 给城管 占道经营归你们")
    later(chat, clock)
    assert "陈试用转办给您：占道经营归你们" in people.part_time.notices[-1]
    assert "已转给兼职网格员郑假设" in resident.notices[-1]
    assert "已接单" in people.part_time.says("接单 1")


def test_an_extension_waits_for_somebody_elses_yes_and_stops_the_reminders(chat, clock, people, resident):
    reported(chat, resident)
    people.worker.says("接单 1")
    assert "等社区书记吴范例批准" in people.worker.says("延期 1 到12月10日 等配件")
    assert "是您自己申请的" in people.worker.says("同意 1")
    chat.work()
    assert "陈试用申请把" in people.secretary.notices[-1]
    assert "已同意" in people.secretary.chooses("同意延期 1")
    assert state(chat) == "suspended"
    later(chat, clock)
    assert "需要延到12月10日：等配件" in resident.notices[-1]
    clock.turn(days=10)
    chat.decide()
    assert not chat.rows(select(Outbox.id).where(Outbox.kind == "remind"))
    clock.turn(days=6)
    chat.decide()
    assert state(chat) == "in_progress"
    assert len(chat.rows(select(Outbox.id).where(Outbox.kind == "resume"))) == 1
    handle = chat.rows(select(Deadline.due_at).where(Deadline.kind == "handle"))
    assert handle[0].due_at.isoformat() == "2026-12-10T10:00:00+00:00"


def test_a_refused_extension_changes_nothing(chat, people, resident):
    reported(chat, resident)
    people.worker.says("接单 1")
    people.worker.says("延期 1 到12月10日 等配件")
    assert "已不同意" in people.head.says("不同意延期 1 配件有货")
    chat.work()
    assert "没有批准，原来的时限照算" in people.worker.notices[-1]
    assert state(chat) == "in_progress"


def test_a_word_from_above_reaches_whom_it_concerns(chat, people, resident):
    reported(chat, resident)
    assert "已督办" in people.lead.says("督办 1 今晚必须修好")
    chat.work()
    assert "【督办】" in people.worker.notices[-1]
    assert "今晚必须修好" in people.head.notices[-1]
    assert "这件事要由" in people.worker.says("督办 1 快点")


def test_the_council_takes_it_and_another_dispatch_brings_it_back(chat, clock, people, resident):
    reported(chat, resident)
    assert "已提交协商议事" in people.secretary.says("议事 1 加装电梯意见不一")
    later(chat, clock)
    assert "加装电梯意见不一" in resident.notices[-1]
    assert "已派单" in people.secretary.says("派单 1 给陈试用")


def test_an_enquiry_is_answered_in_words_and_needs_no_picture(chat, people, resident):
    reported(chat, resident, "居住证怎么办")
    number = "1"
    people.dispatcher.says("派单 1 给陈试用")
    assert "答复已转给上报人" in people.worker.says(f"办结 {number} 带身份证和租房合同到社区办理")
    chat.work()
    assert "带身份证和租房合同到社区办理" in resident.notices[-1]
    assert "已结案" in resident.chooses("满意 1")


def test_who_stands_in_acts_for_the_one_on_leave(chat, clock, people, resident):
    reported(chat, resident)
    people.worker.says("接单 1")
    people.worker.says("今天请假，由孙模拟代岗")
    people.head.sends_picture()
    assert "已办结" in people.head.says("办结 1 代陈试用换了灯泡")


def test_a_command_half_said_can_be_left(chat, people, resident):
    reported(chat, resident)
    people.worker.says("退单 1")
    assert "没有办理" in people.worker.says("算了")
    assert state(chat) == "dispatched"


def test_a_retried_move_happens_once(chat, people, resident):
    reported(chat, resident)
    chat.platform.faults.plan("drop", times=2)
    people.worker.says("接单 1")
    assert [row.kind for row in chat.rows(select(TicketEvent.kind))].count("take") == 1


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


def test_the_proof_keeps_its_purpose(chat, people, resident):
    resident.says(LAMP)
    resident.sends_picture()
    chat.work()
    done(chat, people)
    purposes = chat.rows(select(Attachment.purpose, Attachment.number).order_by(Attachment.id))
    assert [tuple(row) for row in purposes] == [("report", "NH20261124-0001"), ("handle", "NH20261124-0001")]


def test_when_the_clock_goes_back_nothing_is_said_twice(chat, clock, people, resident):
    reported(chat, resident)
    clock.turn(hours=3)
    chat.decide()
    reminders = len(chat.rows(select(Outbox.id).where(Outbox.kind == "remind")))
    assert reminders == 1
    clock.now -= timedelta(hours=2)
    chat.decide()
    assert "已接单" in people.worker.says("接单 1")
    clock.turn(hours=2)
    chat.decide()
    assert len(chat.rows(select(Outbox.id).where(Outbox.kind == "remind"))) == reminders


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


def test_every_message_delivered_three_times_happens_once(chat, clock, people, resident):
    """The platform sends each message again until it gets an answer; the whole life of a ticket is the same."""

    def thrice(speaker, text):
        chat.platform.faults.plan("drop", times=2)
        return speaker.says(text)

    thrice(resident, LAMP)
    chat.work()
    thrice(people.worker, "接单 1")
    thrice(people.worker, "到场 1")
    thrice(people.worker, "延期 1 到11月30日 等配件")
    thrice(people.secretary, "不同意延期 1")
    thrice(people.worker, "应急 1 换灯座 估100元")
    people.worker.sends_picture()
    thrice(people.worker, "办结 1 已换灯座")
    thrice(people.leader, "核查 1 通过")
    chat.work()
    thrice(resident, "不满意 太慢")
    chat.work()
    thrice(people.head, "回访 1 满意 已道歉")
    thrice(people.secretary, "同意应急 1")
    kinds = [row.kind for row in chat.rows(select(TicketEvent.kind).order_by(TicketEvent.id))]
    assert kinds == [
        "report", "accept", "dispatch", "take", "arrive", "ask_extension", "refuse_extension", "draw", "handle", "verify",
        "rate", "reopen", "call_back", "close", "approve_draw",
    ]  # fmt: skip
    keys = [row.dedupe_key for row in chat.rows(select(Outbox.dedupe_key))]
    assert len(keys) == len(set(keys))
