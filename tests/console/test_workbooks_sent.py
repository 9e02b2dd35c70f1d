"""Workbooks made to waste memory, or broken in ways a library stumbles over: a plain refusal, and never much memory."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.bombs import BOMBS, BROKEN, most_of_all, tall
from tests.office import Office, plain
from tests.staff import staff

MOST_MB = 64
READ_ANYWAY = {"dimension", "dimension of all", "formulas", "most of all", "tall"}
"""Honest ones, and bombs of which next to nothing is read: what is left is an ordinary sheet with ordinary faults."""
QUICK = (
    "dimension", "dimension of all", "zip", "quadratic", "laughs", "laughs in the strings", "wide row", "one long text",
    "one long tag", "one long comment", "deep", "one text in many runs", "styles", "list of parts", "another way of packing",
)  # fmt: skip
"""Those that are refused within a second."""


@pytest.fixture
def office(chat):
    return Office(chat).signs_in(staff(chat).dispatcher)


def sent(office, address, file):
    with open(file, "rb") as content:
        form = {"csrf": office.csrf, "file": (content, "sent.xlsx")}
        return office.web.post(f"/console/{address}", data=form, content_type="multipart/form-data")


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_every_broken_workbook_is_refused_in_chinese_at_every_door(chat, office, tmp_path):
    file = tmp_path / "sent.xlsx"
    for name, make in BROKEN.items():
        make(file)
        for address in ("hotline", "directory/import", "directory/duty"):
            answer = sent(office, address, file)
            assert answer.status_code == 422, (name, address)
            assert "打不开这个文件，请选 xlsx 表格" in plain(answer.text) or "没有找到" in plain(answer.text), (
                name,
                address,
            )
    assert chat.tickets() == []


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_what_is_too_large_is_said_so(office, tmp_path):
    file = tmp_path / "sent.xlsx"
    for name in ("zip", "wide row", "styles"):
        BOMBS[name](file)
        for address in ("hotline", "directory/import"):
            answer = sent(office, address, file)
            assert answer.status_code == 422, name
            assert "展开后太大" in plain(answer.text), name


def grown(folder, names):
    """What became of each, and by how many MB a process of its own grew that read them all, one after the other."""
    made = {**BOMBS, "most of all": most_of_all, "tall": tall}
    for name in names:
        made[name](folder / f"{name}.xlsx")
    done = subprocess.run(
        [sys.executable, "-c", _READ_ALL, *(str(folder / f"{name}.xlsx") for name in names)],
        capture_output=True,
        text=True,
        cwd=Path(__file__).parents[2],
    )
    assert done.returncode == 0, done.stderr
    *answers, most = done.stdout.splitlines()
    return dict(zip(names, answers, strict=True)), float(most)


def test_no_small_file_takes_much_memory(tmp_path):
    found, most = grown(tmp_path, QUICK)
    assert most <= MOST_MB, found
    assert {name for name, answer in found.items() if "read" in answer} == READ_ANYWAY & set(QUICK), found


@pytest.mark.soak
def test_no_file_at_all_takes_more_than_64_mb(tmp_path):
    found, most = grown(tmp_path, [*BOMBS, "most of all", "tall"])
    assert most <= MOST_MB, found
    assert {name for name, answer in found.items() if "read" in answer} == READ_ANYWAY, found


_READ_ALL = """
import resource, sys
from pathlib import Path
from storage.errors import NotAWorkbook, WorkbookTooLarge
from storage.hotline import read_sheet
from storage.workbook.reader import read_workbook

def peak():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024

def answer(read, path):
    try:
        read(path)
    except (NotAWorkbook, WorkbookTooLarge) as refused:
        return type(refused).__name__
    return "read"

before = peak()
for path in map(Path, sys.argv[1:]):
    print(answer(read_sheet, path), answer(read_workbook, path), peak() - before)
print(peak() - before)
"""
