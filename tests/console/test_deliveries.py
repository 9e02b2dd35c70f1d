"""Pushes that did not reach anybody, and items that fail: the cause in Chinese, what to do, buttons that do it once."""

from sqlalchemy import insert, select, update

from console.delivery_texts import CAUSE, STATE
from governance.delivery_trouble import Trouble
from storage.models import Account, Audit, JobFailure, Outbox
from tests.office import Office


def failed(chat, speaker, state, error):
    """The newest push to somebody, as if it had come to this."""
    theirs = select(Outbox.id).join(Account, Account.id == Outbox.account_id).where(Account.openid == speaker.openid)
    (row,) = chat.rows(theirs.order_by(Outbox.id.desc()).limit(1))
    with chat.database.write() as connection:
        values = {"state": state, "last_error": error, "sent_at": None}
        connection.execute(update(Outbox).where(Outbox.id == row.id).values(**values))
    return row.id


def state_of(chat, push):
    return chat.rows(select(Outbox.state).where(Outbox.id == push))[0].state


def test_each_failed_push_says_why_and_what_to_do_and_is_sent_again_once(chat, people, office):
    chat.person("李阿姨").says("梧桐里1号院05幢3楼楼道灯坏了")
    chat.work()
    before = len(people.worker.notices)
    push = failed(chat, people.worker, "maybe_sent", "timed out")
    page = office.sees("/console/deliveries")
    assert "不知道对方收到没有" in page
    assert "没收到再点“再发一次”" in page
    assert "陈试用 R1" in page, "whose post serves the public"
    form = {"csrf": office.csrf, "push": push, "do": "again", "nonce": "once"}
    for _ in range(2):
        assert office.web.post("/console/deliveries", data=form).status_code == 303
        chat.work()
    assert state_of(chat, push) == "sent"
    assert len(people.worker.notices) == before + 1
    again = office.web.post("/console/deliveries", data={**form, "nonce": "later"})
    assert again.status_code == 409
    assert "已经发出" in again.text
    waiting = failed(chat, people.worker, "kept", "45015 out of time; 43101 refused")
    assert "超过 48 小时没来消息" in office.sees("/console/deliveries?cause=not_permitted")
    off = {"csrf": office.csrf, "push": waiting, "do": "off", "nonce": "off"}
    assert office.web.post("/console/deliveries", data=off).status_code == 303
    assert state_of(chat, waiting) == "dropped"
    assert "没有没送到的推送" in office.sees("/console/deliveries")
    assert {row.action for row in chat.rows(select(Audit.action))} >= {"push.again", "push.off"}


def test_a_failing_item_is_set_aside_and_tried_again(chat, people, office):
    with chat.database.write() as connection:
        row = {"attempts": 1, "failed_at": chat.clock(), "next_try_at": chat.clock(), "last_error": "KeyError"}
        connection.execute(insert(JobFailure).values(job="articles", item="7", **row))
    form = {"csrf": office.csrf, "job": "articles", "item": "7", "do": "aside"}
    assert office.web.post("/console/jobs", data=form).status_code == 302
    assert "已搁置" in office.sees("/console/jobs")
    assert office.web.post("/console/jobs", data=form).status_code == 404
    assert office.web.post("/console/jobs", data={**form, "do": "retry"}).status_code == 302
    assert "已搁置" not in office.sees("/console/jobs")
    assert Office(chat).signs_in(people.worker).web.get("/console/deliveries").status_code == 403


def test_every_cause_has_its_words():
    assert set(CAUSE) == set(Trouble)
    assert set(STATE) == {"waiting", "sending", "sent", "kept", "maybe_sent", "dropped"}
