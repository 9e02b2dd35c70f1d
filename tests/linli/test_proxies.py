"""Who comes through the operator's own proxies is known by the address in front of them; what they claim besides counts nothing."""

import re

import pytest
from sqlalchemy import select

from linli.settings import Settings
from linli.web_app import web_app
from storage.models import Audit


@pytest.mark.parametrize(("proxies", "address"), [(0, "10.0.0.1"), (1, "203.0.113.9"), (2, "198.51.100.7")])
def test_a_failed_sign_in_is_noted_with_the_address_in_front_of_our_proxies(
    database, clock, redis, tmp_path, proxies, address
):
    settings = Settings(data_dir=tmp_path, wechat_token="t", proxies=proxies)
    web = web_app(settings, database, clock, lambda: None, redis).test_client()
    through = {"REMOTE_ADDR": "10.0.0.1", "HTTP_X_FORWARDED_FOR": "192.0.2.1, 198.51.100.7, 203.0.113.9"}
    token = re.search(r'name="csrf" value="(\w+)"', web.get("/console/sign-in", environ_base=through).text)
    form = {"code": "NOBODY", "password": "wrong", "otp": "000000", "csrf": token[1]}
    assert web.post("/console/sign-in", data=form, environ_base=through).status_code == 403
    with database.read() as connection:
        assert f"from {address} " in connection.execute(select(Audit.detail)).scalar_one()


def test_nothing_that_comes_in_clear_is_sent_on_to_https(database, clock, redis, tmp_path):
    """A program that sends its secrets in clear is to notice; who sends people on is the proxy in front."""
    settings = Settings(data_dir=tmp_path, wechat_token="t", public_url="https://linli.example.org")
    app = web_app(settings, database, clock, lambda: None, redis)
    web, asked = app.test_client(), 0
    for rule in app.url_map.iter_rules():
        if rule.arguments or "GET" not in (rule.methods or ()):
            continue
        answer, asked = web.get(rule.rule), asked + 1
        assert not answer.headers.get("Location", "").startswith("https:"), rule.rule
    assert asked > 20
