"""One question after the other: each answer is checked as it is typed, and asked for again until it can be used."""

import sys
from collections.abc import Callable
from dataclasses import dataclass

import click

from linli import setup_texts as texts

BACK = ("<", "《", "上一项")


class Unfit(Exception):
    """An answer that can't be used, in words. `may_stand`: it may be right and only out of reach now."""

    def __init__(self, problem: str, *, may_stand: bool = False) -> None:
        super().__init__(problem)
        self.may_stand = may_stand


class Back(Exception):
    """The question before this one is wanted again."""


@dataclass(frozen=True)
class Question:
    """What is asked, and what becomes of the answer. `check` answers what is kept, or raises Unfit."""

    words: str
    check: Callable[[str], str]
    secret: bool = False


def ask(question: Question, before: str = "") -> str:
    """The answer that is kept; an empty one stands for what was there before. Raises Back."""
    while True:
        said = _typed(question, before)
        if said.strip() in BACK:
            raise Back
        try:
            return question.check(said.strip() or before)
        except Unfit as unfit:
            click.echo(texts.AGAIN.format(problem=unfit))
            if unfit.may_stand and sure(texts.ANYWAY, default=False):
                return said.strip() or before


def _typed(question: Question, before: str) -> str:
    shown = texts.KEPT if before and question.secret else f" [{before}]" if before else ""
    hidden = question.secret and sys.stdin.isatty()
    return str(click.prompt(f"{question.words}{shown}", default="", show_default=False, hide_input=hidden))


def sure(words: str, *, default: bool) -> bool:
    """Yes or no; an empty answer is the default."""
    said = str(click.prompt(words, default="", show_default=False)).strip().lower()
    return said in ("y", "yes", "是") if said else default


def well(said: str) -> None:
    """Says that something is in order."""
    click.echo(texts.WELL.format(said=said))


def hint(said: str) -> None:
    """Says what is to be known, and stops nothing."""
    click.echo(texts.HINT.format(said=said))
