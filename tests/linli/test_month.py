"""`linli tick`, `linli report` and the export after a month of work, as an operator meets them."""

import json

import pytest
from openpyxl import load_workbook

from tests.commands import linli
from tests.conftest import SECRET_KEY
from tests.scenes import begun
from tests.staff import staff


@pytest.fixture
def env(chat, clock, database_url, tmp_path):
    def begin():
        people = staff(chat)
        resident = chat.person("李阿姨")
        resident.says("梧桐里1号院05幢3楼楼道灯坏了")
        resident.says("梧桐里1号院05幢外墙瓷砖往下掉，很危险")
        chat.work()
        people.worker.says("接单 1")
        people.worker.sends_picture()
        people.worker.says("办结 1 已换灯泡")
        people.leader.says("核查 1 通过")
        resident.says("满意 1")
        people.worker.says("应急 2 高空作业车 估1500元")

    begun(chat, clock, begin)
    settings = {"LINLI_DATABASE_URL": database_url, "LINLI_DATA_DIR": str(tmp_path / "data")}
    return {**settings, "LINLI_SECRET_KEY": SECRET_KEY}


def test_the_export_has_every_promise_and_every_step(env):
    lamp, danger = (json.loads(line) for line in linli("export", "tickets", env=env).stdout.splitlines())
    assert lamp["state"] == "closed"
    assert (lamp["assignee"], lamp["rating"], lamp["reopened"]) == ("陈试用", "satisfied", 0)
    assert lamp["due_at"] == "2026-12-01T18:00:00+08:00"
    assert (
        lamp["accepted_at"] <= lamp["dispatched_at"] <= lamp["handled_at"] <= lamp["verified_at"] <= lamp["closed_at"]
    )
    assert {danger[name] for name in ("survey_due_at", "plan_due_at", "crew_due_at")} == {"2026-11-24T12:00:00+08:00"}
    assert danger["closed_at"] is None


def test_tick_does_what_is_due_once(env):
    first = linli("tick", "--now", "2026-11-24T12:30", env=env)
    assert first.returncode == 0, first.stderr
    assert "危险时限 1 件" in first.stdout
    assert "推送留在发件箱里" in first.stdout
    assert "没有到期的事" in linli("tick", "--now", "2026-11-24T12:30+08:00", env=env).stdout
    wrong = linli("tick", "--now", "heute", env=env)
    assert wrong.returncode == 1
    assert "时刻 heute 看不懂" in wrong.stderr


def test_tick_opens_the_check_lists_of_a_season(env):
    assert "未诉先办检查单 3 件" in linli("tick", "--now", "2027-05-06T08:00", env=env).stdout
    assert "未诉先办检查单" not in linli("tick", "--now", "2027-05-06T09:00", env=env).stdout


def test_the_month_as_text(env):
    result = linli("report", "--month", "2026-11", env=env)
    assert result.returncode == 0, result.stderr
    assert "2026年11月 办理情况" in result.stdout
    assert "梧桐社区" in result.stdout
    assert "房屋设施·照明" in result.stdout
    assert "100.0%（1/1）" in result.stdout
    assert "本月动用 1 件 1500元，年内还剩 298500元" in result.stdout
    assert "满意率：满意和基本满意的，占作了评价的" in result.stdout
    empty = linli("report", "--month", "2026-10", env=env).stdout
    assert "—" in empty
    wrong = linli("report", "--month", "2026-13", env=env)
    assert wrong.returncode == 1
    assert "月份 2026-13 看不懂" in wrong.stderr


def test_the_month_as_a_workbook(env, tmp_path):
    out = tmp_path / "month.xlsx"
    assert linli("report", "--month", "2026-11", "--format", "xlsx", "--out", str(out), env=env).returncode == 0
    book = load_workbook(out)
    assert book.sheetnames == ["汇总", "社区", "网格", "类别", "月份", "应急包"]
    assert list(book["社区"].values)[1][:3] == ("梧桐社区", 2, 1)
    assert list(book["应急包"].values)[1][2] == "高空作业车 估1500元"


def test_a_year_without_arrangements_is_said_beside_the_figures(env):
    assert "调休安排没有收录" in linli("report", "--month", "2029-03", env=env).stdout
    assert "调休安排" not in linli("report", "--month", "2026-11", env=env).stdout


def test_own_working_days_come_from_the_rules_file(env, tmp_path):
    rules = tmp_path / "rules.toml"
    rules.write_text("[calendar]\nholidays = [2026-11-25, 2026-11-26]\nworkdays = [2026-11-28]\n")
    assert linli("tick", env={**env, "LINLI_RULES": str(rules)}).returncode == 0
    rules.write_text("[calendar]\nholidays = ['morgen']\n")
    wrong = linli("tick", env={**env, "LINLI_RULES": str(rules)})
    assert wrong.returncode == 1
    assert "里的 [calendar] 写得不对" in wrong.stderr
