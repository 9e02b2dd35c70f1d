"""All models that are learned from the corpus: the commands in this process, what takes less time beside it in another."""

from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

from linli import texts
from linli.command_training import corpus_in
from linli.errors import Stop
from linli.trouble_training import all_in
from understanding.learned import LearnedModel, Scores, train
from understanding.learned_file import to_bytes as troubles_to_bytes
from understanding.model.command_model import CommandModel
from understanding.model.corpus import Sentence
from understanding.model.file import to_bytes
from understanding.model.pointing_training import train_pointer
from understanding.model.training import learn_dangers, learn_wishes, put_together


@dataclass(frozen=True)
class Learned:
    """What was learned from so many sentences, and how good the model of troubles is by cross-validation."""

    count: int
    commands: CommandModel
    troubles: LearnedModel
    scores: Scores


def train_all(corpus: Path, commands: Path, troubles: Path) -> Learned:
    """Trains on a corpus and writes both models; the same corpus gives the same files. Raises Stop."""
    sentences = corpus_in(corpus)
    try:
        learned = _learned(sentences, all_in(corpus, sentences))
    except ImportError as error:
        raise Stop(texts.LEARN_MISSING) from error
    except ValueError as error:
        raise Stop(texts.TOO_FEW_LABELS) from error
    except BrokenProcessPool as error:
        raise Stop(texts.TRAINING_ENDED) from error
    _write(commands, to_bytes(learned.commands))
    _write(troubles, troubles_to_bytes(learned.troubles))
    return learned


def _learned(sentences: list[Sentence], rows: list[tuple[str, str]]) -> Learned:
    """A process that begins anew works the same on every system, and has none of this one's threads."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as beside:
        dangers, pointer = beside.submit(learn_dangers, sentences), beside.submit(train_pointer, sentences)
        troubles = beside.submit(train, rows, "")
        try:
            wishes = learn_wishes(sentences)
            model = put_together(sentences, wishes, dangers.result(), pointer.result())
            return Learned(len(sentences), model, *troubles.result())
        finally:
            beside.shutdown(cancel_futures=True)


def _write(target: Path, content: bytes) -> None:
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    except OSError as error:
        raise Stop(texts.FILE_UNWRITABLE.format(path=target)) from error
