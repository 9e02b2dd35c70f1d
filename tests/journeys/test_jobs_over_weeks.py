"""What the clock brings over weeks: an urge of the next month, pushes that are pruned, lists that grow."""

from datetime import UTC, datetime

from sqlalchemy import func, insert, select, update

from storage.models import (
    CheckIn,
    Outbox,
    Person,
    Place,
    Post,
    Ticket,
)
from tests.journeys.breaking_tickets import DAMP, change
from tests.staff import staff


def test_an_urge_in_the_next_month_at_the_same_hour_reaches_the_worker_again(chat, clock):
    people = staff(chat)
    resident = chat.person("李阿姨")
    resident.says(DAMP.format(3))
    chat.decide()
    urged = select(Outbox.text)
    for month in (11, 12):
        clock.now = datetime(2026, month, 24, 3, 0, tzinfo=UTC)
        people.worker.says("帮助")
        resident.says("催办")
        resident.says("催办")  # within the hour: once
        assert sum("催" in row.text for row in chat.rows(urged)) == month - 10


def test_finished_pushes_go_after_their_time_and_what_is_owed_or_of_an_open_ticket_stays(chat, clock):
    staff(chat)
    resident = chat.person("李阿姨")
    for floor in (1, 2):
        resident.says(DAMP.format(floor))
    chat.work()
    first, second = (row.number for row in chat.tickets())
    change(chat, update(Ticket).where(Ticket.number == first).values(state="closed", ended_at=clock()))
    row = {"account_id": 1, "kind": "work", "text": "x", "attempts": 0, "not_before": clock(), "created_at": clock()}
    for state in ("sent", "maybe_sent", "dropped", "kept", "waiting", "sending"):
        change(chat, insert(Outbox).values(dedupe_key=state, state=state, **row))

    def left():
        return {row.dedupe_key for row in chat.rows(select(Outbox.dedupe_key, Outbox.text)) if row.text == "x"}

    def about(number):
        return chat.rows(select(func.count()).select_from(Outbox).where(Outbox.number == number))[0][0]

    clock.turn(days=8)
    chat.run("prune")
    assert len(left()) == 6
    clock.turn(days=83)
    kept = about(second)
    assert about(first) > 0
    change(chat, update(Outbox).where(Outbox.state == "waiting", Outbox.dedupe_key != "waiting").values(state="sent"))
    chat.run("prune")
    assert left() == {"kept", "waiting", "sending"}
    assert about(first) == 0
    assert about(second) == kept > 0


def test_the_friday_list_asks_the_database_no_more_for_many_leaders_than_for_few(chat, clock, monkeypatch):
    from sqlalchemy import event

    staff(chat)
    places = {row.code: row.id for row in chat.rows(select(Place.code, Place.id))}

    def leaders(count, start):
        for number in range(start, start + count):
            with chat.database.write() as connection:
                row = insert(Person).values(code=f"L{number}", name=f"楼长{number}").returning(Person.id)
                person = connection.execute(row).scalar()
                since = datetime(2026, 1, 1, tzinfo=UTC)
                connection.execute(
                    insert(Post).values(person_id=person, role="building_leader", place_id=places["Y1-1"], since=since)
                )

    def statements(friday):
        clock.now = friday
        count = [0]

        def counted(*_):
            count[0] += 1

        event.listen(chat.database.engine, "before_cursor_execute", counted)
        chat.run("unpatrolled")
        event.remove(chat.database.engine, "before_cursor_execute", counted)
        return count[0]

    leaders(2, 0)
    few = statements(datetime(2026, 11, 27, 9, 0, tzinfo=UTC))
    leaders(30, 10)
    assert statements(datetime(2026, 12, 4, 9, 0, tzinfo=UTC)) <= few
    assert any("楼长39" in row.text for row in chat.rows(select(Outbox.text).where(Outbox.kind == "brief")))
    assert chat.rows(select(CheckIn.id)) == []
