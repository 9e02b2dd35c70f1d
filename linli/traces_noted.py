"""Spans as OpenTelemetry's, made when they have ended, under the product's own ids."""

import threading

from opentelemetry.context import Context
from opentelemetry.sdk.resources import Resource
from opentelemetry.sdk.trace import SpanProcessor, TracerProvider
from opentelemetry.sdk.trace.id_generator import RandomIdGenerator
from opentelemetry.trace import NonRecordingSpan, SpanContext, TraceFlags, set_span_in_context

from storage.spans import Facts


class _Ids(RandomIdGenerator):
    """Anybody's, but for the span of a message."""

    def __init__(self) -> None:
        self.own = threading.local()

    def generate_trace_id(self) -> int:
        """That of the message, or any."""
        trace: str = getattr(self.own, "trace", "")
        return int(trace * 2, 16) if trace else super().generate_trace_id()

    def generate_span_id(self) -> int:
        """Likewise."""
        trace: str = getattr(self.own, "trace", "")
        return int(trace, 16) if trace else super().generate_span_id()


class Noted:
    """A recorder (storage.spans) that hands each span to a processor."""

    def __init__(self, processor: SpanProcessor) -> None:
        self._ids = _Ids()
        provider = TracerProvider(resource=Resource({"service.name": "linli"}), id_generator=self._ids)
        provider.add_span_processor(processor)
        self._tracer = provider.get_tracer("linli")

    def note(self, name: str, trace: str | None, began: int, ended: int, facts: Facts, *, whole: bool = False) -> None:
        """Makes the span, a part of its message's unless it is the message's own."""
        context = Context()
        if trace is not None:
            facts = {**facts, "linli.trace": trace}
            if not whole:
                ids = SpanContext(int(trace * 2, 16), int(trace, 16), is_remote=True, trace_flags=TraceFlags(1))
                context = set_span_in_context(NonRecordingSpan(ids), context)
        self._ids.own.trace = trace if whole else ""
        self._tracer.start_span(name, context, attributes=facts, start_time=began).end(ended)
