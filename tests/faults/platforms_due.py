"""Platforms that have brought something, are owed something, can be asked, and one that is silent."""

import json
from datetime import timedelta

from sqlalchemy import insert, select

from handlers.connectors.taking import take_records
from handlers.mappings import shipped_mappings
from simulator.others import OtherPlatform, city_case, read_city
from simulator.server import serve_in_thread, server_of
from storage.accounts import take_accounts
from storage.connectors.links import link_to_ours
from storage.connectors.out import queue
from storage.connectors.platforms import connect
from storage.models import ConnectorLink, Ticket
from storage.unit_of_work import UnitOfWork
from tests.journeys.breaking_tickets import change
from tests.others import LIGHT, SECRET


def platforms(chat):
    """Served to the end of the process, like the houses of chats."""
    them = OtherPlatform("city", SECRET, lambda *_: (0, None), chat.clock, city_case, read_city)
    them.kept.append(them.body("asked", **LIGHT))
    server = server_of(them.app(), "127.0.0.1", 0)
    serve_in_thread(server)
    base, long_ago = f"http://127.0.0.1:{server.server_port}", chat.clock() - timedelta(days=9)
    number = chat.rows(select(Ticket.number).order_by(Ticket.number).limit(1))[0].number
    with chat.database.write() as connection:
        uow = UnitOfWork(connection)
        connect(uow, "city", chat.clock(), secret=SECRET, gives_to=f"{base}/in", asks_at=f"{base}/items")
        # beforehand: a number that a killed worker has used is not given again
        take_accounts(uow, [("connect", "city")], chat.clock())
        connect(uow, "hotline", long_ago, secret=SECRET)
        take_records(uow, shipped_mappings()["city"], "push", [them.body("brought", **LIGHT)], chat.clock())
        uow.finish()
    link = {"platform": "city", "kind": "ticket", "ours": number, "theirs": "owed", "agreed": "open", "queued": "-"}
    other = {**link, "ours": f"{number}x", "theirs": "owed before", "queued": "working", "sequence": 0}
    change(chat, insert(ConnectorLink).values(**other, ended=True, at=chat.clock()))
    with chat.database.write() as connection:
        uow = UnitOfWork(connection)
        known = link_to_ours(uow, "city", "ticket", f"{number}x")
        said = {"kind": "ticket", "number": number, "state": "working", "at": chat.clock().isoformat()}
        queue(uow, known, "working", json.dumps(said), chat.clock())
    change(chat, insert(ConnectorLink).values(**link, ended=False, at=chat.clock()))
