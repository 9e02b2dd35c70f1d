"""Storms as people told them: messages of a file are sent one after the other, and what was put together is held against it."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from governance.roles import Role
from handlers.jobs import Lane
from linli.drill.figures import asked_back, event_of, kept_of
from linli.drill.grouping import Grouping, grouping
from linli.drill.storm import REST, answered, newly_offered
from linli.drill.texts import NO_LINES, WRONG_LINE
from linli.drill.town import WOKEN, Town
from linli.errors import Stop

NONE = "-"
COLUMNS = (4, 5)


@dataclass(frozen=True)
class Line:
    """What somebody writes, so many minutes after the beginning. `event`: what it belongs to; None: to nothing; `answer`: what
    they answer when they are asked where it is, empty: nothing.
    """

    minute: float
    sender: str
    event: str | None
    text: str
    answer: str = ""


@dataclass(frozen=True)
class Told:
    """`groups`: of each event of the file, how many reports it has and the sizes of what they were put into, the largest first;
    `strangers`: reports of nothing that were put into an event all the same; `lost`: neither kept nor asked about.
    """

    grouping: Grouping
    groups: tuple[tuple[str, int, tuple[int, ...]], ...]
    strangers: tuple[str, ...]
    reports: int
    unrelated: int
    lost: tuple[str, ...]
    asked: int


def lines_of(path: Path) -> list[Line]:
    """The lines of a file: minute, sender, event or -, words, perhaps what they answer or -, with tabs between. Raises Stop with
    the first that is wrong.
    """
    found = []
    for number, row in enumerate(path.read_text("utf-8").splitlines(), 1):
        cells = row.split("\t")
        if len(cells) not in COLUMNS or not cells[0].replace(".", "", 1).isdecimal() or not all(map(str.strip, cells)):
            raise Stop(WRONG_LINE.format(number=number))
        minute, sender, event, text, *answer = map(str.strip, cells)
        known = answer[0] if answer and answer[0] != NONE else ""
        found.append(Line(float(minute), sender, None if event == NONE else event, text, known))
    if not found:
        raise Stop(NO_LINES)
    return sorted(found, key=lambda line: line.minute)


def tell(town: Town, lines: Sequence[Line]) -> None:
    """Sends them at their time; whoever decides confirms each event as soon as it is on their phone."""
    begins = town.clock()
    for sender in dict.fromkeys(line.sender for line in lines):
        town.comes(sender)
    confirmed, looked, before = set[str](), dict[str, int](), set[str | None]()
    for line in lines:
        town.clock.skip_to(begins + timedelta(minutes=line.minute))
        answered(town, line.sender, line.text, line.answer, line.event is not None and line.event in before)
        before.add(line.event)
        town.work(WOKEN)
        _confirm(town, confirmed, looked)
    town.clock.skip_to(town.clock() + REST)
    town.work(tuple(Lane))


def told(town: Town, lines: Sequence[Line]) -> Told:
    """What became of them. A sender's report belongs to the event of the first line of theirs that names one."""
    kept, of_sender = kept_of(town), dict[str, str | None]()
    for line in lines:
        of_sender[line.sender] = of_sender.get(line.sender) or line.event
    filed = [sender for sender in of_sender if kept.tickets[sender]]
    found = {sender: event_of(kept, sender) for sender in filed}
    meant = [of_sender[sender] or sender for sender in filed]
    unfiled = [line for line in lines if line.event is not None and not kept.tickets[line.sender]]
    asked = {line.sender for line in unfiled if asked_back(town, line.sender)}
    words = {line.sender: line.text for line in reversed(lines)}
    return Told(
        grouping(meant, [found[sender] or sender for sender in filed]),
        tuple(_group(event, of_sender, found) for event in sorted({each for each in of_sender.values() if each})),
        tuple(words[sender] for sender in filed if of_sender[sender] is None and found[sender] is not None),
        len(filed), sum(event is None for event in of_sender.values()),
        tuple(line.text for line in unfiled if line.sender not in asked), len(asked),
    )  # fmt: skip


def _group(
    event: str, of_sender: dict[str, str | None], found: dict[str, str | None]
) -> tuple[str, int, tuple[int, ...]]:
    own = [sender for sender, each in of_sender.items() if each == event]
    sizes = Counter(found.get(sender) or sender for sender in own)
    return event, len(own), tuple(count for _, count in sizes.most_common())


def _confirm(town: Town, confirmed: set[str], looked: dict[str, int]) -> None:
    for role in (Role.GRID_HEAD, Role.COMMUNITY_SECRETARY):
        for head in town.staff[role]:
            for tap in newly_offered(town, head, looked):
                if tap not in confirmed:
                    confirmed.add(tap)
                    town.says(head, tap, taps=True)
                    town.work(WOKEN)
