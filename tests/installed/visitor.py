"""`linli demo`: a report typed into a phone becomes a ticket that export prints; pages, scripts and fonts come."""

import json

from tests.demo import ready
from tests.installed.memory import at_rest, megabytes
from tests.installed.pages import asked, asked_office
from tests.installed.place import Installed
from tests.installed.seen import Seen

SAID = "虎踞北路4号05幢3楼楼道灯坏了"
AIM = 600
"""Megabytes at rest of everything that the demo runs."""


def played_demo(place: Installed) -> Seen:
    """All of it."""
    data = str(place.folder / "data")
    with place.running("demo", LINLI_DATA_DIR=data) as (process, log):
        demo = ready(process, log)
        assert "已登记" in demo.says("李示例", SAID)
        exported = place.linli("export", "tickets", "--format", "jsonl", LINLI_DATA_DIR=data)
        assert json.loads(exported.splitlines()[0])["place"] == "虎踞北路4号5幢3楼楼道"
        asked(demo.chat, "/", "/assets/noto-sans-sc/400.css")
        asked_office(demo.office)
        held, well = at_rest(lambda: sum(megabytes(process.pid).values()), AIM, AIM)
    said = f"{held:.0f} MB in all at rest, aim {AIM}"
    what = "a report became a ticket that export prints; pages, scripts, fonts"
    return Seen((what, *([said] if well else [])), () if well else (said,))
