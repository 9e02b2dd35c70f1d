"""Every address, every role, what is theirs and what is not: one table of what each may; an address that is not in it fails."""

import re
from dataclasses import dataclass

import pytest
from sqlalchemy import select

from bot.openapi import methods
from governance.roles import Role
from storage.models import Attachment, Event
from tests.console.expected import EVERYBODY, EXPECTED, OFFICE, WHOLE
from tests.everybody import everybody
from tests.lying_there import FOREIGN_WORDS, kept_at, project_at
from tests.office import Office

LIMITED = {"POST /console/wall/key"}
EXPORTS = {"GET /console/tickets.csv", "GET /console/audit.csv"}
"""What these hold is looked at where exports are tried."""
FIXED = {
    "form": "json", "platform": "nobody", "year": "2026", "filename": "console.css", "answer_id": "77", "pairing_id": "77", 
    "campaign_id": "77",
    "key_id": "77", "survey_id": "77", "round_id": "77", "session_id": "7777", "meeting_id": "77", "visit_id": "7777",
    "household_id": "7777", "article": "77", **dict.fromkeys(("code", "secret", "token"), "none"),
}  # fmt: skip
NAMES = {
    "/console/assets/<name>": "htmx.min.js",
    "/console/assets/font/<path:name>": "400.css",
    "/fonts/<path:name>": "400.css",
}


@dataclass(frozen=True)
class Thing:
    """A ticket, its picture, the event and a project of its place, something that is kept there, the grid, and whether they belong
    to the first community.
    """

    number: str
    file: int
    own: bool
    event: str
    project: int
    kept: int
    grid: int


@pytest.fixture
def town(chat):
    people = everybody(chat)
    resident = people[Role.RESIDENT]
    things = []
    for text in ("梧桐里1号院05幢3楼楼道灯坏了", f"虎踞北路4号5幢{FOREIGN_WORDS}"):
        where = text[: text.index("幢") + 1]
        resident.says(text)
        resident.sends_picture()
        chat.work()
        number = chat.tickets()[-1].number
        (file,) = chat.rows(select(Attachment.id).where(Attachment.number == number))
        things.append(
            Thing(number, file.id, not things, event_at(chat, where), project_at(chat, where), *kept_at(chat, where))
        )
    return people, things


def event_at(chat, place):
    """Three people have no water there."""
    for number in range(3):
        chat.person(f"{place}居民{number}").says(f"{place}停水了")
    chat.work()
    return chat.rows(select(Event.number).order_by(Event.number.desc()))[0].number


def address(rule, thing):
    values = {
        **FIXED,
        "event": thing.event,
        "project": str(thing.project),
        "thing_id": str(thing.kept),
        "grid_id": str(thing.grid),
        "number": thing.number,
        "file_id": str(thing.file),
        "name": NAMES.get(rule.rule, ""),
    }
    return re.sub(r"<(?:\w+:)?(\w+)>", lambda part: values[part[1]], rule.rule)


def ask(browser, method, path, form):
    if method == "GET":
        return browser.web.get(path)
    return browser.web.post(path, data={"csrf": browser.csrf, **form}, headers={"X-CSRF": browser.csrf})


def expected(expect, role, method, thing):
    if expect.who is EVERYBODY:
        return expect.own
    if role not in OFFICE:
        return 302 if method == "GET" else 403
    if role not in expect.who:
        return 403
    return expect.but.get(role, expect.own) if thing.own or role in WHOLE else expect.foreign


def routes(app):
    return {f"{method} {rule.rule}": (method, rule) for rule in app.url_map.iter_rules() for method in methods(rule)}


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_every_address_has_an_expectation_and_no_other(chat):
    assert set(routes(chat.app)) == set(EXPECTED)


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_every_role_gets_of_every_address_what_the_table_says(chat, town):
    people, things = town
    wrong, last = (
        {},
        (
            "GET /console/sign-in",
            "GET /console/sign-in/state",
            "POST /console/sign-in",
            "POST /console/sign-in/code",
            "POST /console/sign-out",
        ),
    )
    asked = sorted(
        routes(chat.app).items(), key=lambda each: (each[0] in last, last.index(each[0]) if each[0] in last else 0)
    )
    for role in (None, *people):
        browser = Office(chat)
        if role in OFFICE:
            browser.signs_in(people[role])
        for name, (method, rule) in asked:
            for thing in things:
                if name in last and role in OFFICE:
                    continue  # what these do to who is signed in is tried below
                if name in LIMITED and role is not None:
                    continue  # the address has so many tries, whoever sits there
                with ask(browser, method, address(rule, thing), EXPECTED[name].form) as answer:
                    should = expected(EXPECTED[name], role, method, thing)
                    if answer.status_code != should:
                        wrong[f"{role}: {name} of {'their own' if thing.own else 'another'} area"] = (
                            answer.status_code,
                            should,
                        )
                    if role not in WHOLE and name not in EXPORTS and FOREIGN_WORDS.encode() in answer.data:
                        wrong[f"{role}: {name} shows another area's ticket"] = answer.status_code
    assert not wrong, "\n".join(f"{what}: {statuses}" for what, statuses in wrong.items())


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_who_may_not_sign_in_stays_outside_and_who_may_gets_in_and_out(chat, town):
    people, _ = town
    for role, speaker in people.items():
        browser = Office(chat)
        if role in OFFICE:
            browser.signs_in(speaker)
            assert browser.web.get("/console/sign-in").status_code == 302
            assert browser.web.post("/console/sign-out", data={"csrf": browser.csrf}).status_code == 302
        else:
            with pytest.raises(AssertionError):
                browser.signs_in(speaker)
        assert browser.web.get("/console/").headers["Location"] == "/console/sign-in"
