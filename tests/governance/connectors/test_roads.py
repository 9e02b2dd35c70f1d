"""Signatures, waiting times, CloudEvents, and what a warning's colour sets going."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis.strategies import integers

from governance.connectors.cloudevents import BATCH, STRUCTURED, events_in
from governance.connectors.retry import LONGEST_WAIT, given_up, refused_for_good, taken, wait_after
from governance.connectors.signing import Unsigned, signature, unsigned
from governance.connectors.warnings import Level, response_to, stronger

NOW = datetime(2026, 11, 24, 2, tzinfo=UTC)
AT, NONCE, BODY = str(int(NOW.timestamp())), "abcdefgh1234", b'{"a": 1}'
GOOD = signature("secret", AT, NONCE, BODY)


def test_a_signature_is_of_its_time_nonce_body_and_secret():
    assert unsigned("secret", AT, NONCE, GOOD, BODY, NOW) is None
    for secret, at, nonce, body in (
        ("other", AT, NONCE, BODY), ("secret", str(int(AT) + 1), NONCE, BODY), ("secret", AT, "abcdefgh9999", BODY),
        ("secret", AT, NONCE, BODY + b" "),
    ):  # fmt: skip
        assert unsigned(secret, at, nonce, GOOD, body, NOW) is Unsigned.WRONG


@pytest.mark.parametrize("missing", [("", NONCE, GOOD), ("now", NONCE, GOOD), (AT, "short", GOOD), (AT, NONCE, "")])
def test_without_its_parts_there_is_no_signature(missing):
    assert unsigned("secret", *missing, BODY, NOW) is Unsigned.MISSING


@given(integers(-86_400, 86_400))
def test_a_signature_is_good_for_ten_minutes_and_clocks_may_differ_by_as_much(seconds):
    found = unsigned("secret", AT, NONCE, GOOD, BODY, NOW + timedelta(seconds=seconds))
    assert (found is Unsigned.OLD) == (abs(seconds) > 600)


@given(integers(1, 60))
def test_each_wait_is_no_shorter_than_the_last_and_none_longer_than_an_hour(attempts):
    assert wait_after(1) <= wait_after(attempts) <= wait_after(attempts + 1) <= LONGEST_WAIT
    assert given_up(attempts) == (attempts >= 10)


def test_what_is_refused_for_good_is_not_sent_again():
    assert [status for status in (400, 401, 404, 408, 409, 422, 429, 500, 503) if refused_for_good(status)] == [
        400,
        409,
        422,
    ]
    assert [status for status in (200, 202, 204, 208, 302, 409, 422, 500) if taken(status)] == [200, 202, 204, 208, 409]


EVENT = {"specversion": "1.0", "id": "1", "source": "/x", "type": "t", "data": {}}


def test_cloud_events_come_in_three_modes():
    assert events_in(STRUCTURED, {}, EVENT) == [EVENT]
    assert events_in(f"{BATCH}; charset=utf-8", {}, [EVENT, EVENT]) == [EVENT, EVENT]
    headers = {"Ce-Id": "1", "Ce-Specversion": "1.0", "Ce-Source": "/x", "Ce-Type": "t", "Ce-Subject": "A1"}
    assert events_in("application/json", headers, {"text": "x"}) == [{**EVENT, "subject": "A1", "data": {"text": "x"}}]


@pytest.mark.parametrize("body", [{}, [{}], {**EVENT, "id": ""}, {**EVENT, "type": 3}, "text", None, [EVENT, 1]])
def test_what_is_no_cloud_event_is_refused(body):
    with pytest.raises(ValueError, match="CloudEvents"):
        events_in(STRUCTURED, {}, body)


def test_each_colour_sets_going_all_that_the_weaker_ones_do():
    found = [(each.check_lists, each.tell, each.call_up) for each in map(response_to, Level)]
    assert found == [(True, False, False), (True, True, False), (True, True, True), (True, True, True)]
    assert [stronger(one, Level.YELLOW) for one in Level] == [False, False, True, True]
    assert stronger(Level.BLUE, None)
