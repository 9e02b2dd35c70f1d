"""What lies on the disk is for our own user alone, also where an earlier version left it open."""

import os
import stat
from contextlib import contextmanager

from tests.commands import linli
from tests.linli.test_kill import SECRET, deliver_until_answered
from tests.processes import command, free_address, wait_for


@contextmanager
def careless_user():
    """Somebody whose files are readable by all unless a program says otherwise."""
    before = os.umask(0)
    try:
        yield
    finally:
        os.umask(before)


def open_ones(folder):
    """What others can read below a folder, the folder too."""
    found = [(path, stat.S_IMODE(path.lstat().st_mode)) for path in (folder, *folder.rglob("*"))]
    return [(str(path), oct(mode)) for path, mode in found if mode & 0o077]


def left_open(folder):
    """As version 0.1 left a data folder under the usual umask."""
    (folder / "files" / "ab").mkdir(parents=True, exist_ok=True)
    (folder / "files" / "ab" / "abcd").write_bytes(b"picture")
    (folder / "backups").mkdir(exist_ok=True)
    (folder / "backups" / "old.zip").write_bytes(b"PK")
    for path in (folder, *folder.rglob("*")):
        path.chmod(0o755 if path.is_dir() else 0o644)


def test_nothing_that_is_running_or_left_from_before_is_readable_by_others(tmp_path):
    data, address = tmp_path / "data", free_address()
    env = {
        "LINLI_DATA_DIR": str(data), "LINLI_BIND": address, "LINLI_WECHAT_TOKEN": SECRET.token,
        "LINLI_WECHAT_AES_KEY": SECRET.aes_key, "LINLI_WECHAT_APP_ID": SECRET.app_id,
    }  # fmt: skip
    with careless_user():
        assert linli("db", "upgrade", env=env).returncode == 0
        assert open_ones(data) == []
        left_open(data)
        assert len(open_ones(data)) > 5
        with command("up", settings=env, log=tmp_path / "log"):
            wait_for(f"http://{address}/readyz")
            assert "NH" in deliver_until_answered(f"http://{address}/wechat", 1)
            there = {path.name for path in data.rglob("*")}
            assert {"linli.db", "linli.db-wal", "linli.db-shm", "valkey", "abcd", "old.zip", "secret.key"} <= there
            assert any(stat.S_ISSOCK(path.lstat().st_mode) for path in data.rglob("*"))
            assert open_ones(data) == []
            for out in (("backup", str(tmp_path / "b.zip")), ("export", "tickets", "--out", str(tmp_path / "t.csv"))):
                more = ("--format", "csv") if out[0] == "export" else ()
                assert linli(*out, *more, env=env).returncode == 0
            assert [stat.S_IMODE((tmp_path / name).stat().st_mode) for name in ("b.zip", "t.csv")] == [0o600, 0o600]
    assert open_ones(data) == []


def test_a_database_beside_the_folder_is_closed_and_what_is_not_ours_left(tmp_path):
    data, elsewhere = tmp_path / "data", tmp_path / "db"
    env = {"LINLI_DATA_DIR": str(data), "LINLI_DATABASE_URL": f"sqlite:///{elsewhere}/own.db"}
    elsewhere.mkdir()
    with careless_user():
        assert linli("db", "upgrade", env=env).returncode == 0
        (data / "notes.txt").write_text("not ours")
        (elsewhere / "own.db").chmod(0o644)
        data.chmod(0o755)
        assert linli("db", "check", env=env).returncode == 0
    assert stat.S_IMODE((elsewhere / "own.db").stat().st_mode) == 0o600
    assert stat.S_IMODE(data.stat().st_mode) == 0o700
    assert stat.S_IMODE((data / "notes.txt").stat().st_mode) == 0o666


def test_doctor_points_at_a_settings_file_that_others_can_read(tmp_path):
    settings = tmp_path / ".env"
    settings.write_text("LINLI_WECHAT_TOKEN=t\n")
    env = {"LINLI_DATA_DIR": str(tmp_path / "data")}

    def said():
        return linli("doctor", env=env, where=tmp_path).stdout

    settings.chmod(0o644)
    assert "! .env 别的用户也能读" in said()
    settings.chmod(0o600)
    assert "别的用户也能读" not in said()
