"""A command whose database is there when it begins, and then is not to be had."""

import pytest

from linli import texts
from tests.commands import linli
from tests.conftest import SECRET_KEY


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_a_command_that_finds_the_database_held_ends_with_a_sentence(database, database_url, tmp_path):
    env = {"LINLI_DATABASE_URL": database_url, "LINLI_DATA_DIR": str(tmp_path / "data"), "LINLI_SECRET_KEY": SECRET_KEY}
    with database.write():
        ended = linli("jobs", "retry", "dispatch", "NH20261124-0001", env=env)
    assert (ended.returncode, ended.stderr.strip()) == (1, texts.DATABASE_AWAY)
    assert "没有这个出错的事项" in linli("jobs", "retry", "dispatch", "NH20261124-0001", env=env).stderr
