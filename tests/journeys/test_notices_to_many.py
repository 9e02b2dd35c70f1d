"""Notices to many: each told once, whoever agrees at once, however many workers, and wherever one of them stopped."""

from collections import Counter
from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import func, select, update

from handlers.area_notices import jobs as notice_jobs
from storage.models import Account, AreaNotice, AreaNoticeRecipient, AreaNoticeWord, JobFailure, Outbox, Person
from tests.notices import NUMBER, dwellers, got, outage


def test_two_who_agree_at_once_send_it_once(chat, people, homes, crowd):
    """Each by a thread of their own, through the real door; and then two workers at once."""
    for number in range(1, 4):
        draft = f"TZ20261124-{number:02d}"
        people.secretary.says(f"通知梧桐里1号院明天{number + 8}点到15点停水")
        people.secretary.says(f"可以发 {draft}")
        who = (people.lead, people.dispatcher, people.secretary, people.head)
        said = [f"可以发 {draft}"] * 3 + [f"先别发 {draft}"]
        with ThreadPoolExecutor(4) as threads:
            answers = list(threads.map(lambda speaker, words: speaker.says(words), who, said))
        assert sum("开始发" in each or "不发了，没有" in each for each in answers) == 1, answers
        assert not any("稍后" in each for each in answers), answers
    with ThreadPoolExecutor(3) as threads:
        list(threads.map(lambda _: chat.run("area_words"), range(3)))
    chat.run("area_words")
    each = (Outbox.number, Outbox.account_id)
    told = chat.rows(select(*each, func.count()).where(Outbox.kind == "area_water").group_by(*each))
    assert {row[2] for row in told} <= {1}
    assert len(told) == 204 * len(chat.rows(select(AreaNotice.id).where(AreaNotice.state == "sent")))
    assert chat.rows(select(JobFailure.item)) == []


def test_each_way_is_counted_and_who_left_is_not_told(chat, people, homes, clock):
    homes["赵奶奶"].phone.unfollow()
    clock.turn(hours=50)
    homes["李阿姨"].says("帮助")
    with chat.database.write() as connection:
        connection.execute(update(Person).where(Person.code == "R5").values(wecom_id="wb"))
    answer = people.secretary.says("通知梧桐里1号院明天9点到15点停水")
    assert "会收到的 3 人" in answer, answer
    assert "公众号消息（48小时内来过消息）：1 人" in answer
    assert "暂时联系不上，下次来消息时带给他们：2 人" in answer, "no WeCom and no template in this installation"
    assert "取消了关注：1 人" in answer
    assert "要另行告知的主要在：梧桐里1号院05幢 2 人、梧桐里1号院1幢 1 人" in answer
    people.secretary.says("可以发")
    chat.work()
    assert len(got(homes["李阿姨"], "【停水】")) == 1
    assert not got(homes["王叔叔"], "【停水】")
    assert "【停水】" in homes["王叔叔"].says("帮助"), "handed over with the next answer"
    assert not got(homes["赵奶奶"], "停水")


def test_somebody_with_two_phones_is_told_once(chat, people, homes):
    leader = select(Person.id).where(Person.code == "R5").scalar_subquery()
    second = homes["王叔叔"]
    with chat.database.write() as connection:
        connection.execute(update(Account).where(Account.openid == second.openid).values(person_id=leader))
    assert "会收到的 3 人" in people.secretary.says("通知梧桐里1号院明天9点到15点停水")
    people.secretary.says("可以发")
    chat.work()
    assert len(got(second, "【停水】")) + len(got(people.leader, "【停水】")) == 1


def test_it_goes_on_where_it_stopped_and_a_change_reaches_who_was_told_and_who_was_not(
    chat, people, homes, monkeypatch
):
    monkeypatch.setattr(notice_jobs, "STEP", 2)
    outage(people)
    job = next(each for each in notice_jobs.JOBS if each.name == "area_words")
    word = str(chat.rows(select(AreaNoticeWord.id).where(AreaNoticeWord.name == "first"))[0][0])
    assert job.handle(chat.tools, word) == 2, "one step, then the worker is gone"
    assert "正在告诉收到过的 2 人" in people.secretary.says(f"改通知 {NUMBER} 明天10点到16点")
    chat.work()
    told = Counter()
    for name, speaker in (*list(homes.items())[:3], ("leader", people.leader)):
        told[len(got(speaker, "10:00—16:00"))] += 1
        assert len(got(speaker, "【停水】", "09:00—15:00")) == 0, name
    assert told == {1: 4}, "each heard the new time once, nobody the old one"
    assert chat.rows(select(AreaNotice.state))[0][0] == "sent"


@pytest.mark.parametrize("many", [2_600, pytest.param(100_000, marks=pytest.mark.soak)])
def test_many_are_told_each_once(chat, people, many, clock):
    clock.turn(minutes=1)
    rows = dwellers(chat, many, clock())
    with chat.database.write() as connection:
        connection.execute(Account.__table__.insert(), rows)
    people.secretary.says("通知梧桐里1号院明天9点到15点停水")
    people.secretary.says("可以发")
    assert "开始发" in people.lead.says("可以发")
    while chat.rows(select(AreaNotice.state))[0][0] != "sent":
        chat.run("area_words")
    assert chat.rows(select(func.count()).select_from(AreaNoticeRecipient))[0][0] == many + 1
    told = select(func.count(), func.count(func.distinct(Outbox.account_id))).where(Outbox.number == NUMBER)
    assert tuple(chat.rows(told.where(Outbox.kind == "area_water"))[0]) == (many + 1, many + 1)
