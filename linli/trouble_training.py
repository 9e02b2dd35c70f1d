"""What the model of troubles that many have at once (停水, 停电 …) is learned from: sentences that writers have given a kind."""

from collections.abc import Sequence
from pathlib import Path

from linli import texts
from linli.errors import Stop
from understanding.learned import text_digest
from understanding.model.corpus import Sentence
from understanding.normalise import normalise
from understanding.trouble import Trouble, trouble_in
from understanding.trouble_told import OTHER

REPORTS, TALK = 3_000, 1_000
"""So many everyday reports, and so much else that people write, is learned as no trouble: that is what comes in most."""
_TALK = frozenset({"ask_question", "show_progress", "hear_talk", "urge_report"})
_KINDS = {kind.value for kind in Trouble} | {OTHER}


def troubles_in(folder: Path) -> list[tuple[str, str]]:
    """Text (normalised) and kind of each sentence. Raises Stop for a line that can't be read, and for a folder without any."""
    rows: list[tuple[str, str]] = []
    for file in sorted(folder.glob("*.txt")):
        for line in filter(None, map(str.strip, file.read_text(encoding="utf-8").splitlines())):
            kind, bar, text = line.partition("|")
            if not bar or kind.strip() not in _KINDS or not text.strip():
                raise Stop(texts.CORPUS_LINE.format(file=file, line=line))
            rows.append((normalise(text.strip()), kind.strip()))
    if not rows:
        raise Stop(texts.NO_CORPUS.format(folder=folder))
    return rows


def all_in(corpus: Path, sentences: Sequence[Sentence]) -> list[tuple[str, str]]:
    """All that is learned from: sentences of a kind, and everyday ones of the corpus. Raises Stop."""
    return troubles_in(corpus / "troubles") + everyday_in(sentences)


def everyday_in(sentences: Sequence[Sentence]) -> list[tuple[str, str]]:
    """What people write besides: reports that by their words tell of no such trouble, questions and talk; each is of no kind."""
    reports = [normalise(each.text) for each in sentences if each.wishes[0].label == "report_problem"]
    talk = [normalise(each.text) for each in sentences if each.wishes[0].label in _TALK]
    told = _some([text for text in reports if trouble_in(text) is None], REPORTS) + _some(talk, TALK)
    return [(text, OTHER) for text in told]


def _some(texts: Sequence[str], count: int) -> list[str]:
    """So many, always the same ones."""
    return sorted(set(texts), key=text_digest)[:count]
