"""Help comes at once: the list of commands is read, none of the commands is."""

import re
import subprocess
import sys

import click
import pytest
from click.testing import CliRunner

from linli.__main__ import COMMANDS, main

HEAVY = {"sqlalchemy", "pydantic", "handlers", "storage", "bot", "understanding"}


def test_who_asks_for_help_waits_for_no_database_and_no_form():
    asked = """
import sys
from linli.__main__ import main
try:
    main(["--help"], prog_name="linli")
finally:
    print("LOADED", *{name.partition(".")[0] for name in sys.modules})
"""
    said = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True).stdout
    shown, _, loaded = said.partition("LOADED")
    assert "\n  demo " in shown
    assert HEAVY & set(loaded.split()) == set()


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_is_listed_with_its_own_words(name):
    line = COMMANDS[name].line
    command = main.get_command(click.Context(main), name)
    assert (command.name, command.help) == (name, line)
    listed = "".join(CliRunner().invoke(main, ["--help"], terminal_width=200).output.split())
    assert f"{name}{''.join(line.split())}" in listed
    assert line in CliRunner().invoke(main, [name, "--help"], terminal_width=200).output


def test_what_is_no_command_is_refused():
    refused = CliRunner().invoke(main, ["teapot"])
    assert refused.exit_code == 2
    assert "teapot" in refused.output


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (["setup", "--wiat", "3"], "没有选项 --wiat"),
        (["teapot"], "没有命令 teapot"),
        (["restore"], "没有写参数"),
        (["setup", "--wait"], "后面要写内容"),
        (["setup", "--wait", "x"], "不是要填的数"),
        (["report", "--format", "pdf"], "应是其中一个"),
        (["jobs", "a", "b", "--help"], "用法"),
        (["--version"], "邻里 "),
    ],
)
def test_what_was_typed_wrongly_is_answered_in_chinese(typed, said):
    shown = CliRunner().invoke(main, typed, prog_name="linli").output
    assert said in shown
    assert not re.search("Usage|Error|Try |No such|Missing|Invalid|not a valid", shown)


@pytest.mark.parametrize("name", COMMANDS)
def test_help_has_no_english_around_its_own_words(name):
    shown = CliRunner().invoke(main, [name, "--help"]).output
    assert not re.search(r"Usage|Options|Commands|OPTIONS|COMMAND|ARGS|TEXT|INTEGER|and exit|default:", shown)
