"""What a resident wrote is never run by the spreadsheet that shows it, and a number stays one."""

import csv
import io

import pytest
from openpyxl import load_workbook

from governance.roster.sheets import Column, Sheet
from storage.flat_files import FORMATS, harmless
from storage.workbook.writer import write_workbook

FORMULAS = (
    "=1+1", "+1+1", "-1+1", "@SUM(1)", "＝1+1", "＋1", "－1+1", "＠SUM(1)", "﹦1+1", "﹢1", "﹣1", "﹫a", " =1+1", "　＝1+1",
    "\t=1", "\r=1", "\n=1", "\u200b=1+1", "\ufeff＝1", '=HYPERLINK("http://x")', "-", "+8613911110000", "-1e3", "\t楼道",
)  # fmt: skip
PLAIN = ("楼道灯坏了", "3-5楼", "a=b", "'=1", "", " ", "5号楼＝旧楼")


def written(name, value):
    out = io.BytesIO()
    FORMATS[name]([{"it": value}], ("it",), out)
    out.seek(0)
    if name == "csv":
        return list(csv.reader(io.StringIO(out.read().decode("utf-8-sig"), newline="")))[1][0]
    return load_workbook(out).active["A2"]


@pytest.mark.parametrize("value", FORMULAS)
def test_a_formula_in_whatever_form_is_text(value):
    assert harmless(value) == "'" + value
    assert written("csv", value) == "'" + value
    cell = written("xlsx", value)
    assert (cell.data_type, cell.value[0]) == ("s", "'")


def test_what_is_plain_stays_to_the_letter():
    assert [harmless(value) for value in PLAIN] == list(PLAIN)


def test_signs_that_no_workbook_holds_are_left_out():
    assert written("xlsx", "灯\x01坏\x0b了\uffff").value == "灯坏了"
    assert written("csv", "\x01=1+1") == "'=1+1"


@pytest.mark.parametrize(("value", "number"), [(-1, -1), ("-1", -1), ("-2.5", -2.5), (0, 0), (7, 7)])
def test_a_number_is_a_number_below_zero_too(value, number):
    cell = written("xlsx", value)
    assert (cell.data_type, cell.value) == ("n", number)
    assert written("csv", value) == str(value)


def test_a_name_like_a_formula_comes_back_from_a_workbook_to_the_letter(tmp_path):
    sheet = Sheet("s", "页", (Column("name", "名称", ""),))
    write_workbook(tmp_path / "w.xlsx", {"s": [{"name": "=1+1"}]}, [sheet], how_to=())
    cell = load_workbook(tmp_path / "w.xlsx")["页"]["A2"]
    assert (cell.data_type, cell.value, cell.quotePrefix) == ("s", "=1+1", True)
