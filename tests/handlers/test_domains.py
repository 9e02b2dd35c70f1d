"""Domains keep apart: what one executes another asks for by a command, and never calls."""

import ast
import tomllib
from collections import defaultdict
from pathlib import Path

from handlers import registry

HANDLERS = Path(registry.__file__).parent
PROJECT = HANDLERS.parent / "pyproject.toml"
OPEN = ("registry",)
"""Modules at the top that may know every domain's executors."""


def imports(path):
    """Modules of handlers/ that a file imports, as dotted names."""
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("handlers"):
            yield node.module
            yield from (f"{node.module}.{each.name}" for each in node.names)


def test_no_domain_calls_what_another_executes():
    executors = {module.__name__ for module in registry.EXECUTORS}
    found = []
    for path in HANDLERS.rglob("*.py"):
        domain = path.relative_to(HANDLERS).parts[0].removesuffix(".py")
        if domain in OPEN:
            continue
        found += [
            f"{path.relative_to(HANDLERS)} imports {name}"
            for name in set(imports(path))
            if name in executors and name.split(".")[1] != domain
        ]
    assert found == []


def test_each_domain_has_a_contract_that_names_all_that_it_executes():
    """`make check` asks import-linter, which sees imports of every kind and all packages."""
    contracts = tomllib.loads(PROJECT.read_text(encoding="utf-8"))["tool"]["importlinter"]["contracts"]
    held = {
        each["allowed_importers"][0]: each["protected_modules"] for each in contracts if each["type"] == "protected"
    }
    executors = defaultdict(list)
    for module in registry.EXECUTORS:
        executors[module.__name__.rpartition(".")[0]].append(module.__name__)
    assert held == {domain: sorted(modules) for domain, modules in executors.items()}
