"""Which push goes out first, when, to whom and by which way."""

from dataclasses import replace
from datetime import UTC, datetime

from sqlalchemy import select, update

from bot.delivery import deliver_due
from bot.notice_templates import NoticeTemplate
from bot.tools import Tools
from bot.wecom import WeComApi
from governance.notices import Group
from simulator.windows import GRANTS
from storage.models import Account, Outbox, Person
from tests.journeys.deliveries import enqueue_notification, received, states
from tests.staff import staff


def test_the_most_urgent_goes_first(chat, followers, monkeypatch):
    enqueue_notification(chat, 20, kind="news", priority=5)
    enqueue_notification(chat, 1, kind="hazard", priority=0)
    with chat.database.write() as connection:
        connection.execute(update(Outbox).where(Outbox.kind == "hazard").values(text="通知危险"))
    order = []
    send = chat.api.send_text
    monkeypatch.setattr(chat.api, "send_text", lambda openid, text: (order.append(text), send(openid, text)))
    monkeypatch.setattr("bot.delivery.CONNECTIONS", 1)
    monkeypatch.setattr("bot.delivery.WAITING", 0)
    chat.work()
    assert order[0].startswith("通知危险")
    assert len(received(chat)) == 21


def test_at_night_only_dangers_and_what_was_asked_for(chat, clock, followers):
    clock.now = datetime(2026, 11, 24, 15, 0, tzinfo=UTC)  # 23:00
    awake = followers[0]
    awake.says("帮助")
    accounts = [row.id for row in chat.rows(select(Account.id).order_by(Account.id))]
    enqueue_notification(chat, 3, accounts=accounts[:3])
    enqueue_notification(chat, 1, kind="hazard", accounts=[accounts[5]], priority=0, by_night=True)
    chat.work()
    assert states(chat) == {"sent": 2, "waiting": 2}
    waiting = chat.rows(select(Outbox.not_before, Outbox.attempts).where(Outbox.state == "waiting"))
    assert {(row.not_before.isoformat(), row.attempts) for row in waiting} == {("2026-11-24T23:30:00+00:00", 0)}
    clock.now = datetime(2026, 11, 24, 23, 31, tzinfo=UTC)  # 07:31
    chat.work()
    assert states(chat) == {"sent": 4}


def test_who_does_not_want_news_gets_none_and_can_have_them_back(chat, clock, followers):
    resident = followers[0]
    assert "不再推送：上报进展" in resident.says("退订进展")
    account = chat.rows(select(Account.id).where(Account.openid == resident.openid))[0].id
    enqueue_notification(chat, 1, accounts=[account])
    enqueue_notification(chat, 1, kind="late", accounts=[account])
    chat.work()
    assert states(chat) == {"dropped": 1, "sent": 1}
    assert "所有通知都会推送" in resident.says("恢复提醒")
    assert "上报进展、催办提醒、简报" in resident.says("退订提醒")


def test_outside_the_window_a_template_carries_it_then_wecom_then_it_is_kept(chat, clock, redis):
    people = staff(chat)
    clock.turn(hours=50)
    chat.platform.templates["T1"] = ("thing1", "time2")
    template = NoticeTemplate("T1", "subscribe", {"thing1": "text", "time2": "time"})
    wecom = WeComApi(f"{chat.api_base}/wecom", "corp", "stand-in", 1, redis)
    chat.platform.wecom.members.add("chen")
    with chat.database.write() as connection:
        connection.execute(update(Person).where(Person.code.in_(["R1", "R4"])).values(wecom_id="chen"))
        connection.execute(update(Person).where(Person.code == "R4").values(wecom_id="nobody"))
    accounts = {
        row.code: row.id
        for row in chat.rows(select(Person.code, Account.id).join(Account, Account.person_id == Person.id))
    }
    chat.platform.permissions[people.leader.openid, "T1"] = 1
    tools = Tools(
        chat.database,
        chat.api,
        chat.tools.files,
        clock,
        chat.tools.fonts,
        templates={Group.WORK: template},
        wecom=wecom,
    )
    enqueue_notification(chat, 3, kind="work", accounts=[accounts["R5"], accounts["R1"], accounts["R4"]])
    chat.platform.wecom.kill_tokens()
    deliver_due(tools)
    rows = chat.rows(select(Outbox.text, Outbox.state, Outbox.channel, Outbox.last_error).order_by(Outbox.id))
    rows = [row for row in rows if row.text.startswith("通知")]
    assert [(row.state, row.channel) for row in rows] == [("sent", "notice"), ("sent", "wecom"), ("kept", None)]
    assert "43101" in rows[2].last_error
    assert "81013" in rows[2].last_error
    assert chat.platform.wecom.inbox == [("chen", "通知0001")]
    assert "通知0002" in people.head.says("我的工单")
    assert states(chat) == {"sent": 3}


def test_a_long_text_is_cut_at_a_character_for_each_way(chat, clock, redis):
    people = staff(chat)
    account = chat.rows(select(Account.id).where(Account.openid == people.worker.openid))[0].id
    enqueue_notification(chat, 1, kind="work", accounts=[account])
    with chat.database.write() as connection:
        connection.execute(update(Outbox).where(Outbox.account_id == account).values(text="通知" + "很长" * 2000))
    chat.work()
    assert people.worker.notices[-1].endswith("…")
    assert len(people.worker.notices[-1].encode()) <= 2048


def test_an_unknown_template_and_no_channel_keep_it_with_the_reason(chat, clock):
    people = staff(chat)
    clock.turn(hours=50)
    account = chat.rows(select(Account.id).where(Account.openid == people.worker.openid))[0].id
    enqueue_notification(chat, 1, kind="work", accounts=[account])
    template = NoticeTemplate("unknown", "template", {"first": "text"})
    tools = Tools(chat.database, chat.api, chat.tools.files, clock, chat.tools.fonts, templates={Group.WORK: template})
    deliver_due(tools)
    (row,) = chat.rows(select(Outbox.state, Outbox.last_error).where(Outbox.dedupe_key.like("work:0:%")))
    assert row.state == "kept"
    assert "40037" in row.last_error


def test_whom_the_platform_says_does_not_follow_is_remembered(chat, clock, followers):
    chat.platform.people[followers[0].openid].followed_at = None  # it was not told
    account = chat.rows(select(Account.id).where(Account.openid == followers[0].openid))[0].id
    enqueue_notification(chat, 2, accounts=[account])
    chat.work()
    assert states(chat) == {"dropped": 2}
    assert chat.rows(select(Account.unsubscribed_at).where(Account.id == account))[0].unsubscribed_at is not None


def test_within_the_window_a_template_carries_dangers_only(chat, clock, redis):
    people = staff(chat)
    chat.platform.templates["T1"] = ("thing1", "time2")
    template = NoticeTemplate("T1", "template", {"thing1": "text", "time2": "time"})
    account = chat.rows(select(Account.id).where(Account.openid == people.leader.openid))[0].id
    chat.tools = replace(chat.tools, templates={Group.WORK: template})
    for _ in range(GRANTS["message"].messages):
        chat.api.send_text(
            people.leader.openid, "占用"
        )  # after these the platform takes no more for this message of theirs
    enqueue_notification(chat, 1, kind="work", accounts=[account])
    enqueue_notification(chat, 1, kind="hazard", accounts=[account], by_night=True, priority=0)
    chat.work()
    rows = chat.rows(select(Outbox.kind, Outbox.state, Outbox.channel).where(Outbox.account_id == account))
    assert sorted(tuple(row) for row in rows) == [("hazard", "sent", "notice"), ("work", "kept", None)]
    assert "通知0000" in people.leader.says("我的工单")
