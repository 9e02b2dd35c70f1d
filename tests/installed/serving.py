"""Migrations, roster and all of `linli up` on an empty folder."""

import re

from tests.installed.memory import at_rest, megabytes
from tests.installed.pages import asked_office
from tests.installed.place import Installed
from tests.installed.seen import Seen
from tests.installed.visitor import SAID
from tests.processes import free_address, wait_for

PART = re.compile("granian|linli worker")
AIM, MOST = 90, 120
"""Megabytes at rest of a web process or worker."""
_LETTERS = "from bot.lettering import letters; from linli.fonts import FONTS; letters(FONTS, 20, bold=True)"


def served_in_earnest(place: Installed) -> Seen:
    """All of it."""
    data, address = str(place.folder / "earnest"), free_address()
    assert "最新" in place.linli("db", "upgrade", LINLI_DATA_DIR=data)
    place.linli("db", "check", LINLI_DATA_DIR=data)
    place.linli("import", "template", str(place.folder / "roster.xlsx"), LINLI_DATA_DIR=data)
    settings = {"LINLI_DATA_DIR": data, "LINLI_BIND": address, "LINLI_WECHAT_TOKEN": "t"}
    with place.running("up", **settings, LINLI_METRICS_BIND=free_address()) as (process, _):
        wait_for(f"http://{address}/readyz")
        asked_office(f"http://{address}")
        held, well = at_rest(
            lambda: max(size for line, size in megabytes(process.pid).items() if PART.search(line)), AIM, MOST
        )
    assert '"intent": "report"' in place.linli("understanding", "parse", SAID)
    place.run("python", "-c", _LETTERS)
    said = f"{held:.0f} MB the largest of web and worker, aim {AIM}"
    what = "schema made and checked, roster template, pages, a sentence read, letters drawn, ended by SIGTERM"
    return Seen((what, *([said] if well else [])), () if well else (said,))
