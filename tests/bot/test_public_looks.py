"""Every page that anybody may open, in a real browser at the width of a phone: as usual and with large letters (长辈版)."""

import re

import pytest

from tests.filled import CERTIFICATE, CODE, filled
from tests.looks import cut, letters, serious, targets

PAPER = re.compile(r"\.(pdf|png|ics|js|<form>)$|^/(wechat|healthz|readyz|open311|console|connect|api|fonts|my-data)")
"""What is no page."""
WIDTH, ZOOM = 360, 1.75


@pytest.fixture
def town(chat, quota_for_all):
    return filled(chat)


@pytest.fixture
def quota_for_all(monkeypatch):
    from simulator.windows import GRANTS, Grant

    monkeypatch.setitem(GRANTS, "message", Grant(GRANTS["message"].lasts, 10_000))


def addresses(town):
    """Every page that there is, with something on it; a new one that is not named here fails."""
    named = {
        "/stars/<year:year>": "/stars/2026", "/awards/<code>": f"/awards/{CODE}", "/verify/<code>": f"/verify/{CERTIFICATE}",
        "/cases/<year:year>": "/cases/2026", "/booklets/<year:year>": "/booklets/2026", "/tickets/<token>": town.status,
        "/commendations/<year:year>": "/commendations/2026", "/surveys/answer/<token>": town.answer,
        "/articles/<row:number>": f"/articles/{town.ids['sent_article']}",
    }  # fmt: skip
    rules = {rule.rule for rule in town.chat.app.url_map.iter_rules() if "GET" in (rule.methods or ())}
    pages = sorted(named.get(rule, rule) for rule in rules if not PAPER.search(rule) and rule != "/stars")
    assert len(pages) >= 13
    assert not [page for page in pages if "<" in page]
    return [*pages, "/nowhere"]


VOICE = """window.read = []; Object.defineProperty(window, "speechSynthesis", { value: {
  speak: (said) => { window.read.push(`${said.lang}:${said.text}`); setTimeout(() => said.onend(), 5); }, cancel: () => {} } });"""
"""A browser's voice that writes down what it reads: this browser has none."""


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_everybody_can_read_press_and_hear_every_public_page(town, browser):
    page = browser.new_context(viewport={"width": WIDTH, "height": 780}, has_touch=True).new_page()
    page.add_init_script(VOICE)
    problems = []
    page.on("pageerror", lambda error: problems.append(str(error)))
    page.on("console", lambda said: said.type == "error" and "404" not in said.text and problems.append(said.text))
    base = town.chat.webhook.removesuffix("/wechat")
    assert {path: wrong for path in addresses(town) if (wrong := measured(page, base, path))} == {}
    is_read_aloud(page, base + town.status)
    what_is_typed_stays(page, base + town.answer)
    assert problems == []


def measured(page, base, path):
    """What is wrong with a page as usual, with large letters, with the largest; and with all letters enlarged by the phone."""
    answer = page.goto(f"{base}{path}?view=usual")
    assert answer.status == (404 if path == "/nowhere" else 200), path
    wrong = letters(page, 16) + targets(page, 44, 44) + cut(page) + serious(page)
    page.goto(f"{base}{path}?view=large")
    wrong += letters(page, 18, 1.3) + targets(page, 60, 60) + cut(page) + serious(page) + cut(page, ZOOM)
    page.goto(f"{base}{path}?view=largest")
    body = page.evaluate("parseFloat(getComputedStyle(document.body).fontSize)")
    return wrong + cut(page) + cut(page, ZOOM) + ([] if body == 30 else [f"{body} px"])


def is_read_aloud(page, address):
    """All of it, in Chinese, sentence by sentence; a second press ends it."""
    page.goto(address)
    page.click("text=朗读")
    page.wait_for_selector('#aloud[aria-pressed="false"]')
    read = page.evaluate("read")
    assert read[0] == "zh-CN:您上报的事办到哪了"
    assert any("楼道灯坏了" in said for said in read)
    assert max(map(len, read)) < 130
    page.evaluate("read.length = 0")
    page.dblclick("#aloud")
    assert page.text_content("#aloud") == "朗读"
    assert len(page.evaluate("read")) < 5


def what_is_typed_stays(page, address):
    """Letters grow in place, and the browser remembers."""
    page.goto(f"{address}?view=usual")
    page.fill("textarea", "希望多种花")
    page.click("text=长辈版")
    assert page.input_value("textarea") == "希望多种花"
    assert page.evaluate("parseFloat(getComputedStyle(document.body).fontSize)") == 22
    page.goto(address)
    assert page.get_attribute("html", "class") == "elder large"
