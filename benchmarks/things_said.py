"""Which thing a sentence means, of a yard and sentences that a stranger wrote: how many are right, wrong, and without a thing.

    python -m benchmarks.things_said FOLDER [--wrong]

FOLDER holds things.tsv (code, kind, name, place, where) and sentences.tsv (code or -, home or -, sentence). The yard is imported
as any workbook is; of each sentence the place is read as a report reads it, from the home where none is said. `--wrong` lists
what was not right.
"""

import csv
import re
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from sqlalchemy import insert

from benchmarks.servers import SECRET_KEY
from governance.things.datum import Datum
from governance.things.sheets import THINGS
from handlers.context import Context, SubdistrictConfig
from handlers.reporting.whereabouts import read_words, whereabouts
from handlers.things.finding import thing_said
from handlers.things.importing import import_things, read_things
from storage import keyring
from storage.accounts import KnownAccount
from storage.database import Database
from storage.models import Place
from storage.place_book import PlaceBook
from storage.schema import upgrade
from storage.unit_of_work import UnitOfWork
from understanding.normalise import normalise

NONE = "-"
COLUMNS = ("code", "kind", "name", "place", "spot")
_PLACE = re.compile(r"(?P<yard>.+?)(?P<building>[0-9]+幢|[甲乙丙丁]楼|[A-Z]座)?(?P<unit>[0-9]+单元)?")
NOW = datetime(2026, 11, 27, tzinfo=UTC)


@dataclass(frozen=True)
class Sentence:
    """What somebody says; `code`: the thing that is meant, `home`: where they live, None for none and unknown."""

    code: str | None
    home: str | None
    text: str


@dataclass(frozen=True)
class Found:
    """A sentence and what was made of it."""

    sentence: Sentence
    place: str
    code: str | None

    @property
    def verdict(self) -> str:
        """Right, wrong, or none where there was one to find."""
        if self.code == self.sentence.code:
            return "right"
        return "none" if self.code is None else "wrong"


def main(folder: Path, each: bool) -> None:
    """The figures of all sentences, and of those at odd and at even places of the file."""
    sentences = [
        Sentence(*(None if cell == NONE else cell for cell in row[:2]), row[2])
        for row in _rows(folder / "sentences.tsv", 3)
    ]
    with tempfile.TemporaryDirectory() as new:
        found = _found(_rows(folder / "things.tsv", len(COLUMNS)), sentences, Path(new))
    for title, part in (("all", found), ("odd", found[0::2]), ("even", found[1::2])):
        counts = Counter(one.verdict for one in part)
        shares = ", ".join(f"{name} {counts[name]}" for name in ("right", "wrong", "none"))
        print(f"{title}: {len(part)} sentences: {shares} ({counts['right'] / max(1, len(part)):.3f} right)")
    for number, one in enumerate(found, 1):
        if each and one.verdict != "right":
            said = one.sentence
            print(f"{number} {one.verdict}: {said.text} [{said.home}] {one.place}: {one.code}, not {said.code}")


def _rows(path: Path, wide: int) -> list[list[str]]:
    with open(path, encoding="utf-8", newline="") as file:
        rows = [row for row in csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE) if row]
    return [[*row, *[""] * wide][:wide] for row in rows if row[0] != COLUMNS[0]]


def _found(things: Sequence[Sequence[str]], sentences: Iterable[Sentence], folder: Path) -> list[Found]:
    keyring.unlock([SECRET_KEY])
    database = Database(f"sqlite:///{folder / 'things.db'}")
    upgrade(database)
    places = _places(database, [row[3] for row in things])
    plan = import_things(database, read_things(_workbook(folder, things), geojson=False), Datum.WGS84, NOW)
    assert not plan.problems, [str(problem) for problem in plan.problems[:5]]
    with database.read() as connection:
        ctx = Context(UnitOfWork(connection), SubdistrictConfig(), NOW, PlaceBook())
        found = [_one(ctx, sentence, places) for sentence in sentences]
    database.close()
    return found


def _one(ctx: Context, sentence: Sentence, places: dict[str, int]) -> Found:
    home = places[sentence.home] if sentence.home else None
    ctx = replace(ctx, account=KnownAccount(1, "wechat", "", None, home, None))
    where = whereabouts(ctx.places, read_words(normalise(sentence.text), ctx.here), sentence.text)
    row = thing_said(ctx, sentence.text, where.place_id)
    return Found(sentence, where.text or NONE, None if row is None else row.code)


def _places(database: Database, names: Iterable[str]) -> dict[str, int]:
    """Every place of the yard with what it lies in, below one subdistrict; their ids by their whole names."""
    rows: list[dict[str, Any]] = [{"id": 1, "code": "S", "kind": "subdistrict", "name": "示例街道", "parent_id": None}]
    known: dict[str, int] = {}
    for name in names:
        parts = _PLACE.fullmatch(name)
        assert parts is not None, name
        whole, parent = "", 1
        for part, kind in zip(parts.groups(), ("courtyard", "building", "unit"), strict=True):
            whole += part or ""
            if part and whole not in known:
                known[whole] = len(rows) + 1
                rows.append({"id": known[whole], "code": whole, "kind": kind, "name": part, "parent_id": parent})
            parent = known[whole]
    with database.write() as connection:
        connection.execute(insert(Place), rows)
    return known


def _workbook(folder: Path, things: Iterable[Sequence[str]]) -> Path:
    book = Workbook(write_only=True)
    sheet = book.create_sheet(THINGS.title)
    sheet.append([THINGS.heading(key) for key in COLUMNS])
    for row in things:
        sheet.append(list(row))
    path = folder / "things.xlsx"
    book.save(path)
    return path


if __name__ == "__main__":
    main(Path(sys.argv[1]), "--wrong" in sys.argv[2:])
