"""The back office in real web processes that are killed and started again: signed in, and done once, all the same."""

import re
import signal
from contextlib import contextmanager
from datetime import UTC, datetime

import pytest
import requests
from sqlalchemy import select

from storage.models import TicketEvent
from tests.chat import SECRETS
from tests.conftest import SECRET_KEY
from tests.office import plain, sign_in_over_http
from tests.processes import command, descendants, free_address, wait_for
from tests.staff import staff


@pytest.fixture
def web(database_url, tmp_path, chat, valkey_url):
    """Starts web processes at one address, as often as wanted."""
    address = free_address()
    settings = {
        "LINLI_DATABASE_URL": database_url, "LINLI_DATA_DIR": str(tmp_path / "data"), "LINLI_SECRET_KEY": SECRET_KEY,
        "LINLI_BIND": address, "LINLI_REDIS_URL": valkey_url, "LINLI_WECHAT_API_BASE": chat.api_base,
        "LINLI_WECHAT_APP_ID": SECRETS.app_id, "LINLI_WECHAT_APP_SECRET": SECRETS.app_secret,
        "LINLI_WECHAT_TOKEN": SECRETS.token, "LINLI_WECHAT_AES_KEY": SECRETS.aes_key,
    }  # fmt: skip

    @contextmanager
    def started():
        with command("web", settings=settings, log=tmp_path / "web.log") as process:
            wait_for(f"http://{address}/readyz")
            yield process, f"http://{address}/console"

    return started


def test_a_kill_signs_nobody_out_and_a_form_sent_again_is_done_once(chat, clock, web):
    clock.now = datetime.now(UTC)  # as the processes read it
    people = staff(chat)
    chat.person("李阿姨").says("梧桐里1号院05幢3楼楼道灯坏了")
    chat.work()
    number = chat.tickets()[0].number
    browser = requests.Session()
    with web() as (process, office):
        sign_in_over_http(browser, office, people.dispatcher.says)
        page = browser.get(f"{office}/tickets/{number}").text
        csrf, seen = re.search(r'"X-CSRF": "(\w+)"', page)[1], re.search(r"seen=(\d+)", page)[1]
        form = {"do": "remark", "note": "门禁密码问门卫", "csrf": csrf, "nonce": "once", "seen": seen}
        first = browser.post(f"{office}/tickets/{number}", data=form)
        assert "已备注" in plain(first.text)
        for child in (*descendants(process), process):
            child.send_signal(signal.SIGKILL)
    with web() as (_process, office):
        assert "门禁密码问门卫" in browser.get(f"{office}/tickets/{number}").text
        again = browser.post(f"{office}/tickets/{number}", data=form)
        assert (again.status_code, again.text) == (200, first.text)
    remarks = select(TicketEvent.note).where(TicketEvent.kind == "remark")
    assert [row.note for row in chat.rows(remarks)] == ["门禁密码问门卫"]
