"""`linli setup` from an empty folder to a first report that was answered, and `linli doctor --live` afterwards."""

import signal
import socket
import subprocess
import sys
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest

from simulator.envelope import Secrets
from simulator.phone import Phone
from simulator.platform import Platform
from simulator.server import create_app, serve_in_thread, server_of
from tests.commands import linli
from tests.patience import wait_until
from tests.processes import ROOT, environment, free_address, running

SECRETS = Secrets("tokenOfTheTrial", "k" * 42 + "8", "wx0123456789abcdef", "0123456789abcdef" * 2)
PATIENCE_S = 60


@pytest.fixture
def account():
    """The platform with one follower; its webhook is set by who serves one."""
    platform = Platform(SECRETS, "http://127.0.0.1:9/wechat", lambda: datetime.now(UTC))
    platform.add_person("o-first", "李示例")
    server = server_of(create_app(platform, [], [], Path()), "127.0.0.1", 0)
    serve_in_thread(server)
    platform.base = f"http://127.0.0.1:{server.server_port}"
    yield platform
    server.shutdown()


@contextmanager
def setting_up(where, env, *typed):
    """A running `linli setup` to which all this was typed, and what it says."""
    log = where / "log"
    found = {**environment(**env), "PYTHONPATH": str(ROOT)}
    line = [sys.executable, "-m", "linli", "setup"]
    with (
        running(line, found, where, log, ends=signal.SIGTERM, stdin=subprocess.PIPE) as process,
        process.stdin as typing,
    ):
        typing.write("".join(f"{each}\n" for each in typed).encode())
        typing.flush()
        yield process, log


def test_a_few_answers_lead_to_a_first_report_that_is_answered(account, tmp_path):
    address = free_address()
    env = {"LINLI_WECHAT_API_BASE": account.base, "LINLI_BIND": address}
    wrong = "f" * 32
    typed = [
        "3", "1", "<", "2", "wx12", SECRETS.app_id, wrong, "n", SECRETS.app_secret, SECRETS.token, "short", SECRETS.aes_key,
        "postgresql://nobody@127.0.0.1:1/none", "n", "postgresql://u:p@db.example/x", "", "linli.example", f"http://{address}",
        "样本街道", "", "孔示例", "123", "19900000001", "y", "y", "n",
    ]  # fmt: skip
    with setting_up(tmp_path, env, *typed) as (process, log):
        assert wait_until(lambda: "请用手机关注公众号" in log.read_text(), PATIENCE_S), log.read_text()
        account.webhook = f"http://{address}/wechat"
        assert "已登记" in Phone(account, "o-first").say("示例路1号楼道灯坏了")
        assert wait_until(lambda: "设置成功" in log.read_text(), PATIENCE_S), log.read_text()
        assert process.wait(PATIENCE_S) == 0
    said = log.read_text()
    for words in (
        "请填 1 或 2", "以 wx 开头", "AppSecret 不对（40125）", "在 IP 白名单里", "43 个英文字母",
        "连不上数据库（127.0.0.1 端口 1）：那里没有数据库在听", "?sslmode=verify-full（已有", "现在没有程序在运行",
        "LINLI_WECHAT_API_BASE", "是环境变量，没有写进 .env",
        "网址要以 https:// 开头", "这一项不能空", "手机是 11 位数字", "菜单已发布", "可以在公众平台点“提交”",
        "服务器配置 → 修改配置", "收到第一件上报，编号 NH", "接下来三步", "绑定 ",
    ):  # fmt: skip
        assert words in said
    assert "Traceback" not in said
    assert '"level"' not in said  # the log of the parts lies in a file
    assert '"level"' in (tmp_path / "data" / "setup.log").read_text()
    assert not (tmp_path / ".setup-answers").exists()
    assert (tmp_path / ".env").stat().st_mode & 0o077 == 0
    assert (tmp_path / "名册.xlsx").exists()
    assert account.menu["button"]
    person = linli("person", "show", "A01", env=env, where=tmp_path)
    assert "孔**" in person.stdout
    assert "管理员" in person.stdout
    linked = linli("doctor", "--live", env=env, where=tmp_path)
    assert "公众号上有菜单" in linked.stdout
    assert "没有人应答" in linked.stdout  # set-up has ended what it started
    assert linked.returncode == 1


def test_ctrl_c_half_way_leaves_no_settings(account, tmp_path):
    ended = linli("setup", env={"LINLI_WECHAT_API_BASE": account.base}, where=tmp_path, typed="2\n")
    assert ended.returncode == 1
    assert "没有写入任何设置" in ended.stderr
    assert not (tmp_path / ".env").exists()


def test_what_was_answered_before_ctrl_c_is_offered_again_and_no_secret_lies_on_the_disk(account, tmp_path):
    env = {"LINLI_WECHAT_API_BASE": account.base, "LINLI_BIND": free_address()}
    typed = [
        "2",
        SECRETS.app_id,
        SECRETS.app_secret,
        SECRETS.token,
        SECRETS.aes_key,
        "",
        "http://127.0.0.1:9",
        "样本街道",
    ]
    linli("setup", env=env, where=tmp_path, typed="\n".join([*typed, ""]))
    kept = (tmp_path / ".setup-answers").read_text()
    assert (tmp_path / ".setup-answers").stat().st_mode & 0o077 == 0
    assert not [each for each in (SECRETS.app_secret, SECRETS.token, SECRETS.aes_key) if each in kept]
    again = ["", "", SECRETS.app_secret, "", "", "", "", "", "孔示例"]
    said = linli("setup", env=env, where=tmp_path, typed="\n".join([*again, ""])).stdout
    assert f"[{SECRETS.app_id}]" in said
    assert "[http://127.0.0.1:9]" in said
    assert "[样本街道]" in said
    assert "第一位管理员的手机" in said


def test_of_a_half_written_file_the_rest_is_read_and_a_taken_port_is_asked_for(tmp_path):
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        address = f"127.0.0.1:{other.getsockname()[1]}"
        (tmp_path / ".env").write_text(f"LINLI_WECHAT_APP_ID={SECRETS.app_id}\nLINLI_BIND={address}\nLINLI_WECH")
        typed = ["1", "", "0" * 32, "y", "", "", address, "<", "", free_address(), ""]
        env = {"LINLI_WECHAT_API_BASE": "http://127.0.0.1:9"}
        ended = linli("setup", env=env, where=tmp_path, typed="\n".join([*typed, ""]))
    assert ".env 第 3 行没有写完整，这一行不用" in ended.stdout
    assert "python-dotenv" not in ended.stdout + ended.stderr
    assert f"[{SECRETS.app_id}]" in ended.stdout
    assert f"{address} 已被别的程序占用，换一个" in ended.stdout
    assert "外面访问的网址" in ended.stdout
