"""What the pages count by indexes and by what is kept with a ticket: the same as counted one by one from the rows."""

from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, insert, select

from governance.clock import SHANGHAI
from governance.days import next_month, start_of
from governance.rates import Row, row
from governance.tickets.deadlines import Deadline, DeadlineKind
from governance.tickets.satisfaction import ClosedAs, Score
from governance.tickets.states import ENDED, TicketState
from handlers.context import Context, SubdistrictConfig
from handlers.month_report import facts_of, month_report, row_of_month
from handlers.tickets.prevention import CHANNEL
from storage.brief_figures import brief_figures
from storage.database import Database
from storage.deadlines import (
    drop_deadlines,
    last_deadline,
    meet_deadlines,
    open_deadlines,
    postpone,
    revive,
    start_deadline,
)
from storage.models import Deadline as DeadlineRow
from storage.models import Place, Ticket
from storage.place_book import PlaceBook
from storage.ticket_counts import late
from storage.ticket_facts import AT_A_TIME
from storage.unit_of_work import UnitOfWork

NOW = datetime(2026, 11, 24, 2, 0, tzinfo=UTC)
MONTH = date(2026, 11, 1)
ZONE: ZoneInfo = SHANGHAI
KINDS = (DeadlineKind.TAKE, DeadlineKind.HANDLE, DeadlineKind.RATE)


@pytest.fixture
def places(database: Database) -> list[int]:
    with database.write() as connection:
        for code in ("Y01-01", "Y01-02"):
            connection.execute(insert(Place).values(code=code, name=code, kind="building"))
        return list(connection.execute(select(Place.id)).scalars())


def emptied(database: Database, tickets: list[dict[str, Any]]) -> None:
    with database.write() as connection:
        connection.execute(delete(DeadlineRow))
        connection.execute(delete(Ticket))
        if tickets:
            connection.execute(insert(Ticket), tickets)


def ticket(number: int, **more: Any) -> dict[str, Any]:
    own = {"number": f"NH20261124-{number:04d}", "state": "in_progress", "channel": "wechat", "opened_at": NOW}
    return {**own, "text": "灯坏了", "summary": "灯坏了", "urgency": "normal", **more}


hours = st.integers(-60 * 24, 48).map(lambda each: NOW + timedelta(hours=each, microseconds=each))
perhaps = st.one_of(st.none(), hours)
reports = st.fixed_dictionaries({
    "state": st.sampled_from([state.value for state in TicketState]),
    "urgency": st.sampled_from(["hazard", "urgent", "normal"]),
    "channel": st.sampled_from(["wechat", "wechat", CHANNEL]),
    "opened_at": hours, "ended_at": hours, "taken_at": perhaps, "handled_at": perhaps, "take_due": perhaps,
    "handle_due": perhaps, "next_due": perhaps, "reopened": st.integers(0, 1), "place": st.sampled_from([0, 1, None]),
    "score": st.sampled_from([None, *(score.value for score in Score)]),
    "closed_as": st.sampled_from([None, *(each.value for each in ClosedAs)]),
})  # fmt: skip


@settings(max_examples=40)
@given(st.lists(reports, max_size=12))
def test_the_month_and_the_brief_are_what_counting_each_ticket_gives(database, places, found):
    rows = [ticket(number, **_placed(each, places)) for number, each in enumerate(found)]
    emptied(database, rows)
    with database.read() as connection:
        ctx = Context(UnitOfWork(connection), SubdistrictConfig(), NOW, PlaceBook())
        line = _same_month(ctx)
        for inside in (None, places[:1]):
            here = [each for each in rows if inside is None or each["place_id"] in inside]
            figures = brief_figures(ctx.uow, inside, NOW - timedelta(days=1), NOW, NOW)
            assert vars(figures) == _counted(here), (inside, here)
    report = month_report(database, SubdistrictConfig(), MONTH, NOW)
    assert [each for each in report.by_month if each.name == "2026-11"] == ([] if line is None else [line])


def test_a_month_of_more_tickets_than_are_read_at_once(database, places):
    emptied(
        database,
        [
            ticket(
                number, state="closed", place_id=places[0], ended_at=NOW, opened_at=NOW - timedelta(hours=500 - number / 6),
                taken_at=NOW - timedelta(hours=480 - number / 7, microseconds=number), handled_at=NOW,
            )
            for number in range(2 * AT_A_TIME + 500)
        ],
    )  # fmt: skip
    with database.read() as connection:
        ctx = Context(UnitOfWork(connection), SubdistrictConfig(), NOW, PlaceBook())
        line = _same_month(ctx)
        assert line is not None
        assert line.count > 2 * AT_A_TIME
        facts = facts_of(ctx, start_of(MONTH, ZONE), NOW)
    assert [each.opened_at for each in facts] == sorted(each.opened_at for each in facts)
    assert len(facts) == line.count


def _placed(each: dict[str, Any], places: list[int]) -> dict[str, Any]:
    place = each["place"]
    more = {"place_id": None if place is None else places[place]}
    if TicketState(each["state"]) not in ENDED:
        more["ended_at"] = None
    return {name: value for name, value in each.items() if name != "place"} | more


def _same_month(ctx: Context) -> Row | None:
    facts = facts_of(ctx, start_of(MONTH, ZONE), start_of(next_month(MONTH), ZONE))
    reported = [each for each in facts if not each.prevention]
    expected: Row | None = row("2026-11", reported, NOW) if reported else None
    assert row_of_month(ctx, MONTH) == expected
    return expected


def _counted(rows: list[dict[str, Any]]) -> dict[str, int]:
    day = NOW - timedelta(days=1)
    running = [each for each in rows if each["ended_at"] is None]

    def of(*states: str) -> int:
        return sum(each["state"] in states for each in running)

    return {
        "came": sum(day <= each["opened_at"] < NOW and each["closed_as"] != "voided" for each in rows),
        "closed": sum(
            each["ended_at"] is not None and day <= each["ended_at"] < NOW and each["state"] == "closed"
            for each in rows
            if each["closed_as"] != "voided"
        ),
        "open": len(running),
        "late": sum(each["next_due"] is not None and each["next_due"] < NOW for each in running),
        "dangers": sum(each["urgency"] == "hazard" for each in running),
        "to_verify": of("handled"),
        "to_dispatch": of("reported", "accepted", "returned", "reopened"),
        "untaken": of("reported", "accepted", "dispatched", "returned", "transferred", "reopened"),
    }  # fmt: skip


steps = st.lists(
    st.tuples(
        st.sampled_from(["start", "meet", "drop", "drop_all", "postpone", "revive"]), st.sampled_from(KINDS), st.integers(-9, 9)
    ),
    max_size=12,
)  # fmt: skip


@settings(max_examples=40)
@given(steps, st.booleans())
def test_what_is_kept_of_the_deadlines_with_a_ticket_is_what_the_deadlines_say(database, steps, at_once):
    """`at_once`: all steps in one transaction; else each in its own."""
    emptied(database, [ticket(1), ticket(2)])
    number = "NH20261124-0001"
    for some in [steps] if at_once else [[step] for step in steps]:
        with database.write() as connection:
            uow = UnitOfWork(connection)
            for what, kind, when in some:
                _step(uow, number, what, kind, NOW + timedelta(hours=when))
            uow.finish()
    with database.read() as connection:
        rows = connection.execute(select(DeadlineRow.__table__).order_by(DeadlineRow.id)).all()
        kept = connection.execute(
            select(Ticket.take_due, Ticket.handle_due, Ticket.next_due).order_by(Ticket.number)
        ).all()
        behind = connection.execute(select(Ticket.number).where(late(NOW))).scalars().all()
    standing = [each for each in rows if each.dropped_at is None]
    first = [next((each.due_at for each in standing if each.kind == kind), None) for kind in ("take", "handle")]
    running = [each.due_at for each in standing if each.met_at is None]
    assert tuple(kept[0]) == (*first, min(running, default=None))
    assert tuple(kept[1]) == (None, None, None)
    assert behind == ([number] if any(due < NOW for due in running) else [])


def _step(uow: UnitOfWork, number: str, what: str, kind: DeadlineKind, when: datetime) -> None:
    running, latest = open_deadlines(uow, number).get(kind), last_deadline(uow, number, kind)
    match what:
        case "start" if running is None:
            start_deadline(uow, number, Deadline(kind, when, when), next_at=None)
        case "meet":
            meet_deadlines(uow, number, [kind], when)
        case "drop":
            drop_deadlines(uow, number, when, [kind])
        case "drop_all":
            drop_deadlines(uow, number, when)
        case "postpone" if running is not None:
            postpone(uow, running, Deadline(kind, when, when), 0, None)
        case "revive" if running is None and latest is not None:
            revive(uow, latest, None)
