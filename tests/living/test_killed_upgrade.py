"""An upgrade that is killed outright again and again goes on where it was, says so, and ends as if nobody had touched it."""

import json
import os
import signal
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, Engine, event

from storage import keyring
from storage.database import Database
from storage.filling import fill_all
from storage.schema import newest_version, upgrade
from storage.upgrading import Progress
from tests import commands
from tests.commands import linli
from tests.conftest import run_sql
from tests.living.conftest import settings_of
from tests.living.installation import set_up
from tests.living.judged import everything

MOST_KILLS, PATIENCE_S = 400, 300
MORE_THAN_ANY_STEP = 160
"""Statements: on SQLite migration 0033 makes its tables anew with 119, and what is always killed before would never end."""
FIRST_OF = {"0.1.0": "0008"}


def _die_at_statement(number: int) -> None:
    left = [number]

    def count(connection: Connection, *_: Any) -> None:
        left[0] -= 1
        if left[0] <= 0:
            os.kill(os.getpid(), signal.SIGKILL)

    event.listen(Engine, "before_cursor_execute", count)


def _attempt(url: str, key: str, kill: tuple[str, int], log: str) -> None:
    """An upgrade with all that follows, which is killed; what it says is noted as it says it."""
    keyring.unlock([key])
    database = Database(url)
    with open(log, "a", encoding="utf-8") as file:

        def tell(step: Progress | str) -> None:
            print(
                json.dumps([type(step).__name__, *(vars(step).values() if not isinstance(step, str) else [step])]),
                file=file,
                flush=True,
            )

        print(json.dumps(["begins"]), file=file, flush=True)
        commands._die_at_commit(kill[1]) if kill[0] == "commit" else _die_at_statement(kill[1])
        upgrade(database, tell)
        fill_all(database, tell=tell)
    database.close()


def _until_done(url: str, key: str, kind: str, plan: str, log: str) -> None:
    points = json.loads(plan)
    for number in range(MOST_KILLS):
        child = os.fork()
        if child == 0:
            status = 1
            try:
                _attempt(url, key, (kind, points[number % len(points)]), log)
                status = 0
            finally:
                os._exit(status)
        _, status = os.waitpid(child, 0)
        if not os.WIFSIGNALED(status):
            assert os.WEXITSTATUS(status) == 0, "the upgrade raised"
            return
    raise AssertionError("it never comes to its end")


@pytest.fixture(params=["sqlite", "postgresql"])
def place(request: pytest.FixtureRequest, tmp_path: Path, outside: dict[str, Any]) -> str:
    """The release's database as it was."""
    url = f"sqlite:///{tmp_path / 'killed.db'}"
    if request.param == "postgresql":
        name = f"killed{abs(hash(tmp_path))}"
        run_sql(request.getfixturevalue("postgres"), f"CREATE DATABASE {name}")
        url = str(request.getfixturevalue("postgres").get_uri(name))
    set_up(url, outside["release"], tmp_path / "files")
    return url


@pytest.fixture
def spared(place: str, request: pytest.FixtureRequest, outside: dict[str, Any], upgraded: Any) -> dict[str, list[str]]:
    """The same one, upgraded without being killed."""
    folder = upgraded("sqlite" if place.startswith("sqlite") else "postgresql", outside)
    url = f"sqlite:///{folder / 'living.db'}"
    if not place.startswith("sqlite"):
        url = str(request.getfixturevalue("postgres").get_uri(f"living_{outside['release'].replace('.', '_')}"))
    return everything(url, outside["secret_key"])


def _killed(url: str, outside: dict[str, Any], log: Path, kind: str, points: list[int]) -> list[list[Any]]:
    process = commands.forked(_until_done, url, outside["secret_key"], kind, json.dumps(points), str(log))
    process.join(PATIENCE_S)
    if process.exitcode is None:
        process.kill()
    assert process.exitcode == 0, log.read_text()
    return [json.loads(line) for line in log.read_text().splitlines()]


def _holds(said: list[list[Any]], outside: dict[str, Any]) -> int:
    """Each attempt says where it goes on; nothing is done twice, nothing left out. Answers how often it was killed."""
    began = FIRST_OF[outside["release"]]
    applied = [line[1] for line in said if line[0] == "Applied"]
    assert applied == sorted(applied)
    stands = [line[2] for line in said if line[0] == "Resumed"]
    assert all(line[1] == began for line in said if line[0] == "Resumed")
    assert stands == sorted(stands)
    assert stands[-1] <= newest_version()
    return sum(line == ["begins"] for line in said) - 1


@pytest.mark.parametrize("points", [[7]])
def test_an_upgrade_that_is_killed_at_its_commits_comes_to_the_same_end(place, spared, outside, tmp_path, points):
    kills = _holds(_killed(place, outside, tmp_path / "said", "commit", points), outside)
    assert kills >= 5
    assert everything(place, outside["secret_key"]) == spared


@pytest.mark.soak
@pytest.mark.parametrize(
    ("kind", "points"), [("commit", [2]), ("statement", [40, 13, 61, 27, 30, 40, 13, 61, 27, MORE_THAN_ANY_STEP])]
)
def test_an_upgrade_that_is_killed_at_every_step_comes_to_the_same_end(place, spared, outside, tmp_path, kind, points):
    kills = _holds(_killed(place, outside, tmp_path / "said", kind, points), outside)
    assert kills >= 20
    assert everything(place, outside["secret_key"]) == spared


def test_the_command_says_that_it_goes_on(place, outside, tmp_path):
    env = settings_of(place, tmp_path, outside)
    first = linli("db", "upgrade", env={**env, commands.DIE_AT_COMMIT: "6"})
    assert first.returncode == -signal.SIGKILL
    second = linli("db", "upgrade", env=env)
    assert second.returncode == 0, second.stderr
    assert "上次升级（从 0008 开始）没有做完，停在 0012" in second.stdout
    assert "旧数据还有 3 项没补完" in second.stdout
    assert "旧数据还有 3 项没补完" in linli("db", "check", env=env).stdout
    assert "linli db upgrade --finish" in linli("person", "forget", "1", "--yes", env=env).stderr, (
        "not before it is known who is named"
    )
    done = linli("db", "upgrade", "--finish", env=env)
    assert done.stdout.count("补完：") == 3
    assert linli("db", "upgrade", env=env).stdout == "数据库已是最新结构。\n"
