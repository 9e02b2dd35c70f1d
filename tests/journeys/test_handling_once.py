"""A message or an hour that comes again moves a ticket once."""

from datetime import timedelta

from sqlalchemy import select

from storage.models import Outbox, TicketEvent
from tests.journeys.handling import LAMP, reported


def test_a_retried_move_happens_once(chat, people, resident):
    reported(chat, resident)
    chat.platform.faults.plan("drop", times=2)
    people.worker.says("接单 1")
    assert [row.kind for row in chat.rows(select(TicketEvent.kind))].count("take") == 1


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
