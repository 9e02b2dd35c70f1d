"""A sign-in that ends while somebody types: what was typed is there when they are back, and nobody else sees it."""

import pytest
from sqlalchemy import update

from storage.models import ConsoleSession
from tests.console.test_morning import base, signed_in
from tests.patience import patient
from tests.staff import staff

LONG = "请在每周三上午到社区一楼窗口办理，带上身份证和户口簿。" * 8


def goes_on_in_the_same_tab(page, chat, speaker):
    """Signs in again where the page stands now."""
    page.goto(f"{base(chat)}/sign-in")
    page.click("text=用微信登录")
    speaker.says(f"登录 {page.text_content('.code').split()[-1]}")
    page.wait_for_selector("#number", timeout=patient(5000))
    speaker.says(page.text_content("#number"))
    page.wait_for_url("**/console/", timeout=patient(8000))


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_a_long_answer_outlives_the_session_in_which_it_was_typed(chat, browser):
    people = staff(chat)
    page = signed_in(chat, browser, people.dispatcher)
    page.goto(f"{base(chat)}/knowledge")
    page.fill("#question", "怎么办居住证")
    page.fill("#answer-text", LONG)
    with chat.database.write() as connection:
        connection.execute(update(ConsoleSession).values(ended_at=chat.clock()))
    page.click("text=加入")
    assert "还没有提交，但还留在这个浏览器里" in page.text_content("main")
    goes_on_in_the_same_tab(page, chat, people.dispatcher)
    page.click("text=回到那一页")
    assert page.input_value("#answer-text") == LONG
    assert page.input_value("#question") == "怎么办居住证"
    page.click("text=加入")
    assert "已有 1 条" in page.text_content("main")
    assert page.input_value("#answer-text") == ""  # sent: it does not come again
    page.fill("#answer-text", "没写完")
    page.click("text=退出")
    assert page.evaluate("Object.keys(sessionStorage).filter((key) => key.startsWith('draft:'))") == []
