"""The documentation is held to the code: every setting, command and job is in it, and nothing that is gone."""

import re
from dataclasses import asdict
from pathlib import Path

import click
import pytest

from governance.rule_limits import LIMITS
from governance.rules import Rules
from handlers.texts.jobs import LANE
from linli import texts
from linli.__main__ import main
from linli.commands.jobs import daily
from linli.settings import Settings
from linli.units_texts import SYSTEMD_README
from scheduler.registry import JOBS, LANES

ROOT = Path(__file__).parent.parent.parent
OPERATOR = (ROOT / "docs" / "operator.md").read_text()
README = (ROOT / "README.md").read_text()


def commands(group=main, prefix="linli"):
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        if isinstance(command, click.Group):
            yield from commands(command, f"{prefix} {name}")
        if not isinstance(command, click.Group) or command.invoke_without_command:
            yield f"{prefix} {name}"


def test_every_command_is_documented_in_both():
    for command in commands():
        assert f"`{command}`" in OPERATOR
        assert f"`{command}`" in README


def test_every_setting_is_documented_with_its_default_and_has_its_sentence():
    rows = dict(re.findall(r"^\| `(LINLI_\w+)` \| (.+?) \|", OPERATOR, re.MULTILINE))
    names = {f"LINLI_{name.upper()}" for name in Settings.model_fields}
    assert set(rows) == names == set(texts.SETTINGS)
    for name, field in Settings.model_fields.items():
        if isinstance(field.default, int) and not isinstance(field.default, bool):
            assert rows[f"LINLI_{name.upper()}"] == f"`{field.default}`"


def test_every_rule_is_documented_with_its_default_and_has_limits():
    table = OPERATOR.partition("## 六、规则")[2]
    rows = dict(re.findall(r"^\| `(\w+)` \| `(\d+)`", table, re.MULTILINE))
    assert rows == {name: str(value) for name, value in asdict(Rules()).items()}
    assert set(LIMITS) == set(rows)


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_the_proxy_is_told_of_every_address_that_is_for_the_public(chat):
    (line,) = re.findall(r"只转发 (.+?)（", OPERATOR)
    served = {rule.rule.split("/")[1] for rule in chat.app.url_map.iter_rules()} - {"healthz", "readyz"}
    assert {said.strip("/") for said in re.findall(r"`(/[^`]+)`", line)} == served


def test_every_job_is_documented_with_its_name_time_and_lane():
    table = OPERATOR.partition("定时任务")[2].partition("## 六")[0]
    rows = re.findall(r"^\| `(\w+)` \| (.+?) \| (.+?) \| (.+?) \| (.+?) \|$", table, re.MULTILINE)
    every = {lane: texts.EVERY.format(seconds=pulse.every_s) for lane, pulse in LANES.items()}
    assert rows == [
        (job.name, job.label, LANE[job.lane], daily(job.at) if job.at else every[job.lane], job.does) for job in JOBS
    ]


def test_the_pages_name_no_file_that_is_not_there():
    for page in (ROOT / "README.md", *(ROOT / "docs").rglob("*.md")):
        for link in re.findall(r"\]\(([^)#:]+)\)", page.read_text()):
            assert (page.parent / link).exists(), f"{page.name}: {link}"


def typed(text):
    """The commands of a page that are typed as they stand, in order."""
    blocks = re.findall(r"^```\n(.+?)^```", text, re.MULTILINE | re.DOTALL)
    return [line for block in blocks for line in block.splitlines()]


FIRST_HOUR = typed((ROOT / "docs" / "first-hour.md").read_text())
SYSTEMD = [line.strip() for line in SYSTEMD_README.splitlines() if line.startswith("  ")]


@pytest.mark.parametrize("lines", [FIRST_HOUR, SYSTEMD], ids=["first-hour.md", "README.txt"])
def test_what_is_typed_in_the_first_hour_is_there_when_it_is_typed(lines):
    known = {command.removeprefix("linli ") for command in commands()}
    linked = lines.index("ln -s /opt/linli/bin/linli /usr/local/bin/linli")
    owned = lines.index("install -d -o linli -g linli -m 0700 /var/lib/linli")
    for number, line in enumerate(lines):
        assert "版本" not in line
        for before, called in re.findall(r"(\S*)\blinli ((?:[a-z]+ ?)+)", line):
            if before.startswith(("-", "/var", "/opt")) or called.startswith("install"):
                continue
            assert any(called.startswith(name) for name in known), line
            assert before.endswith("linli/bin/") or number > linked, line
            assert "cd /var/lib/linli" not in line or number > owned


def test_both_ways_of_the_first_hour_give_the_files_to_who_runs_them():
    for lines in (FIRST_HOUR, SYSTEMD):
        (setup,) = [line for line in lines if "linli setup" in line]
        assert setup.startswith("runuser -u linli -- sh -c 'cd /var/lib/linli && ")
        copied = next(line for line in lines if line.startswith("cp "))
        (made,) = [line for line in lines if "units systemd --out" in line]
        assert copied.startswith(f"cp {made.partition('--out ')[2]}/")
