"""What a collector is told of a message: one trace from the door to the push, with no word of what was said or by whom."""

import json
from collections.abc import Iterator

import pytest
from opentelemetry.sdk.trace import ReadableSpan
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter
from sqlalchemy import select

from linli.traces import recorder
from storage import spans
from storage.models import Outbox, TicketEvent
from tests.staff import staff

SAID = "梧桐里1号院05幢楼道灯坏了"
WAY = ["message", "received", "read context", "interpret", "write", "answer"]


@pytest.fixture
def told() -> Iterator[InMemorySpanExporter]:
    exporter = InMemorySpanExporter()
    spans.switch_on(recorder(SimpleSpanProcessor(exporter)))
    yield exporter
    spans.switch_on(None)


def of(exporter: InMemorySpanExporter, trace: str) -> list[ReadableSpan]:
    """The spans of one trace, as they began."""
    found = [each for each in exporter.get_finished_spans() if (each.attributes or {}).get("linli.trace") == trace]
    assert {each.context.trace_id for each in found} == {int(trace * 2, 16)}
    return sorted(found, key=lambda each: (each.start_time, each.name))


def test_from_the_door_to_the_push_all_is_one_trace(chat, told):
    staff(chat)
    told.clear()
    chat.person("李样本").says(SAID)
    chat.work()
    [trace] = {row.trace for row in chat.rows(select(TicketEvent.trace))}
    pushes = chat.rows(select(Outbox.kind, Outbox.state).where(Outbox.trace == trace, Outbox.state == "sent"))
    found = of(told, trace)
    assert [each.name for each in found if each.name not in ("job", "push")] == WAY
    assert {each.attributes["linli.job"] for each in found if each.name == "job"} == {"dispatch"}
    whole = found[0]
    assert (whole.parent, whole.context.span_id) == (None, int(trace, 16))
    assert {each.parent.span_id for each in found[1:]} == {int(trace, 16)}
    assert (whole.attributes["linli.kind"], whole.attributes["linli.outcome"]) == ("text", "answered")
    assert whole.start_time <= found[1].start_time
    assert max(each.end_time for each in found if each.name in ("write", "answer")) <= whole.end_time
    sent = [(each.attributes["linli.push"], each.attributes["linli.state"]) for each in found if each.name == "push"]
    assert sorted(sent) == sorted(map(tuple, pushes)) != []


def test_what_is_told_says_nothing_of_what_was_said_by_whom(chat, told):
    people, resident = staff(chat), chat.person("李样本")
    resident.says(SAID)
    chat.work()
    every = "".join(each.to_json() for each in told.get_finished_spans())
    for secret in (SAID, resident.openid, people.worker.openid, "李样本", "梧桐里", "NH2026"):
        assert secret not in every
        assert json.dumps(secret)[1:-1] not in every
    kept = {name for each in told.get_finished_spans() for name in each.attributes or {}}
    assert kept <= {
        "linli.trace", "linli.kind", "linli.outcome", "linli.job", "linli.push", "linli.state", "linli.channel",
    }  # fmt: skip


def test_where_nobody_listens_nothing_is_told_and_the_product_does_not_look_at_the_time_for_it(chat):
    resident = chat.person("李样本")
    assert resident.says("你好")
    assert (spans.on(), spans.now()) == (False, 0)
    assert spans.phase("write") is spans.phase("interpret") is spans.item("dispatch")
