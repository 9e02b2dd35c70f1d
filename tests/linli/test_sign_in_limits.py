"""How often somebody may try to get in, and how long they are turned away after that, is said by the rules file."""

import re

import pytest
from sqlalchemy import select

from linli.settings import Settings
from linli.web_app import web_app
from storage.models import Audit

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


@pytest.fixture
def office(database, clock, redis, tmp_path):
    """The application as a rules file has it. Answers a function that tries once, and says with what status it ended."""

    def start(rules):
        (tmp_path / "rules.toml").write_text(rules)
        settings = Settings(data_dir=tmp_path, wechat_token="t", rules=tmp_path / "rules.toml")
        app = web_app(settings, database, clock, lambda: None, redis)
        browsers = {}

        def post(path, address="198.51.100.1", browser=None, **form):
            web = browsers.setdefault(browser, app.test_client()) if browser else app.test_client()
            web.environ_base["REMOTE_ADDR"] = address
            token = re.search(r'name="csrf" value="(\w+)"', web.get("/console/sign-in").text)
            return web.post(f"/console/{path}", data={**form, "csrf": token[1]}).status_code

        return post

    return start


def password(post, code="NOBODY", **who):
    return post("sign-in", code=code, password="wrong", otp="000000", **who)


TRIES = {
    "sign_in_tries = 2": (2, lambda post, n: password(post)),
    "sign_in_tries_address = 5": (5, lambda post, n: password(post, f"N{n}")),
    "sign_in_tries_browser = 6": (6, lambda post, n: password(post, f"N{n}", address=f"198.51.100.{n}", browser="one")),
    "sign_in_tries_account = 20": (20, lambda post, n: password(post, address=f"198.51.100.{n}")),
    "sign_in_codes = 7": (7, lambda post, n: post("sign-in/code")),
    "sign_in_tries_address = 7": (7, lambda post, n: post("wall/key", key="ABCDE")),
}


@pytest.mark.parametrize("rule", TRIES)
def test_so_many_tries_are_looked_at_and_the_next_is_turned_away(office, rule):
    most, tries = TRIES[rule]
    post = office(rule)
    statuses = [tries(post, number) for number in range(most + 1)]
    assert statuses[-1] == 429
    assert 429 not in statuses[:-1]


@pytest.mark.parametrize(
    ("rules", "name", "minutes"),
    [
        ("sign_in_tries = 2\nsign_in_minutes = 60", "tries-account-source", 60),
        ("sign_in_tries_browser = 5\nsign_in_address_minutes = 45", "tries-browser", 45),
        ("sign_in_tries_address = 5\nsign_in_address_minutes = 30", "tries-source", 30),
    ],
)
def test_so_long_nothing_more_is_looked_at(office, redis, rules, name, minutes):
    """The time is Redis's own: what is counted there lives so long, and no longer."""
    password(office(rules))
    (counted,) = redis.keys(f"linli:limits*{name}[:/]*")
    assert (minutes - 1) * 60 < redis.ttl(counted) <= minutes * 60


def test_who_was_turned_away_stands_in_the_audit_once(office, database):
    post = office("sign_in_tries = 2")
    for _ in range(5):
        password(post)
    with database.read() as connection:
        said = list(connection.execute(select(Audit.action)).scalars())
    assert said.count("console.sign_in_failed") == 2
    assert len(said) == 3
