"""Structured logs: one JSON object a line on standard error."""

import logging
import os
import sys
import traceback
from contextlib import suppress
from typing import Any, TextIO, cast

import structlog
from structlog.typing import EventDict, WrappedLogger

FILE = "LINLI_LOG_FILE"
"""Set by set-up for the parts it starts, so that their lines do not run between its own."""


def configure(out: Any = None) -> None:
    """Sets the process's logging; call once at the start. `out`: a text file instead of standard error."""
    if out is None and os.environ.get(FILE):
        out = open(os.environ[FILE], "a", encoding="utf-8", buffering=1)  # noqa: SIM115 (open as long as the process)
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            errors_without_their_words,
            structlog.processors.JSONRenderer(ensure_ascii=False),
        ],
        wrapper_class=structlog.make_filtering_bound_logger("info"),
        logger_factory=structlog.WriteLoggerFactory(cast(TextIO, Patient(out or sys.stderr))),
        cache_logger_on_first_use=out is None,
    )
    logging.basicConfig(level=logging.WARNING, handlers=[_Forward()], force=True)


class Patient:
    """A stream that drops what its disk has no room for: nobody is to go without an answer for want of a log line."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def write(self, text: str) -> int:
        """Writes it, or not."""
        with suppress(OSError):
            self._stream.write(text)
        return len(text)

    def flush(self) -> None:
        """Brings it to the disk, or not."""
        with suppress(OSError):
            self._stream.flush()


class _Forward(logging.Handler):
    """Brings what libraries log into the same lines."""

    def emit(self, record: logging.LogRecord) -> None:
        """One line; of an exception only its class is told."""
        error = record.exc_info[0].__qualname__ if record.exc_info and record.exc_info[0] else None
        extra = {"error": error} if error else {}
        structlog.get_logger(record.name).log(record.levelno, record.getMessage(), logger=record.name, **extra)


def errors_without_their_words(_logger: WrappedLogger, _method: str, event: EventDict) -> EventDict:
    """Tells an exception by its class and the way it took; its message may quote a row, and with it a person."""
    if event.pop("exc_info", None):
        kind, _, trace = sys.exc_info()
        if kind is not None:
            event["error"] = kind.__qualname__
            event["at"] = [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in traceback.extract_tb(trace)]
    return event
