"""What systemd and containers run is made from the tables that `linli up` goes by, and stands so in the repository."""

import re
import signal

import pytest
from redis import Redis

from linli import up
from linli.part_table import PARTS
from linli.settings import Settings
from linli.units.containers import OURS, PUBLIC_PATHS, files
from linli.units.systemd import units
from tests.commands import linli
from tests.patience import patient, wait_until
from tests.processes import ROOT, command, using

DEPLOY = ROOT / "deploy"


@pytest.mark.parametrize("kind", ["systemd", "compose"])
def test_what_stands_in_the_repository_is_what_the_tables_give(kind, tmp_path):
    assert linli("units", kind, "--out", str(tmp_path / "made"), env={}).returncode == 0
    made = {path.name: path.read_text() for path in (tmp_path / "made").iterdir()}
    assert made == {path.name: path.read_text() for path in (DEPLOY / kind).iterdir()}, (
        f"linli units {kind} --out deploy/{kind}"
    )


def test_every_part_that_up_starts_is_a_unit_and_a_container():
    started = []

    class Children:
        def add(self, name, _arguments, _environment):
            started.append(name)

    up.start(Children(), {})
    assert started == [part.name for part in PARTS]
    for name in started:
        assert f"ExecStart=/opt/linli/bin/linli {name}\n" in units()[f"linli-{name}.service"]
        assert f"linli-{name}.service" in units()["linli.target"]
        assert f"    command: [{name}]\n" in files()["compose.yaml"]


def test_no_unit_runs_as_root_or_may_gain_rights():
    services = {name: text for name, text in units().items() if name.endswith(".service")}
    assert len(services) == len(PARTS) + 2
    for text in services.values():
        for line in ("User=linli", "NoNewPrivileges=yes", "CapabilityBoundingSet=", "ProtectSystem=strict"):
            assert f"{line}\n" in text


def test_every_setting_stands_in_the_example_or_follows_from_the_containers():
    names = {f"LINLI_{name.upper()}" for name in Settings.model_fields}
    example = set(re.findall(r"^# (LINLI_\w+)=$", files()["env.example"], re.MULTILINE))
    assert example | {*OURS, "LINLI_PUBLIC_URL"} == names
    Settings(**{name.removeprefix("LINLI_").lower(): value for name, value in OURS.items()}, _env_file=None)


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_the_proxy_hands_on_what_is_for_the_public_and_nothing_else(chat):
    served = {rule.rule.split("/")[1] for rule in chat.app.url_map.iter_rules()} - {"healthz", "readyz"}
    assert {path.strip("/") for path in PUBLIC_PATHS} == served


def test_the_queue_alone_stays_until_it_is_ended(tmp_path):
    socket = tmp_path / "data" / "valkey" / "valkey.sock"
    with command("queue", settings={"LINLI_DATA_DIR": str(tmp_path / "data")}, log=tmp_path / "log") as process:
        assert wait_until(socket.exists, patient(20_000) / 1000)
        assert Redis(unix_socket_path=str(socket)).ping()
        process.send_signal(signal.SIGTERM)
        assert process.wait(20) == 0
    assert using(tmp_path / "data") == []
