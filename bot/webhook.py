"""`/wechat`: a Flask view around the codec. Nothing that comes in makes it raise; nothing personal is logged."""

import time
from collections.abc import Callable, Mapping

import structlog
from flask import Blueprint, Request, Response, request
from werkzeug.exceptions import HTTPException

from bot import codec
from bot.errors import Malformed, Refused, TooLarge, WrongContentType
from bot.metrics import ANSWER_SECONDS, REFUSED, UNDERSTOOD, messages
from bot.watch import Watch, nobody, refused_message
from governance.clock import Clock
from handlers import texts
from handlers.errors import NotTaken, ReplayedNonce
from handlers.inbound import Inbound, Reply, Trace
from storage import spans
from storage.origin import trace_of

MOST_BYTES = 1024 * 1024
CONTENT_TYPES = ("", "text/xml", "application/xml", "text/plain", "application/x-www-form-urlencoded")
"""What a body may call itself; hand-made requests often carry the last two."""

Receive = Callable[[Inbound], Reply]

log = structlog.get_logger("linli.webhook")


def webhook(account: codec.Account, receive: Receive, clock: Clock, watch: Watch = nobody) -> Blueprint:
    """The blueprint for one official account; `watch` hears of what is refused."""
    blueprint = Blueprint("wechat", __name__)

    @blueprint.get("/wechat")
    def verify() -> Response:
        return Response(codec.echo(account, _query(request), clock()), mimetype="text/plain")

    @blueprint.post("/wechat")
    def take() -> Response:
        started, came = time.perf_counter(), spans.now()
        opened = codec.open_request(account, _query(request), _body(request), clock())
        id = message_id(opened.inbound) if came else ""
        spans.note("received", id, came, {})
        reply, outcome = _answered(receive, opened.inbound)
        answering = spans.now()
        body = codec.close_reply(account, opened, reply, clock())
        spans.note("answer", id, answering, {})
        spans.note("message", id, came, {"linli.kind": opened.inbound.kind.value, "linli.outcome": outcome}, whole=True)
        _note(opened.inbound, outcome, reply.trace, time.perf_counter() - started)
        return Response(body, mimetype="application/xml" if reply.text else "text/plain")

    @blueprint.errorhandler(Refused)
    def refuse(error: Refused) -> Response:
        REFUSED.labels(error.reason).inc()
        log.warning("refused", reason=error.reason, status=error.status)
        refused_message(watch, error)
        return Response(status=error.status)

    @blueprint.errorhandler(HTTPException)
    def refuse_http(error: HTTPException) -> Response:
        return refuse(Malformed("http"))

    return blueprint


def message_id(inbound: Inbound) -> str:
    """The id under which a message stands in the log, and all that came of it in the database."""
    return trace_of(inbound.dedupe_key)


def _query(incoming: Request) -> Mapping[str, str]:
    """The parameters; a query that is no UTF-8 is a fault of the sender, not of ours."""
    try:
        return incoming.args
    except UnicodeDecodeError as error:
        raise Malformed("query") from error


def _body(incoming: Request) -> bytes:
    """The body, read from the server's own stream: no more of it than a message may have."""
    environ = incoming.environ
    if environ.get("CONTENT_TYPE", "").partition(";")[0].strip().lower() not in CONTENT_TYPES:
        raise WrongContentType("content type")
    length = environ.get("CONTENT_LENGTH") or ""
    if not length.isdecimal():
        raise Malformed("length")
    if int(length) > MOST_BYTES:
        raise TooLarge("size")
    body: bytes = environ["wsgi.input"].read(int(length))
    if not body:
        raise Malformed("empty")
    return body


def _answered(receive: Receive, inbound: Inbound) -> tuple[Reply, str]:
    try:
        return receive(inbound), "answered"
    except ReplayedNonce as error:
        raise Malformed("nonce replayed") from error
    except NotTaken as error:
        log.error("not taken", id=message_id(inbound), kind=inbound.kind.value, error=type(error.__cause__).__name__)
        return Reply(texts.BUSY), "busy"
    except Exception:
        log.error("failed", exc_info=True, id=message_id(inbound), kind=inbound.kind.value)
        return Reply(texts.BUSY), "failed"


def _note(inbound: Inbound, outcome: str, trace: Trace | None, seconds: float) -> None:
    ANSWER_SECONDS.observe(seconds)
    messages(inbound.kind.value, outcome).inc()
    if trace is not None:
        UNDERSTOOD.labels("asks" if trace.asks else "sure").inc()
    understood = {} if trace is None else {
        "command": trace.command, "sure": trace.sure, "slots": ",".join(trace.slots), "asks": trace.asks,
    }  # fmt: skip
    ms = round(seconds * 1000, 1)
    log.info("message", id=message_id(inbound), kind=inbound.kind.value, outcome=outcome, ms=ms, **understood)
