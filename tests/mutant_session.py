"""One session of pytest in which every change of a package is tried by the tests that reach it; see tests.mutants.

mutmut has written all changes into the files, each beside the original function, and one is switched on by name. So the
tests are collected once, and a change costs what its tests cost.
"""

import functools
import gc
import importlib
import json
import signal
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from _pytest.runner import runtestprotocol
from mutmut.mutation.trampoline import set_mutant_under_test
from mutmut.state import state

IDLE = "cacheprovider unraisableexception threadexception xdist warnings junitxml pastebin doctest logging faulthandler"
"""Plugins that would take longer than a test of a rule does."""
NAMES, OUTCOMES = Path("changes.json"), Path("outcomes.json")
"""What is to be tried (by function), and what came of each: noticed, survived, or no test reaches it."""


class TooLongError(BaseException):
    """A change has made a loop that does not end."""


class Session:
    """The loop of this session: all tests once, to learn what each reaches, then each change."""

    def __init__(self, package: str) -> None:
        self._package = package
        self._seconds: dict[str, float] = {}
        self._reach: dict[str, list[pytest.Item]] = defaultdict(list)

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """In the place of pytest's own loop."""
        if not Path(importlib.import_module(self._package).__file__ or "").is_relative_to(Path.cwd()):
            raise pytest.UsageError("the original is imported, not the changed copy")
        signal.signal(signal.SIGVTALRM, _too_long)
        set_mutant_under_test("stats")
        for item in session.items:
            self._learn(item)
        clear = [each.cache_clear for each in gc.get_objects() if _cached(each, self._package)]
        changes: dict[str, list[str]] = json.loads(NAMES.read_text())
        found = {name: self._outcome(name, self._reach[f], clear) for f, names in changes.items() for name in names}
        set_mutant_under_test("")
        OUTCOMES.write_text(json.dumps(found))
        return True

    def _learn(self, item: pytest.Item) -> None:
        begun = time.process_time()
        if _fails(item, 600):
            raise pytest.UsageError(f"{item.nodeid} fails without any change")
        self._seconds[item.nodeid] = time.process_time() - begun
        for function in state()._stats:
            self._reach[function].append(item)
        state()._stats.clear()

    def _outcome(self, name: str, items: Sequence[pytest.Item], clear: Sequence[Callable[[], None]]) -> str:
        set_mutant_under_test(name)
        for each in clear:
            each()
        quick = sorted(items, key=lambda item: self._seconds[item.nodeid])
        if any(_fails(item, 1 + 10 * self._seconds[item.nodeid]) for item in quick):
            return "noticed"
        return "survived" if items else "no test"


def _fails(item: pytest.Item, seconds: float) -> bool:
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        return any(report.failed for report in runtestprotocol(item, log=False))
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)


def _cached(value: object, package: str) -> bool:
    return isinstance(value, functools._lru_cache_wrapper) and value.__module__.partition(".")[0] == package


def _too_long(*_: object) -> None:
    raise TooLongError


if __name__ == "__main__":
    set_mutant_under_test("")
    OPTIONS = ["--rootdir=.", "-q", "--tb=native", "--assert=plain", "--hypothesis-profile=mutants"]
    IDLE_OPTIONS = [word for plugin in IDLE.split() for word in ("-p", f"no:{plugin}")]
    sys.exit(pytest.main([*OPTIONS, *IDLE_OPTIONS, f"tests/{sys.argv[1]}"], plugins=[Session(sys.argv[1])]))
