"""Demos that start in the same second stand side by side: each with ports, a folder and tickets of its own."""

import json
import re
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack

import pytest

from tests.commands import linli
from tests.demo import ready, started
from tests.processes import using

REPORTS = ["虎踞北路4号05幢3楼楼道灯坏了", "梧桐里1号院1幢门禁坏了", "梧桐里1号院1幢2楼窗户玻璃破了"]


@pytest.mark.soak
@pytest.mark.parametrize("attempt", range(12))
def test_a_demo_always_starts(tmp_path, attempt):
    logs = [tmp_path / "a", tmp_path / "b"]
    with ExitStack() as stack:
        processes = [stack.enter_context(started(tmp_path / f"data-{log.name}", log)) for log in logs]
        for process, log in zip(processes, logs, strict=True):
            assert "已登记" in ready(process, log).says("李示例", REPORTS[0])
    for log in logs:
        assert "Traceback" not in log.read_text()


@pytest.mark.parametrize("folders", [("one", "one"), pytest.param(("one", "one", "two"), marks=pytest.mark.soak)])
def test_demos_started_in_the_same_second_stand_side_by_side(tmp_path, folders):
    logs = [tmp_path / f"log{number}" for number, _ in enumerate(folders)]
    with ExitStack() as stack:
        # some are started where somebody forgot to name another folder
        processes = [
            stack.enter_context(started(tmp_path / folder, log)) for folder, log in zip(folders, logs, strict=True)
        ]
        demos = [ready(process, log).by_day() for process, log in zip(processes, logs, strict=True)]
        assert len({address for demo in demos for address in (demo.chat, demo.office)}) == 2 * len(demos)
        with ThreadPoolExecutor(len(demos)) as pool:
            answers = list(pool.map(lambda demo, text: demo.says("李示例", text), demos, REPORTS))
        for demo, folder, answer, report in zip(demos, folders, answers, REPORTS, strict=False):
            assert "已登记" in answer
            own = re.search(r"LINLI_DATA_DIR=(\S+) ", demo.said)
            data = own[1] if own else str(tmp_path / folder)
            exported = linli("export", "tickets", "--format", "jsonl", env={"LINLI_DATA_DIR": data})
            tickets = [json.loads(line) for line in exported.stdout.splitlines()]
            assert [ticket["summary"] for ticket in tickets] == [report]
            assert tickets[0]["number"] in answer
            assert report in demo.waits_for("陈试用", report)
    assert {process.returncode for process in processes} == {0}
    assert using(tmp_path) == []
    for log in logs:
        assert "Traceback" not in log.read_text()
        assert "意外退出" not in log.read_text()
