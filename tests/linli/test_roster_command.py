"""`linli import roster` as an administrator meets it: all problems at once, all or nothing, twice is once."""

import zipfile

import pytest
from openpyxl import Workbook, load_workbook
from sqlalchemy import func, select

from storage.models import Account, Audit, Grid, GridPlace, Person, Place, Post
from storage.roster_write import person_digests
from storage.workbook.writer import write_workbook
from tests.commands import linli
from tests.conftest import SECRET_KEY
from tests.roster import line, small, written


@pytest.fixture
def env(database_url, tmp_path):
    return {
        "LINLI_DATABASE_URL": database_url,
        "LINLI_DATA_DIR": str(tmp_path / "data"),
        "LINLI_SECRET_KEY": SECRET_KEY,
    }


@pytest.fixture
def book(tmp_path):
    return written(tmp_path / "roster.xlsx", small())


def imported(env, file, *options):
    result = linli("import", "roster", str(file), *options, env=env)
    assert "Traceback" not in result.stderr
    return result


def content(database):
    """All that an import could change."""
    with database.read() as connection:
        return [
            list(connection.execute(select(model.__table__)).all())
            for model in (Place, Grid, GridPlace, Person, Post, Account, Audit)
        ]


def test_import_then_again_then_changed(env, book, database, tmp_path):
    first = imported(env, book)
    assert first.returncode == 0
    assert "地点：增加 14" in first.stdout
    assert "名册已导入" in first.stdout
    before = content(database)
    again = imported(env, book)
    assert "没有要改的" in again.stdout
    assert content(database) == before
    lines = small()
    line(lines, "places", "Y1-5")["aliases"] = "红楼"
    line(lines, "people", "R7")["phone"] = "19900000077"
    lines["posts"] = [each for each in lines["posts"] if each["person"] != "R8"]
    lines["posts"].append({"person": "R7", "role": "红色楼栋长", "place": "Y2-9"})
    changed = written(tmp_path / "changed.xlsx", lines)
    dry = imported(env, changed, "--dry-run")
    assert dry.returncode == 0
    assert "~ Y1-5 楼栋 05幢：别名 （空） → 红楼" in dry.stdout
    assert "~ R7 周**：手机有变动" in dry.stdout
    assert "- R8 郑** 兼职网格员（城管） G01" in dry.stdout
    assert "+ R7 周** 红色楼栋长 Y2-9" in dry.stdout
    assert "19900000077" not in dry.stdout
    assert content(database) == before
    assert imported(env, changed).returncode == 0
    assert "没有要改的" in imported(env, changed).stdout
    with database.read() as connection:
        deeds = connection.execute(
            select(Audit.action, Audit.subject, Audit.detail)
            .where(Audit.action.like("post%"))
            .order_by(Audit.id.desc())
        ).all()
    assert {(deed.action, deed.subject, deed.detail.split()[0]) for deed in deeds[:2]} == {
        ("post.remove", "person:R8", "part_time_grid_worker/city_management@G01"),
        ("post.add", "person:R7", "building_leader@Y2-9"),
    }


def test_names_and_phones_lie_encrypted(env, book, database):
    imported(env, book)
    with database.read() as connection:
        raw = connection.exec_driver_sql("SELECT name, phone FROM people").all()
        assert not any("王样本".encode() in bytes(row[0]) or b"1990" in bytes(row[1]) for row in raw)
        found = connection.execute(
            select(Person.code).where(Person.bind_digest == person_digests("王样本", "19900000005")["bind_digest"])
        )
        assert found.scalar_one() == "R5"


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
    (lambda b: line(b, "people", "R1").update(name="=A1"), "是公式"),
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


def test_with_any_problem_all_are_listed_and_nothing_is_changed(env, book, database, tmp_path):
    imported(env, book)
    resident = {"export": linli("export", "tickets", env=env).stdout, "roster": content(database)}
    lines = small()
    line(lines, "places", "Y1-1")["parent"] = "Y99"
    line(lines, "people", "R1")["phone"] = "12"
    line(lines, "people", "R9")["name"] = "改了名"
    result = imported(env, written(tmp_path / "broken.xlsx", lines))
    assert result.returncode == 1
    assert "2 个问题，什么都没有改" in result.stderr
    assert "地点表 第 6 行" in result.stderr
    assert "人员表 第 2 行" in result.stderr
    assert {"export": linli("export", "tickets", env=env).stdout, "roster": content(database)} == resident


def test_a_piece_of_the_workbook_takes_nothing_away_unless_agreed(env, database, tmp_path):
    lines = small()
    lines["people"] += [{"code": f"M{n}", "name": f"尤例{n}", "phone": str(19911110000 + n)} for n in range(40)]
    lines["posts"] += [{"person": f"M{n}", "role": "在职党员", "place": "C1"} for n in range(40)]
    imported(env, written(tmp_path / "all.xlsx", lines))
    piece = written(tmp_path / "piece.xlsx", small())
    before = content(database)
    refused = imported(env, piece)
    assert refused.returncode == 1
    assert "人员、岗位里五分之一以上" in refused.stderr
    assert content(database) == before
    assert imported(env, piece, "--allow-removals").returncode == 0
    with database.read() as connection:
        assert connection.execute(select(func.count()).where(Person.left_at.is_not(None))).scalar_one() == 40
        running = select(func.count()).where(Post.until.is_(None), Post.role == "party_member")
        assert connection.execute(running).scalar_one() == 1


def test_an_empty_sheet_changes_nothing_of_its_part(env, book, database, tmp_path):
    imported(env, book)
    only_posts = {"posts": [*small()["posts"], {"person": "R3", "role": "网格长", "grid": "G03"}]}
    result = imported(env, written(tmp_path / "posts.xlsx", only_posts))
    assert "岗位：增加 1，修改 0，撤销 0" in result.stdout
    assert "人员" not in result.stdout


def test_what_comes_back_is_known_again(env, book, database, tmp_path):
    imported(env, book)
    lines = small()
    lines["places"] = [each for each in lines["places"] if each["code"] != "Y2-9"]
    lines["people"] = [each for each in lines["people"] if each["code"] != "R7"]
    lines["posts"] = [each for each in lines["posts"] if each["person"] != "R7"]
    imported(env, written(tmp_path / "less.xlsx", lines))
    assert "地点：增加 1，修改 0，撤销 0" in imported(env, book).stdout
    assert "没有要改的" in imported(env, book).stdout
    with database.read() as connection:
        assert connection.execute(select(func.count()).select_from(Place)).scalar_one() == 14
        assert connection.execute(select(func.count()).select_from(Person)).scalar_one() == 9


def test_the_template_is_empty_explained_and_can_be_imported_once_filled(env, tmp_path):
    file = tmp_path / "template.xlsx"
    assert linli("import", "template", str(file), env=env).returncode == 0
    book = load_workbook(file)
    assert book.sheetnames == ["说明", "地点", "网格", "人员", "岗位"]
    assert [cell.value for cell in book["人员"][1]] == ["编号*", "姓名*", "手机", "单位", "企业微信"]
    choices = book["岗位"].data_validations.dataValidation
    assert any("网格员" in each.formula1 for each in choices)
    assert "没有要改的" in imported(env, file).stdout
    assert linli("import", "template", str(tmp_path / "no" / "x.xlsx"), env=env).returncode == 1


def test_the_exported_roster_is_the_imported_one(env, book, tmp_path):
    imported(env, book)
    out = tmp_path / "out.xlsx"
    assert linli("export", "roster", str(out), env=env).returncode == 0
    assert "没有要改的" in imported(env, out).stdout
    names = [row[1].value for row in load_workbook(out)["人员"].iter_rows(min_row=2)]
    assert names[0] == "陈试用"


def test_staffs_own_way_to_type_is_understood(env, database, tmp_path):
    from datetime import datetime

    book = load_workbook(written(tmp_path / "typed.xlsx", small()))
    book.epoch = datetime(1904, 1, 1)  # noqa: DTZ001 - a workbook's epoch has no zone
    people, posts, places = book["人员"], book["岗位"], book["地点"]
    people["C2"] = 19900000001.0
    people["C3"] = "１９９ 0000-0002 "
    people["B4"] = " 钱练习\u200b "
    posts["F2"], posts["F3"], posts["F4"] = datetime(2026, 1, 1), "2026年3月1日", 44561  # noqa: DTZ001
    posts["G2"] = "2027/1/31"
    places["B6"] = "１幢 "
    book.create_sheet("草稿")["A1"] = "随便写写"
    book.save(tmp_path / "typed.xlsx")
    result = imported(env, tmp_path / "typed.xlsx")
    assert "工作表“草稿”不认识" in result.stdout
    with database.read() as connection:
        people = dict(connection.execute(select(Person.code, Person.phone)).all())
        assert people["R1"] == "19900000001"
        assert people["R2"] == "19900000002"
        names = dict(connection.execute(select(Person.code, Person.name)).all())
        assert names["R3"] == "钱练习"
        since = dict(connection.execute(select(Person.code, Post.since).join(Post, Post.person_id == Person.id)).all())
        assert [since[code].isoformat()[:10] for code in ("R1", "R2", "R3")] == [
            "2025-12-31",
            "2026-02-28",
            "2025-12-31",
        ]


def bomb(path):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b"<x/>")
        archive.writestr("xl/worksheets/sheet1.xml", b"0" * (300 * 1024 * 1024))


def hidden(path):
    book = load_workbook(written(path, small()))
    book["人员"].sheet_state = "hidden"
    book.save(path)


def merged(path):
    book = load_workbook(written(path, small()))
    book["地点"].merge_cells("D6:D7")
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
    lines = small()
    lines["people"] += [{"code": f"L{number}", "name": "人"} for number in range(50_000)]
    write_workbook(path, lines)


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
        (headless, "第一行缺少表头：编号、姓名"),
        (foreign, "没有找到“地点”"),
        (long, "超过 50000 行"),
        (lambda path: None, "读不了"),
    ],
    ids=["csv", "encrypted", "empty", "empty-zip", "bomb", "hidden", "merged", "headless", "foreign", "long", "absent"],
)
def test_a_file_that_is_no_roster_is_refused_in_words(tmp_path, make, words):
    env = {"LINLI_DATA_DIR": str(tmp_path / "data")}
    linli("db", "upgrade", env=env)
    file = tmp_path / "x.xlsx"
    make(file)
    result = imported(env, file)
    assert result.returncode == 1
    assert words in result.stderr


def test_the_shipped_example_is_what_its_maker_makes_and_has_the_seeds_shape():
    from governance.roster.check import check
    from linli.sample import EXAMPLE
    from linli.sample_roster import sample_roster
    from storage.workbook.reader import read_workbook

    roster, problems = check(read_workbook(EXAMPLE).rows)
    assert problems == []
    assert roster == sample_roster()
    count = lambda what: sum(post.role == what for post in roster.posts.values())  # noqa: E731
    kinds = [place.kind for place in roster.places.values()]
    assert (kinds.count("community"), kinds.count("alliance"), len(roster.grids)) == (9, 3, 85)
    assert (count("building_leader"), count("party_member"), count("part_time_grid_worker")) == (350, 1700, 600)
    assert sum(grid.branch is not None for grid in roster.grids.values()) == 76
    full_time = {
        p.person
        for p in roster.posts.values()
        if p.role in ("grid_worker", "grid_head") and not (p.grid or "").startswith("Z")
    }
    assert len(full_time) == 96
