"""Codes to hang up: one PNG and one page a building, made by the platform once."""

import pytest

from tests.chat import SECRETS
from tests.commands import linli
from tests.conftest import SECRET_KEY


@pytest.fixture
def env(chat, database_url, tmp_path, valkey_url):
    chat.subdistrict()
    return {
        "LINLI_DATABASE_URL": database_url, "LINLI_DATA_DIR": str(tmp_path), "LINLI_SECRET_KEY": SECRET_KEY,
        "LINLI_WECHAT_API_BASE": chat.api_base, "LINLI_WECHAT_APP_ID": SECRETS.app_id,
        "LINLI_WECHAT_APP_SECRET": SECRETS.app_secret, "LINLI_REDIS_URL": valkey_url,
    }  # fmt: skip


def test_a_page_and_a_picture_a_building(env, chat, tmp_path):
    out = tmp_path / "codes"
    result = linli("qr", "--community", "梧桐社区", "--out", str(out), env=env)
    assert result.returncode == 0, result.stderr
    assert "4 个楼栋二维码" in result.stdout
    pictures = sorted(path.name for path in out.glob("*.png"))
    assert pictures == [f"梧桐里{yard}号院{name}-Y{yard}-{number}.png" for yard, name, number in (
        (1, "05幢", 5), (1, "1幢", 1), (2, "1幢", 1), (2, "9幢", 9))]  # fmt: skip
    assert all(path.read_bytes().startswith(b"\x89PNG") for path in out.glob("*.png"))
    pdf = (out / "二维码.pdf").read_bytes()
    assert pdf.startswith(b"%PDF")
    assert b"/Count 4" in pdf
    made = chat.platform.codes_made
    assert made == 4
    assert linli("qr", "--community", "C1", "--out", str(out), env=env).returncode == 0
    assert chat.platform.codes_made == made


def test_an_unknown_community_or_a_platform_away_is_told(env, chat, tmp_path):
    unknown = linli("qr", "--community", "月亮社区", "--out", str(tmp_path / "x"), env=env)
    assert unknown.returncode == 1
    assert "现有：梧桐社区、银杏社区" in unknown.stderr
    chat.platform.faults.plan("http_500", times=5)
    away = linli("qr", "--community", "梧桐社区", "--out", str(tmp_path / "x"), env=env)
    assert away.returncode == 1
    assert "微信接口不可用" in away.stderr
