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
