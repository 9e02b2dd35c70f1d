"""Each form of the office, sent with what lies in another community: it is refused, and nothing is written."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from sqlalchemy import text

from bot.openapi import methods
from storage.models import Base
from tests.chat import Chat
from tests.foreign import Lying, with_outsider
from tests.office import Office

UNTOUCHED = {"inbound", "accounts", "audit", "console_sessions", "dialogues", "job_runs", "open_questions", "counters"}
"""Tables of what was asked, not of what came of it."""
IDS: dict[str, dict[str, str]] = {
    "/board/dispatch": {"number": "ticket"},
    "/tickets": {"number": "ticket", "into": "other_ticket", "parts": "other_ticket", "unit": "unit", "code": "thing"},
    "/events": {"event": "event", "where": "where", "ticket": "other_ticket"},
    "/notices": {"number": "notice", "where": "where"},
    "/articles": {"article": "article", "where": "where"},
    "/photos": {"number": "ticket"},
    "/stars": {"number": "award", "numbers": "award", "other": "other_award", "community": "community"},
    "/alliance": {"pairing_id": "pairing", "pairing": "pairing", "milestone": "milestone", "unit": "unit"},
    "/projects": {
        "project": "project", "unit": "unit", "need": "need", "where": "where", "ticket": "ticket", "end_need:number": "need",
    },
    "/councils": {
        "council": "council", "topic": "topic", "meeting": "meeting", "ticket": "ticket", "vote": "vote",
        "resolution": "resolution",
    },
    "/surveys": {"survey": "survey", "where": "where"},
    "/visits": {"yard": "yard", "said": "room", "visit_id": "visit"},
    "/households": {"household_id": "household"},
    "/cases": {"ticket": "ticket"},
    "/activities": {"campaign_id": "campaign", "shift": "shift", "spot": "where", "unit": "unit"},
    "/evaluation": {"number": "entry", "community": "community"},
    "/requests": {"unit": "unit"},
    "/rota": {"shift": "post_shift", "to": "post_shift", "other_shift": "post_shift"},
    "/things": {"thing_id": "thing_id", "code": "thing", "into": "other_thing", "other": "other_thing"},
}  # fmt: skip
"""By the address under /console: which fields and parts of the address name a thing, and of what kind; `do:field` for one form."""
HELPERS = {
    f"{page} {do}"
    for page, acts in (
        ("/projects", ("claim", "step", "add_step", "leave")),
        ("/activities", ("book", "came", "back", "result")),
    )
    for do in acts
}
"""Units help everywhere: to what is theirs those who run it may let in any unit."""
WORDS = {
    "seen": "", "name": "K2", "other": "K2",
    "whom": "K2", "owner": "K2", "contact": "K2", "who": "K2", "title": "样本事项", "room": "会议室", "text": "样本内容",
    "question": "好吗",    "choices": "好、不好", "topic": "党课", "source": "", "about": "", "teacher": "", "shown": "",
}  # fmt: skip


@pytest.fixture
def town(chat: Chat) -> tuple[Office, dict[str, str], dict[str, str]]:
    """The second community's secretary at the office, what lies there, and what lies in the first."""
    office = Office(chat).signs_in(with_outsider(chat))
    return office, Lying(chat, "C2", "K2").of, Lying(chat, "C1", "R6").of


def forms(chat: Chat) -> Iterator[tuple[str, dict[str, Any]]]:
    """Each form of the office that names something: its address, and its fields."""
    for rule in chat.app.url_map.iter_rules():
        taken = getattr(chat.app.view_functions[rule.endpoint], "taken", None)
        if "POST" not in methods(rule) or not rule.rule.startswith("/console/"):
            continue
        schema = (
            taken.of_form()
            if taken and taken.of_form
            else {"properties": {each.name: each.schema for each in taken.form} if taken else {}}
        )
        for each in schema.get("anyOf", [schema]):
            yield rule.rule, each["properties"]


def page_of(path: str) -> str:
    """The page of an address."""
    return next((page for page in IDS if path.removeprefix("/console").startswith(page)), "")


def named(path: str, fields: dict[str, Any]) -> dict[str, str]:
    """Of the fields and the parts of the address those that name something, with its kind."""
    kinds, do = IDS.get(page_of(path), {}), fields.get("do", {}).get("const", "")
    names = [*fields, *re.findall(r"<(?:\w+:)?(\w+)>", path)]
    return {name: kinds.get(f"{do}:{name}", kinds.get(name, "")) for name in names if name in kinds}


def plausible(name: str, schema: dict[str, Any]) -> str:
    """What somebody may fill in."""
    if "const" in schema:
        return str(schema["const"])
    if "enum" in schema:
        return str(next((each for each in schema["enum"] if each), ""))
    if schema.get("format"):
        return "2026-12-20" if schema["format"] == "date" else "2026-12-20T10:00"
    return WORDS.get(name, "3" if schema.get("type") == "integer" else "样本说明")


def kept(chat: Chat) -> dict[str, list[Any]]:
    """All rows of the tables that forms change."""
    names = [each.name for each in Base.metadata.sorted_tables if each.name not in UNTOUCHED]
    with chat.database.read() as connection:
        return {name: [tuple(row) for row in connection.execute(text(f"SELECT * FROM {name}"))] for name in names}


def sends(office: Office, path: str, fields: dict[str, Any], ids: dict[str, str], nonce: str) -> int:
    """Fills the form and sends it."""
    given = {name: plausible(name, schema) for name, schema in fields.items()} | ids
    address = re.sub(r"<(?:\w+:)?(\w+)>", lambda part: ids[part[1]], path)
    form = {**given, "csrf": office.csrf, "nonce": nonce}
    return office.web.post(address, data=form, headers={"HX-Request": "true", "X-CSRF": office.csrf}).status_code


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_nothing_of_another_community_is_changed_by_a_form(chat, town):
    office, own, foreign = town
    wrong, sent, before = [], 0, kept(chat)
    for path, fields in forms(chat):
        kinds, do = named(path, fields), fields.get("do", {}).get("const", "")
        for at in [*kinds, "all"] if len(kinds) > 1 else kinds:
            if at == "unit" and f"{page_of(path)} {do}" in HELPERS:
                continue
            ids = {name: (foreign if at in (name, "all") else own)[kind] for name, kind in kinds.items()}
            sent += 1
            status = sends(office, path, fields, ids, f"n{sent}")
            after = kept(chat)
            changed = [name for name in before if before[name] != after[name]]
            if changed or status == 500:
                wrong.append(f"{path} {do}: foreign {at}: {status}, {changed}")
            before = after
    assert not wrong, "\n".join(wrong)
    assert sent > 100
