"""`linli understanding …`: what the bot makes of a text, and the classifier that learns from closed tickets."""

import json
import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import click

from linli import texts
from linli.clock import system_clock
from linli.errors import Stop
from linli.plainly import stops_plainly
from linli.settings import load

if TYPE_CHECKING:
    from understanding.learned import Scores


@click.group()
def understanding() -> None:
    """看机器人怎么理解一句话；训练和评估分类。"""


@understanding.command("parse")
@click.argument("words", nargs=-1, required=True)
@stops_plainly
def parse(words: tuple[str, ...]) -> None:
    """把一句话读成一行 JSON：意图、工单、地点、类别、紧急程度、时间、人。写 - 时逐行读标准输入。"""
    from linli.parse import parser

    read = parser(load())
    lines = (line.rstrip("\n") for line in sys.stdin) if words == ("-",) else [" ".join(words)]
    for line in lines:
        click.echo(json.dumps(read(line), ensure_ascii=False))


@understanding.command("train")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path), required=False)
@click.option(
    "--corpus", type=click.Path(file_okay=False, path_type=Path), default=Path("corpus"), help="语料文件夹，默认 corpus"
)
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), default=None, help="模型文件")
@stops_plainly
def train(file: Path | None, corpus: Path, out: Path | None) -> None:
    """不给文件：用语料训练“听懂人话”的模型。给标好类别的表（jsonl、csv、xlsx）：训练类别的分类。"""
    if file is None:
        _train_from(corpus, out)
    else:
        _train_categories(file, out)


def _train_from(corpus: Path, out: Path | None) -> None:
    """The model of troubles lies beside the model of commands, in the same folder."""
    import handlers.shipped_model
    from linli.corpus_training import train_all

    target = out or handlers.shipped_model.FILE
    troubles_target = target.with_name(handlers.shipped_model.TROUBLES.name)
    learned = train_all(corpus, target, troubles_target)
    model, troubles = learned.commands, learned.troubles
    click.echo(
        texts.COMMANDS_LEARNED.format(
            path=target, count=learned.count, labels=len(model.labels), hash=model.data_hash[:12]
        )
    )
    click.echo(
        texts.TROUBLES_LEARNED.format(
            path=troubles_target, count=len(troubles.texts), f1=learned.scores.macro_f1, hash=troubles.data_hash[:12]
        )
    )


def _train_categories(file: Path, out: Path | None) -> None:
    from linli.model_file import labelled_rows, save
    from understanding import learned

    settings = load()
    rows = labelled_rows(file)
    now = system_clock().astimezone(ZoneInfo(settings.timezone))
    try:
        model, scores = learned.train(rows, now.isoformat(timespec="seconds"))
    except ImportError as error:
        raise Stop(texts.LEARN_MISSING) from error
    except ValueError as error:
        raise Stop(texts.TOO_FEW_LABELS) from error
    target = out or settings.data_dir / "categories.npz"
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        save(model, target)
    except OSError as error:
        raise Stop(texts.FILE_UNWRITABLE.format(path=target)) from error
    _tell(scores)
    click.echo(
        texts.MODEL_WRITTEN.format(path=target, count=len(rows), date=model.trained_at, hash=model.data_hash[:12])
    )


@understanding.command("evaluate")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.option(
    "--model", "model_file", type=click.Path(dir_okay=False, path_type=Path), default=None, help="类别模型文件"
)
@click.option(
    "--now",
    type=click.DateTime(["%Y-%m-%dT%H:%M"]),
    default=None,
    help="这些话是什么时候说的，例如 2026-11-25T10:00；默认现在",
)
@stops_plainly
def evaluate(file: Path, model_file: Path | None, now: datetime | None) -> None:
    """评估：每行有 text 和 intent 的 jsonl 看听懂多少；标好类别的表看类别模型，训练时用过的文字不算。"""
    from linli.command_training import labelled_sentences

    rows = labelled_sentences(file)
    if rows is None:
        _evaluate_categories(file, model_file)
    else:
        _evaluate_commands(rows, now)


def _evaluate_commands(rows: list[dict[str, Any]], now: datetime | None) -> None:
    import handlers.registry  # noqa: F401 - fills the catalogue
    from handlers.shipped_model import shipped
    from linli.command_training import evaluate_commands

    zone = ZoneInfo(load().timezone)
    if now is not None:
        said_at = now.replace(tzinfo=zone).isoformat()
        rows = [{**row, "now": row.get("now") or said_at} for row in rows]
    found = evaluate_commands(rows, shipped(), zone)
    click.echo(texts.EVALUATED_HEAD)
    for name, tally in (
        (texts.ALL_SENTENCES, found.whole), *sorted(found.by_label.items()), *sorted(found.by_role.items()),
    ):  # fmt: skip
        click.echo("\t".join([name, str(tally.count), *(f"{share:.3f}" for share in tally.shares())]))
    for kind, label in (("ticket", texts.TICKET_MEANT), ("shift", texts.SHIFT_MEANT)):
        if found.pointed[kind]:
            share = found.pointed[f"{kind} right"] / found.pointed[kind]
            click.echo(f"{label}\t{found.pointed[kind]}\t{share:.3f}")
    for meant, done, text in found.mistakes:
        click.echo(f"{meant} → {done}\t{text}")


def _evaluate_categories(file: Path, model_file: Path | None) -> None:
    from linli.model_file import labelled_rows, load_model
    from understanding import learned

    settings = load()
    model = load_model(model_file or settings.data_dir / "categories.npz")
    rows = labelled_rows(file)
    fresh = [(text, label) for text, label in rows if learned.text_digest(text) not in model.texts]
    click.echo(texts.MODEL_ABOUT.format(date=model.trained_at, hash=model.data_hash[:12], f1=model.macro_f1))
    if len(fresh) < len(rows):
        click.echo(texts.TRAINED_ON.format(count=len(rows) - len(fresh)))
    if not fresh:
        raise Stop(texts.NOTHING_TO_EVALUATE)
    _tell(learned.scores_of([label for _, label in fresh], [model.label_of(text)[0] for text, _ in fresh]))


def _tell(scores: "Scores") -> None:
    click.echo(texts.SCORES_HEAD)
    for label, (precision, recall, f1, count) in scores.by_label.items():
        click.echo(f"{label}\t{precision:.3f}\t{recall:.3f}\t{f1:.3f}\t{count}")
    click.echo(f"macro-F1\t{scores.macro_f1:.3f}")
