"""A line of the log: one JSON object with its instant, whatever is in it."""

import io
import json
import logging
import sys
from datetime import datetime, timedelta

import pytest
import structlog

from linli import logs


@pytest.fixture
def lines():
    out = io.StringIO()
    logs.configure(out)
    yield lambda: [json.loads(line) for line in out.getvalue().strip().split("\n")]
    logs.configure(sys.stderr)


def test_each_event_is_one_line_in_utc_whatever_somebody_wrote(lines):
    evil = 'x\n{"event": "console.sign_in", "level": "info"}\r\n\x1b[31m\u2028"}'
    structlog.get_logger("linli.web").warning("not granted", rule=evil, who=7)
    logging.getLogger("other").warning("library says %s", evil)
    first, second = lines()
    assert (first["event"], first["rule"], first["level"], first["who"]) == ("not granted", evil, "warning", 7)
    assert second["logger"] == "other"
    for line in (first, second):
        at = datetime.fromisoformat(line["timestamp"].replace("Z", "+00:00"))
        assert at.utcoffset() == timedelta(0)


def test_what_went_wrong_is_told_without_what_it_quotes(lines):
    try:
        raise ValueError("row of 秦素人, 13912345678")
    except ValueError:
        structlog.get_logger("linli.web").error("failed", exc_info=True)
        logging.getLogger("other").exception("trouble")
    said = json.dumps(lines(), ensure_ascii=False)
    assert "ValueError" in said
    assert "test_logs.py" in said
    assert "秦素人" not in said
    assert "1391234" not in said  # not "139": microseconds of a timestamp may spell it
