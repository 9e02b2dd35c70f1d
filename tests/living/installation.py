"""A stored installation of a release set up again as it was, upgraded with our commands, and met only through its doors."""

import base64
import json
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from zipfile import ZipFile

from alembic import command
from sqlalchemy import Boolean, Column, Connection, Date, DateTime, LargeBinary, MetaData, create_engine, text
from sqlalchemy.engine import Engine

from simulator.media import Media
from simulator.phone import Phone
from storage import keyring
from storage.database import Database
from storage.schema import config
from tests.chat import PNG, SECRETS, Chat, Speaker
from tests.commands import linli
from tests.conftest import Clock
from tests.duty import at

HERE = Path(__file__).parent
RELEASES = tuple(sorted(path.stem for path in HERE.glob("*.zip")))
"""Every release of which a fixture is kept."""


def _opened(value: Any) -> Any:
    if isinstance(value, datetime | date):
        return str(value)
    return keyring.unseal(value) if isinstance(value, str) else value


def set_up(url: str, release: str, files: Path, where: Path = HERE) -> None:
    """The release's database, in its own schema and with its own rows, read by nothing of ours but the migrations."""
    engine = create_engine(url.replace("postgresql:", "postgresql+psycopg:"))
    with ZipFile(where / f"{release}.zip") as archive:
        _migrated(engine, json.loads(archive.read("about.json"))["version"])
        with engine.connect() as connection:
            _fill(connection, archive)
        for name in archive.namelist():
            if name.startswith("files/"):
                path = files / name[6:8] / name[6:]
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(archive.read(name))
    engine.dispose()


def _migrated(engine: Engine, version: str) -> None:
    settings = config()
    with engine.begin() as connection:
        settings.attributes["connection"] = connection
        command.upgrade(settings, version)


def _fill(connection: Connection, archive: ZipFile) -> None:
    lite = connection.dialect.name == "sqlite"
    connection.execute(text("PRAGMA foreign_keys=OFF" if lite else "SET session_replication_role = replica"))
    known = MetaData()
    known.reflect(connection)
    for table in known.sorted_tables:
        member = f"{table.name}.jsonl"
        if member not in archive.namelist():
            continue
        rows = [json.loads(line) for line in archive.read(member).splitlines()]
        connection.execute(table.delete())
        if rows:
            connection.execute(
                table.insert(), [{name: _typed(table.c[name], row[name], lite) for name in row} for row in rows]
            )
        if not lite and "id" in table.c and rows and table.name != "roster_state":
            last = max(row["id"] for row in rows)
            connection.execute(text(f"SELECT setval(pg_get_serial_sequence('{table.name}', 'id'), {last})"))
    connection.commit()


def _typed(column: Column[Any], value: Any, lite: bool) -> Any:
    """A value of the backup as this database keeps it."""
    if value is None:
        return None
    if isinstance(column.type, LargeBinary):
        return base64.b64decode(value)
    if isinstance(column.type, DateTime):
        instant = datetime.fromisoformat(value)
        return instant.astimezone(UTC).replace(tzinfo=None) if lite else instant
    if isinstance(column.type, Date):
        return date.fromisoformat(value)
    return bool(value) if isinstance(column.type, Boolean) else value


@dataclass
class Installation:
    """The upgraded installation, its clock, and what phones, walls and browsers know of it (`outside`)."""

    chat: Chat
    clock: Clock
    outside: dict[str, Any]
    env: dict[str, str]

    def __getitem__(self, name: str) -> Speaker:
        """Somebody with the phone that they had."""
        openid = {**self.outside["people"], **self.outside["gone"]}[name]
        return Speaker(Phone(self.chat.platform, openid))

    @property
    def numbers(self) -> dict[str, str]:
        """Tickets and shifts by what they stand for."""
        return self.outside["numbers"]  # type: ignore[no-any-return]

    @property
    def short(self) -> dict[str, str]:
        """The same as people write and tap them: NH20261128-0007 is 7."""
        return {label: str(int(number.rpartition("-")[2])) for label, number in self.numbers.items()}

    def sql(self, statement: str, **values: Any) -> list[Any]:
        """Rows, by plain SQL."""
        with self.chat.database.read() as connection:
            return list(connection.execute(text(statement), values))

    def count(self, table: str, where: str = "1 = 1") -> int:
        """How many rows."""
        return int(self.sql(f"SELECT count(*) FROM {table} WHERE {where}")[0][0])

    def count_said(self, table: str, where: str) -> int:
        """The same, where the condition speaks of words, which lie sealed: asked of a copy in which they are opened."""
        with closing(sqlite3.connect(":memory:")) as copy:
            for each in {table, "accounts", "people"}:
                rows = self.sql(f"SELECT * FROM {each}")
                if not rows:
                    continue
                names = list(rows[0]._mapping)
                copy.execute(f"CREATE TABLE {each} ({', '.join(names)})")
                marks = ", ".join("?" * len(names))
                copy.executemany(f"INSERT INTO {each} VALUES ({marks})", [tuple(map(_opened, row)) for row in rows])
            return int(copy.execute(f"SELECT count(*) FROM {table} WHERE {where}").fetchone()[0])

    def pushed(self) -> list[Any]:
        """What has gone out since it was woken; its words lie sealed, and are told as they were sent."""
        rows = self.sql(
            "SELECT o.id, o.text, o.picture_id, a.openid FROM outbox o JOIN accounts a ON a.id = o.account_id"
            " WHERE o.state = 'sent' AND o.sent_at > '2026-11-28 14:05:30+00'"
        )
        return [SimpleNamespace(**{**row._mapping, "text": keyring.unseal(row.text)}) for row in rows]

    def tickets(self) -> dict[str, dict[str, Any]]:
        """What `linli export tickets` says, by number."""
        done = linli("export", "tickets", "--format", "jsonl", env=self.env)
        assert done.returncode == 0, done.stderr
        return {row["number"]: row for row in map(json.loads, done.stdout.splitlines())}

    def tick(self, instant: str) -> None:
        """What an operator's `linli tick` and a worker do at a local instant."""
        at(self.clock, instant)
        done = linli("tick", "--now", self.clock.now.isoformat(), env=self.env)
        assert done.returncode == 0, done.stderr
        self.chat.work()

    def got(self, name: str, words: str) -> int:
        """How often somebody's phone shows these words, in replies and pushes alike."""
        return sum(shown.count(words) for shown in self[name].notices)


def awakened(
    database: Database, clock: Clock, redis: Any, folder: Path, outside: dict[str, Any], env: dict[str, str]
) -> Installation:
    """The bot before the same phones: who follows, who wrote when, and what the platform still keeps for us."""
    chat = Chat(database, clock, redis, folder / "files")
    env = {
        **env, "LINLI_WECHAT_API_BASE": chat.api_base, "LINLI_WECHAT_TOKEN": SECRETS.token, "LINLI_WECHAT_APP_ID": SECRETS.app_id,
        "LINLI_WECHAT_APP_SECRET": SECRETS.app_secret, "LINLI_WECHAT_AES_KEY": SECRETS.aes_key,
    }  # fmt: skip
    living = Installation(chat, clock, outside, env)
    for name, openid in (outside["people"] | outside["gone"]).items():
        chat.platform.add_person(openid, name, followed=name in outside["people"])
    for row in living.sql("SELECT openid, last_inbound_at FROM accounts WHERE channel = 'wechat'"):
        wrote = datetime.fromisoformat(str(row.last_inbound_at))
        chat.platform.windows.note(row.openid, "message", wrote if wrote.tzinfo else wrote.replace(tzinfo=UTC))
    for media_id, content in outside["media"].items():
        kept = Media("image", base64.b64decode(content), "image/png", clock.now.replace(year=2027))
        chat.platform.media._files[media_id] = kept  # the platform's own shelf, as it stood
    return living


def does(speaker: Speaker, action: Any) -> str:
    """Text as text; a picture, a pair of degrees, or (`scan:…`) a code as what they are."""
    if isinstance(action, tuple):
        return speaker.sends_location("位置", *action)
    if action == PICTURE:
        return speaker.sends_picture(PNG)
    return speaker.scans(action[5:]) if action.startswith("scan:") else speaker.says(action)


PICTURE = "picture"
