"""Nothing grows past what is read at one sitting: functions up to 40 lines, files up to 300."""

import ast
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import ROOT

LONGEST_FUNCTION, LONGEST_FILE = 40, 300
LONGEST_TEST = 80
"""A journey is a conversation, and read as one: a test may be longer than what it is made of."""
MIGRATIONS = ROOT / "storage" / "migrations" / "versions"
"""A migration is a list of columns, written once and never changed."""


def packages() -> list[Path]:
    """The project's folders with Python files: a new one is measured without being listed anywhere."""
    return sorted(folder for folder in ROOT.iterdir() if folder.name[0] != "." and any(folder.glob("*.py")))


def sources(package: Path) -> Iterator[tuple[str, str]]:
    """The name and the text of each file."""
    for file in sorted(package.rglob("*.py")):
        if MIGRATIONS not in file.parents:
            yield str(file.relative_to(ROOT)), file.read_text(encoding="utf-8")


def long_functions(source: str) -> dict[str, int]:
    """Functions that are too long and how long they are, without decorators; what is nested counts for both."""
    return {
        f"{node.name}:{node.lineno}": length
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        if (length := (node.end_lineno or node.lineno) - node.lineno + 1)
        > (LONGEST_TEST if node.name.startswith("test_") else LONGEST_FUNCTION)
    }


@pytest.mark.parametrize("package", packages(), ids=lambda package: package.name)
def test_no_file_is_over_300_lines(package):
    lengths = {name: len(text.splitlines()) for name, text in sources(package)}
    assert lengths
    assert {name: length for name, length in lengths.items() if length > LONGEST_FILE} == {}


@pytest.mark.parametrize("package", packages(), ids=lambda package: package.name)
def test_no_function_is_over_40_lines(package):
    assert {name: found for name, text in sources(package) if (found := long_functions(text))} == {}


def test_the_measure_finds_one_line_too_many_also_inside():
    lines = "\n".join(["        pass"] * 38)
    inside = f"def outer():\n    def inner():\n{lines}\n"
    assert long_functions(inside) == {}
    assert long_functions(f"{inside}    return inner\n") == {"outer:1": 41}


def test_every_package_that_is_installed_is_measured():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    installed = {name.rstrip("*") for name in project["tool"]["setuptools"]["packages"]["find"]["include"]}
    assert installed <= {package.name for package in packages()}


def test_only_a_test_may_be_longer_and_not_by_much():
    assert long_functions("def test_it():\n" + "    pass\n" * (LONGEST_TEST - 1)) == {}
    assert long_functions("def test_it():\n" + "    pass\n" * LONGEST_TEST) == {"test_it:1": LONGEST_TEST + 1}
