"""The last step: everything is started, and a report that somebody sends from a phone is answered."""

import os
import time

import click

from linli import logs, setup_texts, valkey
from linli.live import callback
from linli.readiness import wait_for
from linli.settings import Settings
from linli.setup.asking import hint, sure, well
from linli.supervisor import Interrupted, Supervisor
from linli.up import start
from linli.wiring import open_database
from storage.database import Database
from storage.tickets import newest_open
from storage.unit_of_work import UnitOfWork

LOOK_S = 1.0


def wait_for_first_report(settings: Settings, minutes: int, following: str) -> bool:
    """Starts all parts, tries the callback, and waits so long for a ticket; whether one came.

    Then it says what follows, and goes on running until Ctrl-C where that is wanted; else all is ended again.
    """
    found: list[str] = []

    def when_ready() -> None:
        wait_for(f"http://{settings.bind}/readyz")
        answer = callback(settings)
        (well if answer.well else hint)(answer.text)
        if answer.well:
            well(setup_texts.SUBMIT)
        click.echo(setup_texts.WAITING)
        number = _first_number(settings, minutes)
        if number:
            found.append(number)
            click.echo(setup_texts.FIRST.format(number=number))
            click.echo(following)
            if _goes_on():
                click.echo(setup_texts.GOES_ON)
                return
        raise Interrupted

    log = settings.data_dir.absolute() / "setup.log"
    click.echo(setup_texts.STARTING.format(log=log))
    with Supervisor(when_ended=lambda: valkey.release(settings.data_dir)) as children:
        start(children, {**os.environ, logs.FILE: str(log)})
        children.run(when_ready)
    return bool(found)


def _goes_on() -> bool:
    """Whether it is to stay; nobody at the keyboard means no."""
    try:
        return sure(setup_texts.GO_ON_SURE, default=True)
    except click.Abort:
        return False


def _first_number(settings: Settings, minutes: int) -> str | None:
    """The number of a ticket that was not there before; it is written together with its answer."""
    database = open_database(settings)
    try:
        before, deadline = _numbers(database), time.monotonic() + minutes * 60
        while time.monotonic() < deadline:
            fresh = _numbers(database) - before
            if fresh:
                return max(fresh)
            time.sleep(LOOK_S)
        return None
    finally:
        database.close()


def _numbers(database: Database) -> set[str]:
    with database.read() as connection:
        return {ticket.number for ticket in newest_open(UnitOfWork(connection), None, 20)}
