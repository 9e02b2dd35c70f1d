"""Traces for a collector, by OpenTelemetry (the extra `otel`): nothing of it is read unless the settings name an address.

The id of a trace is the product's own, said twice, as OpenTelemetry's are twice as long; so what web and worker tell of one message
is one trace, although they never speak with each other about it. The message's own span has that id too, once.
"""

from importlib.util import find_spec
from typing import TYPE_CHECKING

from linli import seen_texts as texts
from linli.errors import Stop
from linli.settings import Settings
from storage import spans

if TYPE_CHECKING:
    from opentelemetry.sdk.trace import SpanProcessor

NEEDED = ("opentelemetry.sdk", "opentelemetry.exporter.otlp.proto.http")


def require_otel(settings: Settings) -> None:
    """Raises Stop where traces are wanted and the extra is not installed."""
    if settings.otlp_url and not all(_is_there(name) for name in NEEDED):
        raise Stop(texts.OTEL_MISSING)


def trace_to_collector(settings: Settings) -> None:
    """From now on this process tells the settings' collector; call it in each process that works, behind its fork."""
    if not settings.otlp_url:
        return
    require_otel(settings)
    from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
    from opentelemetry.sdk.trace.export import BatchSpanProcessor

    spans.switch_on(recorder(BatchSpanProcessor(OTLPSpanExporter(endpoint=f"{settings.otlp_url}/v1/traces"))))


def recorder(processor: "SpanProcessor") -> spans.Recorder:
    """A recorder that hands each span to this processor."""
    from linli.traces_noted import Noted  # OpenTelemetry comes with it

    return Noted(processor)


def _is_there(name: str) -> bool:
    try:
        return find_spec(name) is not None
    except ModuleNotFoundError:
        return False
