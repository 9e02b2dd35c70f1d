"""No request makes the application fail, and none is done for who may not: thousands in every run, `make fuzz` many more."""

import json
import uuid
from contextlib import ExitStack, closing

import pytest
from redis import Redis
from sqlalchemy import select

from governance.roles import Role
from storage.models import Attachment
from tests.chat import Chat
from tests.databases import opened
from tests.everybody import everybody
from tests.fuzz.cases import Fuzz, Target, Visitor
from tests.office import Office

SHARDS = 16


def offices_of(chat):
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
    return offices


def visitors_of(offices):
    admin = offices[Role.ADMINISTRATOR]
    return [
        *[Visitor(Role.ADMINISTRATOR, admin)] * 4, Visitor(Role.COMMUNITY_SECRETARY, offices[Role.COMMUNITY_SECRETARY]),
        Visitor(Role.GRID_WORKER, offices[Role.GRID_WORKER]), Visitor(Role.ADMINISTRATOR, admin, token=False), Visitor(None),
    ]  # fmt: skip


def known_at(chat):
    return {
        "number": [ticket.number for ticket in chat.tickets()], "form": ["json", "xml"], "year": [2026], "answer_id": [1],
        "file_id": [row.id for row in chat.rows(select(Attachment.id))], "name": ["htmx.min.js"], "filename": ["console.css"],
        "code": ["nothing"],
    }  # fmt: skip


@pytest.fixture
def fuzz(redis, valkey_url, clock, tmp_path, sqlite_template, postgres_copy):
    """The same subdistrict on either database, each with a Redis to itself."""
    (tmp_path / "linli.db").write_bytes(sqlite_template.read_bytes())
    with ExitStack() as stack:
        urls = {
            "sqlite": f"sqlite:///{tmp_path / 'linli.db'}",
            "postgresql": stack.enter_context(postgres_copy(f"t{uuid.uuid4().hex}")),
        }
        targets, known = [], []
        for number, (name, url) in enumerate(urls.items()):
            database = stack.enter_context(closing(opened(url)))
            own = stack.enter_context(closing(Redis.from_url(valkey_url, db=number)))
            chat = stack.enter_context(closing(Chat(database, clock, own, tmp_path / name)))
            offices = offices_of(chat)
            targets.append(Target(name, chat.app, visitors_of(offices)))
            known.append(known_at(chat))
        assert known[0] == known[1], "what leads somewhere leads there on both"
        described = offices[Role.ADMINISTRATOR].web.get("/console/openapi.json")
        assert described.status_code == 200
        yield Fuzz(targets, json.loads(described.text), known[0])


def holds(fuzz, cases, start):
    fuzz.run(cases, start)
    print(dict(sorted(fuzz.statuses.items())))
    assert not fuzz.wrong, "\n".join(f"{kind}\n    {sent}" for kind, sent in fuzz.wrong.items())
    assert fuzz.statuses.total() >= cases
    assert {200, 302, 400, 403, 404, 409, 422} <= set(fuzz.statuses), "the cases must come as far as what is done"


@pytest.mark.parametrize("half", range(2))
def test_thousands_of_requests_never_fail_and_are_done_for_nobody_who_may_not(fuzz, half):
    holds(fuzz, 2_500, half * 500_000)


@pytest.mark.soak
@pytest.mark.parametrize("shard", range(SHARDS))
def test_a_hundred_thousand(fuzz, shard):
    holds(fuzz, 100_000 // SHARDS, (shard + 1) * 1_000_000)
