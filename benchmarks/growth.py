"""Fills a database with a million tickets as years of use would leave it: accounts, inbound rows, tickets, events."""

import time

from sqlalchemy import text

from storage.database import Database

STEP = 50_000

_SERIES = {
    "postgresql": "SELECT n FROM generate_series({first}, {last}) AS n",
    "sqlite": "WITH RECURSIVE s(n) AS (SELECT {first} UNION ALL SELECT n + 1 FROM s WHERE n < {last}) SELECT n FROM s",
}
_FILL = {
    "postgresql": "lpad(n::text, {0}, '0')",
    "sqlite": "printf('%0{0}d', n)",
}
_OPENED = {
    "postgresql": "timestamptz '2025-01-01' + n * interval '30 seconds'",
    "sqlite": "strftime('%Y-%m-%d %H:%M:%f000', '2025-01-01', '+' || (n * 30) || ' seconds')",
}


def fill(database: Database, tickets: int, accounts: int) -> float:
    """Answers the seconds it took."""
    started = time.monotonic()
    dialect = database.engine.dialect.name
    opened = _OPENED[dialect]
    serial = _FILL[dialect].format(9)
    openid = _FILL[dialect].format(26)
    with database.write() as connection:
        series = _SERIES[dialect].format(first=1, last=accounts)
        connection.execute(
            text(
                f"INSERT INTO accounts (channel, openid, last_inbound_at)"
                f" SELECT 'wechat', 'p' || {openid}, {opened} FROM ({series}) AS s"
            )
        )
        first_account = connection.execute(text("SELECT min(id) FROM accounts")).scalar_one()
    for first in range(1, tickets + 1, STEP):
        series = _SERIES[dialect].format(first=first, last=min(first + STEP - 1, tickets))
        account = f"{first_account} + n % {accounts}"
        with database.write() as connection:
            for statement in (
                "INSERT INTO tickets (number, state, channel, account_id, text, summary, place_text, opened_at)"
                f" SELECT 'OLD-' || {serial}, 'closed', 'wechat', {account}, '虎踞北路4号05幢3楼楼道灯坏了，请来修',"
                f" '虎踞北路4号05幢3楼楼道灯坏了', '虎踞北路4号05幢3楼楼道', {opened} FROM ({series}) AS s",
                "INSERT INTO ticket_events (number, account_id, kind, to_state, at)"
                f" SELECT 'OLD-' || {serial}, {account}, 'report', 'reported', {opened} FROM ({series}) AS s",
                "INSERT INTO inbound (dedupe_key, account_id, kind, received_at, reply)"
                f" SELECT '1' || {serial} || ':p:gh_bench', {account}, 'text', {opened}, '已登记' FROM ({series}) AS s",
            ):
                connection.execute(text(statement))
    if dialect == "postgresql":
        with database.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.execute(text("VACUUM ANALYZE"))
    return time.monotonic() - started
