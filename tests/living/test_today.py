"""The fixture that the next release is upgraded from can be made from today's code, fills every table, and is played on."""

import json
from zipfile import ZipFile

import pytest
from redis import Redis

from storage.models import Base
from storage.owed_steps import has_rows
from storage.schema import newest_version
from tests.commands import linli
from tests.living.make import make, version_of_today
from tests.living.rest import put_rest
from tests.living.test_answers import test_every_open_question_takes_its_answer_once as answers_are_taken


@pytest.fixture(scope="module")
def made(tmp_path_factory, valkey_url):
    """The generator's own files in a folder."""
    folder = tmp_path_factory.mktemp("made")
    with Redis.from_url(valkey_url) as redis:
        redis.flushdb()
        make(folder, folder, redis, folder / "linli.db")
        redis.flushdb()
    return folder


@pytest.fixture
def outside(made):
    release = version_of_today()
    told = json.loads((made / f"{release}.json").read_text("utf-8"))
    return told | {"release": release, "where": made}


@pytest.mark.soak
def test_each_table_has_a_row_and_all_is_there_and_answered_after_the_upgrade(living, made, outside, env):
    with ZipFile(made / f"{outside['release']}.zip") as archive:
        assert json.loads(archive.read("about.json"))["version"] == newest_version()
        kept = {name: len(archive.read(f"{name}.jsonl").splitlines()) for name in Base.metadata.tables}
    assert [name for name, rows in kept.items() if not rows] == []
    assert {name: living.count(name) for name in kept} == kept
    assert linli("db", "check", env=env).returncode == 0
    answers_are_taken(living)
    living.chat.work()
    living.tick("2026-11-29T09:00")
    assert living.count("job_failures") == kept["job_failures"], living.sql("SELECT job, last_error FROM job_failures")


def test_every_table_can_be_given_a_row(database, clock):
    with database.write() as connection:
        put_rest(connection, clock())
        empty = [table.name for table in Base.metadata.sorted_tables if not has_rows(connection, table.name)]
    assert empty == []
