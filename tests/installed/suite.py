"""Tests of the suite against what is installed, from a folder in which nothing of the product lies but them."""

import shutil
import subprocess
import sys
from functools import partial
from pathlib import Path

from tests.installed.place import Installed
from tests.installed.seen import Part, Seen
from tests.processes import ROOT, environment

BESIDE = ("tests", "benchmarks", "docs/monitoring")
_WHERE = "import storage; print(storage.__file__)"
_PACKAGES = "import linli, pathlib; print(pathlib.Path(linli.__file__).parent.parent)"


def of_tests(name: str, *tests: str) -> Part:
    """A part that is tests, the long ones among them too."""
    return Part(name, partial(_played, tests))


def _played(tests: tuple[str, ...], place: Installed) -> Seen:
    folder, packages = _beside(place), place.run("python", "-c", _PACKAGES).strip()
    env = environment(PYTHONPATH=packages)
    where = subprocess.run(
        [sys.executable, "-c", _WHERE], cwd=folder, env=env, capture_output=True, text=True, check=True
    )
    assert where.stdout.startswith(packages), where.stdout
    line = [
        sys.executable,
        "-m",
        "pytest",
        "-m",
        "soak or not soak",
        "-p",
        "no:randomly",
        "-rs",
        "--verbosity=0",
        *tests,
    ]
    done = subprocess.run(line, cwd=folder, env=env, capture_output=True, text=True)
    assert done.returncode == 0, f"{done.stdout}\n{done.stderr}"
    lines = done.stdout.splitlines()
    skipped = tuple(line.removeprefix("SKIPPED ") for line in lines if line.startswith("SKIPPED"))
    passed = next((line.strip("= ") for line in reversed(lines) if " passed" in line), "all passed")
    return Seen((f"{' '.join(tests)}: {passed}",), (), skipped)


def _beside(place: Installed) -> Path:
    """The folder with tests and what they read; made once."""
    folder = place.folder / "suite"
    if not folder.exists():
        for name in BESIDE:
            shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        shutil.copy(ROOT / "pyproject.toml", folder)
    return folder
