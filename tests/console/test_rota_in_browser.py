"""The rota in a real browser: a name is dragged, carried by the keys, tapped; what is refused leaves it where it was."""

import re

from sqlalchemy import select

from storage.models import Person, SignUp
from tests.console.test_morning import base, signed_in
from tests.console.test_rota import SATURDAY, TWO, shift_on
from tests.duty import crew
from tests.looks import cut
from tests.patience import patient


def stands_on(chat, code):
    joined = select(SignUp.shift_id).join(Person, Person.id == SignUp.person_id)
    return [row.shift_id for row in chat.rows(joined.where(Person.code == code, SignUp.state == "signed"))]


def drag(page, chip, target):
    begin, end = page.locator(chip).bounding_box(), page.locator(target).bounding_box()
    page.mouse.move(begin["x"] + 8, begin["y"] + 8)
    page.mouse.down()
    page.mouse.move(end["x"] + 20, end["y"] + 10, steps=5)
    page.mouse.up()


def test_names_are_dragged_and_carried_and_what_is_refused_stays(chat, browser):
    people = crew(chat, patterns=TWO)
    people.members[0].says("报到 梧桐社区")
    early, late = shift_on(chat, SATURDAY, 9), shift_on(chat, SATURDAY, 10)
    page = signed_in(chat, browser, people.secretary)
    page.goto(f"{base(chat)}/rota")
    drag(page, ".pool .chip[data-code=M10]", f".shift[data-shift='{early}']")
    page.wait_for_selector("#answer >> text=已安排甲一员", timeout=patient(4000))
    page.wait_for_selector(f".chip[data-shift='{early}'][data-code=M10]", timeout=patient(4000))

    page.focus(f".chip[data-shift='{early}'][data-code=M10]")
    page.keyboard.press("Enter")
    assert "拿起了甲一员" in page.inner_text("#carried")
    page.keyboard.press("Escape")
    assert "没有改" in page.inner_text("#carried")
    page.keyboard.press("Enter")
    while page.evaluate("document.activeElement.dataset.shift") != str(late):
        page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    page.wait_for_selector("#answer >> text=已从班次", timeout=patient(4000))
    page.wait_for_selector(f".chip[data-shift='{late}'][data-code=M10]:focus", timeout=patient(4000))
    assert stands_on(chat, "M10") == [late]

    drag(page, ".pool .chip[data-code=M10]", f".shift[data-shift='{early}']")
    page.wait_for_selector("#answer .said.bad >> text=同一时间已有值班", timeout=patient(4000))
    assert stands_on(chat, "M10") == [late]

    page.set_viewport_size({"width": 390, "height": 844})
    assert cut(page) == []
    page.click(f".chip[data-shift='{late}'][data-code=M10]")
    page.click("#off")
    page.wait_for_selector("#answer >> text=已撤下甲一员", timeout=patient(4000))
    page.click("#answer .undo button")
    page.wait_for_selector("#answer >> text=已安排甲一员", timeout=patient(4000))
    assert stands_on(chat, "M10") == [late]
    assert [each for each in page.problems if not re.search("409", each)] == []
