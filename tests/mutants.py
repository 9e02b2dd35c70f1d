"""Changes the rules a little, thousands of times, and says which changes no test beside them notices.

`python -m tests.mutants` tries every file; with `--changed` those that differ from a branch (main). A change is a mutant
of mutmut (a comparison moved, a number plus one, an argument left out); the tests are those of the mirror folder alone.
What survives is to be named with its reason in tests/survivors.txt, or it is printed and the run fails.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import unified_diff
from fnmatch import fnmatch
from pathlib import Path
from typing import TYPE_CHECKING

from tests.mutant_session import NAMES, OUTCOMES

if TYPE_CHECKING:
    from mutmut.mutation.file_mutation import MutatedFile

ROOT = Path(__file__).parent.parent
WORK = ROOT / "build" / "mutants"
SURVIVORS = Path(__file__).parent / "survivors.txt"
FAR = "Pacific/Auckland"
"""The machine's own zone while mutants run: none that a rule or a test names, so that a zone left out is noticed."""


@dataclass(frozen=True)
class Subject:
    """A package and which of its files are tried.

    `least`: the share of all that is to be noticed; `named`: all others are on the list; `data`: folders its tests read.
    """

    package: str
    files: tuple[str, ...]
    least: float
    named: bool
    data: tuple[str, ...] = ()

    def holds(self, file: str) -> bool:
        """Whether a file is one of those that are tried."""
        return any(fnmatch(file, pattern) for pattern in self.files)

    def all_files(self) -> list[str]:
        """All of them, by name."""
        found = (str(file.relative_to(ROOT)) for file in sorted((ROOT / self.package).rglob("*.py")))
        return [file for file in found if self.holds(file)]


SLOTS = (
    "address building_name called community days delay duty duty_told dwelling leave mentions money named numerals people period"
    " place place_index place_search places_told score several time_told times which_person whom"
)
"""What reads places, days, people and numbers; patterns and the learned model are measured by the corpus."""
SUBJECTS = (
    Subject("governance", ("governance/*.py",), 0.9, named=True),
    Subject(
        "understanding", tuple(f"understanding/{each}.py" for each in SLOTS.split()), 0.9, named=False,
        data=("corpus", "benchmarks"),
    ),
)  # fmt: skip


@dataclass(frozen=True)
class Survivor:
    """A change that nothing noticed: in which function, the lines before, the lines after."""

    function: str
    before: str
    after: str

    def __str__(self) -> str:
        return f"{self.function}\n- {self.before}\n+ {self.after}"


@dataclass(frozen=True)
class Found:
    """How many changes of a package were tried, and those that nothing noticed."""

    tried: int
    survivors: tuple[Survivor, ...]

    @property
    def share(self) -> float:
        """Of the changes, the part that was noticed."""
        return 1.0 if not self.tried else 1 - len(self.survivors) / self.tried


def run(subject: Subject, files: Sequence[str]) -> Found:
    """Tries all changes of the files, in a copy of package and tests (build/mutants/PACKAGE)."""
    from mutmut.mutation.file_mutation import mutate_file_contents  # a second to read, for who only reads the list

    folder = _copied(subject)
    changes = {name: mutate_file_contents(name, (ROOT / name).read_text(encoding="utf-8")) for name in files}
    for name, changed_file in changes.items():
        (folder / name).write_text(changed_file.code, encoding="utf-8")
    (folder / NAMES).write_text(json.dumps(_by_function(changes)))
    with (folder / "run.log").open("w") as log:
        ended = subprocess.run(
            [sys.executable, "-m", "tests.mutant_session", subject.package],
            cwd=folder,
            env={**os.environ, "TZ": FAR, "PYTHONPATH": str(folder), "PYTHONDONTWRITEBYTECODE": "1"},
            stdout=log,
            stderr=subprocess.STDOUT,
            check=False,
        )
    if ended.returncode:
        raise SystemExit(f"the tests did not run, see {folder / 'run.log'}")
    outcomes: dict[str, str] = json.loads((folder / OUTCOMES).read_text())
    survivors = (
        _survivor(_module(file), name, changed_file)
        for file, changed_file in changes.items()
        for name in changed_file.mutant_names
        if outcomes[f"{_module(file)}.{name}"] != "noticed"
    )
    return Found(len(outcomes), tuple(survivors))


def _copied(subject: Subject) -> Path:
    folder = WORK / subject.package
    shutil.rmtree(folder, ignore_errors=True)
    for name in (subject.package, "tests", *subject.data):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", folder)
    return folder


def _module(file: str) -> str:
    return file.removesuffix(".py").replace("/", ".")


def _by_function(changes: Mapping[str, "MutatedFile"]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for file, changed_file in changes.items():
        for name in changed_file.mutant_names:
            found.setdefault(f"{_module(file)}.{name.partition('__mutmut_')[0]}", []).append(f"{_module(file)}.{name}")
    return found


def _survivor(module: str, name: str, changed_file: "MutatedFile") -> Survivor:
    mangled = name.partition("__mutmut_")[0]
    lines = changed_file.code.splitlines()
    original, mutant = (
        [line.strip().replace(each, mangled) for line in lines[span.start - 1 : span.end]]
        for each in (f"{mangled}__mutmut_orig", name)
        if (span := changed_file.line_span_by_function_name[each])
    )
    diff = [line for line in unified_diff(original, mutant, lineterm="", n=0) if not line.startswith(("---", "+++"))]
    before, after = (" ".join(line[1:] for line in diff if line.startswith(sign)) for sign in "-+")
    function = mangled.removeprefix("x_") if mangled.startswith("x_") else mangled[2:].replace("ǁ", ".")
    return Survivor(f"{module}.{function}", before, after)


def kept() -> list[Survivor]:
    """The survivors on the list, each under its reason; one without lines means the whole function."""
    found, why = [], ""
    for block in SURVIVORS.read_text(encoding="utf-8").strip().split("\n\n"):
        lines = block.splitlines()
        why = next((line for line in lines if line.startswith("# ")), "")
        for function, before, after in _entries([line for line in lines if not line.startswith("#")]):
            if not why:
                raise SystemExit(f"{SURVIVORS.name}: {function} has no reason")
            found.append(Survivor(function, before, after))
    return found


def _entries(lines: Sequence[str]) -> Iterator[tuple[str, str, str]]:
    function = before = ""
    for line in lines:
        if line.startswith("- "):
            before = line[2:]
        elif line.startswith("+ "):
            yield function, before, line[2:]
        elif line.startswith("* "):
            yield line[2:], "*", "*"
        else:
            function = line


def named(survivor: Survivor, names: Sequence[Survivor]) -> bool:
    """Whether the list names it, or its whole function."""
    return survivor in names or any(each.before == "*" and each.function == survivor.function for each in names)


def verdict(subject: Subject, found: Found, whole: bool) -> list[str]:
    """What is wrong with the outcome; `whole`: every file was tried, so that what the list names must have survived."""
    names = [each for each in kept() if each.function.startswith(f"{subject.package}.")]
    wrong = []
    if whole and found.share < subject.least:
        wrong.append(f"{subject.package}: {found.share:.3f} noticed, {subject.least} wanted")
    if subject.named:
        wrong += [f"not noticed:\n{each}" for each in found.survivors if not named(each, names)]
    if whole:
        functions = {each.function for each in found.survivors}
        gone = [each for each in names if each not in found.survivors]
        wrong += [
            f"named, but noticed:\n{each}" for each in gone if each.before != "*" or each.function not in functions
        ]
    return wrong


def changed(subject: Subject, base: str) -> list[str]:
    """The files of the subject that differ from where the branch left `base`, committed or not."""
    fork = subprocess.run(["git", "merge-base", base, "HEAD"], cwd=ROOT, capture_output=True, text=True, check=True)
    said = subprocess.run(
        ["git", "diff", "--name-only", "--diff-filter=d", fork.stdout.strip(), "--", subject.package],
        cwd=ROOT, capture_output=True, text=True, check=True,
    )  # fmt: skip
    return [name for name in said.stdout.split() if subject.holds(name)]


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs, prints a line a package and all that is wrong; 0 when nothing is."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("packages", nargs="*", help="governance, understanding; all when none is named")
    parser.add_argument("--changed", action="store_true", help="only files that differ from --base")
    parser.add_argument("--base", default="main")
    parser.add_argument("--files", nargs="*", help="only these files")
    chosen = parser.parse_args(arguments)
    failed = False
    for subject in SUBJECTS:
        if chosen.packages and subject.package not in chosen.packages:
            continue
        files = changed(subject, chosen.base) if chosen.changed else chosen.files or subject.all_files()
        if not files:
            print(f"{subject.package}: nothing changed")
            continue
        found = run(subject, files)
        whole = not chosen.changed and not chosen.files
        wrong = verdict(subject, found, whole)
        shown = [] if subject.named or whole else [f"not noticed:\n{each}" for each in found.survivors]
        print(f"{subject.package}: {found.tried} changes, {found.share:.3f} noticed", *shown, *wrong, sep="\n\n")
        failed = failed or bool(wrong)
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
