"""`linli simulate` with nothing configured: a rehearsal of set-up without an account."""

import re
import socket

import requests

from linli.ports import claim, is_free, listener
from tests.patience import patient, wait_until
from tests.processes import command, free_address


def test_with_nothing_configured_it_makes_up_an_account_and_says_what_to_type(tmp_path):
    address, log = free_address(), tmp_path / "log"
    settings = {"LINLI_DATA_DIR": str(tmp_path / "data")}
    with command("simulate", "--bind", address, settings=settings, log=log):
        assert wait_until(lambda: "网址填" in log.read_text(), patient(20_000) / 1000), log.read_text()
        said = log.read_text()
        assert f"聊天页面 http://{address}" in said
        assert re.search(rf"LINLI_WECHAT_API_BASE=http://{address} \S*linli setup", said)
        account = {
            "appid": re.search("AppID 填 (wx[0-9a-f]{16})", said)[1],
            "secret": re.search("AppSecret 填 ([0-9a-f]{32})", said)[1],
            "grant_type": "client_credential",
        }
        given = requests.post(f"http://{address}/cgi-bin/stable_token", json=account, timeout=5).json()
        assert given["access_token"]
    assert not (tmp_path / "data").exists()  # neither a database nor a key


def test_a_port_is_free_at_once_after_who_listened_there_ended_with_visitors_on_the_line():
    host, _, port = free_address().rpartition(":")
    with claim(host, int(port)), listener(host, int(port), claimed=True) as listening:
        visitor = socket.create_connection((host, int(port)))
        listening.accept()[0].close()  # who closes first keeps the address for a minute
        visitor.close()
    assert is_free(host, int(port))
    listener(host, int(port), claimed=False).close()
