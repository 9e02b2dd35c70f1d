"""What all doors for programs have alike: a body that is too long is refused in JSON, however it comes."""

import io

import pytest

from bot import connect, open311, read_api

DOORS = {
    "/open311/v2/requests.json": ("POST", open311.LONGEST_BODY), "/connect/city": ("POST", connect.LONGEST_BODY),
    "/api/v1/duty": ("GET", read_api.LONGEST_BODY),
}  # fmt: skip


def said(response):
    """Its status and sentence, which stand in the JSON."""
    found = response.json[0] if isinstance(response.json, list) else response.json
    assert found["code"] == response.status_code
    assert found["description"] >= "\u4e00"
    return response.status_code


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
@pytest.mark.parametrize("path", DOORS)
def test_a_body_that_is_too_long_is_refused_before_it_is_read(chat, path):
    method, most = DOORS[path]
    web = chat.app.test_client()
    assert said(web.open(path, method=method, data=b"x" * (most + 1), content_type="application/json")) == 413
    kept = web.open(path, method=method, data=b"x" * most, content_type="application/json")
    assert kept.status_code != 413


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
@pytest.mark.parametrize("path", [path for path, (method, _) in DOORS.items() if method == "POST"])
def test_a_body_that_does_not_say_how_long_it_is_ends_at_the_limit_too(chat, path):
    body = io.BytesIO(b"description=" + b"x" * DOORS[path][1])
    environ = {"wsgi.input": body, "wsgi.input_terminated": True, "HTTP_TRANSFER_ENCODING": "chunked"}
    web = chat.app.test_client()
    kind = "application/x-www-form-urlencoded"
    assert said(web.post(path, content_type=kind, environ_overrides=environ)) == 413
