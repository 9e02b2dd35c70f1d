"""The connecting drill: in a small form it is passed, it counts what goes wrong, and an operator reads it in Chinese."""

import re
from collections import Counter
from datetime import UTC, datetime

import pytest
from sqlalchemy import delete, update

from linli.drill.both_sides import both_sides, unsettled
from linli.drill.printing import connect_lines
from linli.drill.records import Load, coming, taken_back
from simulator.others import OtherPlatform, cloud_event, read_cloud_event
from storage.models import ConnectorItem, ConnectorLink, Ticket
from tests.commands import linli
from tests.journeys.breaking_tickets import change
from tests.linli.test_drill import empty
from tests.others import links, other, take_in, tell
from tests.staff import staff

__all__ = ["empty"]


def book():
    return OtherPlatform("x", "s", None, lambda: datetime.now(UTC), cloud_event("x"), read_cloud_event)


def test_the_same_seed_gives_the_same_records_doubled_and_late_as_asked():
    one, two = (coming(book(), Load(500, 10, 5), ["梧桐里1号院1幢"], 7) for _ in range(2))
    assert one == two
    assert len(one) == 550
    counts = Counter((each.their_id, each.body["sequence"]) for each in one)
    assert Counter(counts.values()) == {1: 450, 2: 50}
    assert sum(each.first for each in {each.body["id"]: each for each in one}.values()) == 400
    back = {each.their_id for each in one if not each.first}
    assert back == {f"M-{number:05d}" for number in range(400) if taken_back(number)}
    order = [int(each.their_id[2:]) for each in one if each.first]
    assert order != sorted(order)


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_whatever_goes_wrong_is_counted(chat):
    staff(chat)
    with other(chat) as them:
        answers = [them.sends(f"M-{n}", text=f"{n}楼楼道灯坏了", place="梧桐里1号院05幢")[1] for n in range(1, 5)]
        take_in(chat)

        def counted():
            return both_sides(chat.database, them, answers, [0.1, 0.2, 9.0], 2.0, killed=1, taken_up=0)

        well = counted()
        assert well.clean
        assert (well.posted, well.matters, well.records, well.a_second) == (4, 4, 4, 2.0)
        assert list(connect_lines(well, 1))[-1] == "没有丢失和重复，两边一致。"
        change(chat, update(Ticket).where(Ticket.number == chat.tickets()[0].number).values(state="in_progress"))
        assert (counted().differ, counted().clean) == (1, False)
        change(chat, delete(ConnectorLink).where(ConnectorLink.theirs == "M-2"))
        assert (counted().lost, counted().doubled) == (1, 1)
        change(chat, update(ConnectorItem).where(ConnectorItem.their_id == "M-3").values(state="set_aside"))
        change(chat, update(ConnectorItem).where(ConnectorItem.their_id == "M-4").values(state="received"))
        assert (counted().aside, counted().waiting) == (1, 1)
        change(chat, delete(ConnectorItem).where(ConnectorItem.their_id == "M-1"))
        assert counted().lost == 2
        assert list(connect_lines(counted(), 1))[-1].endswith("见上。")


def test_both_sides_rest_only_when_what_is_to_be_taken_up_was_and_they_know_it(chat):
    people = staff(chat)
    with other(chat) as them:
        for each in ("M-3", "M-4"):
            them.sends(each, text="楼道灯坏了", place="梧桐里1号院05幢")
        take_in(chat)
        assert unsettled(chat.database, them) == (1, 0, 0), "nobody has it yet"
        chat.work()
        assert {each.state for each in chat.tickets()} == {"dispatched"}
        assert unsettled(chat.database, them) == (1, 0, 0), "who has it will still say so"
        people.worker.says(f"接单 {links(chat)['M-3'].ours}")
        assert unsettled(chat.database, them) == (0, 0, 1)
        tell(chat)
        assert unsettled(chat.database, them) == (0, 0, 0)


def passed(done, kills):
    assert done.returncode == 0, done.stdout + done.stderr
    assert "丢失 0，重复 0，两边状态不一致 0，没办完的 0，搁置和冲突 0" in done.stdout
    assert f"强行中断 {kills} 次" in done.stdout
    assert done.stdout.endswith("两边一致。\n")
    return done.stdout


def test_a_small_one_with_a_kill_is_passed(tmp_path):
    done = linli("drill", "connect", "--items", "200", "--kill", env={"LINLI_DATA_DIR": str(tmp_path)}, timeout=300)
    said = passed(done, 1)
    assert re.search(r"收：220次送达，其中 2\d 次是重复的；160件事、200条记录", said)
    assert not (tmp_path / "linli.db").exists(), "it leaves the real data alone"


@pytest.mark.soak
@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
def test_ten_thousand_with_twelve_kills(kind, tmp_path, request):
    database = ("--database", request.getfixturevalue("empty")) if kind == "postgresql" else ()
    size = ("--items", "10000", "--doubled", "10", "--late", "5", "--kill")
    done = linli("drill", "connect", *size, *database, env={"LINLI_DATA_DIR": str(tmp_path)}, timeout=3600)
    passed(done, 12)
