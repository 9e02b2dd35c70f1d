"""The two background processes: the worker that does what the queue wakes it for, and the scheduler."""

import os
import socket
import threading
from concurrent.futures import ThreadPoolExecutor
from zoneinfo import ZoneInfo

import click

from linli import logs, setup_texts
from linli.clock import system_clock
from linli.settings import Settings
from linli.stopping import stop_signal
from linli.traces import trace_to_collector
from linli.wiring import queue_url, ready_database, tools_of
from scheduler.actors import Passes, declare, woken, workers
from scheduler.clockwork import Steps, clockwork, leader, wake_after_steps
from scheduler.queue import Waker, broker_at, connect
from scheduler.watchman import Watchman, start_watching
from storage.filling import fill_all


def work(settings: Settings) -> None:
    """Runs a worker until SIGTERM or SIGINT; first does what was left while nobody worked."""
    logs.configure()
    trace_to_collector(settings)
    database = ready_database(settings)
    url = queue_url(settings)
    broker, waker, passes = broker_at(url), Waker([]), Passes()
    tools = tools_of(settings, database, url, system_clock, waker)
    actors = declare(broker, tools, passes)
    waker.actors = woken(actors)
    stopping = stop_signal()
    watchman = Watchman(
        tools, "worker", connect(url), settings.data_dir, lambda: {"linli_lane_overrun": passes.overrun()}
    )
    start_watching(watchman, stopping)
    lanes = workers(broker)
    for worker in lanes:
        worker.start()
    Waker(list(actors.values()))()
    stopping.wait()
    with ThreadPoolExecutor(len(lanes)) as pool:
        list(pool.map(lambda worker: worker.stop(), lanes))
    database.close()


def schedule(settings: Settings) -> None:
    """Runs the clock until SIGTERM or SIGINT."""
    logs.configure()
    url = queue_url(settings)
    database = ready_database(settings)
    tools = tools_of(settings, database, url, system_clock)
    actors = declare(broker_at(url), tools)
    name = f"{socket.gethostname()}:{os.getpid()}"
    redis = connect(url)
    other = leader(redis)
    if other is not None and not _is_gone(other):
        click.echo(setup_texts.SECOND_SCHEDULER.format(name=other), err=True)
    clock = clockwork(actors, redis, name, ZoneInfo(settings.timezone))
    stopping = stop_signal()
    threading.Thread(target=clock.start, name="clock", daemon=True).start()
    start_watching(Watchman(tools, "scheduler", connect(url), settings.data_dir), stopping)
    threading.Thread(target=fill_all, args=(database, stopping), name="filling", daemon=True).start()
    watching = (clock, ZoneInfo(settings.timezone), stopping, Steps())
    threading.Thread(target=wake_after_steps, args=watching, name="steps", daemon=True).start()
    stopping.wait()
    clock.shutdown(wait=False)
    database.close()


def _is_gone(name: str) -> bool:
    """Whether this was a process of this machine that runs no more: it only has not given its lease back."""
    host, _, pid = name.rpartition(":")
    if host != socket.gethostname() or not pid.isdigit():
        return False
    try:
        os.kill(int(pid), 0)
    except ProcessLookupError:
        return True
    except PermissionError:
        return False
    return False
