"""Every way in which a roster is wrong, and a file that is none: told where it is, in words."""

import shutil
import zipfile

import pytest
from openpyxl import Workbook, load_workbook

from tests.linli.roster_import import imported
from tests.roster import line, small, written

BROKEN = [
    (lambda b: line(b, "places", "Y1-1").update(parent="Y99"), "地点表 第 6 行 上级：找不到“Y99”"),
    (lambda b: line(b, "places", "Y1-1").update(parent=None), "楼栋要有上级"),
    (lambda b: line(b, "places", "Y1-1").update(parent="1幢"), "叫“1幢”的有 2 个"),
    (lambda b: line(b, "places", "Y1-1").update(parent="S"), "楼栋不能放在街道下面"),
    (lambda b: line(b, "places", "Y1-1").update(name="五号楼"), "重名"),
    (lambda b: line(b, "places", "Y1-1").update(code="Y1"), "编号“Y1”与第 5 行重复"),
    (
        lambda b: (line(b, "places", "C1").update(parent="Y1"), line(b, "places", "Y1").update(parent="C1")),
        "绕成了圈：C1 → Y1 → C1",
    ),
    (lambda b: line(b, "places", "Y1").update(kind="大楼"), "“大楼”不在可选项里"),
    (lambda b: line(b, "places", "Y1").update(lat="95", lon="118"), "不是经纬度"),
    (lambda b: line(b, "places", "Y1").update(lat="32"), "要么都填"),
    (lambda b: line(b, "places", "Y1").update(kind="街道", parent=None), "街道只能有一个"),
    (lambda b: line(b, "grids", "G02").update(covers="Y2、Y1"), "“Y1 梧桐里1号院”已经归网格 G01（第 2 行）"),
    (lambda b: line(b, "grids", "G02").update(covers="Y2、C1"), "网格不能覆盖社区"),
    (lambda b: line(b, "grids", "G02").update(community="Y2"), "是院落，这里要填社区"),
    (lambda b: line(b, "people", "R1").update(phone="1990000"), "人员表 第 2 行 手机：“1990000”不是电话号码"),
    (lambda b: line(b, "people", "R2").update(name="陈试用", phone="19900000001"), "姓名和手机都与第 2 行相同"),
    (lambda b: line(b, "people", "R2").update(name=None), "姓名：没有填"),
    (lambda b: line(b, "posts", "R1").update(grid=None), "岗位表 第 2 行 网格：网格员要写清在哪个网格"),
    (lambda b: line(b, "posts", "R5").update(place=None), "红色楼栋长要写清在哪个地点"),
    (lambda b: line(b, "posts", "R5").update(grid="G01"), "网格请留空"),
    (lambda b: line(b, "posts", "R8").update(line=None), "兼职网格员要填条线"),
    (lambda b: line(b, "posts", "R1").update(person="R77"), "找不到“R77”"),
    (lambda b: line(b, "posts", "R1").update(since="2026-12-01", until="2026-11-01"), "终止日早于起始日"),
    (lambda b: line(b, "posts", "R1").update(since="去年"), "“去年”不是日期"),
    (lambda b: b["posts"].append({"person": "R1", "role": "网格员", "grid": "第1网格"}), "与第 2 行是同一个岗位"),
    (lambda b: line(b, "places", "Y1").update(name="长" * 81), "太长，最多 80 个字"),
]


@pytest.mark.parametrize(("harm", "words"), BROKEN, ids=[words[:24] for _, words in BROKEN])
def test_every_problem_is_told_where_it_is(tmp_path, harm, words):
    from governance.roster.check import check
    from storage.workbook.reader import read_workbook
    from understanding.building_name import canonical

    lines = small()
    harm(lines)
    contents = read_workbook(written(tmp_path / "b.xlsx", lines))
    _, problems = check(contents.rows, canonical=canonical)
    assert any(words in str(problem) for problem in [*contents.problems, *problems]), [*map(str, problems)]


def bomb(path):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b"<x/>")
        archive.writestr("xl/worksheets/sheet1.xml", b"0" * (100 * 1024 * 1024))


def hidden(path):
    book = load_workbook(written(path, small()))
    book["人员"].sheet_state = "hidden"
    book.save(path)


def merged(path):
    book = load_workbook(written(path, small()))
    book["地点"].merge_cells("D6:D7")
    book.save(path)


def formula(path):
    book = load_workbook(written(path, small()))
    book["人员"]["B2"] = "=A1"  # a real one: our own writer keeps what begins with = a text
    book.save(path)


def headless(path):
    book = load_workbook(written(path, small()))
    book["人员"].delete_rows(1)
    book.save(path)


def foreign(path):
    book = Workbook()
    book.active.append(["姓名", "电话"])
    book.save(path)


def long(path):
    """Fifty thousand people more, written into the sheet as they would stand there: openpyxl takes seconds for them."""
    lines = small()
    first = len(lines["people"]) + 2
    row = '<row r="{0}"><c r="A{0}" t="inlineStr"><is><t>L{0}</t></is></c><c r="B{0}" t="inlineStr"><is><t>人</t></is></c></row>'
    more = "".join(row.format(number) for number in range(first, first + 50_000)).encode()
    with zipfile.ZipFile(written(path.with_name("short.xlsx"), lines)) as short, zipfile.ZipFile(path, "w") as book:
        for entry in short.infolist():
            content, people = short.read(entry), entry.filename == "xl/worksheets/sheet4.xml"
            book.writestr(entry, content.replace(b"</sheetData>", more + b"</sheetData>") if people else content)


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda path: path.write_text("编号,姓名\nR1,陈试用\n"), "不是 Excel 工作簿"),
        (lambda path: path.write_bytes(b"\xd0\xcf\x11\xe0" + b"0" * 2000), "加了密码"),
        (lambda path: path.write_bytes(b""), "不是 Excel 工作簿"),
        (lambda path: zipfile.ZipFile(path, "w").close(), "不是 Excel 工作簿"),
        (bomb, "展开后太大"),
        (hidden, "人员表：这张工作表是隐藏的"),
        (merged, "地点表 第 6 行 D6：是合并单元格"),
        (formula, "人员表 第 2 行 姓名(B2)：是公式"),
        (headless, "第一行缺少表头：编号、姓名"),
        (foreign, "没有找到“地点”"),
        (long, "超过 50000 行"),
        (lambda path: None, "读不了"),
    ],
    ids=[
        "csv",
        "encrypted",
        "empty",
        "empty-zip",
        "bomb",
        "hidden",
        "merged",
        "formula",
        "headless",
        "foreign",
        "long",
        "absent",
    ],
)
def test_a_file_that_is_no_roster_is_refused_in_words(tmp_path, sqlite_template, make, words):
    env = {"LINLI_DATA_DIR": str(tmp_path / "data")}
    (tmp_path / "data").mkdir()
    shutil.copy(sqlite_template, tmp_path / "data" / "linli.db")
    file = tmp_path / "x.xlsx"
    make(file)
    result = imported(env, file)
    assert result.returncode == 1
    assert words in result.stderr
