"""From question to question and back; what is no secret is kept meanwhile, so that who was interrupted need not type it again."""

import json
import os
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from linli.setup.asking import Back, Question, ask

Answers = dict[str, str]


@dataclass(frozen=True)
class Step:
    """A question under the name of its answer. `wanted`: whether it is asked at all; `kept`: whether it may lie on the disk."""

    name: str
    question: Callable[[Answers], Question]
    wanted: Callable[[Answers], bool] = lambda _: True
    kept: bool = True


def walk(steps: Sequence[Step], before: Answers, draft: Path) -> Answers:
    """All answers; `before` and what the draft holds are offered for an empty one. The draft is for who asks to remove."""
    found: Answers = {}
    offered = {**_read(draft), **before}
    asked: list[int] = []
    at = 0
    while at < len(steps):
        step = steps[at]
        if not step.wanted(found):
            at += 1
            continue
        try:
            found[step.name] = ask(step.question(found), found.get(step.name, offered.get(step.name, "")))
        except Back:
            at = asked.pop() if asked else at
            continue
        asked.append(at)
        at += 1
        _write(draft, {each.name: found[each.name] for each in steps if each.kept and each.name in found})
    wanted = {step.name for step in steps if step.wanted(found)}
    return {name: value for name, value in found.items() if name in wanted}


def _read(draft: Path) -> Answers:
    try:
        found = json.loads(draft.read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return {str(name): str(value) for name, value in found.items()} if isinstance(found, dict) else {}


def _write(draft: Path, found: Answers) -> None:
    """For our own user alone; where it can't be written, nothing is kept."""
    with suppress(OSError):
        with open(draft, "w", encoding="utf-8", opener=lambda name, flags: os.open(name, flags, 0o600)) as file:
            json.dump(found, file, ensure_ascii=False)
