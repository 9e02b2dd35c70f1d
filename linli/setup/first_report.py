"""The last step: everything is started, and a report that somebody sends from a phone is answered."""

import os
import time

import click

from linli import setup_texts, valkey
from linli.live import callback
from linli.readiness import wait_for
from linli.settings import Settings
from linli.setup.asking import hint, well
from linli.supervisor import Interrupted, Supervisor
from linli.up import start
from linli.wiring import open_database
from storage.database import Database
from storage.tickets import newest_open
from storage.unit_of_work import UnitOfWork

LOOK_S = 1.0


def wait_for_first_report(settings: Settings, minutes: int) -> bool:
    """Starts all parts, tries the callback, and waits so long for a ticket; whether one came. All is ended again."""
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
        raise Interrupted

    click.echo(setup_texts.STARTING)
    with Supervisor(when_ended=lambda: valkey.release(settings.data_dir)) as children:
        start(children, dict(os.environ))
        children.run(when_ready)
    return bool(found)


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
