"""50,000 things: how long an import takes, and how long the nearest thing to a sentence takes to find.

    python -m benchmarks.things [FOLDER]

Of SQLite in a new folder. Prints one line a figure; benchmarks/README.md has those of one run.
"""

import sys
import tempfile
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from statistics import quantiles
from time import perf_counter, process_time

from openpyxl import Workbook
from sqlalchemy import insert

from benchmarks.servers import SECRET_KEY
from governance.things.datum import Datum
from governance.things.sheets import THINGS
from handlers.context import Context, SubdistrictConfig
from handlers.things.finding import things_said
from handlers.things.importing import import_things, read_things
from storage import keyring
from storage.database import Database
from storage.models import Place
from storage.place_book import PlaceBook
from storage.schema import upgrade
from storage.unit_of_work import UnitOfWork

THINGS_COUNT, BUILDINGS = 50_000, 1_000
KINDS = ("井盖", "灯", "树木", "雨水口", "消防栓")
SAID = ("3单元门口那个井盖翘起来了", "东侧那棵树要倒了", "2单元楼道灯不亮", "楼后雨水口堵了", "消防栓漏水")
COLUMNS = ("code", "kind", "place", "spot", "lat", "lon", "keeper", "contract", "warranty_until", "material")


def main(folder: Path) -> None:
    """Both figures."""
    keyring.unlock([SECRET_KEY])
    database = Database(f"sqlite:///{folder / 'things.db'}")
    upgrade(database)
    _town(database)
    path = _workbook(folder / "things.xlsx")
    now = datetime(2026, 11, 27, tzinfo=UTC)
    began, worked = perf_counter(), process_time()
    file = read_things(path, geojson=False)
    read = perf_counter()
    plan = import_things(database, file, Datum.GCJ02, now)
    done = perf_counter()
    spent = f"reading {read - began:.1f}, writing {done - read:.1f}; {process_time() - worked:.1f} s of CPU"
    print(f"import {plan.changes.added} things: {done - began:.1f} s ({spent})")
    again = perf_counter()
    same = import_things(database, file, Datum.GCJ02, now).changes.same
    print(f"the same again ({same} unchanged): {perf_counter() - again:.1f} s")
    _sentences(database, now)
    database.close()


def _town(database: Database) -> None:
    rows = [
        {"id": 1, "code": "S", "kind": "subdistrict", "name": "示例街道", "parent_id": None, "lat": None, "lon": None}
    ]
    for yard in range(BUILDINGS // 10):
        key = 2 + yard * 11
        spot = {"lat": 32.0 + yard * 0.001, "lon": 118.7}
        rows.append(
            {"id": key, "code": f"Y{yard}", "kind": "courtyard", "name": f"梧桐里{yard}号院", "parent_id": 1, **spot}
        )
        rows += [
            {"id": key + n, "code": f"Y{yard}-{n}", "kind": "building", "name": f"{n}幢", "parent_id": key, **spot}
            for n in range(1, 11)
        ]
    with database.write() as connection:
        connection.execute(insert(Place), rows)


def _workbook(path: Path) -> Path:
    book = Workbook(write_only=True)
    sheet = book.create_sheet(THINGS.title)
    sheet.append([THINGS.heading(key) for key in COLUMNS])
    spots = ("{n}单元门口", "{n}单元楼道", "东侧", "楼后", "西侧围墙边")
    for number in range(THINGS_COUNT):
        kind, place = KINDS[number % 5], f"Y{number // 500}-{number // 50 % 10 + 1}"
        spot = spots[number // 5 % 5].format(n=number % 4 + 1)
        material = "铸铁" if kind == "井盖" else None
        point = (32.0 + number // 500 * 0.001, 118.7 + number % 500 * 1e-6)
        sheet.append(
            [f"J-{number}", kind, place, spot, *point, "示范物业", f"HT-{number % 50}", "2028-01-01", material]
        )
    book.save(path)
    return path


def _sentences(database: Database, now: datetime) -> None:
    book, found = PlaceBook(), 0
    taken, worked = list[float](), list[float]()
    with database.read() as connection:
        ctx = Context(UnitOfWork(connection), SubdistrictConfig(), now, book)
        assert ctx.places.nodes
        for number in range(1_000):
            place = 3 + number % 100 * 11 + number % 10
            text = SAID[number % len(SAID)]
            began, spent = perf_counter(), process_time()
            found += bool(things_said(ctx, text, place))
            worked.append(process_time() - spent)
            taken.append(perf_counter() - began)
    print(f"nearest thing to a sentence: {_cuts(taken)}; CPU {_cuts(worked)} ({found} of 1000 found)")


def _cuts(taken: Sequence[float]) -> str:
    cuts = quantiles(taken, n=100)
    return f"median {cuts[49] * 1000:.2f} ms, p99 {cuts[98] * 1000:.2f} ms"


if __name__ == "__main__":
    if len(sys.argv) > 1:
        main(Path(sys.argv[1]))
    else:
        with tempfile.TemporaryDirectory() as new:
            main(Path(new))
