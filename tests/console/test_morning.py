"""A dispatcher's morning in a real browser: a report comes from a phone, is dispatched, followed, answered, closed, counted."""

import re

import pytest

from tests.patience import patient
from tests.staff import staff
from tests.stars import OPEN, REVIEW, neighbour, november, step


def base(chat):
    return chat.webhook.removesuffix("/wechat") + "/console"


def signed_in(chat, browser, speaker, **size):
    page = browser.new_context(viewport={"width": size.get("width", 1280), "height": 900}).new_page()
    page.problems = []
    page.on("pageerror", lambda error: page.problems.append(str(error)))
    page.on("console", lambda message: message.type == "error" and page.problems.append(message.text))
    page.goto(f"{base(chat)}/sign-in")
    passes_sign_in(page, speaker)
    return page


def passes_sign_in(page, speaker):
    """From the page of the sign-in to the office, by somebody's phone."""
    page.click("text=用微信登录")
    code = re.search(r"登录 \d{6}", page.text_content("#code"))
    assert "Chrome" in speaker.says(code[0])
    page.wait_for_selector("#number", timeout=patient(5000))
    assert "已在电脑上登录后台" in speaker.says(page.text_content("#number"))
    page.wait_for_url(re.compile(r"/console/$"), timeout=patient(8000))


def test_a_dispatcher_s_morning(chat, clock, browser):
    people = staff(chat)
    resident = chat.person("李阿姨")
    page = signed_in(chat, browser, people.dispatcher)
    assert "没有符合的工单" in page.text_content("#rows")

    phones = browser.new_page()
    phones.goto(chat.api_base)
    phone = phones.locator(".phone", has_text="李阿姨")
    phone.locator(".words").fill("梧桐里1号院05幢外墙瓷砖往下掉，很危险")
    phone.locator(".send").click()
    page.wait_for_selector(".danger >> text=外墙瓷砖", timeout=patient(2000))
    chat.work()
    page.wait_for_selector(".hazards .clocks >> text=还剩 2小时", timeout=patient(3000))

    page.click(".danger .number")
    page.fill("#form-dispatch [name=whom]", "R1")
    page.click("#form-dispatch button")
    page.wait_for_selector("#answer .said >> text=陈试用")
    page.wait_for_selector(".facts >> text=陈试用", timeout=patient(5000))
    for note in ("已电话通知物业", "围挡在路上"):
        page.fill("#form-remark [name=note]", note)
        page.click("#form-remark button")
        page.wait_for_selector(f".line >> text={note}", timeout=patient(5000))
    clock.turn(minutes=45)
    page.reload()
    assert "还剩 1小时15分" in page.inner_text(".facts")

    page.fill("#form-relay [name=note]", "请绕行，抢修的人马上到")
    page.click("#form-relay button")
    page.wait_for_selector(".talk >> text=抢修的人马上到", timeout=patient(5000))
    chat.work()
    assert any("抢修的人马上到" in text for text in resident.notices)

    worker = people.worker
    for said in ("接单 1", "方案 1 拉警戒线，今晚清除"):
        worker.says(said)
    for said in ("到场 1", "进场 1"):
        worker.sends_picture()
        worker.says(said)
    worker.sends_picture()
    worker.says("办结 1 松动的瓷砖已清除")
    page.wait_for_selector("#form-verify", timeout=patient(5000))
    page.click("#form-verify button")
    page.wait_for_selector(".facts >> text=已核查", timeout=patient(5000))
    chat.work()
    resident.says("满意 1")
    page.wait_for_selector(".facts >> text=已办结", timeout=patient(5000))
    assert page.locator(".line li").count() >= 8

    page.click("nav >> text=考核")
    page.wait_for_selector("#chart svg", timeout=patient(5000))
    assert "100.0%（1/1）" in page.inner_text("table >> nth=0")
    page.click("table >> nth=0 >> .figure >> nth=1")
    page.wait_for_selector("#behind >> text=达标")
    assert page.problems == []


only_pages = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
"""What is looked at here is the same with either database."""


@only_pages
def test_what_was_typed_outlives_a_refusal_while_the_page_renews_itself(chat, browser):
    people = staff(chat)
    chat.person("李阿姨").says("梧桐里1号院05幢3楼楼道灯坏了")
    page = signed_in(chat, browser, people.dispatcher)
    page.click(".board .number")
    whom, note = page.locator("#form-dispatch [name=whom]"), page.locator("#form-dispatch [name=note]")
    whom.fill("查无此人")
    note.fill("号牌已换，单子已转")
    page.click("#form-dispatch button")
    page.wait_for_selector("#form-dispatch .said.bad >> text=查无此人")
    people.head.says("备注 1 门禁密码问门卫")
    page.wait_for_selector(".line >> text=门禁密码问门卫", timeout=5000)
    assert (whom.input_value(), note.input_value()) == ("查无此人", "号牌已换，单子已转")
    whom.fill("R1")
    page.click("#form-dispatch button")
    page.wait_for_selector(".line >> text=派单", timeout=5000)
    page.wait_for_selector("#answer .said.good >> text=陈试用")
    page.wait_for_selector("#form-dispatch .said", state="detached", timeout=5000)
    assert (whom.input_value(), note.input_value()) == ("", "")
    assert [problem for problem in page.problems if "409" not in problem] == []


@only_pages
def test_it_works_on_a_phone_by_keyboard_and_on_the_wall(chat, browser):
    people = staff(chat)
    chat.person("李阿姨").says("梧桐里1号院05幢3楼楼道灯坏了")
    page = signed_in(chat, browser, people.head, width=360)
    assert page.evaluate(_WIDER_THAN_THE_SCREEN) == []
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "跳到正文"
    page.focus(".board .number")
    page.keyboard.press("Enter")
    page.wait_for_selector(".facts >> text=楼道灯坏了")
    assert page.evaluate(_WIDER_THAN_THE_SCREEN) == []
    page.set_viewport_size({"width": 1920, "height": 1080})
    page.goto(f"{base(chat)}/wall")
    figure = page.locator(".tile b").first
    assert float(figure.evaluate("node => parseFloat(getComputedStyle(node).fontSize)")) >= 60
    assert page.evaluate("document.documentElement.scrollHeight") <= 1080
    chat.person("张大爷").says("梧桐里1号院05幢外墙瓷砖往下掉，很危险")
    page.wait_for_selector(
        ".wall-hazards >> text=05幢", timeout=patient(9000)
    )  # its building; the words stay in the office
    assert page.problems == []


@only_pages
def test_a_secretary_reviews_the_stars_on_a_phone(chat, clock, browser):
    people = november(chat, clock)
    step(chat, clock, OPEN)
    neighbour(chat, "李阿姨").says("推荐 甲一员 05幢 每天帮独居老人取奶")
    neighbour(chat, "张大爷").says("推荐 王阿姨 05幢 给瘫痪的邻居送饭")
    step(chat, clock, REVIEW)
    page = signed_in(chat, browser, people.secretary, width=360)
    page.click("#menu-open")
    page.click("nav >> text=美善之星")
    first = page.locator(".candidate", has_text="甲一员")
    first.locator("summary").click()
    assert "每天帮独居老人取奶" in first.inner_text()
    assert page.evaluate(_WIDER_THAN_THE_SCREEN) == []
    assert page.evaluate(_CONTRAST) == []
    first.get_by_placeholder("改写公布的事迹").fill("风雨无阻")
    first.get_by_role("button", name="退回").click()
    first.get_by_text("请填写：理由").wait_for()
    assert first.get_by_placeholder("改写公布的事迹").input_value() == "风雨无阻"
    assert page.evaluate(_WIDER_THAN_THE_SCREEN) == []
    assert page.evaluate(_CONTRAST) == []
    merging = page.locator(".candidate", has_text="王阿姨").locator("form", has=page.get_by_role("button", name="并入"))
    merging.get_by_placeholder("几号").fill("99")
    merging.get_by_role("button", name="并入").click()
    merging.get_by_role("alert").get_by_text("没有 99 号候选人").wait_for()
    assert merging.get_by_placeholder("几号").input_value() == "99"
    first.get_by_role("button", name="通过").click()
    page.wait_for_selector("#answer >> text=已通过 1 位")
    page.wait_for_selector(".candidate .tag >> text=已通过")
    page.locator(".candidate", has_text="王阿姨").get_by_placeholder("几号").fill("1")
    page.locator(".candidate", has_text="王阿姨").get_by_role("button", name="并入").click()
    page.wait_for_selector("#answer >> text=推荐合计 2 户")
    page.wait_for_selector("text=王阿姨", state="detached")
    refused = [problem for problem in page.problems if "status of 422" in problem or "status of 409" in problem]
    assert len(refused) == 2  # the browser notes the two forms that were not done
    assert page.problems == refused


@only_pages
def test_the_wall_stays_while_the_server_is_away_and_comes_back(chat, browser):
    people = staff(chat)
    page = signed_in(chat, browser, people.dispatcher)
    page.goto(f"{base(chat)}/wall")
    page.route("**/wall/live", lambda route: route.fulfill(status=503, body=""))
    page.wait_for_selector("#away", state="visible", timeout=patient(9000))
    assert "今日上报" in page.inner_text("#wall")
    page.unroute("**/wall/live")
    page.wait_for_selector("#away", state="hidden", timeout=patient(9000))


@only_pages
def test_every_text_stands_out_from_its_ground(chat, browser):
    """WCAG AA: 4.5 to 1 for text of usual size, 3 to 1 for large."""
    people = staff(chat)
    chat.person("李阿姨").says("梧桐里1号院05幢外墙瓷砖往下掉，很危险")
    page = signed_in(chat, browser, people.lead)
    number = chat.tickets()[-1].number
    for path in (
        "/",
        f"/tickets/{number}",
        "/wall",
        "/assessment",
        "/directory",
        "/knowledge",
        "/hotline",
        "/stars",
        "/say",
    ):
        page.goto(base(chat) + path)
        assert page.evaluate(_CONTRAST) == [], path


_WIDER_THAN_THE_SCREEN = """() => document.documentElement.scrollWidth <= innerWidth ? [] : [...document.querySelectorAll("body *")]
  .filter((node) => node.getBoundingClientRect().right > innerWidth + 1).map((node) => node.tagName + "." + node.className)"""

_CONTRAST = """() => {
  const rgb = (text) => { const n = text.match(/[\\d.]+/g).map(Number); return n.length > 3 ? n : [...n, 1]; };
  const light = ([r, g, b]) => { const f = (c) => { c /= 255; return c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4; };
    return 0.2126 * f(r) + 0.7152 * f(g) + 0.0722 * f(b); };
  const ground = (node) => {
    for (; node; node = node.parentElement) { const c = rgb(getComputedStyle(node).backgroundColor); if (c[3] > 0.99) return c; }
    return [255, 255, 255, 1];
  };
  const bad = [];
  for (const node of document.querySelectorAll("body *")) {
    const own = [...node.childNodes].some((child) => child.nodeType === 3 && child.textContent.trim());
    if (!own || !node.offsetParent || node.closest("svg")) continue;
    const style = getComputedStyle(node), one = light(rgb(style.color)), two = light(ground(node));
    const ratio = (Math.max(one, two) + 0.05) / (Math.min(one, two) + 0.05), size = parseFloat(style.fontSize);
    const large = size >= 24 || (size >= 18.66 && parseInt(style.fontWeight) >= 700);
    if (ratio < (large ? 3 : 4.5)) bad.push(node.tagName + ": " + node.textContent.trim().slice(0, 20) + " " + ratio.toFixed(2));
  }
  return bad;
}"""
