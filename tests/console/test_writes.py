"""Nothing in console/ writes by itself: what pages change is a command, or a function of handlers/office (docs/decisions/0013)."""

import ast
import importlib
import inspect
import re
from types import FunctionType, ModuleType

import pytest

from storage.console.answers import keep_answer, known_answers
from storage.console.sessions import session_of
from storage.events import say_to_all
from tests.conftest import ROOT

WRITES = re.compile(
    r"\b(?:insert|update|delete|insert_once|insert_rows|write_audit|note_by|note_for)\("
    r"|\b(?:uow|connection)\.(?:add|change|change_last|lock)\("
)
BY_ITSELF = re.compile(r"\.(?:add|change|change_last|execute|execute_raw|lock)\(|\b(?:insert|update|delete)\(")
PAGES = sorted((ROOT / "console").glob("*.py"))


def imported(source: str) -> list[tuple[str, str]]:
    """What is taken from storage: module and name."""
    return [
        (node.module, each.name)
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.ImportFrom) and node.module and node.module.split(".")[0] == "storage"
        for each in node.names
    ]


def writes(function: FunctionType, seen: frozenset[FunctionType] = frozenset()) -> bool:
    """Whether a function of storage writes, or calls one of storage that does."""
    if WRITES.search(inspect.getsource(function)):
        return True
    called = (function.__globals__.get(name) for name in function.__code__.co_names)
    ours = {each for each in called if isinstance(each, FunctionType) and each.__module__.startswith("storage")}
    return any(writes(each, seen | {function}) for each in ours - seen - {function})


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_page_takes_nothing_from_storage_that_writes(page):
    source = page.read_text(encoding="utf-8")
    found = []
    for module, name in imported(source):
        taken = getattr(importlib.import_module(module), name, None)
        assert not isinstance(taken, ModuleType) or name == "keyring", (page.name, name)
        if isinstance(taken, FunctionType) and writes(taken):
            found.append(f"{module}.{name}")
    assert found == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_page_runs_no_statement(page):
    lines = page.read_text(encoding="utf-8").splitlines()
    assert [line.strip() for line in lines if "uow" in line and BY_ITSELF.search(line)] == []


def test_what_writes_is_told_from_what_reads():
    assert writes(keep_answer)
    assert writes(say_to_all), "also where another function does it"
    assert not writes(known_answers)
    assert not writes(session_of)
