"""`linli up`: a part that is killed outright comes back; all of it goes at a signal."""

import signal
import socket
import time

import psutil
import pytest
import requests

from tests.commands import linli
from tests.patience import patient
from tests.processes import command, descendants, free_address, using, wait_for


def test_a_killed_part_comes_back_and_a_signal_ends_all(tmp_path):
    address, data = free_address(), tmp_path / "data"
    figures = free_address()
    settings = {
        "LINLI_DATA_DIR": str(data), "LINLI_BIND": address, "LINLI_METRICS_BIND": figures, "LINLI_WECHAT_TOKEN": "t",
    }  # fmt: skip
    with command("up", settings=settings, log=tmp_path / "log") as process:
        wait_for(f"http://{address}/readyz")
        for part in ("web", "worker", "scheduler"):
            old = main_process(process, part)
            old.send_signal(signal.SIGKILL)
            deadline = time.monotonic() + 20
            while time.monotonic() < deadline and (main_process(process, part) or old).pid == old.pid:
                time.sleep(0.1)
            assert main_process(process, part).pid != old.pid
        wait_for(f"http://{address}/readyz")
        requests.post(f"http://{address}/wechat", data="x", timeout=5)
        told = requests.get(f"http://{figures}/metrics", timeout=5).text
        assert 'linli_backlog{what="outbox"} 0.0' in told
        assert "linli_refused_total{" in told  # counted in another process than the one that tells it
        assert requests.get(f"http://{address}/metrics", timeout=5).status_code == 404
        process.send_signal(signal.SIGTERM)
        process.wait(20)
    assert process.returncode == 0
    assert using(data) == []
    assert "意外退出" in (tmp_path / "log").read_text()
    assert "Traceback" not in (tmp_path / "log").read_text()


def main_process(supervisor, part):
    """The direct child that runs this part."""
    for child in psutil.Process(supervisor.pid).children():
        try:
            line = child.cmdline()
            if line[-1:] == [part] or (
                part == "web" and line[:1] == ["granian"]
            ):  # so named where setproctitle is installed
                return child
        except psutil.Error:
            continue
    return None


def test_a_hang_up_ends_it_as_well_though_a_part_is_still_loading(tmp_path):
    address, data = free_address(), tmp_path / "data"
    settings = {"LINLI_DATA_DIR": str(data), "LINLI_BIND": address, "LINLI_WECHAT_TOKEN": "t"}
    with command("up", settings=settings, log=tmp_path / "log") as process:
        wait_for(f"http://{address}/readyz")  # one of the two web processes answers
        children = descendants(process)
        process.send_signal(signal.SIGHUP)
        process.wait(patient(8_000) / 1000)
    assert process.returncode == 0
    assert not [child for child in children if child.is_running() and child.status() != psutil.STATUS_ZOMBIE]
    assert using(data) == []


@pytest.mark.parametrize("name", ["LINLI_BIND", "LINLI_METRICS_BIND"])
def test_a_taken_port_stops_it_with_one_sentence(name, tmp_path):
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        taken = f"127.0.0.1:{other.getsockname()[1]}"
        settings = {
            "LINLI_DATA_DIR": str(tmp_path / "data"), "LINLI_WECHAT_TOKEN": "t",
            "LINLI_BIND": free_address(), "LINLI_METRICS_BIND": free_address(), name: taken,
        }  # fmt: skip
        ended = linli("up", env=settings, where=tmp_path)
    assert ended.returncode == 1
    assert f"地址 {taken} 已被占用，没有启动" in ended.stderr
    assert f"用 {name} 改用别的端口" in ended.stderr
    assert "正在重新启动" not in ended.stderr
