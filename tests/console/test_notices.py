"""Notices at the back office: written, looked at, agreed to by a second person, followed, changed and ended there."""

import re
from datetime import timedelta

import pytest

from storage.models import Account
from tests.notices import HOMES, NUMBER, dwellers, got
from tests.office import Office, plain


@pytest.fixture
def homes(chat, people):
    found = {name: chat.person(name) for name, _ in HOMES}
    for name, home in HOMES:
        found[name].says(f"我住{home}")
    return found


def does(office, do, **fields):
    """Fills a form of the page, as it stands now, and sends it."""
    page = office.web.get("/console/notices").text
    nonce = re.search(r'name="nonce" value="([^"]+)"', page)
    form = {"do": do, "csrf": office.csrf, "nonce": nonce[1] if nonce else "", **fields}
    return office.web.post("/console/notices", data=form, headers={"HX-Request": "true"})


DRAFT = {
    "text": "管网抢修停水，请提前接水", "where": "梧桐里1号院、梧桐里2号院9幢", "starts": "2026-11-25T09:00",
    "ends": "2026-11-25T15:00", "kind": "",
}  # fmt: skip


def test_a_notice_is_written_looked_at_agreed_to_and_followed(chat, people, homes, clock):
    with chat.database.write() as connection:
        connection.execute(Account.__table__.insert(), dwellers(chat, 200, clock() - timedelta(days=9)))
    homes["王叔叔"].says("退订停水通知")
    secretary = Office(chat).signs_in(people.secretary)
    answer = does(secretary, "draft", **DRAFT)
    assert answer.headers["HX-Trigger"] == "notices-changed"
    assert f"通知 {NUMBER}，还没有发" in plain(answer.text)
    page = secretary.sees("/console/notices")
    assert "【停水】梧桐里1号院、梧桐里2号院9幢：11月25日 09:00—15:00" in page
    assert "公众号消息（48小时内来过消息） 4" in page, page
    assert "下次来消息时带给他们 200" in page
    assert "退订了这类通知 1" in page
    assert "要另行告知的主要在：梧桐里1号院1幢 200 人、梧桐里1号院05幢 1 人" in page
    assert "王**（梧桐里1号院05幢" in page, "of the roster by name, masked"
    assert "人数较多，要另一位负责人同意" in page
    assert "已请街道领导魏领导" in plain(does(secretary, "approve", number=NUMBER).text)
    assert "已请人过目" in secretary.sees("/console/notices/live")
    chat.work()
    assert not got(homes["李阿姨"], "停水")
    dispatcher = Office(chat).signs_in(people.dispatcher)
    assert "等另一位同意" in dispatcher.sees("/console/notices")
    assert "开始发，共 204 人" in plain(does(dispatcher, "approve", number=NUMBER).text)
    assert does(dispatcher, "approve", number=NUMBER).status_code == 409, "agreed to once"
    chat.work()
    assert len(got(homes["李阿姨"], "【停水】", "11月25日 09:00—15:00", "请提前接水")) == 1
    page = secretary.sees("/console/notices")
    assert "何派单 同意" in page
    assert "应发 204 人：已送到 4，等着发 0，下次来消息时带上 200" in page, page
    changed = does(secretary, "change", number=NUMBER, starts="2026-11-25T10:00", ends="2026-11-25T16:00")
    assert "改为11月25日 10:00—16:00" in plain(changed.text)
    assert "正在告诉收到过的 204 人" in plain(does(secretary, "end", number=NUMBER, note="不修了").text)
    chat.work()
    assert len(got(homes["李阿姨"], "不修了")) == 1


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_what_is_wrong_is_said_beside_the_form_and_nothing_is_written(chat, people, homes):
    office = Office(chat).signs_in(people.secretary)
    for wrong, said in (
        ({"text": ""}, "请填写"), ({"starts": "明天"}, "请选日期和时间"), ({"starts": "9999-12-31T23:59"}, "请选日期和时间"),
        ({"kind": "flood"}, "请从列出的里面选"), ({"where": "无名小区"}, "没找到“无名小区”"),
        ({"where": "梧桐里1号院77幢"}, "77幢"), ({"where": "虎踞北路4号"}, "抱歉"),
        ({"where": "1幢"}, "像是：梧桐里1号院1幢、梧桐里2号院1幢"),
        ({"starts": "2026-11-20T09:00", "ends": "2026-11-20T15:00"}, "已经过了"),
        ({"ends": "2026-11-25T08:00"}, "早于开始"), ({"text": "停" * 301}, "300"),
    ):  # fmt: skip
        answer = does(office, "draft", **{**DRAFT, **wrong})
        assert said in plain(answer.text), (wrong, plain(answer.text))
        assert answer.headers["HX-Retarget"] == "this"
    assert "最近两周没有通知" in office.sees("/console/notices")


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_a_draft_that_is_written_anew_is_agreed_to_anew(chat, people, homes, clock):
    with chat.database.write() as connection:
        connection.execute(Account.__table__.insert(), dwellers(chat, 200, clock() - timedelta(days=9)))
    secretary, dispatcher = Office(chat).signs_in(people.secretary), Office(chat).signs_in(people.dispatcher)
    does(secretary, "draft", **DRAFT)
    does(secretary, "approve", number=NUMBER)
    again = does(dispatcher, "redraft", number=NUMBER, text="停水，请接水", starts="", ends="2026-11-25T18:00")
    assert "09:00—18:00" in plain(again.text), plain(again.text)
    assert "已请" in plain(does(dispatcher, "approve", number=NUMBER).text), "these are the dispatcher's words now"
    assert "开始发" in plain(does(secretary, "approve", number=NUMBER).text)


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_in_a_browser(chat, people, homes, browser, clock, tmp_path):
    with chat.database.write() as connection:
        connection.execute(Account.__table__.insert(), dwellers(chat, 230, clock() - timedelta(days=9)))
    homes["王叔叔"].says("退订停水通知")
    homes["赵奶奶"].phone.unfollow()
    office = Office(chat).signs_in(people.secretary)
    context = browser.new_context(viewport={"width": 1100, "height": 900}, locale="zh-CN")
    base = chat.webhook.removesuffix("/wechat")
    context.add_cookies([{"name": "linli_console", "value": office.cookie, "url": f"{base}/console"}])
    page = context.new_page()
    problems = []
    page.on("pageerror", lambda error: problems.append(str(error)))
    page.goto(f"{base}/console/notices")
    form = page.locator(".notice-new form")
    form.locator("[name=text]").fill(DRAFT["text"])
    form.locator("[name=where]").fill(DRAFT["where"])
    form.locator("[name=starts]").fill(DRAFT["starts"])
    form.locator("[name=ends]").fill(DRAFT["ends"])
    form.get_by_role("button").click()
    draft = page.locator(f"#{NUMBER}")
    draft.get_by_text("谁会收到").wait_for()
    assert draft.locator("tr.kept td").last.inner_text() == "230"
    page.screenshot(path=tmp_path / "preview.png", full_page=True)
    draft.get_by_role("button", name="可以发").click()
    draft.get_by_text("等另一位同意").wait_for()
    people.lead.says(f"可以发 {NUMBER}")
    chat.work()
    page.reload()
    page.locator(f"#{NUMBER} progress").wait_for()
    page.screenshot(path=tmp_path / "sent.png", full_page=True)
    assert problems == []
