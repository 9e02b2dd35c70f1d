"""Changes the rules a little, thousands of times, and says which changes no test beside them notices.

`python -m tests.mutants` tries every file; with `--changed` those that differ from a branch (main). A change is a mutant
of mutmut (a comparison moved, a number plus one, an argument left out); the tests are those of the mirror folder alone.
What survives is to be named with its reason in tests/survivors.txt, or it is printed and the run fails.
"""

import argparse
import contextlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path

from mutmut.configuration import reset_config
from mutmut.mutation.data import SourceFileMutationData
from mutmut.mutation.diff_apply import get_diff_for_mutant
from mutmut.stats import status_by_exit_code
from mutmut.utils.file_utils import walk_mutatable_files

ROOT = Path(__file__).parent.parent
WORK = ROOT / "build" / "mutants"
SURVIVORS = Path(__file__).parent / "survivors.txt"
UNNOTICED = {"survived", "no tests"}
FAR = "America/New_York"
"""The machine's own zone while mutants run: neither UTC nor the subdistrict's, so that one left out is noticed."""


@dataclass(frozen=True)
class Subject:
    """A package and which of its files are tried. `least`: the share to be noticed; `named`: all others are on the list."""

    package: str
    files: tuple[str, ...]
    least: float
    named: bool


SUBJECTS = (Subject("governance", ("governance/*.py",), 0.9, named=True),)


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


def run(subject: Subject, files: Sequence[str], jobs: int) -> Found:
    """Tries the files in a folder of its own (build/mutants/PACKAGE, where `mutmut browse` shows more)."""
    folder = _bench(subject, files)
    with (folder / "run.log").open("w") as log:
        ended = subprocess.run(
            [Path(sys.executable).parent / "mutmut", "run", "--max-children", str(jobs)],
            cwd=folder,
            env={**os.environ, "TZ": FAR},
            stdout=log,
            stderr=subprocess.STDOUT,
            check=False,
        )
    if ended.returncode:
        raise SystemExit(f"mutmut failed, see {folder / 'run.log'}")
    with contextlib.chdir(folder):
        return _read()


def _bench(subject: Subject, files: Sequence[str]) -> Path:
    folder = WORK / subject.package
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for name in ("governance", "understanding", "tests", "corpus", "benchmarks"):
        (folder / name).symlink_to(ROOT / name)
    settings = (ROOT / "pyproject.toml").read_text(encoding="utf-8").partition("[tool.pytest.ini_options]")[2]
    (folder / "pyproject.toml").write_text(
        f"""[tool.mutmut]
source_paths = ["{subject.package}"]
only_mutate = {list(files)}
also_copy = ["corpus", "benchmarks"]
pytest_add_cli_args = ["-p", "no:cacheprovider", "-p", "no:randomly"]
pytest_add_cli_args_test_selection = ["tests/{subject.package}"]
process_isolation = "forkserver"
use_git_change_detection = false

[tool.pytest.ini_options]{settings.partition("[tool.")[0]}"""
    )
    return folder


def _read() -> Found:
    reset_config()
    tried, survivors = 0, []
    for path in walk_mutatable_files():
        data = SourceFileMutationData(path=path)
        data.load()
        for name, code in data.exit_code_by_key.items():
            tried += 1
            if status_by_exit_code[code] in UNNOTICED:
                survivors.append(_survivor(name, get_diff_for_mutant(name, path=path)))
    return Found(tried, tuple(survivors))


def _survivor(name: str, diff: str) -> Survivor:
    lines = [line for line in diff.splitlines() if not line.startswith(("---", "+++"))]
    before, after = (" ".join(line[1:].strip() for line in lines if line.startswith(sign)) for sign in "-+")
    module, _, mangled = name.rpartition("__mutmut_")[0].rpartition(".")
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
    if found.share < subject.least:
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
    return [name for name in said.stdout.split() if any(fnmatch(name, pattern) for pattern in subject.files)]


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs, prints a line a package and all that is wrong; 0 when nothing is."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("packages", nargs="*", help="governance, understanding; all when none is named")
    parser.add_argument("--changed", action="store_true", help="only files that differ from --base")
    parser.add_argument("--base", default="main")
    parser.add_argument("--files", nargs="*", help="only these files")
    parser.add_argument("--jobs", type=int, default=1, help="processes at once")
    chosen = parser.parse_args(arguments)
    failed = False
    for subject in SUBJECTS:
        if chosen.packages and subject.package not in chosen.packages:
            continue
        files = changed(subject, chosen.base) if chosen.changed else chosen.files or subject.files
        if not files:
            print(f"{subject.package}: nothing changed")
            continue
        found = run(subject, files, chosen.jobs)
        wrong = verdict(subject, found, whole=files is subject.files)
        print(f"{subject.package}: {found.tried} changes, {found.share:.3f} noticed", *wrong, sep="\n\n")
        failed = failed or bool(wrong)
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
