"""A resident reports; the words of the chat, through the webhook, on both databases."""

import pytest
from sqlalchemy import select

from storage.models import Attachment, TicketEvent


def test_one_sentence_becomes_a_ticket_with_number_place_summary_reporter_and_time(chat, clock):
    resident = chat.person("李阿姨")
    answer = resident.says("虎踞北路4号05幢3楼楼道灯坏了")
    assert "NH20261124-0001" in answer
    assert "虎踞北路4号05幢3楼楼道" in answer
    (ticket,) = chat.tickets()
    assert ticket.number == "NH20261124-0001"
    assert ticket.state == "reported"
    assert ticket.place_text == "虎踞北路4号05幢3楼楼道"
    assert ticket.summary == "虎踞北路4号05幢3楼楼道灯坏了"
    assert ticket.opened_at == clock.now
    (event,) = chat.rows(select(TicketEvent.__table__))
    assert (event.number, event.kind, event.to_state, event.at) == (ticket.number, "report", "reported", clock.now)
    assert event.account_id == ticket.account_id


def test_in_danger_the_answer_says_first_whom_to_call_and_still_opens_the_ticket(chat):
    answer = chat.person("李阿姨").says("3幢2单元闻到煤气味")
    assert answer.startswith("请先开窗、勿碰任何开关和明火，到室外再拨打119")
    assert "安全隐患，已加急" in answer
    assert "NH20261124-0001" in answer


def test_asking_when_somebody_comes_shows_the_state_and_opens_no_second_ticket(chat):
    resident = chat.person("李阿姨")
    resident.says("3幢楼道灯坏了")
    assert "等待受理" in resident.says("怎么还没人来")
    assert len(chat.tickets()) == 1


def test_numbers_run_on_within_a_day_and_start_anew_on_the_next(chat, clock):
    resident = chat.person("李阿姨")
    assert "NH20261124-0001" in resident.says("3幢楼道灯坏了")
    assert "NH20261124-0002" in resident.says("3幢门口积水")
    clock.turn(hours=15)  # 01:00 on the 25th in Shanghai, still the 24th in UTC
    assert "NH20261125-0001" in resident.says("3幢电梯有异响")


@pytest.mark.parametrize("text", ["。。。", "嗯", "😀😀😀", "1", "[" * 100 + "]" * 100, "   ", "???!!!"])
def test_what_says_nothing_gets_a_question_and_no_ticket(chat, text):
    answer = chat.person("李阿姨").says(text)
    assert "哪里" in answer
    assert chat.tickets() == []


@pytest.mark.parametrize(
    "text",
    [
        "楼道灯坏了👨‍👩‍👧‍👦🏚️请来看看",
        "䶮𠮷𪚥𰻝幢漏水",
        "灯坏了]]>还有<b>&amp;</b>\"'",
        "三楼灯坏了\n四楼也坏了\t缩进",
        "坏" + "漏水啦" * 666,
        "水管坏了，" + "漏水啦" * 10_000,
    ],
)
def test_rare_characters_markup_and_very_long_texts_survive_to_the_database_and_back(chat, text):
    assert "NH20261124-0001" in chat.person("李阿姨").says(text)
    (ticket,) = chat.tickets()
    assert ticket.text == text


def test_a_picture_voice_and_location_within_ten_minutes_join_the_report(chat, clock):
    resident = chat.person("李阿姨")
    resident.says("围墙裂了一道缝")
    clock.turn(minutes=9)
    assert "NH20261124-0001" in resident.sends_picture()
    assert "NH20261124-0001" in resident.speaks(None)
    assert "NH20261124-0001" in resident.sends_location("梧桐里1号院", 32.0512, 118.7655)
    (ticket,) = chat.tickets()
    assert (ticket.lat, ticket.lon, ticket.place_text) == (32.0512, 118.7655, "梧桐里1号院")
    kinds = [row.kind for row in chat.rows(select(Attachment.kind).where(Attachment.number == ticket.number))]
    assert sorted(kinds) == ["image", "location", "voice"]


def test_after_ten_minutes_a_picture_waits_for_its_own_words(chat, clock):
    resident = chat.person("李阿姨")
    resident.says("围墙裂了一道缝")
    clock.turn(minutes=11)
    assert "一句话" in resident.sends_picture()
    assert "NH20261124-0002" in resident.says("井盖没有了")
    (row,) = chat.rows(select(Attachment.number))
    assert row.number == "NH20261124-0002"


def test_a_picture_that_came_an_hour_ago_is_not_taken_for_a_new_report(chat, clock):
    resident = chat.person("李阿姨")
    resident.sends_picture()
    clock.turn(hours=1)
    resident.says("井盖没有了")
    (row,) = chat.rows(select(Attachment.number))
    assert row.number is None


def test_a_location_before_the_words_gives_the_report_its_place(chat):
    resident = chat.person("李阿姨")
    assert "一句话" in resident.sends_location("梧桐里1号院", 32.05, 118.76)
    resident.says("井盖没有了")
    (ticket,) = chat.tickets()
    assert (ticket.place_text, ticket.lat) == ("梧桐里1号院", 32.05)


def test_the_place_in_a_second_message_completes_the_report_instead_of_opening_another(chat):
    resident = chat.person("李阿姨")
    assert "还缺地点" in resident.says("楼道灯坏了")
    answer = resident.says("梧桐里小区3幢2单元")
    assert "NH20261124-0001" in answer
    (ticket,) = chat.tickets()
    assert ticket.place_text == "梧桐里小区3幢2单元"


def test_a_place_alone_gets_the_question_what_is_wrong(chat):
    assert "3幢2单元出了什么问题" in chat.person("李阿姨").says("3幢2单元")
    assert chat.tickets() == []


def test_a_recognised_voice_is_a_report_of_its_own(chat):
    answer = chat.person("李阿姨").speaks("3幢的电梯停在5楼不动了。")
    assert "NH20261124-0001" in answer
    (ticket,) = chat.tickets()
    assert "电梯" in ticket.summary
    (voice,) = chat.rows(select(Attachment.kind, Attachment.number, Attachment.transcript))
    assert (voice.kind, voice.number) == ("voice", ticket.number)


def test_a_voice_that_only_says_where_is_asked_what_is_wrong_and_joins_the_report(chat):
    resident = chat.person("李阿姨")
    assert "3幢2单元出了什么问题" in resident.speaks("3幢2单元")
    assert chat.tickets() == []
    assert "NH20261124-0001" in resident.says("下水道堵了")
    assert chat.tickets()[0].place_text == "3幢2单元"
    assert chat.rows(select(Attachment.kind, Attachment.number)) == [("voice", "NH20261124-0001")]


def test_a_voice_after_a_picture_is_its_report_and_leaves_no_draft(chat, clock):
    resident = chat.person("李阿姨")
    resident.sends_picture()
    assert "NH20261124-0001" in resident.speaks("3幢的电梯停在5楼不动了。")
    clock.turn(minutes=31)
    chat.work()
    assert [(row.number, row.draft) for row in chat.tickets()] == [("NH20261124-0001", False)]
    numbers = chat.rows(select(Attachment.number))
    assert numbers == [("NH20261124-0001",)] * 2


def test_a_spoken_command_is_a_command(chat):
    resident = chat.person("李阿姨")
    resident.says("3幢楼道灯坏了")
    assert "共上报 1 件" in resident.speaks("进度。")
    assert len(chat.tickets()) == 1


def test_a_voice_that_nobody_understood_gets_a_question(chat):
    assert "一句话" in chat.person("李阿姨").speaks(None)
    assert chat.tickets() == []


def test_progress_shows_number_state_and_time_newest_first(chat, clock):
    resident = chat.person("李阿姨")
    assert "没有上报记录" in resident.says("进度")
    resident.says("3幢楼道灯坏了")
    clock.turn(minutes=30)
    resident.says("3幢门口积水")
    answer = resident.says("我想查进度")
    assert "共上报 2 件" in answer
    assert answer.index("0002") < answer.index("0001")
    assert "11月24日 10:00" in answer
    assert "等待受理" in answer
    assert "0001" in resident.says("进度 1")
    assert "0002" not in resident.says("进度 1")
    assert "没有找到" in resident.says("进度 9")


def test_nobody_sees_another_persons_tickets(chat):
    chat.person("李阿姨").says("3幢楼道灯坏了")
    stranger = chat.person("张大爷")
    assert "没有上报记录" in stranger.says("进度")
    assert "没有找到" in stranger.says("撤回 1")
    assert chat.tickets()[0].state == "reported"


def test_withdrawing_the_only_report_needs_no_number(chat, clock):
    resident = chat.person("李阿姨")
    resident.says("3幢楼道灯坏了")
    assert "已撤回" in resident.says("撤回")
    (ticket,) = chat.tickets()
    assert (ticket.state, ticket.ended_at) == ("withdrawn", clock.now)
    assert "没有可以撤回" in resident.says("撤回")
    assert "不能撤回" in resident.says("撤回 1")


def test_withdrawing_one_of_several_asks_which(chat):
    resident = chat.person("李阿姨")
    resident.says("3幢楼道灯坏了")
    resident.says("3幢门口积水")
    question = resident.says("撤回")
    assert "NH20261124-0001" in question
    assert "NH20261124-0002" in question
    assert "0001" in resident.says("撤回 0001")
    assert [ticket.state for ticket in chat.tickets()] == ["withdrawn", "reported"]


def test_a_picture_after_a_withdrawal_does_not_join_the_withdrawn_report(chat):
    resident = chat.person("李阿姨")
    resident.says("3幢楼道灯坏了")
    resident.says("撤回")
    assert "一句话" in resident.sends_picture()
