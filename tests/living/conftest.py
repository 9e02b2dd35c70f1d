"""Every release's living installation on either database, upgraded, with its phones and its clock."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from storage.database import Database
from tests.chat import Chat
from tests.commands import CLOCK, linli
from tests.conftest import Clock, run_sql
from tests.living.installation import HERE, RELEASES, Installation, awakened, set_up


@pytest.fixture(params=RELEASES)
def outside(request: pytest.FixtureRequest) -> dict[str, Any]:
    told: dict[str, Any] = json.loads((HERE / f"{request.param}.json").read_text(encoding="utf-8"))
    return told | {"release": request.param}


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'living.db'}"
    server, name = request.getfixturevalue("postgres"), f"living{abs(hash(tmp_path))}"
    run_sql(server, f"CREATE DATABASE {name}")
    return str(server.get_uri(name))


@pytest.fixture
def env(url: str, tmp_path: Path, valkey_url: str, outside: dict[str, Any]) -> dict[str, str]:
    return {
        "LINLI_DATABASE_URL": url, "LINLI_DATA_DIR": str(tmp_path), "LINLI_REDIS_URL": valkey_url,
        "LINLI_SECRET_KEY": outside["secret_key"], CLOCK: outside["now"],
    }  # fmt: skip


@pytest.fixture
def living(
    url: str, env: dict[str, str], outside: dict[str, Any], redis: Any, tmp_path: Path
) -> Iterator[Installation]:
    """Set up as it was, upgraded with our command, and woken a minute later before the same phones."""
    set_up(url, outside["release"], tmp_path / "files")
    upgraded = linli("db", "upgrade", env=env)
    assert upgraded.returncode == 0, upgraded.stderr
    clock, database = Clock(), Database(url)
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
