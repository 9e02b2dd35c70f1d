"""The board in a real browser: what is typed, ticked and focused stays while it renews itself; keys; what is new is marked."""

from tests.console.test_morning import signed_in
from tests.patience import patient
from tests.staff import staff


def test_what_is_ticked_and_focused_stays_and_a_new_one_is_marked(chat, browser):
    people = staff(chat)
    for text in ("梧桐里1号院05幢3楼楼道灯坏了", "梧桐里2号院9幢下水道堵了"):
        chat.person("李阿姨").says(text)
    chat.work()
    page = signed_in(chat, browser, people.dispatcher)
    page.set_viewport_size({"width": 390, "height": 844})
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.set_viewport_size({"width": 1280, "height": 900})
    page.keyboard.press("j")
    page.keyboard.press("x")
    page.keyboard.press("j")
    page.keyboard.press("x")
    assert page.inner_text("#chosen") == "已选 2 件"
    focused = page.evaluate("document.activeElement.innerText")
    chat.person("赵阿姨").says("梧桐里1号院05幢门口垃圾没人收")
    page.wait_for_selector("tr.new", timeout=patient(4000))
    assert page.locator("tr.new").count() == 1
    assert page.evaluate("document.activeElement.innerText") == focused
    assert page.inner_text("#chosen") == "已选 2 件"

    page.fill("#bulk [name=whom]", "查无此人")
    page.click("#bulk button[type=submit]")
    page.wait_for_selector("#bulk-said .said.bad", timeout=patient(4000))
    assert page.locator("[name=number]:checked").count() == 2
    assert page.input_value("#bulk [name=whom]") == "查无此人"
    page.fill("#bulk [name=whom]", "R8")
    page.click("#bulk button[type=submit]")
    page.wait_for_selector("#bulk-said .said.good", timeout=patient(4000))
    page.locator("[name=number]:checked").first.wait_for(state="detached", timeout=patient(2000))

    page.locator("#bulk-said li .undo").first.click()
    page.wait_for_selector("#bulk-said >> text=已撤销派单", timeout=patient(4000))
    page.fill("#search", "下水道")
    page.keyboard.press("Enter")
    page.wait_for_selector(".tabs >> text=未办结 1")
    page.keyboard.press("j")
    page.keyboard.press("o")
    page.wait_for_selector(".facts >> text=下水道")
    page.click("a.to-board")
    page.wait_for_selector(".tabs >> text=未办结 1")
    page.wait_for_load_state()
    page.keyboard.press("?")
    page.wait_for_selector("#keys[open]")
    assert page.problems == []
