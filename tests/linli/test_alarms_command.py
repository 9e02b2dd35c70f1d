"""The files for Prometheus and Grafana in the documentation are what the table of metrics makes, and the command writes them."""

import json
import shutil
import subprocess

import pytest

from governance.alarms.metrics import METRICS
from governance.alarms.prometheus import guide
from linli.commands.alarms import files
from tests.commands import linli
from tests.conftest import ROOT, SECRET_KEY

FOLDER = ROOT / "docs" / "monitoring"


def test_what_lies_in_the_documentation_is_what_the_table_makes():
    for name, content in files().items():
        assert (FOLDER / name).read_text("utf-8") == content, f"linli alarms export --out docs/monitoring ({name})"
    assert guide() in (FOLDER / "metrics.md").read_text("utf-8")
    assert len(json.loads(files()["dashboard.json"])["panels"]) == len(METRICS)


def test_promtool_finds_the_rules_well():
    """Only where there is one."""
    promtool = shutil.which("promtool")
    if promtool is None:
        pytest.skip("no promtool on this machine: governance/alarms/prometheus.py writes what it would run")
    done = subprocess.run([promtool, "test", "rules", "alerts_test.yml"], cwd=FOLDER, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_by_command(chat, database_url, valkey_url, tmp_path):
    env = {
        "LINLI_DATABASE_URL": database_url, "LINLI_DATA_DIR": str(tmp_path / "data"), "LINLI_SECRET_KEY": SECRET_KEY,
        "LINLI_REDIS_URL": valkey_url,
    }  # fmt: skip
    chat.person("李阿姨").says("梧桐里1号院05幢楼道灯坏了")
    (number,) = [ticket.number for ticket in chat.tickets()]
    traced = linli("trace", number, env=env)
    assert "工单　report" in traced.stdout, traced.stderr
    assert "没有找到" in linli("trace", "0123456789abcdef", env=env).stderr
    assert linli("alarms", env=env).stdout.strip() == "没有故障。"
    assert "linli_database_up　1" in linli("alarms", "figures", env=env).stdout
    linli("alarms", "export", "--out", str(tmp_path / "out"), env=env)
    assert {path.name for path in (tmp_path / "out").iterdir()} == {"alerts.yml", "alerts_test.yml", "dashboard.json"}
