"""The folder for whoever supervises says what is configured now, names no person, and forgets no table."""

import json

import pytest
from sqlalchemy import delete, update

from governance.permissions import Act
from governance.rules import Rules
from linli.compliance import texts
from linli.compliance.inventory import HOLDINGS, inventory
from storage.columns import Encrypted
from storage.models import Audit, Base, DataRequest
from tests.commands import linli
from tests.conftest import SECRET_KEY
from tests.staff import NAMES, staff


@pytest.fixture
def env(database_url, tmp_path):
    return {"LINLI_DATABASE_URL": database_url, "LINLI_DATA_DIR": str(tmp_path), "LINLI_SECRET_KEY": SECRET_KEY}


def written(tmp_path, env, **more):
    """All documents by their names, and what a program reads."""
    out = tmp_path / "合规"
    done = linli("compliance", "--out", str(out), env={**env, **more})
    assert done.returncode == 0, done.stderr
    pages = {path.name: path.read_text("utf-8") for path in out.iterdir()}
    assert set(pages) == {*texts.NAMES.values(), texts.FACTS}
    return pages, json.loads(pages[texts.FACTS]), done.stdout


def test_it_says_what_is_configured_and_what_lacks(chat, env, tmp_path):
    people = staff(chat)
    resident = chat.person("李阿姨")
    resident.says("梧桐里1号院05幢3楼楼道灯坏了，电话19900000777")
    resident.says("同意隐私说明")
    chat.run("seal_audit")
    pages, facts, said = written(tmp_path, env)
    assert facts["counts"]["tickets"] == 1
    assert facts["counts"]["agreed"] == 1
    assert facts["controls"]["身份鉴别：传输加密"] == "lacks"
    assert facts["controls"]["数据完整性：微信消息"] == "lacks"
    assert facts["controls"]["机房、防盗、防火、电力"] == "by_hand"
    assert "没有落实的措施" in said
    assert "- 身份鉴别：传输加密" in pages[texts.NAMES["assessment"]]
    rules = tmp_path / "rules.toml"
    rules.write_text('keep_pictures_days = 200\n[privacy]\nname = "示例街道办事处"\n')
    safe = {
        "LINLI_PUBLIC_URL": "https://linli.example", "LINLI_WECHAT_AES_KEY": "a" * 43, "LINLI_RULES": str(rules),
        "LINLI_BIND": "0.0.0.0:8080",
    }  # fmt: skip
    pages, facts, _ = written(tmp_path, env, **safe)
    assert facts["controls"]["身份鉴别：传输加密"] == "met"
    assert facts["controls"]["数据完整性：微信消息"] == "met"
    assert facts["controls"]["边界防护"] == "lacks"
    assert "| keep_pictures_days | 200 | 365 |" in pages[texts.NAMES["keeping"]]
    assert "200 天后删除" in pages[texts.NAMES["assessment"]]
    assert "示例街道办事处" in pages[texts.NAMES["notice"]]
    everything = "".join(pages.values())
    for secret in (SECRET_KEY, "a" * 43, people.worker.openid, resident.openid, "19900000777", *dict(NAMES.values())):
        assert secret not in everything


def test_a_broken_chain_a_late_request_and_an_old_backup_are_said(chat, env, tmp_path):
    staff(chat)
    chat.bound("赵演示", "0002").says("更正资料 电话 19900000222")
    chat.run("seal_audit")
    with chat.database.write() as connection:
        connection.execute(delete(Audit).where(Audit.seq == 2))
        connection.execute(update(DataRequest).values(due_at=chat.clock()))
    pages, facts, _ = written(tmp_path, env, CLOCK="2026-12-24T10:00+08:00")
    assert facts["chain"]["flaws"] == 1
    assert facts["controls"]["安全审计：记录未被改动"] == "lacks"
    assert facts["late"] == 1
    assert facts["controls"]["个人信息保护：本人的请求一天内办"] == "lacks"
    assert facts["controls"]["数据备份恢复"] == "lacks"
    assert "应先整改" in pages[texts.NAMES["assessment"]]


def test_each_table_is_in_the_inventory_with_columns_that_are_there():
    tables = Base.metadata.tables
    assert set(HOLDINGS) == set(tables)
    for name, holding in HOLDINGS.items():
        columns = set(tables[name].columns.keys())
        assert set(holding.personal) <= columns, name
        sealed = {column.name for column in tables[name].columns if isinstance(column.type, Encrypted)}
        assert sealed <= set(holding.personal), name
    assert all(line.keep for line in inventory(Rules()))


def test_each_right_is_in_the_table_of_rights():
    assert set(texts.ACT) == {act.value for act in Act}


def test_a_folder_that_cannot_be_written_is_told(chat, env, tmp_path):
    (tmp_path / "taken").write_text("x")
    done = linli("compliance", "--out", str(tmp_path / "taken"), env=env)
    assert done.returncode != 0
    assert "Traceback" not in done.stderr
