"""`linli stars …` and `linli export stars` after a month, as the office uses them."""

import json

import pytest
from cryptography.fernet import Fernet
from openpyxl import load_workbook
from sqlalchemy import select

from storage import keyring
from storage.models import Attachment, Nomination, Objection, Outbox, StarAward
from tests.commands import linli
from tests.conftest import SECRET_KEY
from tests.scenes import begun
from tests.stars import ANNOUNCE, neighbour, november, step, to_notice


@pytest.fixture
def env(chat, clock, database_url, tmp_path):
    def begin():
        people = november(chat, clock)
        auntie = neighbour(chat, "李阿姨")
        auntie.says("梧桐里1号院05幢3楼楼道灯坏了，电话13912345678")
        to_notice(chat, clock, people, people.members[0], "甲一员", auntie)
        step(chat, clock, ANNOUNCE, auntie)

    begun(chat, clock, begin)
    settings = {"LINLI_DATABASE_URL": database_url, "LINLI_DATA_DIR": str(tmp_path)}
    return {**settings, "LINLI_SECRET_KEY": SECRET_KEY}


def test_the_lists_of_a_year(env, tmp_path):
    listed = linli("stars", "list", "--year", "2026", env=env)
    assert listed.returncode == 0, listed.stderr
    assert "甲一员\t梧桐社区\t梧桐里1号院05幢" not in listed.stdout
    assert "甲一员\t梧桐社区\t梧桐里1号院\t1\t美善之星\t2026年11月" in listed.stdout
    assert "共 1 人，1 次" in listed.stdout
    assert "共 1 人" in linli("stars", "list", "--year", "2027", "--july", env=env).stdout
    assert "共 0 人" in linli("stars", "list", "--year", "2026", "--july", env=env).stdout
    out = tmp_path / "list.xlsx"
    assert linli("stars", "list", "--year", "2026", "--format", "xlsx", "--out", str(out), env=env).returncode == 0
    assert list(load_workbook(out).active.values)[1][0] == "甲一员"
    assert "年份 26 不对" in linli("stars", "list", "--year", "26", env=env).stderr


def test_the_year_as_a_booklet(env, tmp_path):
    out = tmp_path / "year.html"
    made = linli("stars", "booklet", "--year", "2026", "--out", str(out), env=env)
    assert made.returncode == 0, made.stderr
    page = out.read_text()
    assert "街道这一年 2026" in page
    assert "data:image/png;base64," in page
    assert "甲一员" in page
    assert "13912345678" not in page
    assert "这一年还没有发布" in _booklet(env, tmp_path, "2025")


def _booklet(env, folder, year):
    out = folder / f"{year}.html"
    linli("stars", "booklet", "--year", year, "--out", str(out), env=env)
    return out.read_text()


def test_the_export_masks_who_is_not_public(env):
    lines = [json.loads(line) for line in linli("export", "stars", env=env).stdout.splitlines()]
    awarded = [line for line in lines if line["award"]]
    assert [(line["name"], line["state"], line["households"]) for line in awarded] == [("甲一员", "announced", 1)]
    assert awarded[0]["announced_at"] == "2026-12-01T09:00:00+08:00"
    empty = [line for line in lines if not line["award"] and line["month"] == "2026-11"]
    assert {line["round_state"] for line in empty} == {"empty"}
    assert linli("export", "stars", "--from", "2027-01-01", env=env).stdout == ""


def test_who_is_forgotten_is_on_no_roll_any_more(env, chat, database, tmp_path):
    with database.read() as connection:
        code = connection.execute(select(StarAward.code).where(StarAward.code.is_not(None))).scalar_one()
        poster = connection.execute(select(Attachment.sha256).where(Attachment.kind == "poster")).scalar_one()
    own = json.loads(linli("person", "export", "M10", env=env).stdout)
    assert own["star_awards"][0]["state"] == "announced"
    assert chat.tools.files.path(poster).exists()
    assert linli("person", "forget", "M10", "--yes", env=env).returncode == 0
    assert not chat.tools.files.path(poster).exists()
    assert chat.app.test_client().get(f"/awards/{code}").status_code == 404
    assert "共 0 人" in linli("stars", "list", "--year", "2026", env=env).stdout
    with database.read() as connection:
        everything = [
            str(row) for model in (StarAward, Nomination, Outbox) for row in connection.execute(select(model.__table__))
        ]
    assert not any(word in row for row in everything for word in ("甲一员", "取奶"))


def test_sealed_words_are_readable_under_a_new_key_alone(env, chat, database):
    neighbour(chat, "张大爷").says("异议 1 取奶的是另外一个人")
    fresh = Fernet.generate_key().decode()
    assert linli("person", "rotate-key", env={**env, "LINLI_SECRET_KEY": f"{fresh},{SECRET_KEY}"}).returncode == 0
    keyring.unlock([fresh])
    try:
        with database.read() as connection:
            assert connection.execute(select(Objection.text)).scalar_one() == "取奶的是另外一个人"
    finally:
        keyring.unlock([SECRET_KEY])
