"""What a press did is seen where one is, and the list begins within the first screen, on a desk and on a phone."""

import pytest

from tests.console.test_morning import signed_in
from tests.staff import staff


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_a_result_and_the_list_are_in_view(chat, browser):
    people = staff(chat)
    for house in ("05", "06", "07", "08"):
        chat.person("李阿姨").says(f"梧桐里1号院{house}幢外墙瓷砖往下掉，很危险")
    chat.work()
    page = signed_in(chat, browser, people.dispatcher)
    console = chat.webhook.removesuffix("/wechat") + "/console/"
    for width, height in ((1280, 900), (390, 844)):
        page.set_viewport_size({"width": width, "height": height})
        page.goto(f"{console}?show=open")
        assert page.locator("tr[data-number]").first.bounding_box()["y"] < height - 100
        assert page.locator("#menu a[aria-current]").text_content() == "工单"
        page.goto(f"{console}tickets/{chat.tickets()[0].number}")
        page.fill("#form-remark [name=note]", "看过")
        page.click("#form-remark button")
        page.wait_for_selector("#answer .said")
        box = page.locator("#answer .said").bounding_box()
        assert box["y"] + box["height"] <= height
        assert page.evaluate("document.documentElement.scrollWidth") <= width
