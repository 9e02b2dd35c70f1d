"""Every release's living installation on either database, upgraded, with its phones and its clock."""

import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.chat import Chat
from tests.commands import CLOCK, linli
from tests.conftest import Clock, run_sql
from tests.databases import opened
from tests.living.installation import HERE, RELEASES, Installation, awakened, set_up


@pytest.fixture(params=RELEASES)
def outside(request: pytest.FixtureRequest) -> dict[str, Any]:
    told: dict[str, Any] = json.loads((HERE / f"{request.param}.json").read_text(encoding="utf-8"))
    return told | {"release": request.param}


def settings_of(url: str, folder: Path, outside: dict[str, Any]) -> dict[str, str]:
    """What a command is told of an installation."""
    return {
        "LINLI_DATABASE_URL": url, "LINLI_DATA_DIR": str(folder), "LINLI_SECRET_KEY": outside["secret_key"],
        CLOCK: outside["now"],
    }  # fmt: skip


@pytest.fixture(scope="session")
def upgraded(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Path]:
    """Sets a release up as it was on either database and upgrades it with our command, once; answers its folder."""
    done: dict[tuple[str, str], Path] = {}

    def upgrade(kind: str, outside: dict[str, Any]) -> Path:
        release = outside["release"]
        if (kind, release) not in done:
            folder = tmp_path_factory.mktemp("upgraded")
            url = f"sqlite:///{folder / 'living.db'}"
            if kind == "postgresql":
                server = request.getfixturevalue("postgres")
                run_sql(server, f"CREATE DATABASE {_template(release)}")
                url = str(server.get_uri(_template(release)))
            set_up(url, release, folder / "files", outside.get("where", HERE))
            ended = linli("db", "upgrade", "--finish", env=settings_of(url, folder, outside))
            assert ended.returncode == 0, ended.stderr
            done[kind, release] = folder
        return done[kind, release]

    return upgrade


def _template(release: str) -> str:
    return f"living_{release.replace('.', '_')}"


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path, outside: dict[str, Any], upgraded: Callable[..., Path]) -> str:
    """A copy of the upgraded installation; its files lie in the test's folder."""
    folder = upgraded(request.param, outside)
    shutil.copytree(folder / "files", tmp_path / "files")
    if request.param == "sqlite":
        for part in folder.glob("living.db*"):  # our command may leave some of it in the log beside it
            shutil.copy(part, tmp_path)
        return f"sqlite:///{tmp_path / 'living.db'}"
    server, name = request.getfixturevalue("postgres"), f"living{abs(hash(tmp_path))}"
    run_sql(server, f"CREATE DATABASE {name} TEMPLATE {_template(outside['release'])}")
    return str(server.get_uri(name))


@pytest.fixture
def env(url: str, tmp_path: Path, valkey_url: str, outside: dict[str, Any]) -> dict[str, str]:
    return {**settings_of(url, tmp_path, outside), "LINLI_REDIS_URL": valkey_url}


@pytest.fixture
def living(
    url: str, env: dict[str, str], outside: dict[str, Any], redis: Any, tmp_path: Path
) -> Iterator[Installation]:
    """Set up as it was, upgraded with our command, and woken a minute later before the same phones."""
    clock, database = Clock(), opened(url)
    clock.now = clock.now.fromisoformat(outside["now"])
    clock.turn(minutes=1)
    found = awakened(database, clock, redis, tmp_path, outside, env)
    yield found
    found.chat.close()
    database.close()


@pytest.fixture
def chat(living: Installation) -> Chat:
    """So that a failure prints its conversation."""
    return living.chat
