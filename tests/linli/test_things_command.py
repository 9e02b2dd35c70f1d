"""Things from the command line: imported or refused as a whole, an empty sheet to fill in, codes to stick on them."""

import pytest
from openpyxl import load_workbook
from sqlalchemy import func, select

from governance.things.datum import Datum, from_wgs84
from storage.models import Thing
from tests.chat import SECRETS
from tests.commands import linli
from tests.conftest import SECRET_KEY
from tests.roster import small
from tests.things import YARD, collection, imported, manhole, point, with_points, workbook


@pytest.fixture
def env(chat, database_url, tmp_path, valkey_url):
    chat.subdistrict(with_points(small()))
    return {
        "LINLI_DATABASE_URL": database_url, "LINLI_DATA_DIR": str(tmp_path), "LINLI_SECRET_KEY": SECRET_KEY,
        "LINLI_WECHAT_API_BASE": chat.api_base, "LINLI_WECHAT_APP_ID": SECRETS.app_id,
        "LINLI_WECHAT_APP_SECRET": SECRETS.app_secret, "LINLI_REDIS_URL": valkey_url,
    }  # fmt: skip


def count(chat):
    return chat.rows(select(func.count()).select_from(Thing))[0][0]


def test_a_workbook_is_checked_then_imported(env, chat, tmp_path):
    path = str(workbook(tmp_path / "t.xlsx", [manhole("J-1"), manhole("J-2")]))
    dry = linli("import", "things", path, "--dry-run", env=env)
    assert (dry.returncode, "增加 2" in dry.stdout, count(chat)) == (0, True, 0), dry.stderr
    done = linli("import", "things", path, env=env)
    assert (done.returncode, "设施已导入" in done.stdout, count(chat)) == (0, True, 2), done.stderr


def test_what_is_wrong_is_listed_and_nothing_is_written(env, chat, tmp_path):
    path = str(workbook(tmp_path / "t.xlsx", [manhole("J-1"), manhole("J-2", kind="盖子")]))
    refused = linli("import", "things", path, env=env)
    assert refused.returncode == 1
    assert "设施表 第 3 行 类型" in refused.stderr
    assert "Traceback" not in refused.stderr
    lost = linli("import", "things", str(tmp_path / "none.xlsx"), env=env)
    assert (lost.returncode, "Traceback" in lost.stderr) == (1, False)
    assert count(chat) == 0


def test_geojson_says_its_datum(env, chat, tmp_path):
    path = str(
        collection(tmp_path / "t.geojson", [({"code": "T-1", "kind": "tree"}, point(*from_wgs84(YARD, Datum.GCJ02)))])
    )
    done = linli("import", "things", path, "--datum", "gcj02", env=env)
    assert (done.returncode, count(chat)) == (0, 1), done.stderr


def test_an_empty_sheet_to_fill_in(env, tmp_path):
    assert linli("import", "things-template", str(tmp_path / "t.xlsx"), env=env).returncode == 0
    assert "设施" in load_workbook(tmp_path / "t.xlsx").sheetnames


def test_a_code_a_thing_is_made_once(env, chat, tmp_path):
    imported(chat, [manhole("J-1", spot="3单元门口"), {"code": "J-9", "kind": "井盖", "place": "N4-5"}])
    out = tmp_path / "codes"
    for _ in range(2):
        result = linli("qr", "--community", "梧桐社区", "--things", "--out", str(out), env=env)
        assert result.returncode == 0, result.stderr
        assert "1 个设施二维码" in result.stdout
        assert chat.platform.codes_made == 1
    assert [path.name for path in out.glob("*.png")] == ["井盖_J-1_梧桐里1号院1幢3单元门口-J-1.png"]
