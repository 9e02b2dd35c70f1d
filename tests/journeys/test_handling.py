"""From report to closure by chat: a normal ticket to its end, and the turns it takes on the way."""

from sqlalchemy import select

from storage.models import Attachment, Deadline, Outbox, TicketEvent
from tests.journeys.handling import LAMP, done, later, reported, state


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


def test_a_colleague_may_take_what_nobody_has_taken_and_the_first_one_hears_of_it(chat, people, resident):
    reported(chat, resident)
    assert "已接单" in people.head.says("接单 1")
    chat.work()
    assert "已由网格长孙模拟接单，您不用再去" in people.worker.notices[-1]
    assert "由网格长孙模拟在办" in people.worker.says("办结 1 好了")


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


def test_the_council_takes_it_and_another_dispatch_brings_it_back(chat, clock, people, resident):
    reported(chat, resident)
    assert "已提交协商议事" in people.secretary.says("议事 1 加装电梯意见不一")
    later(chat, clock)
    assert "加装电梯意见不一" in resident.notices[-1]
    assert "已派单" in people.secretary.says("派单 1 给陈试用")


def test_who_stands_in_acts_for_the_one_on_leave(chat, clock, people, resident):
    reported(chat, resident)
    people.worker.says("接单 1")
    people.worker.says("今天请假，由孙模拟代岗")
    people.head.sends_picture()
    assert "已办结" in people.head.says("办结 1 代陈试用换了灯泡")


def test_the_proof_keeps_its_purpose(chat, people, resident):
    resident.says(LAMP)
    resident.sends_picture()
    chat.work()
    done(chat, people)
    purposes = chat.rows(select(Attachment.purpose, Attachment.number).order_by(Attachment.id))
    assert [tuple(row) for row in purposes] == [("report", "NH20261124-0001"), ("handle", "NH20261124-0001")]
