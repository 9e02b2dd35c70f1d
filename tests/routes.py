"""Each chat has applications of its own; how werkzeug builds an address for a route is worked out once a worker all the same."""

from collections.abc import Callable
from typing import Any

from werkzeug.routing import Rule

Builder = Callable[..., tuple[str, str]]
_anew = Rule._compile_builder
_known: dict[Any, Builder] = {}


def keep() -> None:
    """From now on a route without defaults that was met before is taken from memory: half of what an application costs."""
    Rule._compile_builder = _compile_builder  # type: ignore[method-assign]


def _compile_builder(rule: Rule, append_unknown: bool = True) -> Builder:
    if rule.defaults:
        return _anew(rule, append_unknown)
    key = (rule.rule, tuple(rule._trace), append_unknown)
    if key not in _known:
        _known[key] = _anew(rule, append_unknown)
    return _known[key]
