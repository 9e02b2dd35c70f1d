"""docs/security.md is held to the code: each requirement once, every name there is, figures and tables as they are."""

import ast
import re
from collections import Counter
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from console import gate
from governance.rules import Rules
from handlers.office import passwords
from handlers.office.password_rules import LEAST, WORDS
from handlers.people.invitation import CODE_LETTERS
from linli import gateway
from linli.settings import Settings
from storage.console import sessions, sign_in_requests
from storage.media_types import LIMITS
from storage.workbook import container
from tests.linli.test_source import CIPHERS, OUTSIDE, calls, trees

ROOT = Path(__file__).parent.parent.parent
PAGE = (ROOT / "docs" / "security.md").read_text()
MIB, KIB = 1024 * 1024, 1024
LEVELS = {
    "1.1": ((), (1, 2)),
    "1.2": ((1, 2, 3, 4, 5), (6, 7, 8, 9)),
    "1.3": ((1, 2), (3, 4, 5, 6, 7, 8, 9, 10, 11)),
    "1.4": ((), (1, 2, 3)),
    "1.5": ((1,), (2,)),
    "2.1": ((1,), (2, 3)),
    "2.2": ((1, 2), (3,)),
    "2.3": ((1,), (2, 3, 4)),
    "2.4": ((), (1,)),
    "3.2": ((1, 2), ()),
    "3.3": ((1,), (2, 3, 4)),
    "3.4": ((1, 2), (3, 4, 5, 6)),
    "3.5": ((1, 2, 3), (4, 5)),
    "3.7": ((), (1, 2)),
    "4.1": ((1,), (2, 3)),
    "4.2": ((), (1,)),
    "4.3": ((), (1, 2)),
    "4.4": ((1,), (2, 3, 4)),
    "5.1": ((), (1,)),
    "5.2": ((1, 2), (3,)),
    "5.3": ((1, 2), ()),
    "5.4": ((), (1, 2, 3)),
    "6.1": ((1,), (2, 3)),
    "6.2": ((1, 2, 3, 4, 5, 6, 7, 8), (9, 10, 11, 12)),
    "6.3": ((1, 2), (3, 4)),
    "6.4": ((1, 2), (3, 4)),
    "6.5": ((), (1, 2, 3, 4, 5)),
    "6.6": ((), (1, 2, 3)),
    "6.8": ((), (1, 2, 3, 4)),
    "7.1": ((), (1, 2, 3)),
    "7.2": ((1, 2, 3, 4), ()),
    "7.3": ((), (1, 2)),
    "7.4": ((1, 2), (3, 4, 5)),
    "7.5": ((), (1, 2)),
    "7.6": ((), (1, 2)),
    "8.1": ((1,), (2,)),
    "8.2": ((1, 2), (3,)),
    "8.3": ((1,), ()),
    "8.4": ((), (1,)),
    "9.1": ((1, 2, 3), ()),
    "9.2": ((1,), (2, 3, 4)),
    "10.1": ((), (1, 2)),
    "10.2": ((), (1, 2)),
    "10.3": ((), (1, 2, 3, 4)),
    "10.4": ((1, 2, 3, 4, 5), (6, 7, 8, 9, 10, 11)),
    "10.5": ((), (1, 2, 3, 4, 5)),
    "10.6": ((), (1, 2)),
    "10.7": ((), (1, 2, 3)),
    "11.1": ((), (1, 2)),
    "11.2": ((), (1, 2, 3)),
    "11.3": ((1, 2), (3,)),
    "11.4": ((1,), (2, 3, 4)),
    "11.5": ((), (1,)),
    "11.6": ((), (1,)),
    "12.1": ((1,), (2, 3)),
    "12.2": ((1, 2), ()),
    "12.3": ((), (1, 2, 3, 4)),
    "13.1": ((), (1,)),
    "13.2": ((), (1, 2, 3, 4, 5)),
    "13.3": ((), (1, 2)),
    "13.4": ((1,), (2, 3, 4, 5)),
    "14.1": ((), (1, 2)),
    "14.2": ((1,), (2, 3, 4)),
    "14.3": ((1,), (2, 3)),
    "15.1": ((1,), (2, 3)),
    "15.2": ((1,), (2, 3)),
    "15.3": ((1,), (2, 3, 4, 5, 6, 7)),
    "16.1": ((), (1,)),
    "16.2": ((), (1, 2, 3, 4, 5)),
    "16.3": ((), (1, 2, 3, 4)),
    "16.4": ((), (1, 2, 3)),
    "16.5": ((), (1, 2, 3)),
    "17.1": ((), (1,)),
    "17.2": ((), (1, 2, 3, 4)),
    "17.3": ((), (1, 2)),
}
"""OWASP ASVS 5.0: of each section, the numbers of its requirements of level 1 and of level 2."""
ROWS = re.findall(r"^\| (\d+\.\d+\.\d+) \| ([12]) \| (.+?) \| (test|code|n/a|open) \| (.+) \|$", PAGE, re.MULTILINE)


@cache
def all_tests():
    """Every test there is, as it is named in the page."""
    return {
        f"{path.relative_to(ROOT)}::{node.name}"
        for path in (ROOT / "tests").rglob("test_*.py")
        for node in ast.parse(path.read_text()).body
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_")
    }


def table(heading):
    """The rows below a heading, without the two that head the table."""
    part = PAGE.partition(f"### {heading}\n")[2].partition("\n#")[0]
    lines = [line for line in part.splitlines() if line.startswith("|")][2:]
    return [tuple(cell.strip() for cell in line[1:-1].split("|")) for line in lines]


def test_each_requirement_of_levels_1_and_2_is_there_once_with_its_level():
    levels = [(section, level, ns) for section, of in LEVELS.items() for level, ns in zip("12", of, strict=True)]
    wanted = [(f"{section}.{number}", level) for section, level, ns in levels for number in ns]
    assert len(wanted) == 253
    assert sorted((number, level) for number, level, *_ in ROWS) == sorted(wanted)
    assert [number for number, *_ in ROWS] == sorted(
        (n for n, *_ in ROWS), key=lambda n: [int(part) for part in n.split(".")]
    )
    assert PAGE.count("\n| ") - PAGE.count("\n| --") >= len(ROWS)
    loose = [line for line in PAGE.splitlines() if re.match(r"\| \d+\.\d+\.\d+ ", line)]
    assert len(loose) == len(ROWS)


def test_every_name_is_of_a_test_or_a_place_that_is_there():
    for number, _, _, status, evidence in ROWS:
        named = re.findall(r"`(tests/[\w/]+\.py::\w+)`", evidence)
        assert set(named) <= all_tests(), f"{number}: {set(named) - all_tests()}"
        assert status != "test" or named, number
        assert len(named) == evidence.count("::"), number
        for place in re.findall(r"`([\w./-]+\.(?:py|md|txt|json))`", evidence):
            assert (ROOT / place).is_file(), f"{number}: {place}"
        if status == "code":
            assert re.search(r"`[\w./-]+\.(?:py|md|txt)`|«", evidence), number


def test_the_counts_are_right_and_most_are_held_by_tests():
    count = Counter(status for *_, status, _ in ROWS)
    lines = re.findall(r"^\| `(test|code|n/a|open)` \| .+? \| (\d+) \|$", PAGE, re.MULTILINE)
    said = {status: int(number) for status, number in lines}
    assert said == dict(count)
    assert count["test"] >= 150


def test_each_way_in_is_documented():
    """Who is let in is decided where a session is begun, a key is looked at, or a message is taken: each is in the table."""
    ways = {name for name, tree in trees().items() if any(said in OPENS for said, _ in calls(tree))}
    assert ways == {place for _, place, *_ in ((row[0], row[-1].strip("`")) for row in table("Ways in"))}


OPENS = {
    "open_session", "take_grant", "wall_key_of", "key_name", "good_key", "unsigned", "codec.open_request", "copy_by_secret",
    "calendar_of", "_logged_in",
}  # fmt: skip


def test_limits_of_those_who_are_not_signed_in_are_documented():
    found = {name: each for name, each in vars(gate).items() if isinstance(each, gate.Allowance)}
    items = {name: each.item(Rules()) for name, each in found.items()}
    said = {row[0].strip("`"): row[2] for row in table("Limits")}
    assert said == {
        name: f"{each.amount} in {each.multiples} {each.GRANULARITY.name}{'s' if each.multiples > 1 else ''}"
        for name, each in items.items()
    }
    rules = {row[0].strip("`"): re.findall(r"`(\w+)`", row[3]) for row in table("Limits")}
    assert rules == {n: [w for w in (each.amount, each.minutes) if isinstance(w, str)] for n, each in found.items()}


def test_times_of_sessions_and_codes_are_documented():
    said = {row[0]: row[1] for row in table("Sessions")}
    assert said["left alone"] == f"{sessions.IDLE_FOR.total_seconds() / 3600:g} hours"
    assert said["at the latest"] == f"{sessions.SIGNED_IN_FOR.total_seconds() / 3600:g} hours"
    assert said["a sign-in code"] == f"{sign_in_requests.CODE_FOR.total_seconds() / 60:g} minutes"
    assert said["a one-time password"] == f"{passwords.STEP_S} seconds, and the step before and after"
    assert said["a password's least length"] == f"{LEAST} characters"
    assert said["words no password lives on"] == "、".join(WORDS)
    assert len(CODE_LETTERS) >= 28


def test_sizes_of_what_may_be_sent_are_documented():
    said = {row[0]: row[1:] for row in table("What may be sent")}
    for area in gateway.AREAS:
        size, seconds = said[f"body below {area.prefix}"][:2]
        assert (size, seconds) == (f"{area.most_bytes // KIB} KiB", f"{area.seconds} s"), area
    assert said["form with a file, signed in"][:2] == (
        f"{gateway.OFFICE.most_file // MIB} MiB",
        f"{gateway.OFFICE.file_seconds} s",
    )
    for kind, most in LIMITS.items():
        assert said[kind][0] == f"{most // MIB} MiB"
    assert said["workbook"][0] == f"{container.MOST_BYTES // MIB} MiB"
    assert f"{container.MOST_READ // MIB} MiB unpacked" in said["workbook"][2]
    assert f"{container.MOST_PARTS} parts" in said["workbook"][2]


def test_what_enciphers_is_documented():
    said = {row[0].strip("`"): set(re.findall(r"`([\w/]+\.py)`", row[-1])) for row in table("Keys and ciphers")}
    assert said == CIPHERS


def test_times_for_mending_components_are_documented():
    """For every degree, the graver the sooner; and what is said to be reached by strangers is shipped."""
    days = [int(row[1].removesuffix(" days")) for row in table("Components")]
    assert len(days) == 5
    assert days == sorted(days)
    assert days[0] <= 7
    part = PAGE.partition("### Components\n")[2].partition("### ")[0]
    pins = (ROOT / "requirements.txt").read_text().lower()
    reached = [name.lower() for name in ("Pillow", "cryptography", "granian")]
    assert all(f"\n{name}==" in pins and name in part.lower() for name in reached)
    makefile = (ROOT / "Makefile").read_text()
    assert all(f"\n{name}:" in makefile and f"`make {name}`" in part for name in ("sbom", "audit"))


def test_what_it_connects_to_is_documented():
    said = {row[0]: row[1].strip("`") for row in table("Connections")}
    for name, field in Settings.model_fields.items():
        if name.endswith(("_base", "_url", "bind")):
            assert f"`LINLI_{name.upper()}`" in said, name
            if name.endswith("_base"):
                assert said[f"`LINLI_{name.upper()}`"] == urlsplit(field.default).netloc
    assert OUTSIDE["requests"] == {
        "bot/case_lookup.py", "bot/platforms.py", "bot/transport.py", "linli/live.py", "linli/readiness.py",
    }  # fmt: skip


def test_what_is_logged_is_documented():
    logged = {
        call.args[0].value
        for name, tree in trees().items()
        for said, call in calls(tree)
        if re.fullmatch(r"log\.(info|warning|error)", said) and isinstance(call.args[0], ast.Constant)
    }
    assert logged == {row[0] for row in table("Logs")}
    made = re.compile(r"structlog\..*Factory|logging\.(basicConfig|\w*Handler)")
    streams = {name for name, tree in trees().items() for said, _ in calls(tree) if made.fullmatch(said)}
    assert streams == {"linli/logs.py"}


@pytest.mark.parametrize("word", ["Verify that", "e.g.,"])
def test_the_words_are_our_own(word):
    assert word not in PAGE
