"""The steps of a change in a real browser: the way back leads to where one came from, and nothing is done twice."""

from sqlalchemy import select

from storage.models import Audit, Person
from tests.console.test_morning import base, signed_in
from tests.patience import patient
from tests.staff import staff_and_admin


def test_back_after_a_change_was_confirmed_leads_to_the_list(chat, browser):
    _, admin = staff_and_admin(chat)
    page = signed_in(chat, browser, admin)
    page.goto(f"{base(chat)}/directory?what=people&q=R7")
    page.click("main table a >> text=改")
    page.fill("[name=unit]", "新单位")
    page.click("text=看看会改什么")
    page.click("main button >> text=确认", timeout=patient(4000))
    page.wait_for_selector("main >> text=已修改 R7 周虚构", timeout=patient(4000))
    page.go_back()
    page.wait_for_selector("main table >> text=R7", timeout=patient(4000))
    page.go_forward()
    assert page.input_value("[name=unit]") == "新单位"
    assert [row.unit for row in chat.rows(select(Person.unit).where(Person.code == "R7"))] == ["新单位"]
    assert len(chat.rows(select(Audit.id).where(Audit.action == "person.change"))) == 1
    page.goto(f"{base(chat)}/directory/edit?what=people")
    page.fill("[name=code]", "R7")
    page.click("text=看看会改什么")
    page.wait_for_selector("main .said.bad >> text=已经有了", timeout=patient(4000))
    assert [each for each in page.problems if "409" not in each] == []
