"""How well texts are understood, on public texts and on our own list of dangers. Prints a table.

`python -m benchmarks.understanding [FOLDER]`; FOLDER holds reports_dev.jsonl, classified_dev.jsonl, addresses_dev.jsonl.
Nothing is trained on what it is measured on: the classifier by cross-validation, everything else has no training.
"""

import json
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import select

from benchmarks.servers import SECRET_KEY
from governance.clock import SHANGHAI
from handlers.context import SubdistrictConfig
from handlers.conversation.reception import Reception
from handlers.inbound import Inbound, Kind
from handlers.roster import import_roster
from linli.sample import EXAMPLE
from storage import keyring
from storage.database import Database
from storage.inbound import Delivery
from storage.models import Ticket
from storage.schema import upgrade
from storage.workbook.reader import read_workbook
from understanding.address import address_parts
from understanding.hazard import hazard_in
from understanding.learned import cross_validate
from understanding.normalise import normalise

DATA = Path(__file__).parent / "data"
LABELS = ("road", "roadno", "houseno", "cellno", "floorno", "roomno")
NOW = datetime(2026, 11, 24, 2, 0, tzinfo=UTC)
ANSWER = "梧桐里3号院2幢"


def lines(file: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in file.read_text("utf-8").splitlines()]


def row(what: str, figure: str, aim: str = "") -> None:
    print(f"| {what} | {figure} | {aim} |")


def hazards() -> None:
    dangers, others = (
        DATA.joinpath(name).read_text("utf-8").splitlines() for name in ("hazards.txt", "near_misses.txt")
    )
    found = sum(hazard_in(normalise(text)) is not None for text in dangers)
    wrong = sum(hazard_in(normalise(text)) is not None for text in others)
    row(f"hazard recall ({len(dangers)} dangers)", f"{found / len(dangers):.3f}", "high")
    row(f"hazard precision ({len(others)} near misses beside them)", f"{found / (found + wrong):.3f}")


def classes(file: Path) -> None:
    rows = lines(file)
    scores = cross_validate([f"{r['title']}\n{r['detail']}" for r in rows], [r["label"] for r in rows])
    row(f"categories, macro-F1, five folds ({len(rows)} letters, 7 classes)", f"{scores.macro_f1:.3f}")
    titles = cross_validate([r["title"] for r in rows], [r["label"] for r in rows])
    row("the same from the titles alone", f"{titles.macro_f1:.3f}")


def addresses(file: Path) -> None:
    right, found, there = Counter[str](), Counter[str](), Counter[str]()
    for each in lines(file):
        gold = {tuple(span) for span in each["spans"] if span[0] in LABELS}
        read = {(part.label, part.start, part.end) for part in address_parts(each["text"])}
        right.update(label for label, _, _ in gold & read)
        found.update(label for label, _, _ in read)
        there.update(label for label, _, _ in gold)
    for label in LABELS:
        row(f"address span F1, {label}", f"{2 * right[label] / (found[label] + there[label]):.3f}")
    row("address span F1, all six", f"{2 * right.total() / (found.total() + there.total()):.3f}")


def conversations(file: Path) -> None:
    """Every title as a message of its own person; who is asked where, answers with a building."""
    titles = [each["title"] for each in lines(file)]
    with tempfile.TemporaryDirectory() as folder:
        reception, database = _bot(Path(folder))
        turns: dict[str, int] = {}
        crashes = 0
        for number, title in enumerate(titles):
            try:
                reply = reception.receive(_message(number, 1, title)).text
                asked = "还缺地点" in reply
                if asked:
                    reception.receive(_message(number, 2, ANSWER))
                turns[f"o{number}"] = 2 if asked else 1
            except Exception as error:
                crashes += 1
                print(f"crash: {type(error).__name__} {title}", file=sys.stderr)
        complete = _complete(database)
        database.close()
    row(f"complete tickets in two turns ({len(titles)} messages)", f"{complete / len(titles):.3f}", "≥ 0.98")
    row("of these in one turn", f"{sum(count == 1 for count in turns.values()) / len(titles):.3f}")
    row("crashes", str(crashes), "0")


def _complete(database: Database) -> int:
    """Messages that became a ticket with a problem and a place, or an enquiry, which needs no place."""
    with database.read() as connection:
        tickets = connection.execute(select(Ticket.account_id, Ticket.place_text, Ticket.urgency, Ticket.summary)).all()
    return len(
        {
            ticket.account_id
            for ticket in tickets
            if ticket.summary and (ticket.place_text or ticket.urgency == "enquiry")
        }
    )


def _bot(folder: Path) -> tuple[Reception, Database]:
    keyring.unlock([SECRET_KEY])
    database = Database(f"sqlite:///{folder / 'x.db'}")
    upgrade(database)
    import_roster(database, read_workbook(EXAMPLE), SHANGHAI, NOW, removals_agreed=True)
    clock = _ticking()
    return Reception(database, SubdistrictConfig(), lambda: next(clock), lambda: None), database


def _ticking() -> Iterator[datetime]:
    now = NOW
    while True:
        now += timedelta(milliseconds=10)
        yield now


def _message(number: int, turn: int, text: str) -> Inbound:
    key = f"{number}-{turn}"
    delivery = Delivery(int(NOW.timestamp()), key, key)
    return Inbound("gh", f"o{number}", key, Kind.TEXT, NOW, delivery, text=text)


def speed(file: Path) -> None:
    from linli.parse import parser
    from linli.settings import Settings

    with tempfile.TemporaryDirectory() as folder:
        _, database = _bot(Path(folder))
        database.close()
        read = parser(Settings(database_url=f"sqlite:///{folder}/x.db", data_dir=Path(folder)))
        taken = []
        for each in lines(file):
            started = time.perf_counter()
            read(each["title"])
            taken.append(time.perf_counter() - started)
    taken.sort()
    row(
        "time a text, p50 and p99",
        f"{taken[len(taken) // 2] * 1000:.1f} and {taken[int(len(taken) * 0.99)] * 1000:.1f} ms",
        "p99 ≤ 20 ms",
    )


def main() -> None:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parents[2] / "shared" / "data"
    print("| what | figure | aim |\n|---|---|---|")
    hazards()
    if not folder.is_dir():
        print(f"{folder} is not there: the public texts were not measured", file=sys.stderr)
        return
    classes(folder / "classified_dev.jsonl")
    addresses(folder / "addresses_dev.jsonl")
    conversations(folder / "reports_dev.jsonl")
    speed(folder / "reports_dev.jsonl")


if __name__ == "__main__":
    main()
