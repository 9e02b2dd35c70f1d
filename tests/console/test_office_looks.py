"""Every page of the office in a real browser at the width of a phone: nothing wider than the screen, all large enough to press."""

import re

import pytest

from governance.roles import Role
from simulator.windows import GRANTS, Grant
from tests.console.expected import EXPECTED
from tests.console.test_morning import signed_in
from tests.filled import filled
from tests.looks import cut, serious, targets
from tests.office import Office

WIDTH, TARGET = 360, 44
PAPER = re.compile(r"\.(csv|xlsx|json|pdf)$|/(static|assets|files|pictures)/|/wall")
"""What is no page of a phone's; the wall is looked at where it hangs."""
OF_OTHERS = ("/console/visits",)
"""Which an administrator may not see."""


@pytest.fixture
def town(chat, monkeypatch):
    monkeypatch.setitem(GRANTS, "message", Grant(GRANTS["message"].lasts, 10_000))
    return filled(chat)


def addresses(town):
    """Every page of the office that is read, with something on it; a new one that is not named in `filled` fails."""
    ids = {**town.ids, "number": town.numbers[0], "event": "SJ20261124-01"}
    rules = [rule.removeprefix("GET ") for rule in EXPECTED if rule.startswith("GET /console/")]
    pages = [
        rule for rule in rules if not PAPER.search(rule) and not rule.endswith(("/live", "/state", "/board", "/behind"))
    ]
    return [re.sub(r"<(?:\w+:)?(\w+)>", lambda part: str(ids[part[1]]), page) for page in pages]


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_every_page_of_the_office_is_for_a_phone_too_and_keeps_nobody_out(town, browser):
    base, wrong = town.chat.webhook.removesuffix("/wechat"), {}
    page = signed_in(town.chat, browser, town.people[Role.ADMINISTRATOR], width=WIDTH)
    for path in addresses(town):
        answer = page.goto(base + path)
        wrong[path] = measured(page) + ([] if answer.status == 200 or path in OF_OTHERS else [answer.status])
    page.click("#menu-open")
    page.click("text=退出")
    wrong["/console/sign-in"] = measured(page)
    other = Office(town.chat).signs_in(town.people[Role.SUBDISTRICT_LEAD]).cookie
    page.context.add_cookies([{"name": "linli_console", "value": other, "domain": "127.0.0.1", "path": "/console"}])
    for path in OF_OTHERS:
        assert page.goto(base + path).status == 200, path
        wrong[path] += measured(page)
    assert {path: found for path, found in wrong.items() if found} == {}


def measured(page):
    return cut(page) + targets(page, 0, TARGET) + serious(page)
