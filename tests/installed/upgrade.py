"""Each release's living installation, and its backup, brought to today by the installed command on either database."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from zipfile import ZipFile

import requests

from simulator.envelope import Secrets, sealed
from tests.installed.place import Installed
from tests.installed.seen import Seen
from tests.living.installation import HERE, RELEASES, set_up
from tests.postgres import cluster, run_sql
from tests.processes import free_address, wait_for

TOKEN = "installedtoken"
SAID = "梧桐里1号院05幢3楼楼道灯坏了"


def upgraded(place: Installed) -> Seen:
    """Either database: upgraded, checked, served from, backed up; and the release's backup restored to the same."""
    what = []
    for release in RELEASES:
        with _databases() as made:
            for kind, database in made.items():
                what.append(f"{release} on {kind}: {_brought(place, release, kind, database)}")
    return Seen(tuple(what))


@contextmanager
def _databases() -> "Iterator[dict[str, object]]":
    """By kind, how the address of a new database is had."""
    with cluster() as server:

        def postgresql(folder: Path) -> str:
            run_sql(server, f"CREATE DATABASE {folder.name.replace('.', '_')}")
            return str(server.get_uri(folder.name.replace(".", "_")))

        yield {"sqlite": lambda folder: f"sqlite:///{folder / 'linli.db'}", "postgresql": postgresql}


def _brought(place: Installed, release: str, kind: str, database: object) -> str:
    assert callable(database)
    outside = json.loads((HERE / f"{release}.json").read_text("utf-8"))
    homes = [place.folder / f"{way}_{kind}_{release}" for way in ("upgraded", "restored")]
    settings = []
    for home in homes:
        home.mkdir()
        named = {"LINLI_DATABASE_URL": database(home), "LINLI_DATA_DIR": str(home)}
        settings.append({**named, "LINLI_SECRET_KEY": outside["secret_key"]})
    first, second = settings
    set_up(first["LINLI_DATABASE_URL"], release, homes[0] / "files")
    place.linli("db", "upgrade", "--finish", **first)
    place.linli("restore", str(HERE / f"{release}.zip"), **second)
    told = [_tickets(place, each) for each in settings]
    assert told[0] == told[1], "a restored backup is what an upgrade comes to"
    assert len(told[0]) == _kept(release)
    for each in settings:
        place.linli("db", "check", **each)
    _serves(place, first)
    file = str(homes[0] / "after.zip")
    place.linli("backup", file, **first)
    assert "完好" in place.linli("backup", "verify", file, **first)
    return f"{len(told[0])} tickets there after the upgrade and from its backup, a message answered, backed up anew"


def _tickets(place: Installed, settings: dict[str, str]) -> list[str]:
    """What `linli export tickets` says, a line a ticket."""
    return place.linli("export", "tickets", "--format", "jsonl", **settings).splitlines()


def _kept(release: str) -> int:
    with ZipFile(HERE / f"{release}.zip") as archive:
        return len(archive.read("tickets.jsonl").splitlines())


def _serves(place: Installed, settings: dict[str, str]) -> None:
    """A message is answered with its number by `linli up`."""
    address = free_address()
    more = {"LINLI_BIND": address, "LINLI_METRICS_BIND": free_address(), "LINLI_WECHAT_TOKEN": TOKEN}
    with place.running("up", **settings, **more):
        wait_for(f"http://{address}/readyz", 60)
        fields = {
            "ToUserName": "gh_x", "FromUserName": f"{'oinstalled':0<28}", "CreateTime": 1, "MsgType": "text", "Content": SAID,
            "MsgId": 1,
        }  # fmt: skip
        post = sealed(Secrets(TOKEN, "", "", ""), fields, datetime.now(UTC))
        kind = {"Content-Type": "text/xml"}
        answer = requests.post(f"http://{address}/wechat?{post.query}", post.body, headers=kind, timeout=20)
        assert "已登记" in answer.text, answer.text
