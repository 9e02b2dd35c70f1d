"""What somebody meets who backs up and restores with nothing but the commands' own words."""

import re
import shutil

import pytest
from sqlalchemy import insert

from storage import keyring
from storage.models import Person
from tests.commands import linli
from tests.conftest import SECRET_KEY


@pytest.fixture
def street(tmp_path):
    """A data folder as setup leaves it: its own key, a schema, somebody's name."""
    from linli.settings import Settings
    from linli.wiring import open_database
    from storage.schema import upgrade

    settings = Settings(data_dir=tmp_path / "data", _env_file=None)
    database = open_database(settings)
    upgrade(database)
    with database.write() as connection:
        connection.execute(insert(Person).values(code="A01", name="孔示例"))
    database.close()
    keyring.unlock([SECRET_KEY])
    return {"LINLI_DATA_DIR": str(tmp_path / "data")}


def backed_up(env, where):
    done = linli("backup", env=env, where=where)
    assert done.returncode == 0, done.stderr
    return re.search(r"已备份到 (\S+?)：", done.stdout)[1], done.stdout


def test_without_a_name_it_lies_among_the_backups_with_its_date(street, tmp_path):
    path, said = backed_up(street, tmp_path)
    assert re.fullmatch(rf"{tmp_path}/data/backups/hand-\d{{8}}-\d{{6}}\.zip", path)
    assert f"{tmp_path}/data/secret.key" in said
    verified = linli("backup", "verify", path, env=street, where=tmp_path).stdout
    assert "secret.key 打得开" in verified
    assert "LINLI_SECRET_KEY" not in verified
    shutil.move(tmp_path / "data" / "secret.key", tmp_path / "kept.key")
    assert "secret.key，这里没有" in linli("backup", "verify", path, env=street, where=tmp_path).stdout


def test_into_an_empty_folder_once_the_key_is_there_and_never_under_another(street, tmp_path):
    path, _ = backed_up(street, tmp_path)
    fresh, env = tmp_path / "fresh", {"LINLI_DATA_DIR": str(tmp_path / "fresh")}
    keyless = linli("restore", path, env=env, where=tmp_path)
    assert keyless.returncode == 1
    assert f"抄到 {fresh}/secret.key" in keyless.stderr
    assert not fresh.exists()  # above all no fresh key
    fresh.mkdir()
    (fresh / "secret.key").write_text("ZmVkY2JhOTg3NjU0MzIxMGZlZGNiYTk4NzY1NDMyMTA=")
    assert "不是做备份时的那一个" in linli("restore", path, env=env, where=tmp_path).stderr
    assert [each.name for each in fresh.iterdir()] == ["secret.key"]
    shutil.copy(tmp_path / "data" / "secret.key", fresh)
    done = linli("restore", path, env=env, where=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "提醒：已经恢复了" in done.stderr
    assert "孔**" in linli("person", "show", "A01", env=env, where=tmp_path).stdout
