"""12345 orders: in from the hotline's spreadsheet with their own due time, out again with what was done."""

import json
from datetime import datetime

import pytest
from openpyxl import Workbook

from tests.commands import CLOCK, linli
from tests.conftest import SECRET_KEY
from tests.staff import staff

HEADINGS = ("序号", "工单编号", "诉求内容", "事发地址", "诉求人", "联系电话", "办结期限")
ROWS = [
    (
        1,
        "NJ2026112400001",
        "3楼楼道灯坏了",
        "梧桐里1号院05幢",
        "钱某",
        "13900001111",
        datetime.fromisoformat("2026-11-25T18:00"),
    ),
    (2, "NJ2026112400002", "下水道堵了污水外溢", "梧桐里1号院1幢", "孙某", "13900002222", "2026-12-30 18:00"),
    (3, "NJ2026112400003", "请问低保怎么申请", None, None, None, None),
]


@pytest.fixture
def env(chat, database_url, tmp_path):
    staff(chat)
    return {
        "LINLI_DATABASE_URL": database_url,
        "LINLI_DATA_DIR": str(tmp_path / "data"),
        "LINLI_SECRET_KEY": SECRET_KEY,
        CLOCK: "2026-11-24T10:00+08:00",
    }


def sheet(path, rows, headings=HEADINGS, title=True):
    book = Workbook()
    page = book.active
    if title:
        page.append(["12345 政务热线交办单"])
    page.append(headings)
    for row in rows:
        page.append(row)
    book.save(path)
    return str(path)


def test_orders_become_tickets_once_and_the_earlier_due_time_counts(env, tmp_path, chat):
    file = sheet(tmp_path / "orders.xlsx", ROWS)
    assert "检查通过，3 件工单" in linli("import", "tickets", file, "--source", "12345", "--dry-run", env=env).stdout
    first = linli("import", "tickets", file, "--source", "12345", env=env)
    assert "导入 3 件，0 件以前导入过" in first.stdout, first.stderr
    assert "导入 0 件，3 件以前导入过" in linli("import", "tickets", file, "--source", "12345", env=env).stdout
    assert len(chat.tickets()) == 3
    linli("tick", env=env)
    found = [json.loads(line) for line in linli("export", "tickets", env=env).stdout.splitlines()]
    assert {ticket["channel"] for ticket in found} == {"12345"}
    by_words = {ticket["summary"]: ticket for ticket in found}
    lamp = next(ticket for words, ticket in by_words.items() if "楼道灯" in words)
    drain = next(ticket for words, ticket in by_words.items() if "下水道" in words)
    assert lamp["due_at"] == "2026-11-25T18:00:00+08:00"
    assert drain["due_at"] < "2026-12-30"


def test_results_go_back_by_order_number(env, tmp_path, chat, clock):
    linli("import", "tickets", sheet(tmp_path / "o.xlsx", ROWS), "--source", "12345", env=env)
    orders = [json.loads(line) for line in linli("export", "orders", env=env).stdout.splitlines()]
    assert [order["order_no"] for order in orders] == ["NJ2026112400001", "NJ2026112400002", "NJ2026112400003"]
    assert orders[0]["due_at"] == "2026-11-25T18:00:00+08:00"
    assert orders[0]["handled_at"] is None
    out = linli("export", "orders", "--format", "csv", env=env).stdout
    assert "13900001111" not in out
    assert "钱某" not in out


def test_every_fault_is_named_and_then_nothing_is_written(env, tmp_path, chat):
    bad = [
        ROWS[0], (2, ROWS[0][1], "又一件", None, None, None, None), (3, None, "没有编号", None, None, None, None),
        (4, "NJ4", None, None, None, None, None), (5, "NJ5", "坏了", None, None, None, "下周三"), (6, "编号 六", "坏了"),
    ]  # fmt: skip
    result = linli("import", "tickets", sheet(tmp_path / "bad.xlsx", bad), "--source", "12345", env=env)
    assert result.returncode == 1
    lines = (
        "第 4 行，工单编号：和第 3 行重复",
        "第 5 行，工单编号：没有填",
        "第 6 行，诉求内容：没有填",
        "“下周三”看不懂",
    )
    assert all(said in result.stderr for said in (*lines, "不像工单编号"))
    assert chat.tickets() == []


def test_a_file_that_is_none_of_theirs(env, tmp_path):
    (tmp_path / "x.xlsx").write_text("nothing")
    assert "打不开" in linli("import", "tickets", str(tmp_path / "x.xlsx"), "--source", "12345", env=env).stderr
    other = sheet(tmp_path / "other.xlsx", [], headings=("甲", "乙"))
    assert "没有找到表头" in linli("import", "tickets", other, "--source", "12345", env=env).stderr
