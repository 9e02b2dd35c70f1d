"""The model of commands: the corpus it is learned from, and what it is worth on sentences that others have written."""

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from handlers.catalogue import Effect, effect_of, intent_of
from handlers.conversation.deciding import decide
from linli import texts
from linli.errors import Stop
from linli.parse import ANSWER, best_guess, told
from understanding.candidate import Candidate
from understanding.interpretation import interpret
from understanding.model.command_model import CommandModel
from understanding.model.corpus import Sentence, distinct, sentences_in
from understanding.normalise import normalise
from understanding.place_index import PlaceIndex
from understanding.reading import read_report

AT_ONCE = 256
NO_PLACES = PlaceIndex(())
"""Sentences of a file may be of any place."""


def corpus_in(folder: Path) -> list[Sentence]:
    """All sentences of a corpus, each counted once. Raises Stop for a folder without any, and for a line that can't be read."""
    found: list[Sentence] = []
    for file in sorted(folder.glob("writer_*/*.txt")):
        try:
            found += sentences_in(file.read_text(encoding="utf-8").splitlines())
        except (ValueError, OSError) as error:
            raise Stop(texts.CORPUS_LINE.format(file=file, line=error)) from error
    if not found:
        raise Stop(texts.NO_CORPUS.format(folder=folder))
    return distinct(found)


@dataclass
class Tally:
    """What was done with sentences whose meaning is known."""

    count: int = 0
    right: int = 0
    right_asked: int = 0
    asked: int = 0
    wrong: int = 0
    wrong_binding: int = 0
    best: int = 0

    def shares(self) -> tuple[float, ...]:
        """Best guess, done right, right or among what was offered, asked, wrong, wrong and binding; of all."""
        whole = self.count or 1
        parts = (self.best, self.right, self.right + self.right_asked, self.asked, self.wrong, self.wrong_binding)
        return tuple(part / whole for part in parts)


@dataclass
class Evaluation:
    """Over all, by label and by role; and the sentences that were done wrongly."""

    whole: Tally = field(default_factory=Tally)
    by_label: dict[str, Tally] = field(default_factory=dict)
    by_role: dict[str, Tally] = field(default_factory=dict)
    mistakes: list[tuple[str, str, str]] = field(default_factory=list)
    pointed: Counter[str] = field(default_factory=Counter)


def labelled_sentences(file: Path) -> list[dict[str, Any]] | None:
    """The rows of a JSON-lines file whose rows have a text and an intent; None for any other file."""
    try:
        rows = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines() if line.strip()]
    except (ValueError, OSError):
        return None
    return rows if rows and all(isinstance(row, dict) and {"text", "intent"} <= row.keys() for row in rows) else None


def evaluate_commands(rows: Sequence[dict[str, Any]], model: CommandModel, zone: ZoneInfo) -> Evaluation:
    """What the bot would do with each, against what is meant by it."""
    found = Evaluation()
    for row, best, asked in _guesses(rows, model, zone):
        options = [best, *asked]
        right = _right(best, row)
        for tally in (
            found.whole, found.by_label.setdefault(row["intent"], Tally()),
            found.by_role.setdefault(row.get("role") or "resident", Tally()),
        ):  # fmt: skip
            tally.count += 1
            tally.best += _intent(best) == row["intent"]
            tally.asked += bool(asked)
            tally.right += right and not asked
            tally.right_asked += bool(asked) and any(_right(option, row) for option in options)
            tally.wrong += not right and not asked
            tally.wrong_binding += not right and not asked and _binding(best)
        for kind in ("ticket", "shift"):
            if row.get(kind):
                found.pointed[kind] += 1
                found.pointed[f"{kind} right"] += _same(getattr(best, kind), row[kind])
        if not right and not asked:
            found.mistakes.append((row["intent"], _intent(best), row["text"]))
    return found


def _guesses(
    rows: Sequence[dict[str, Any]], model: CommandModel, zone: ZoneInfo
) -> Iterator[tuple[dict[str, Any], Candidate, tuple[Candidate, ...]]]:
    for at in range(0, len(rows), AT_ONCE):
        some = rows[at : at + AT_ONCE]
        texts_ = [told(json.dumps(row, ensure_ascii=False), zone) for row in some]
        for row, (text, situation), meant in zip(some, texts_, interpret(texts_, model), strict=True):
            words = normalise(text)
            reading = read_report(words, NO_PLACES, danger=meant.dangers)
            decision = decide(meant, situation, reading, words)
            yield row, best_guess(meant, decision), () if meant.terse else decision.ask


def _intent(candidate: Candidate) -> str:
    return ANSWER if candidate.command is None else intent_of(candidate.command).value


def _binding(candidate: Candidate) -> bool:
    return candidate.command is not None and effect_of(candidate.command) is Effect.BINDING


def _right(candidate: Candidate, row: dict[str, Any]) -> bool:
    return (
        _intent(candidate) == row["intent"]
        and (not row.get("ticket") or _same(candidate.ticket, row["ticket"]))
        and (not row.get("shift") or _same(candidate.shift, row["shift"]))
    )


def _same(found: object, meant: object) -> bool:
    return found is not None and str(found).upper() == str(meant).upper()
