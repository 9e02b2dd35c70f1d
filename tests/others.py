"""Other platforms in journeys: connected here, a stand-in at the other end, the real doors between."""

from contextlib import contextmanager

from simulator.others import (
    OtherPlatform,
    city_case,
    cloud_event,
    emergency_message,
    hotline_order,
    plain_record,
    read_city,
    read_cloud_event,
    read_emergency,
    read_grid,
    read_hotline,
    read_nothing,
)
from simulator.server import serve_in_thread, server_of
from storage.connectors.platforms import connect
from storage.models import ConnectorItem, ConnectorLink, ConnectorOut
from storage.unit_of_work import UnitOfWork

SECRET = "shared-with-them-only"
FORMS = {
    "cloudevents": (cloud_event("other"), read_cloud_event, "application/cloudevents-batch+json"),
    "hotline": (hotline_order, read_hotline, "application/json"),
    "city": (city_case, read_city, "application/json"),
    "party": (plain_record, read_nothing, "application/json"),
    "grid": (plain_record, read_grid, "application/json"),
    "services": (plain_record, read_nothing, "application/json"),
    "emergency": (emergency_message, read_emergency, "application/json"),
}
LIGHT = {"text": "3楼楼道灯坏了", "place": "梧桐里1号院05幢"}


def by_client(chat):
    """Posts to the door."""

    def post(name, content, headers):
        answer = chat.app.test_client().post(f"/connect/{name}", data=content, headers=headers)
        return answer.status_code, answer.json

    return post


@contextmanager
def other(chat, name="cloudevents", post=None, **fields):
    """A platform that is connected, with its own server."""
    write, read, content_type = FORMS[name]
    found = OtherPlatform(name, SECRET, post or by_client(chat), chat.clock, write, read, content_type)
    server = server_of(found.app(), "127.0.0.1", 0)
    thread = serve_in_thread(server)
    base = f"http://127.0.0.1:{server.server_port}"
    asks_at = f"{base}/items" if fields.pop("asked", False) else ""
    with chat.database.write() as connection:
        uow = UnitOfWork(connection)
        connect(uow, name, chat.clock(), secret=SECRET, gives_to=f"{base}/in", asks_at=asks_at)
        uow.finish()
    try:
        yield found
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def take_in(chat):
    """Works off what has come."""
    chat.run("connector_items")


def tell(chat):
    """Writes what is owed, and posts it."""
    chat.run("connector_news", "connector_out")


def items(chat):
    """What is kept of the records, by their number and version."""
    table = ConnectorItem.__table__
    return chat.rows(table.select().order_by(table.c.id))


def links(chat):
    """What is the same on both sides."""
    table = ConnectorLink.__table__
    return {row.theirs or row.ours: row for row in chat.rows(table.select().order_by(table.c.id))}


def outs(chat):
    """What was written to be given."""
    table = ConnectorOut.__table__
    return chat.rows(table.select().order_by(table.c.id))
