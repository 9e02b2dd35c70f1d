"""The demo's fast-forward moves one clock for everything: what is said next, what is due, what commands print."""

import json
import re
from datetime import UTC, datetime, timedelta

import pytest
import requests

from governance.clock import SHANGHAI
from tests.commands import linli
from tests.demo import ready, started
from tests.office import plain, sign_in_over_http

HOURS = 24 + ((10 - datetime.now(SHANGHAI).hour) % 24 or 24)
"""To ten in the morning: at night nobody is sent what is no danger."""


@pytest.fixture
def data(tmp_path):
    return tmp_path / "data"


@pytest.fixture
def demo(tmp_path, data):
    with started(data, tmp_path / "log") as process:
        yield ready(process, tmp_path / "log")


def in_hours(hours):
    return datetime.now(UTC) + timedelta(hours=hours)


def near(text, instant):
    return abs(datetime.fromisoformat(text) - instant) < timedelta(minutes=5)


def exported(data):
    done = linli("export", "tickets", "--format", "jsonl", env={"LINLI_DATA_DIR": str(data)})
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_what_is_said_after_a_fast_forward_is_of_the_new_hour_everywhere(demo, data):
    before = demo.says("李示例", "虎踞北路4号05幢3楼楼道灯坏了")
    demo.forward(24)
    said = demo.forward(HOURS - 24)
    then = in_hours(HOURS)
    assert near(f"{then.astimezone(SHANGHAI).year}-{said.replace(' ', 'T')}:00+08:00", then)
    assert "早报" in demo.waits_for("赵试写", "早报")  # became due in the meantime, whatever the hour is now
    after = demo.says("李示例", "梧桐里1号院1幢门禁坏了")
    number = re.search(r"NH(\d{8})-\d{4}", after)
    assert number[1] == f"{then.astimezone(SHANGHAI):%Y%m%d}"
    assert number[0] in demo.waits_for("陈试用", "门禁坏了")  # the worker and the stand-in's windows go by it, too
    old, new = exported(data)
    assert old["number"] in before
    assert near(old["opened_at"], in_hours(0))
    assert new["number"] == number[0]
    assert near(new["opened_at"], then)
    assert near(new["dispatched_at"], then)
    assert datetime.fromisoformat(new["due_at"]) > then
    at = re.search(r"\d{4}-\d\d-\d\dT\d\d:\d\d\+08:00", linli("tick", env={"LINLI_DATA_DIR": str(data)}).stdout)
    assert near(at[0], then)
    assert_office_shows(demo, number[0], then)
    assert_no_serving_on_a_demos_clock(data)


def assert_office_shows(demo, number, then):
    """The wall screen says the new hour, and the ticket's page that it came in then."""
    browser = requests.Session()
    sign_in_over_http(browser, f"{demo.office}/console", lambda words: demo.says("孔主任", words))
    wall = plain(browser.get(f"{demo.office}/console/wall", timeout=10).text)
    assert near(f"{then.year}-{re.search(r'智慧治理 (..-.. ..:..)', wall)[1].replace(' ', 'T')}:00+08:00", then)
    page = plain(browser.get(f"{demo.office}/console/tickets/{number}", timeout=10).text)
    assert f"{then.astimezone(SHANGHAI):%m-%d}" in page, page


def assert_no_serving_on_a_demos_clock(data):
    """Who goes on to real use with this folder is told, before a real ticket gets a wrong date."""
    env = {"LINLI_DATA_DIR": str(data), "LINLI_WECHAT_TOKEN": "t"}
    assert "时钟已被快进" in linli("up", env=env).stderr
    assert "时钟已被快进" in linli("doctor", env=env).stdout


@pytest.mark.parametrize("hours", [0, -1, 745, "1", 1.5, None, True])
def test_a_forward_by_nonsense_is_refused(chat_page, hours):
    assert chat_page.post("/chat/forward", json={"hours": hours}).status_code == 404


@pytest.fixture
def chat_page(tmp_path, clock):
    """The stand-in's page with a fast-forward that must not be asked."""
    from simulator.platform import Platform
    from simulator.server import create_app
    from tests.chat import SECRETS

    def refuse(hours):
        raise AssertionError(hours)

    return create_app(Platform(SECRETS, "http://127.0.0.1:9", clock), [], [], tmp_path, refuse).test_client()
