"""`linli duty …` and the exports of duty, as the office uses them."""

import json

import pytest

from governance.duty.plan_sheets import SHEETS
from storage.workbook.writer import write_workbook
from tests.commands import linli
from tests.conftest import SECRET_KEY
from tests.duty import PATTERNS, STATIONS, roster
from tests.roster import written


@pytest.fixture
def env(database_url, tmp_path):
    return {
        "LINLI_DATABASE_URL": database_url,
        "LINLI_DATA_DIR": str(tmp_path / "data"),
        "LINLI_SECRET_KEY": SECRET_KEY,
    }


def run(env, *arguments):
    result = linli(*arguments, env=env)
    assert "Traceback" not in result.stderr
    return result


def test_from_the_workbook_to_the_tables(env, tmp_path):
    assert run(env, "import", "roster", str(written(tmp_path / "roster.xlsx", roster()))).returncode == 0
    assert "模板已写到" in run(env, "duty", "template", str(tmp_path / "empty.xlsx")).stdout
    empty = run(env, "duty", "import", str(tmp_path / "empty.xlsx"))
    assert "新生成班次 0 个" in empty.stdout
    book = tmp_path / "duty.xlsx"
    write_workbook(
        book, {"stations": STATIONS, "patterns": [*PATTERNS, {**PATTERNS[0], "code": "P9", "station": "X"}]}, SHEETS
    )
    wrong = run(env, "duty", "import", str(book))
    assert wrong.returncode != 0
    assert "排班表 第 5 行 站点" in wrong.stderr
    write_workbook(book, {"stations": STATIONS, "patterns": PATTERNS}, SHEETS)
    done = run(env, "duty", "import", str(book))
    assert "站点 2 个，排班 3 条" in done.stdout
    assert "新生成班次 0 个" in run(env, "duty", "import", str(book)).stdout, "twice is once"
    lines = [json.loads(line) for line in run(env, "export", "shifts").stdout.splitlines()]
    assert {line["place"] for line in lines} == {"H1", "L1"}
    assert all(line["person"] is None for line in lines)
    assert run(env, "export", "checkins").stdout == ""
    month = lines[-1]["day"][:7]
    assert "没有写入" in run(env, "duty", "plan", "--month", month, "--dry-run").stdout
    assert "没有站点某处" in run(env, "duty", "plan", "--month", month, "--station", "某处").stderr
    assert "合计 0 人" in run(env, "duty", "hours", "--month", month).stdout
    assert "看不懂" in run(env, "duty", "hours", "--month", "十二月").stderr
    assert "请写明" in run(env, "duty", "hours").stderr
    assert (
        run(env, "duty", "hours", "--year", "2026", "--format", "xlsx", "--out", str(tmp_path / "h.xlsx")).returncode
        == 0
    )
    assert "不是 Excel" in run(env, "duty", "import", __file__).stderr
