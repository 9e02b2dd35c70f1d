"""A sign-in that ends while somebody types: what was typed is on the page, and is sent once they are back."""

import pytest
from sqlalchemy import update

from storage.models import ConsoleSession
from tests.console.test_morning import base, passes_sign_in, signed_in
from tests.office import Office
from tests.staff import staff

LONG = "请在每周三上午到社区一楼窗口办理，带上身份证和户口簿。" * 8
ONE = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


def signs_in_beside(chat, page, speaker):
    """Signs in again in a new window."""
    link = page.locator("main a:text-is('在新窗口登录')")
    assert link.get_attribute("target") == "_blank"
    window = page.context.new_page()
    window.goto(f"{base(chat)}{link.get_attribute('href').removeprefix('/console')}")
    passes_sign_in(window, speaker)


def ends_all(chat):
    with chat.database.write() as connection:
        connection.execute(update(ConsoleSession).values(ended_at=chat.clock()))


@ONE
def test_a_long_answer_outlives_the_session_in_which_it_was_typed(chat, browser):
    people = staff(chat)
    page = signed_in(chat, browser, people.dispatcher)
    page.goto(f"{base(chat)}/knowledge")
    page.fill("#question", "怎么办居住证")
    page.fill("#answer-text", LONG)
    ends_all(chat)
    page.click("button:text-is('加入')")
    assert LONG in page.text_content("main")
    signs_in_beside(chat, page, people.dispatcher)
    page.click("button:text-is('重新提交')")
    assert "已经登录" in page.text_content("main")
    assert LONG in page.text_content("main")
    page.click("button:text-is('重新提交')")
    assert "已有 1 条" in page.text_content("main")
    assert LONG in page.input_value("details textarea")


@ONE
def test_a_form_inside_a_page_keeps_what_was_typed_and_goes_on(chat, browser):
    people = staff(chat)
    chat.person("李阿姨").says("梧桐里1号院05幢3楼楼道灯坏了")
    number = chat.tickets()[0].number
    page = signed_in(chat, browser, people.dispatcher)
    page.goto(f"{base(chat)}/tickets/{number}")
    remark = page.locator("form:has(input[value=remark])")
    remark.locator("[name=note]").fill(LONG[:100])
    ends_all(chat)
    remark.locator("button").click()
    page.wait_for_selector("#answer >> text=登录已经结束")
    signs_in_beside(chat, page, people.dispatcher)
    remark.locator("button").click()
    page.wait_for_selector("#answer >> text=请再点一次")
    assert remark.locator("[name=note]").input_value() == LONG[:100]
    remark.locator("button").click()
    page.wait_for_selector(f"#page >> text={LONG[:40]}")


@ONE
def test_nothing_is_given_back_to_a_page_from_elsewhere(chat):
    office = Office(chat).signs_in(staff(chat).dispatcher)
    form = {"csrf": "no", "question": "外来的问题外来的问题", "answer": "外来的答案", "password": "hidden"}
    for headers in ({}, {"Origin": "https://elsewhere.example"}, {"Sec-Fetch-Site": "cross-site"}):
        answer = office.web.post("/console/knowledge", data=form, headers=headers)
        assert answer.status_code == 400
        assert "外来的问题" not in answer.text
    own = office.web.post("/console/knowledge", data=form, headers={"Sec-Fetch-Site": "same-origin"})
    assert own.status_code == 400
    assert "外来的问题" in own.text
    assert 'name="password"' not in own.text
