"""A ticket about a person in danger, looked for by everybody whom it does not concern: pages, files, chat, what is given out."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select, update

from governance.roles import Role
from governance.texts import ROLE
from governance.tickets.sensitive import SENSITIVE
from handlers.catalogue import Effect, entries
from storage.connectors.facts import ticket_facts_after
from storage.connectors.findings import findings_unlinked
from storage.connectors.links import tickets_unlinked
from storage.models import Place, Ticket
from storage.planned_visits import complaints
from storage.solved_cases import solved_cases
from storage.things import failures_of
from storage.unit_of_work import UnitOfWork
from tests.chat import Chat, Speaker
from tests.console.test_who_sees_what import addresses, roster, text_of
from tests.office import Office
from tests.things import kept_by_somebody

SQLITE = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
HERE = "梧桐里1号院05幢3楼"
MATTERS = (f"{HERE}我不想活了，想跳下去", "老公打我，救命")
"""One that lies in a building, one of which nobody knows where."""
WORDS = ("不想活", "跳下去", "老公打", "人员求助")
FAR = {
    "K1": ("施大队", "19911110061", Role.REPAIR_CREW, "S"), "K2": ("钱民警", "19911110062", Role.POLICE_LIAISON, "C1"),
    "K3": ("冯城管", "19911110063", Role.CITY_MANAGEMENT, "C1"), "K4": ("褚委员", "19911110064", Role.COUNCIL_MEMBER, "C1"),
}  # fmt: skip
BOUND = {
    "leader": ("王样本", "0005"), "member": ("周虚构", "0007"), "part_time": ("郑假设", "0008"), "officer": ("姚科员", "0035"),
    "cadre": ("熊干部", "0036"), "crew": ("施大队", "0061"), "police": ("钱民警", "0062"), "city": ("冯城管", "0063"),
    "council": ("褚委员", "0064"), "outsider": ("马虚构", "0099"),
}  # fmt: skip
"""Everybody whom it does not concern, each once."""


@dataclass(frozen=True)
class Town:
    """Who is there, and the numbers of the tickets about a person in danger and of one that is not."""

    chat: Chat
    far: dict[str, Speaker]
    near: dict[str, Speaker]
    kept: list[str]
    other: str


def lines():
    found = roster()
    for code, (name, phone, role, place) in FAR.items():
        found["people"].append({"code": code, "name": name, "phone": phone})
        found["posts"].append({"person": code, "role": ROLE[role], "place": place})
    return found


@pytest.fixture
def town(chat):
    chat.subdistrict(lines())
    far = {key: chat.bound(*who) for key, who in BOUND.items()} | {"neighbour": chat.person("路人甲")}
    near = {
        key: chat.bound(*who)
        for key, who in {
            "worker": ("陈试用", "0001"),
            "secretary": ("吴范例", "0006"),
            "head": ("孙模拟", "0004"),
        }.items()
    }
    chat.person("秦素人").says(f"{HERE}灯坏了")
    for number, said in enumerate(MATTERS):
        chat.person(f"某人{number}").says(said)
    far["neighbour"].says(f"{HERE}我不想活了")  # a neighbour who says the same: no word of the other's
    chat.work()
    rows = chat.rows(select(Ticket.number, Ticket.category, Ticket.account_id).order_by(Ticket.number))
    kept = [row.number for row in rows if row.category in SENSITIVE][: len(MATTERS)]
    assert len(kept) == len(MATTERS)
    return Town(chat, far, near, kept, rows[0].number)


def told(said, kept):
    """What of it is said there, and where."""
    plain = re.sub(r"\s+", " ", said)
    return [(each, plain[max(0, plain.index(each) - 60) :][:120]) for each in (*WORDS, *kept) if each in plain]


@SQLITE
def test_no_page_and_no_file_of_the_office_has_it_for_whom_it_does_not_concern(town):
    chat = town.chat
    thing = kept_by_somebody(chat)[0]
    for number in range(3):
        chat.person(f"停水户{number}").says("梧桐里1号院05幢停水了")
    chat.work()
    with chat.database.write() as connection:  # as if each page had reason to show it
        connection.execute(update(Ticket).where(Ticket.number == town.kept[0]).values(thing_id=thing))

    class All:
        here, elsewhere = [town.other, *town.kept], []

    All.chat = chat
    places = [row.id for row in chat.rows(select(Place.id))]
    paths = [*addresses(All), "/console/map?category=person", *(f"/console/map/behind?place={each}" for each in places)]
    paths += [f"/console/find?q={word}" for word in (*WORDS, *(each[-4:] for each in town.kept))]
    wrong, seen = [], {}
    for key in ("officer", "cadre", "secretary"):
        web = Office(chat).signs_in((town.far | town.near)[key]).web
        for path in paths:
            response = web.get(path)
            said = text_of(response).replace(path.rpartition("?")[2], "") if response.status_code == 200 else ""
            found = [each for each in told(said, town.kept) if each[0] not in path]
            found = [each for each in found if not (each[0] == "人员求助" and "<option" in each[1])]
            seen.setdefault(key, []).extend(found)
            wrong += [(key, path, each) for each in found if key != "secretary"]
    assert wrong == []
    assert seen["secretary"]


@SQLITE
def test_no_word_in_the_chat_brings_it_to_whom_it_does_not_concern(town):
    chat, worker = town.chat, town.near["worker"]
    short = int(town.kept[0].rpartition("-")[2])
    shown = {each for entry in entries() if entry.effect is Effect.NONE for each in entry.examples}
    asked = sorted({re.sub(r"(?<!\d)7(?!\d)", str(short), each) for each in shown if re.search(r"7|^\D+$", each)})
    wrong = []
    for key in ("leader", "crew", "officer", "neighbour"):
        speaker = town.far[key]
        own = town.kept if key == "neighbour" else []
        for said in (*asked, f"进度 {town.kept[0]}", f"接单 {town.kept[1]}", "楼顶那个跳楼的怎么样了"):
            answer = speaker.says(said)
            wrong += [(key, said, each) for each in told(answer, []) if key != "neighbour" and each[0] not in said]
        assert own is not None
    assert worker.says(f"接单 {short}").startswith("")
    chat.work()
    for key, speaker in town.far.items():
        heard = [each for each in speaker.notices if any(number in each for number in town.kept) and told(each, [])]
        wrong += [(key, "heard", each) for each in heard]
    assert wrong == []


def test_nothing_of_it_is_given_out_or_published(town):
    chat, number = town.chat, town.kept[0]
    thing = kept_by_somebody(chat)[0]
    longest = {
        "thing_id": thing,
        "handled_at": chat.clock(),
        "score": "satisfied",
        "reopened": 0,
        "closed_as": "satisfied",
    }
    since = datetime(2026, 1, 1, tzinfo=UTC)
    soon = chat.clock() + timedelta(days=1)
    with chat.database.write() as connection:
        uow = UnitOfWork(connection)
        places = [row.id for row in connection.execute(select(Place.id))]
        connection.execute(update(Ticket).values(**longest))
        out = (
            tickets_unlinked(uow, "x", since, dangers=False, most=99), findings_unlinked(uow, "x", since, ["person", "light"], 99),
            [each.number for each in ticket_facts_after(uow, since, "", 99)],
            [each.number for each in failures_of(uow, thing, since)], [each.number for each in complaints(uow, places, since)],
        )  # fmt: skip
        assert ticket_facts_after(uow, None, "", 1, number=number) == []
        assert all(town.other in each for each in out[:1] + out[2:])
        assert not [each for each in out if set(town.kept) & set(each)]
        closed = {"state": "closed", "ended_at": chat.clock()}
        connection.execute(update(Ticket).values(**closed))
        assert all("不想活" not in each.summary for each in solved_cases(uow, since, soon))
        assert len(solved_cases(uow, since, soon)) == 1
        uow.finish()
