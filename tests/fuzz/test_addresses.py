"""No request makes the application fail, and none is done for who may not: thousands in every run, `make fuzz` many more."""

import json

import pytest
from sqlalchemy import select

from governance.roles import Role
from storage.models import Attachment
from tests.everybody import everybody
from tests.fuzz.cases import Fuzz, Visitor
from tests.office import Office

SHARDS = 8
TOKEN_LESS = Role.ADMINISTRATOR


@pytest.fixture
def fuzz(chat):
    """A subdistrict at work: tickets with pictures in two communities, a known answer, and who could be at the office."""
    people = everybody(chat)
    resident = people[Role.RESIDENT]
    for place in ("梧桐里1号院05幢3楼楼道灯坏了", "虎踞北路4号5幢2单元下水道堵了"):
        resident.says(place)
        resident.sends_picture()
    chat.work()
    offices = {role: Office(chat).signs_in(people[role]) for role in (Role.ADMINISTRATOR, Role.COMMUNITY_SECRETARY, Role.GRID_WORKER)}  # fmt: skip  # noqa: E501
    admin = offices[Role.ADMINISTRATOR]
    admin.web.post(
        "/console/knowledge", data={"csrf": admin.csrf, "question": "居住证怎么办", "answer": "到社区一楼。"}
    )
    described = admin.web.get("/console/openapi.json")
    assert described.status_code == 200
    visitors = [
        *[Visitor(Role.ADMINISTRATOR, admin)] * 4, Visitor(Role.COMMUNITY_SECRETARY, offices[Role.COMMUNITY_SECRETARY]),
        Visitor(Role.GRID_WORKER, offices[Role.GRID_WORKER]), Visitor(Role.ADMINISTRATOR, admin, token=False), Visitor(None),
    ]  # fmt: skip
    known = {
        "number": [ticket.number for ticket in chat.tickets()], "form": ["json", "xml"], "year": [2026], "answer_id": [1],
        "file_id": [row.id for row in chat.rows(select(Attachment.id))], "name": ["htmx.min.js"], "filename": ["console.css"],
        "code": ["nothing"],
    }  # fmt: skip
    return Fuzz(chat.app, json.loads(described.text), visitors, known)


def holds(fuzz, cases, start=0):
    fuzz.run(cases, start)
    print(dict(sorted(fuzz.statuses.items())))
    assert not fuzz.wrong, "\n".join(f"{kind}\n    {sent}" for kind, sent in fuzz.wrong.items())
    assert fuzz.statuses.total() >= cases
    assert {200, 302, 400, 403, 404, 409, 422} <= set(fuzz.statuses), "the cases must come as far as what is done"


def test_thousands_of_requests_never_fail_and_are_done_for_nobody_who_may_not(fuzz):
    holds(fuzz, 2_500)


@pytest.mark.soak
@pytest.mark.parametrize("shard", range(SHARDS))
def test_a_hundred_thousand(fuzz, shard):
    holds(fuzz, 100_000 // SHARDS // 2, (shard + 1) * 1_000_000)
