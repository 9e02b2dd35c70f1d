"""Traces are an extra: wanted without it, the start says what is missing; not wanted, nothing of it is read."""

import subprocess
import sys

import pytest

from linli.errors import Stop
from linli.settings import Settings, load
from linli.traces import require_otel
from tests.processes import ROOT, environment

WITHOUT = "import sys; sys.modules['opentelemetry.sdk'] = None; from linli.__main__ import main; main([sys.argv[1]])"


def started(part, tmp_path, **settings):
    """What `linli PART` says where the extra is not installed."""
    env = environment(LINLI_DATA_DIR=str(tmp_path / "data"), LINLI_WECHAT_TOKEN="t", **settings)
    line = [sys.executable, "-c", WITHOUT, part]
    return subprocess.run(line, env=env, cwd=ROOT, capture_output=True, text=True, timeout=120)


@pytest.mark.parametrize("part", ["up", "web"])
def test_wanted_and_not_installed_the_start_says_so_in_a_sentence(part, tmp_path):
    done = started(part, tmp_path, LINLI_OTLP_URL="http://127.0.0.1:4318")
    assert done.returncode == 1
    assert "LINLI_OTLP_URL" in done.stderr
    assert "pip install linli[otel]" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "data" / "linli.db").exists()


def test_what_is_not_wanted_is_not_missed(monkeypatch):
    monkeypatch.setitem(sys.modules, "opentelemetry.sdk", None)
    require_otel(Settings(_env_file=None))
    with pytest.raises(Stop):
        require_otel(Settings(_env_file=None, otlp_url="http://127.0.0.1:4318"))


@pytest.mark.parametrize(
    ("address", "good"),
    [("https://traces.example.org", True), ("http://127.0.0.1:4318/", True), ("http://traces.example.org", False)],
)
def test_times_of_messages_leave_this_machine_only_encrypted(monkeypatch, address, good):
    monkeypatch.setenv("LINLI_OTLP_URL", address)
    if good:
        assert load().otlp_url == address.rstrip("/")
    else:
        with pytest.raises(Stop, match="LINLI_OTLP_URL"):
            load()


def test_off_none_of_it_is_read():
    looks = "import linli.web, linli.background, sys; print({'opentelemetry.exporter', 'linli.traces_noted'} & {*sys.modules})"
    done = subprocess.run([sys.executable, "-c", looks], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout == "set()\n"
