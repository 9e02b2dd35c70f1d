"""Parts of the product as children: forks of what has read everything, or interpreters where a fork would not be sound."""

import subprocess
import sys

import pytest

from tests.processes import ROOT, environment

STARTS = """
import os, sys, threading
from linli import parts
{before}
part = parts.start(sys.argv[1:], {{**os.environ, "LINLI_TICKET_PREFIX": "XX"}})
assert os.getpgid(part.pid) == os.getsid(part.pid) == part.pid
assert part.ended(60)
print("ended", part.poll(), type(part).__name__, os.environ.get("LINLI_TICKET_PREFIX"))
"""
A_THREAD = "threading.Thread(target=threading.Event().wait, daemon=True).start()"
READ = "parts.read_shared()"


def started(*arguments, before, **settings):
    """What a supervisor of one part and the part itself print."""
    script = [sys.executable, "-c", STARTS.format(before=before), *arguments]
    return subprocess.run(script, env=environment(**settings), cwd=ROOT, capture_output=True, text=True, timeout=120)


@pytest.mark.parametrize(("before", "how"), [(READ, "_Fork"), ("", "_Fork"), (A_THREAD, "_Interpreter")])
def test_a_part_does_its_command_in_a_group_of_its_own(before, how):
    done = started("--help", before=before)
    assert "邻里：街道的微信机器人和后台。" in done.stdout, done.stderr
    assert done.stdout.endswith(f"ended 0 {how} None\n")


@pytest.mark.parametrize("before", [READ, A_THREAD])
def test_a_part_that_cannot_start_says_why_in_a_sentence_and_its_status_is_told(before, tmp_path):
    done = started("web", before=before, LINLI_DATA_DIR=str(tmp_path), LINLI_WECHAT_TOKEN="")
    assert "LINLI_WECHAT_TOKEN" in done.stderr
    assert "Traceback" not in done.stderr
    assert "ended 1" in done.stdout


def test_a_part_reads_its_own_environment(tmp_path):
    done = started("doctor", before=READ, LINLI_DATA_DIR=str(tmp_path / "data"), LINLI_TICKET_PREFIX="no prefix")
    assert "LINLI_TICKET_PREFIX" not in done.stdout + done.stderr  # what stands in the part's environment is a good one
    assert "ended 1" in done.stdout


def test_what_is_shared_opens_no_counter_and_starts_no_thread():
    looks = "import sys, threading; from linli import parts; parts.read_shared()"
    says = "print('prometheus_client' in sys.modules, threading.active_count())"
    done = subprocess.run(
        [sys.executable, "-c", f"{looks}; {says}"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout == "False 1\n"


LATER = ("openpyxl", "pypinyin", "holidays", "icalendar", "apscheduler", "simulator", "fpdf", "alembic", "valkey")
"""Of what is dear to read, all that nobody needs before the first message: each is read by who needs it."""


def test_what_the_web_reads_before_it_answers_leaves_out_what_others_or_later_ones_need():
    looks = "import sys; from linli import parts; parts.read_shared(); import linli.web; from console.gate import Gate"
    does = "from redis import Redis; Gate(Redis(port=1))"
    says = f"print([name for name in {LATER!r} if name in sys.modules])"
    done = subprocess.run(
        [sys.executable, "-c", f"{looks}; {does}; {says}"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout == "[]\n"


def test_the_models_are_there_before_the_first_fork_so_that_all_parts_have_them_in_common():
    looks = "from linli import parts; parts.read_shared(); from handlers.shipped_model import shipped, shipped_troubles"
    says = "print(shipped.cache_info().misses, shipped_troubles.cache_info().misses, '_dense' in shipped().__dict__)"
    done = subprocess.run(
        [sys.executable, "-c", f"{looks}; {says}"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout == "1 1 True\n"
