"""`linli import roster` as an administrator meets it: all problems at once, all or nothing, twice is once."""

import pytest
from openpyxl import load_workbook
from sqlalchemy import func, select

from storage.models import Account, Audit, Grid, GridPlace, Person, Place, Post
from storage.roster_write import person_digests
from tests.commands import linli
from tests.conftest import SECRET_KEY
from tests.linli.roster_import import imported
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
    explained = {(row[0], row[1]): row[3] for row in book["说明"].iter_rows(values_only=True) if row[1]}
    for title in book.sheetnames[1:]:
        for cell in book[title][1]:
            assert (title, cell.value.rstrip("*")) in explained, cell.value
    assert "只有网格员" in explained["岗位", "网格"]
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
