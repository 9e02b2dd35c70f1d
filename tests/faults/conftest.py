"""A test that takes a `disk` runs here where one may mount, else a second time in a name space of its own."""

import tempfile
from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path

import pytest

from tests.faults.disk import Disk, may_mount, run_where_one_may_mount, small_disk
from tests.journeys.conftest import followers, quota

__all__ = ["followers", "quota"]


@pytest.fixture(scope="session")
def mounts(tmp_path_factory: pytest.TempPathFactory) -> bool:
    """Whether this process may mount a small disk."""
    return may_mount(tmp_path_factory.mktemp("mount"))


@pytest.fixture
def disk(mounts: bool) -> Iterator[Disk]:
    """Forty megabytes; an ordinary folder where the test only hands over to another process.

    Not in pytest's own folder, into which the user that PostgreSQL runs as can't look.
    """
    with tempfile.TemporaryDirectory(prefix="linli-disk-") as parent:
        Path(parent).chmod(0o755)
        folder = Path(parent) / "disk"
        folder.mkdir()
        with small_disk(folder, 40) if mounts else nullcontext(Disk(folder)) as disk:
            yield disk


@pytest.hookimpl(tryfirst=True)
def pytest_pyfunc_call(pyfuncitem: pytest.Function) -> bool | None:
    """Instead of the test itself, where it can't have what it needs."""
    if "disk" not in pyfuncitem.fixturenames or pyfuncitem.funcargs["mounts"]:
        return None
    run_where_one_may_mount(pyfuncitem)
    return True
