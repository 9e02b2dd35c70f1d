"""Settings that are of another version, half written or of another database are named in one sentence, and nothing is lost."""

import re

import pytest
from sqlalchemy import insert

from linli import env_file
from linli.platform_error_texts import ERRORS
from scheduler.clockwork import leader
from storage.models import Person
from tests.commands import linli
from tests.linli.test_setup import account as account
from tests.patience import patient, wait_until
from tests.processes import command, free_address

FRESH = "ZmVkY2JhOTg3NjU0MzIxMGZlZGNiYTk4NzY1NDMyMTA="


@pytest.mark.parametrize(
    ("written", "line"),
    [
        ("LINLI_WECHAT_TOKEN=t\nLINLI_BIND\n", 2),
        ("LINLI_WECHAT_TOKEN='t\n", 1),
        ("# remark\n\nLINLI_BIND=127.0.0.1:8080\nLINLI_WECH", 4),
    ],
)
def test_a_half_written_file_stops_every_start_with_its_line(tmp_path, written, line):
    (tmp_path / ".env").write_text(written)
    ended = linli("doctor", env={}, where=tmp_path)
    assert ended.returncode == 1
    assert f".env 第 {line} 行没有写完整" in ended.stderr
    assert "Traceback" not in ended.stderr


def test_a_file_that_is_no_text_is_named(tmp_path):
    (tmp_path / ".env").write_bytes(b"\xff\xfeL\x00")
    assert ".env 读不了" in linli("doctor", env={}, where=tmp_path).stderr


def test_a_setting_of_another_version_is_named_and_stops_nothing(tmp_path):
    (tmp_path / ".env").write_text("LINLI_PAGE_COLOUR=red\nLINLI_WECHAT_TOKEN=t\n")
    env = {"LINLI_DATA_DIR": str(tmp_path / "data")}
    assert linli("db", "upgrade", env=env, where=tmp_path).returncode == 0
    ended = linli("doctor", env=env, where=tmp_path)
    assert "不认识设置 LINLI_PAGE_COLOUR" in ended.stdout
    assert ended.returncode == 0


def test_what_is_said_anew_takes_the_place_of_what_stood_there_and_remarks_stay(tmp_path):
    path = tmp_path / ".env"
    path.write_text("# ours\nLINLI_BIND=127.0.0.1:9999\nLINLI_TICKET_PREFIX=AB\n")
    env_file.write({"LINLI_BIND": "127.0.0.1:8080", "LINLI_SECRET_KEY": "it's \\ a $x #y"}, path)
    assert env_file.values(path) == {
        "LINLI_TICKET_PREFIX": "AB", "LINLI_BIND": "127.0.0.1:8080", "LINLI_SECRET_KEY": "it's \\ a $x #y",
    }  # fmt: skip
    assert path.read_text().startswith("# ours\n")
    assert env_file.flaws(path) == []


def test_a_wrong_key_is_found_before_anything_is_written_under_it(database, database_url, tmp_path):
    env = {"LINLI_DATABASE_URL": database_url, "LINLI_DATA_DIR": str(tmp_path), "LINLI_WECHAT_TOKEN": "t"}
    assert "密钥不是" not in linli("doctor", env=env).stdout
    with database.write() as connection:
        connection.execute(insert(Person).values(code="A01", name="孔示例"))
    ended = linli("doctor", env={**env, "LINLI_SECRET_KEY": FRESH})
    assert "密钥不是这个数据库的" in ended.stdout
    assert ended.returncode == 1


def soon(condition):
    return wait_until(condition, patient(30_000) / 1000)


def test_a_second_scheduler_says_that_it_waits(tmp_path, valkey_url, redis):
    settings = {"LINLI_DATA_DIR": str(tmp_path / "data"), "LINLI_REDIS_URL": valkey_url, "LINLI_WECHAT_TOKEN": "t"}
    assert linli("db", "upgrade", env=settings).returncode == 0
    first, second = tmp_path / "first", tmp_path / "second"
    with command("scheduler", settings=settings, log=first):
        assert soon(lambda: leader(redis))
        with command("scheduler", settings=settings, log=second):
            assert soon(lambda: "正在值守定时任务" in second.read_text())
    assert "候补" in second.read_text()
    assert "候补" not in first.read_text()


def test_doctor_live_names_cause_and_cure_of_what_the_platform_refuses(tmp_path, account):
    env = {
        "LINLI_DATA_DIR": str(tmp_path / "data"), "LINLI_WECHAT_API_BASE": account.base, "LINLI_WECHAT_TOKEN": "t",
        "LINLI_WECHAT_APP_ID": account.secret.app_id, "LINLI_WECHAT_APP_SECRET": account.secret.app_secret,
        "LINLI_BIND": free_address(),
    }  # fmt: skip
    account.faults.plan("not_listed", 2)
    said = linli("doctor", "--live", env=env).stdout
    assert "不在公众号的 IP 白名单里（40164）" in said
    assert "203.0.113.9" in said
    wrong = linli("doctor", "--live", env={**env, "LINLI_WECHAT_APP_ID": "wxffffffffffffffff"}).stdout
    assert "AppID 不对（40013）" in wrong


def test_every_known_error_has_a_cause_and_a_cure():
    assert all(cause and cure and not re.search("[A-Za-z]{20}", cause) for cause, cure in ERRORS.values())


def test_doctor_live_holds_templates_of_the_rules_to_those_of_the_account(tmp_path, account):
    rules = tmp_path / "rules.toml"
    env = {
        "LINLI_DATA_DIR": str(tmp_path / "data"), "LINLI_WECHAT_API_BASE": account.base, "LINLI_RULES": str(rules),
        "LINLI_WECHAT_APP_ID": account.secret.app_id, "LINLI_WECHAT_APP_SECRET": account.secret.app_secret,
    }  # fmt: skip

    def said(template, field, kind="subscribe"):
        rules.write_text(
            f'[[template]]\ngroups = ["news"]\nid = "{template}"\nkind = "{kind}"\nfields = {{ {field} = "title" }}\n'
        )
        return linli("doctor", "--live", env=env).stdout

    account.templates["T1"] = ("thing1",)
    assert "公众号上没有模板 T2" in said("T2", "thing1", "template")
    assert "模板 T1 没有字段 thing9：公众号上的字段是 thing1" in said("T1", "thing9")
    assert "字段一致" in said("T1", "thing1")
