"""Domains keep apart: what one executes another asks for by a command, and never calls."""

import ast
from pathlib import Path

from handlers import registry

HANDLERS = Path(registry.__file__).parent
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
