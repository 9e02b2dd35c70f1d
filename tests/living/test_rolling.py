"""A release is upgraded while it takes messages in: nothing is lost, the door answers in time, and its own processes go on."""

from pathlib import Path
from typing import Any

import pytest

from tests.living.rolling import Rolled, play
from tests.postgres import cluster, run_sql


def _url(kind: str, request: pytest.FixtureRequest, folder: Path) -> str:
    if kind == "sqlite":
        return f"sqlite:///{folder / 'rolled.db'}"
    server, name = request.getfixturevalue("postgres"), f"rolled{abs(hash(folder))}"
    run_sql(server, f"CREATE DATABASE {name}")
    return str(server.get_uri(name))


def _holds(rolled: Rolled | None, tickets: int) -> dict[str, Any]:
    if rolled is None:
        pytest.skip("the history with the release's code is not here")
    assert rolled.wrong == []
    assert rolled.rows > tickets * 5
    door: dict[str, Any] = rolled.door["all"]
    assert door["later_than_5_s"] == 0
    assert door["taken"] + door.get("busy", 0) == door["messages"]
    return door


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
def test_the_release_itself_takes_messages_while_its_database_is_upgraded_and_after(
    kind, request, tmp_path, valkey_url
):
    url = _url(kind, request, tmp_path)
    door = _holds(play(url, tmp_path, valkey_url, 300, 30, processes=False), 300)
    assert door["taken"] == door["messages"], "a small database keeps nobody waiting"


@pytest.mark.soak
@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
def test_a_million_tickets_are_upgraded_under_old_and_new_processes(kind, request, tmp_path, valkey_url):
    if kind == "sqlite":
        door = _holds(play(_url(kind, request, tmp_path), tmp_path, valkey_url, 1_000_000, 20_000), 1_000_000)
    else:
        with cluster() as server:
            door = _holds(play(str(server.get_uri()), tmp_path, valkey_url, 1_000_000, 20_000), 1_000_000)
    assert door["longest_silence"] <= 5
