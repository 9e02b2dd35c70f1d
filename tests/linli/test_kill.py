"""`kill -9` at any point: no ticket that was answered is lost, none is doubled."""

import random
import signal
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, suppress
from datetime import UTC, datetime

import psutil
import pytest
import requests
from sqlalchemy import func, select

from simulator.envelope import Secrets, sealed, unsealed
from storage.models import Inbound, Ticket
from tests.processes import command, descendants, free_address, wait_for

SECRET = Secrets("killtoken", "k" * 43, "wxkill", "")
SENDERS, PATIENCE_S = 12, 60


def deliver_until_answered(url, number):
    """As the platform and a patient resident would: the same message again until there is an answer."""
    fields = {
        "ToUserName": "gh_x", "FromUserName": f"o{number % SENDERS:027d}", "CreateTime": 1, "MsgType": "text",
        "Content": f"{number}幢楼道灯坏了", "MsgId": number,
    }  # fmt: skip
    deadline = time.monotonic() + PATIENCE_S
    while time.monotonic() < deadline:
        post = sealed(SECRET, fields, datetime.now(UTC))
        try:
            response = requests.post(f"{url}?{post.query}", post.body, headers={"Content-Type": "text/xml"}, timeout=5)
        except requests.RequestException:
            time.sleep(0.1)
            continue
        if response.status_code == 200:
            return unsealed(SECRET, response.content)["Content"]
        time.sleep(0.1)
    raise AssertionError(f"message {number} was never answered")


def deliver(url, number, answered):
    """One message until it is answered; `answered` grows by it."""
    answer = deliver_until_answered(url, number)
    answered.append(number)
    return answer


class Kept:
    """Web processes that are started again when their parent gives up after many deaths, as `linli up` does."""

    def __init__(self, start):
        self._start, self.process = start, start()

    def revive(self):
        if self.process.poll() is not None:
            self.process = self._start()

    def await_answer(self, url):
        """Revives as long as nothing answers: the parent may still be giving up after the last death."""
        deadline = time.monotonic() + PATIENCE_S
        while time.monotonic() < deadline:
            self.revive()
            with suppress(AssertionError):
                return wait_for(url, seconds=1)
        raise AssertionError(f"{url} did not answer")


@pytest.fixture
def web(database_url, tmp_path):
    """Two real web processes, kept up, and the webhook's address."""
    address = free_address()
    settings = {
        "LINLI_DATABASE_URL": database_url, "LINLI_DATA_DIR": str(tmp_path / "data"), "LINLI_BIND": address,
        "LINLI_WECHAT_TOKEN": SECRET.token, "LINLI_WECHAT_AES_KEY": SECRET.aes_key, "LINLI_WECHAT_APP_ID": SECRET.app_id,
    }  # fmt: skip
    with ExitStack() as stack:
        kept = Kept(lambda: stack.enter_context(command("web", settings=settings, log=tmp_path / "web.log")))
        wait_for(f"http://{address}/readyz")
        yield kept, f"http://{address}/wechat"
        kept.await_answer(f"http://{address}/readyz")
    assert "Traceback" not in (tmp_path / "web.log").read_text()


@pytest.mark.parametrize("messages", [150, pytest.param(600, marks=pytest.mark.soak)])
def test_answered_tickets_survive_and_none_is_doubled(web, database, messages):
    kept, url = web
    done, answered, killed = threading.Event(), [], []
    kills = threading.Thread(target=kill_now_and_then, args=(kept, answered, killed, done))
    kills.start()
    with ThreadPoolExecutor(SENDERS) as pool:
        answers = list(pool.map(lambda number: deliver(url, number, answered), range(messages)))
    done.set()
    kills.join()
    assert len(killed) >= 2
    number_of = {ticket.text: ticket.number for ticket in tickets(database)}
    assert sorted(ticket.text for ticket in tickets(database)) == sorted(f"{n}幢楼道灯坏了" for n in range(messages))
    for number, answer in enumerate(answers):
        assert number_of[f"{number}幢楼道灯坏了"] in answer
    with database.read() as connection:
        assert connection.execute(select(func.count()).select_from(Inbound)).scalar_one() == messages


def test_one_message_three_times_at_once_to_two_processes_is_one_ticket(web, database):
    _kept, url = web
    for number in range(20):
        with ThreadPoolExecutor(3) as pool:
            answers = set(pool.map(lambda _, n=number: deliver_until_answered(url, n), range(3)))
        assert len(answers) == 1
    assert len(tickets(database)) == 20


def tickets(database):
    with database.read() as connection:
        return connection.execute(select(Ticket.number, Ticket.text)).all()


def kill_now_and_then(kept, answered, killed, done):
    """Kills one web process at a time, outright, while messages come in; the parent puts a new one in its place."""
    chance, after = random.Random(7), 10
    while not done.wait(0.02):
        kept.revive()
        if len(answered) < after:  # as fast as the machine brings them back
            continue
        after = len(answered) + chance.randint(10, 25)
        with suppress(psutil.NoSuchProcess):  # one that ended, or is a zombie, between the look and the kill
            lines = {child: " ".join(child.cmdline()) for child in descendants(kept.process)}
            workers = [
                child for child, line in lines.items() if "resource_tracker" not in line and "valkey" not in line
            ]
            if workers:
                killed.append(chance.choice(workers))
                killed[-1].send_signal(signal.SIGKILL)
