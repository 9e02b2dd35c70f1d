"""Redis hangs, is slow or is gone: messages are answered as ever, and what is due goes out once when it is there again."""

import socket
import threading
import time
from dataclasses import replace

import pytest

from bot.api import PlatformApi
from handlers.jobs import Lane
from scheduler.actors import declare, woken, workers
from scheduler.queue import Waker, broker_at, connect
from tests.chat import SECRETS
from tests.journeys.deliveries import enqueue_notification, received, states, until_done
from tests.patience import wait_until


class Way:
    """A port behind which the real Redis is, as long as nothing is in the way: each answer so late, or none at all."""

    def __init__(self, path):
        self.late, self.hangs, self._path = 0.0, False, path
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.url = f"redis://127.0.0.1:{self._listening.getsockname()[1]}/0"
        self._open = [self._listening]
        threading.Thread(target=self._accept, daemon=True).start()

    def _accept(self):
        while True:
            try:
                near, _ = self._listening.accept()
            except OSError:
                return
            far = socket.socket(socket.AF_UNIX)
            far.connect(self._path)
            self._open += [near, far]
            for one, other, waits in ((near, far, False), (far, near, True)):
                threading.Thread(target=self._pass_on, args=(one, other, waits), daemon=True).start()

    def _pass_on(self, one, other, waits):
        try:
            while piece := one.recv(65536):
                if waits:
                    time.sleep(self.late)
                if not self.hangs:
                    other.sendall(piece)
        except OSError:
            pass

    def close(self):
        for each in self._open:
            each.close()


@pytest.fixture
def way(valkey_url, redis):
    way = Way(valkey_url.removeprefix("unix://"))
    yield way
    way.close()


@pytest.mark.soak
@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)  # the queue knows of no database
def test_workers_that_waited_for_a_redis_that_hung_go_on_by_themselves(chat, clock, followers, way):
    broker = broker_at(way.url)
    actors = declare(broker, lambda: chat.tools)
    lanes = workers(broker, worker_timeout=50)
    waker = Waker(woken(actors))
    for lane in lanes:
        lane.start()
    try:
        enqueue_notification(chat, 5)
        actors[Lane.PUSHES].send()
        assert wait_until(lambda: states(chat) == {"sent": 5}, 25)
        way.hangs = True
        time.sleep(1)
        clock.turn(seconds=1)
        enqueue_notification(chat, 5, kind="work")
        started = time.monotonic()
        waker()
        assert "NH20261124-0001" in followers[0].says("3幢楼道灯坏了")
        assert time.monotonic() - started < 3
        assert states(chat) == {"sent": 5, "waiting": 5}
        way.hangs = False
        assert wait_until(lambda: waker() or states(chat) == {"sent": 10}, 25)
        assert received(chat) == {f"通知{number:04d}": 2 for number in range(5)}
    finally:
        way.hangs = False
        for lane in lanes:
            lane.stop()
        broker.close()


@pytest.mark.parametrize("trouble", ["slow", "hangs", "dead"])
def test_notices_go_out_once_whatever_redis_does(chat, clock, followers, way, trouble, monkeypatch):
    monkeypatch.setattr("scheduler.queue.SOCKET_TIMEOUT_S", 0.1)
    chat.api = PlatformApi(chat.api_base, SECRETS.app_id, SECRETS.app_secret, connect(way.url), 10_000)
    chat.tools = replace(chat.tools, api=chat.api)
    way.late, way.hangs = (0.05 if trouble == "slow" else 0.0), trouble == "hangs"
    if trouble == "dead":
        way.close()
    enqueue_notification(chat, 5)
    started = time.monotonic()
    assert "NH20261124-0001" in followers[0].says("3幢楼道灯坏了")
    assert time.monotonic() - started < 3
    until_done(chat, clock, minutes=3)
    assert states(chat) == {"sent": 5}
    assert received(chat) == {f"通知{number:04d}": 1 for number in range(5)}
