"""One id from a message to the steps of its ticket, and the pushes that came of it."""

from sqlalchemy import select

from storage.models import Audit, Inbound, Outbox, TicketEvent
from storage.origin import trace_of
from storage.traces import traced
from storage.unit_of_work import UnitOfWork
from tests.staff import staff


def test_all_that_came_of_a_message_bears_its_id(chat):
    people = staff(chat)
    chat.person("李阿姨").says("梧桐里1号院05幢楼道灯坏了")
    chat.work()
    (key,) = [row.dedupe_key for row in chat.rows(select(Inbound).order_by(Inbound.received_at.desc()).limit(1))]
    trace = trace_of(key)
    assert {row.trace for row in chat.rows(select(TicketEvent))} == {trace}
    told = [row for row in chat.rows(select(Outbox)) if row.number]
    assert told
    assert {row.trace for row in told} == {trace}
    with chat.database.read() as connection:
        found = traced(UnitOfWork(connection), trace)
    assert {each.sort for each in found} == {"ticket", "push"}
    people.worker.says("接单 1")
    assert len({row.trace for row in chat.rows(select(TicketEvent))}) == 2


def test_of_a_batch_each_has_its_own_and_the_audit_says_it(chat):
    staff(chat)
    rows = chat.rows(select(Audit).where(Audit.actor.like("account:%")))
    assert rows
    assert None not in {row.trace for row in rows}
    assert len({row.trace for row in rows}) == len({row.actor for row in rows})
