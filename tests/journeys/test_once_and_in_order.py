"""Nothing twice, nothing lost, one after the other: retries, crowds, failing handlers, a database that is away."""

import io
import json
import sys
import threading
from concurrent.futures import ThreadPoolExecutor

import requests
from sqlalchemy import select, text

from handlers import catalogue
from handlers import texts as said
from handlers.conversation.commands import SendLink
from linli import logs
from simulator.envelope import sealed, unsealed
from storage.models import Account, Attachment, Inbound, Ticket, TicketEvent
from tests.chat import SECRETS


def deliver(chat, fields):
    post = sealed(SECRETS, fields, chat.clock())
    return requests.post(f"{chat.webhook}?{post.query}", post.body, headers={"Content-Type": "text/xml"}, timeout=20)


def fields_of(number, text="3幢楼道灯坏了", sender="o" + "7" * 27):
    return {
        "ToUserName": "gh_x", "FromUserName": sender, "CreateTime": 1, "MsgType": "text", "Content": text, "MsgId": number,
    }  # fmt: skip


def reply_text(response):
    return unsealed(SECRETS, response.content)["Content"]


def test_three_deliveries_one_after_the_other_give_one_ticket_and_equal_replies(chat, clock):
    answers = []
    for _ in range(3):
        answers.append(reply_text(deliver(chat, fields_of(1))))
        clock.turn(seconds=5)
    assert len(set(answers)) == 1
    assert len(chat.tickets()) == 1


def test_three_deliveries_at_the_same_time_give_one_ticket_and_equal_replies(chat):
    for number in range(10):
        with ThreadPoolExecutor(3) as pool:
            answers = list(pool.map(lambda _, n=number: reply_text(deliver(chat, fields_of(n))), range(3)))
        assert len(set(answers)) == 1
        assert len(chat.tickets()) == number + 1


def test_a_redelivery_a_week_later_gets_the_same_reply(chat, clock):
    first = reply_text(deliver(chat, fields_of(1)))
    clock.turn(days=7)
    assert reply_text(deliver(chat, fields_of(1))) == first
    assert len(chat.tickets()) == 1


def test_one_message_id_from_two_people_is_two_messages(chat):
    deliver(chat, fields_of(1, sender="o" + "1" * 27))
    deliver(chat, fields_of(1, sender="o" + "2" * 27))
    assert len(chat.tickets()) == 2


def test_two_events_of_one_second_are_told_apart(chat):
    event = {"ToUserName": "gh_x", "FromUserName": "o" + "1" * 27, "CreateTime": 5, "MsgType": "event"}
    deliver(chat, {**event, "Event": "LOCATION", "Latitude": 1})
    deliver(chat, {**event, "Event": "CLICK", "EventKey": "HELP"})
    deliver(chat, {**event, "Event": "CLICK", "EventKey": "PROGRESS"})
    deliver(chat, {**event, "Event": "CLICK", "EventKey": "HELP"})
    assert len(chat.rows(select(Inbound.dedupe_key))) == 3


def test_a_lost_answer_is_asked_for_again_and_found(chat):
    chat.platform.answer_within = 2
    resident = chat.person("李阿姨")
    chat.platform.faults.plan("drop", times=2)
    assert "NH20261124-0001" in resident.says("3幢楼道灯坏了")
    chat.platform.faults.plan("duplicate")
    assert "NH20261124-0002" in resident.says("3幢门口积水")
    assert len(chat.tickets()) == 2


def test_a_crowd_gets_distinct_numbers_without_gaps_and_each_its_own_answer(chat):
    people = [chat.person(f"居民{n}") for n in range(12)]

    def report_twice(person):
        place = f"{person.openid[-2:]}幢"
        return [person.says(f"{place}楼道灯坏了"), person.says(f"{place}门口积水")]

    with ThreadPoolExecutor(12) as pool:
        answers = [answer for pair in pool.map(report_twice, people) for answer in pair]
    numbers = sorted(ticket.number for ticket in chat.tickets())
    assert numbers == [f"NH20261124-{n:04d}" for n in range(1, 25)]
    by_number = {ticket.number: ticket for ticket in chat.tickets()}
    for answer in answers:
        number = next(number for number in numbers if number in answer)
        assert by_number[number].summary in answer


def test_two_quick_messages_of_one_person_are_taken_in_order(chat):
    """The picture sent right behind its words, over another connection, always finds the report open."""
    for number in range(8):
        sender = f"o{number:027d}"
        picture = {**fields_of(100 + number, sender=sender), "MsgType": "image", "MediaId": f"m{number}"}
        words_are_in = threading.Thread(target=deliver, args=(chat, fields_of(number, sender=sender)))
        words_are_in.start()
        deliver(chat, picture)
        words_are_in.join()
    joined = chat.rows(
        select(Ticket.account_id, Attachment.account_id).join(Attachment, Attachment.number == Ticket.number)
    )
    assert len(joined) == 8
    assert all(ticket_of == picture_of for ticket_of, picture_of in joined)


def test_a_message_that_breaks_its_handler_is_answered_and_takes_nobody_with_it(chat, monkeypatch):
    def breaks(_command, ctx):
        ctx.uow.execute(text("INSERT INTO ticket_events (number, kind, to_state, at) VALUES ('x', 'x', 'x', NULL)"))

    monkeypatch.setitem(catalogue._EXECUTORS, SendLink, breaks)
    people = [chat.person(f"居民{n}") for n in range(10)]

    def act(pair):
        number, person = pair
        return person.phone.link("看看", "http://example.invalid") if number % 3 == 0 else person.says("3幢楼道灯坏了")

    with ThreadPoolExecutor(10) as pool:
        answers = list(pool.map(act, enumerate(people)))
    assert [answer == said.BUSY for answer in answers] == [n % 3 == 0 for n in range(10)]
    assert len(chat.tickets()) == 6
    assert len(chat.rows(select(TicketEvent.id))) == 6


def test_the_log_of_a_failure_says_where_and_quotes_no_row(chat, monkeypatch):
    def breaks(_command, ctx):
        ctx.uow.execute(text("INSERT INTO tickets (number, summary) VALUES ('x', '李阿姨家漏水')"))

    monkeypatch.setitem(catalogue._EXECUTORS, SendLink, breaks)
    out = io.StringIO()
    logs.configure(out)
    try:
        chat.person("李阿姨").phone.link("看看", "http://example.invalid")
    finally:
        logs.configure(sys.stderr)
    (failure,) = [
        json.loads(line) for line in out.getvalue().splitlines() if '"failed"' in line and "at" in json.loads(line)
    ]
    assert failure["error"] == "IntegrityError"
    assert any("breaks" in step for step in failure["at"])
    assert "漏水" not in out.getvalue()


def test_with_the_database_away_the_sender_is_told_and_sending_again_works(chat, monkeypatch):
    resident = chat.person("李阿姨")
    resident.says("帮助")
    with chat.database.write() as connection:
        connection.execute(text("ALTER TABLE tickets RENAME TO tickets_away"))
    answer = resident.says("3幢楼道灯坏了")
    assert "没有记下来" in answer
    with chat.database.write() as connection:
        connection.execute(text("ALTER TABLE tickets_away RENAME TO tickets"))
    assert "NH20261124-0001" in resident.says("3幢楼道灯坏了")
    assert len(chat.rows(select(Account.id))) == 1


def test_a_wake_up_follows_only_what_left_work(chat):
    resident = chat.person("李阿姨")
    resident.says("帮助")
    assert chat.wakes == 0
    resident.says("3幢楼道灯坏了")
    assert chat.wakes == 1
    resident.says("进度")
    assert chat.wakes == 1
    resident.sends_picture()
    assert chat.wakes == 2
