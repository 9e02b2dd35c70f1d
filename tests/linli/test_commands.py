"""The command line as an operator meets it: Chinese sentences, honest exit codes, no traces."""

import csv
import io
import json

import pytest
from openpyxl import load_workbook

from tests.commands import linli

KEY = "a" * 43


@pytest.fixture
def env(tmp_path):
    return {"LINLI_DATA_DIR": str(tmp_path / "data")}


def stops(result, *words):
    assert result.returncode == 1
    assert "Traceback" not in result.stderr
    for word in words:
        assert word in result.stderr
    return True


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("LINLI_WECHAT_AES_KEY", "short"),
        ("LINLI_DATABASE_URL", "mysql://x"),
        ("LINLI_DATABASE_URL", "nonsense"),
        ("LINLI_REDIS_URL", "http://x"),
        ("LINLI_BIND", "8080"),
        ("LINLI_BIND", "127.0.0.1:99999"),
        ("LINLI_TIMEZONE", "Nanjing"),
        ("LINLI_TICKET_PREFIX", "nh"),
        ("LINLI_SECRET_KEY", "x"),
        ("LINLI_WECHAT_API_BASE", "ftp://x"),
        ("LINLI_WECHAT_API_BASE", "http://api.weixin.example"),
        ("LINLI_WECOM_API_BASE", "http://10.0.0.8"),
        ("LINLI_REDIS_URL", "redis://queue.example:6379/0"),
        ("LINLI_REDIS_URL", "rediss://queue.example:6379/0?ssl_cert_reqs=none"),
        ("LINLI_DATABASE_URL", "postgresql://linli@db.example/linli"),
        ("LINLI_DATABASE_URL", "postgresql://linli@db.example/linli?sslmode=require"),
        ("LINLI_DATABASE_URL", "postgresql://linli@/linli?host=127.0.0.1,db.example"),
        ("LINLI_WEB_PROCESSES", "many"),
        ("LINLI_WECHAT_ALLOW_PLAIN", "perhaps"),
    ],
)
def test_a_malformed_setting_stops_the_start_with_one_sentence(env, name, value):
    result = linli("web", env={**env, "LINLI_WECHAT_TOKEN": "t", name: value})
    assert stops(result, name, "写错了")
    assert len(result.stderr.strip().splitlines()) == 1


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (None, "读不了"),
        ("join_minutes =", "格式有误"),
        ("join_hours = 3", "join_hours 不是规则名"),
        ("join_minutes = 0", "1 至 60 的整数"),
        ('join_minutes = "ten"', "1 至 60 的整数"),
        ("join_minutes = true", "1 至 60 的整数"),
    ],
)
def test_a_bad_rules_file_stops_the_start_with_one_sentence(env, tmp_path, content, words):
    path = tmp_path / "rules.toml"
    if content is not None:
        path.write_text(content)
    settings = {**env, "LINLI_WECHAT_TOKEN": "t", "LINLI_RULES": str(path)}
    assert stops(linli("web", env=settings), str(path), words)
    assert words in linli("doctor", env=settings).stdout


def test_a_missing_setting_stops_the_start_with_one_sentence(env):
    assert stops(linli("web", env=env), "缺少 LINLI_WECHAT_TOKEN")
    only_key = {**env, "LINLI_WECHAT_TOKEN": "t", "LINLI_WECHAT_AES_KEY": KEY}
    assert stops(linli("up", env=only_key), "缺少 LINLI_WECHAT_APP_ID")


def test_a_dotenv_file_is_read(env, tmp_path):
    (tmp_path / ".env").write_text("LINLI_BIND=nowhere\n")
    assert stops(linli("web", env=env, where=tmp_path), "LINLI_BIND")


def test_without_migrations_the_start_says_what_to_run(env):
    assert stops(linli("web", env={**env, "LINLI_WECHAT_TOKEN": "t"}), "linli db upgrade")
    assert stops(linli("export", "tickets", env=env), "linli db upgrade")
    assert stops(linli("db", "check", env=env), "linli db upgrade")


def test_upgrade_then_check_then_doctor(env):
    assert linli("db", "upgrade", env=env).returncode == 0
    assert linli("db", "check", env=env).returncode == 0
    sick = linli("doctor", env=env)
    assert sick.returncode == 1
    assert "缺少 LINLI_WECHAT_TOKEN" in sick.stdout
    well = linli("doctor", env={**env, "LINLI_WECHAT_TOKEN": "t"})
    assert well.returncode == 0
    assert "检查通过" in well.stdout
    assert "明文" in well.stdout
    behind = {**env, "LINLI_WECHAT_TOKEN": "t", "LINLI_PUBLIC_URL": "https://linli.example"}
    assert "没有设置 LINLI_PROXIES" in linli("doctor", env=behind).stdout
    assert "LINLI_PROXIES" not in linli("doctor", env={**behind, "LINLI_PROXIES": "1"}).stdout


def test_doctor_finds_a_platform_a_database_and_a_queue_that_are_away(env):
    away = {
        "LINLI_WECHAT_TOKEN": "t", "LINLI_WECHAT_APP_ID": "wx", "LINLI_WECHAT_APP_SECRET": "s",
        "LINLI_WECHAT_API_BASE": "http://127.0.0.1:1", "LINLI_DATABASE_URL": "postgresql://nobody@127.0.0.1:1/none",
        "LINLI_REDIS_URL": "redis://127.0.0.1:1/0",
    }  # fmt: skip
    result = linli("doctor", env={**env, **away})
    assert result.returncode == 1
    assert "微信接口不可用" in result.stdout
    assert "连不上数据库" in result.stdout
    assert "连不上 Redis" in result.stdout
    assert "Traceback" not in result.stdout + result.stderr
    assert stops(linli("db", "upgrade", env={**env, **away}), "连不上数据库")


@pytest.fixture
def with_tickets(chat, database_url, tmp_path):
    resident = chat.person("李阿姨")
    resident.says("=1+1 这个公式楼道灯坏了")
    resident.says("3幢门口积水，很深")
    return {"LINLI_DATABASE_URL": database_url, "LINLI_DATA_DIR": str(tmp_path / "data")}


def test_tickets_as_json_lines(with_tickets):
    lines = [json.loads(line) for line in linli("export", "tickets", env=with_tickets).stdout.splitlines()]
    assert [line["number"] for line in lines] == ["NH20261124-0001", "NH20261124-0002"]
    assert lines[1]["opened_at"] == "2026-11-24T10:00:00+08:00"
    assert lines[1]["summary"] == "3幢门口积水，很深"
    assert lines[1]["due_at"] is None
    assert set(lines[0]) >= {"state", "channel", "category", "urgency", "place", "grid", "reporter", "merged_into"}


def test_tickets_as_csv_and_workbook_run_no_formula(with_tickets, tmp_path):
    text = linli("export", "tickets", "--format", "csv", env=with_tickets).stdout.lstrip("\ufeff")
    assert [row["summary"][:2] for row in csv.DictReader(io.StringIO(text))] == ["'=", "3幢"]
    out = tmp_path / "tickets.xlsx"
    assert linli("export", "tickets", "--format", "xlsx", "--out", str(out), env=with_tickets).returncode == 0
    rows = list(load_workbook(out).active.values)
    assert rows[0][0] == "number"
    assert rows[1][8].startswith("'=")


def test_tickets_of_some_days(with_tickets):
    def numbers(*arguments):
        return len(linli("export", "tickets", *arguments, env=with_tickets).stdout.splitlines())

    assert numbers("--from", "2026-11-24", "--to", "2026-11-24") == 2
    assert numbers("--from", "2026-11-25") == 0
    assert numbers("--to", "2026-11-23") == 0
    assert stops(linli("export", "tickets", "--from", "gestern", env=with_tickets), "2026-11-24 的样子")


def test_a_taken_port_is_told(env, tmp_path):
    import socket

    linli("db", "upgrade", env=env)
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        bind = f"127.0.0.1:{taken.getsockname()[1]}"
        assert stops(linli("web", env={**env, "LINLI_WECHAT_TOKEN": "t", "LINLI_BIND": bind}), bind, "已被占用")
