"""A release's own backup is restored by today's command into either database, as if it had been restored then and upgraded."""

import hashlib
import json
from zipfile import ZipFile

import pytest

from tests.commands import linli
from tests.conftest import SECRET_KEY, run_sql
from tests.living.conftest import settings_of
from tests.living.installation import HERE
from tests.living.judged import everything


def restored(env, *more):
    """What the command said; it must end well."""
    done = linli("restore", *more, env=env)
    assert done.returncode == 0, done.stderr
    return done


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
def test_an_earlier_backup_comes_to_what_an_upgrade_comes_to(kind, outside, upgraded, tmp_path, request):
    spared, url = upgraded(kind, outside), f"sqlite:///{tmp_path / 'restored.db'}"
    beside = f"sqlite:///{spared / 'living.db'}"
    if kind == "postgresql":
        server, name = request.getfixturevalue("postgres"), f"restored{abs(hash(tmp_path))}"
        run_sql(server, f"CREATE DATABASE {name}")
        url = str(server.get_uri(name))
        beside = str(server.get_uri(f"living_{outside['release'].replace('.', '_')}"))
    env = settings_of(url, tmp_path, outside)
    source = HERE / f"{outside['release']}.zip"
    with ZipFile(source) as archive:
        version = json.loads(archive.read("about.json"))["version"]
        digests = [name.removeprefix("files/") for name in archive.namelist() if name.startswith("files/")]
    assert f"旧版本（{version}）" in restored(env, str(source)).stderr
    assert not list(HERE.glob(".linli-renewed-*")), "nothing is left beside the backup"
    key = outside["secret_key"]
    assert everything(url, key) == everything(beside, key)
    assert digests
    assert all((tmp_path / "files" / digest[:2] / digest).is_file() for digest in digests)


def test_whom_the_list_names_is_erased_from_an_earlier_backup_too(tmp_path):
    release = HERE / "0.1.0.zip"
    outside = json.loads((HERE / "0.1.0.json").read_text("utf-8"))
    env = settings_of(f"sqlite:///{tmp_path / 'r.db'}", tmp_path, outside)
    gone = hashlib.sha256(b"wechat\0" + outside["people"]["李阿姨"].encode()).hexdigest()[:40]
    (tmp_path / "list").write_text(json.dumps({"at": "2026-11-29T00:00:00+00:00", "subjects": gone}) + "\n", "utf-8")
    restored(env, str(release), "--erasures", str(tmp_path / "list"))
    kept = everything(env["LINLI_DATABASE_URL"], outside["secret_key"])
    assert not any(outside["people"]["李阿姨"] in row for rows in kept.values() for row in rows)
    assert any(outside["people"]["张大爷"] in row for row in kept["accounts"])


def test_one_of_an_earlier_version_that_is_bent_is_said_and_changes_nothing(tmp_path):
    with ZipFile(HERE / "0.1.0.zip") as whole, ZipFile(tmp_path / "bent.zip", "w") as bent:
        for name in whole.namelist():
            bent.writestr(name, b"{" if name == "tickets.jsonl" else whole.read(name))
    env = settings_of(
        f"sqlite:///{tmp_path / 'r.db'}", tmp_path, {"secret_key": SECRET_KEY, "now": "2026-11-28T14:05:00+00:00"}
    )
    done = linli("restore", str(tmp_path / "bent.zip"), env=env)
    assert done.returncode == 1
    assert "已损坏" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "r.db").exists()
