"""docs/faults.md is held to the tests: each that it names is there, and none of this folder is missing in it."""

import ast
import re
from pathlib import Path

TESTS = Path(__file__).parent.parent
TABLE = (TESTS.parent / "docs" / "faults.md").read_text()


def names(folder):
    return {
        node.name
        for path in folder.rglob("test_*.py")
        for node in ast.parse(path.read_text()).body
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_")
    }


def test_each_line_has_its_columns_and_names_a_test_that_is_there():
    lines = [line for line in TABLE.splitlines() if line.startswith("| ")][1:]
    assert all(line.count(" | ") == 6 for line in lines), [line for line in lines if line.count(" | ") != 6]
    named = [re.findall(r"`(test_\w+)`", line) for line in lines]
    assert all(named)
    assert {name for each in named for name in each} <= names(TESTS)


def test_each_test_of_a_fault_stands_in_a_line():
    here = names(Path(__file__).parent) - names_of_this_file()
    assert here <= set(re.findall(r"`(test_\w+)`", TABLE))


def names_of_this_file():
    return {name for name in globals() if name.startswith("test_")}
