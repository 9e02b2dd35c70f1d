"""`linli demo` from nothing to a ticket typed in a real browser, and back to nothing."""

import json
import re
import time

import pytest
from playwright.sync_api import expect

from tests.commands import linli
from tests.demo import ready, started
from tests.processes import using


@pytest.fixture
def demo(tmp_path):
    data = tmp_path / "data"
    with started(data, tmp_path / "log") as process:
        yield ready(process, tmp_path / "log").by_day().chat, data, process
    assert using(data) == []


def test_a_report_typed_in_the_browser_becomes_a_ticket_that_export_prints(demo, browser):
    address, data, _process = demo
    page = browser.new_page()
    page.goto(address)
    phone = page.get_by_role("region", name="李示例")
    phone.get_by_role("textbox", name="输入消息").fill("虎踞北路4号05幢3楼楼道灯坏了")
    phone.get_by_role("button", name="发送").click()
    answer = phone.locator(".bubble.account").last
    expect(answer).to_contain_text("已登记", timeout=10_000)
    number = re.search(r"NH\d{8}-\d{4}", answer.inner_text()).group()
    phone.get_by_role("button", name="更多").click()
    phone.get_by_role("button", name="拍一张照片").click()
    expect(phone.locator(".bubble.account").last).to_contain_text(f"照片已加到工单 {number}", timeout=10_000)
    phone.get_by_role("button", name="≡ 我的", exact=True).click()
    phone.get_by_role("button", name="查看进度").click()
    expect(phone.locator(".bubble.account").last).to_contain_text("共上报 1 件", timeout=10_000)
    phone.get_by_role("textbox", name="输入消息").fill("请问居住证要去哪里办？")
    phone.get_by_role("button", name="发送").click()
    expect(phone.locator(".bubble.account").last).to_contain_text("社区一楼便民窗口", timeout=10_000)
    phone.get_by_role("textbox", name="输入消息").fill("我们楼下垃圾没人收")
    phone.get_by_role("button", name="发送").click()
    worker = page.get_by_role("region", name="陈试用")  # other pushes may come before or after it
    expect(worker.locator(".bubble.account", has_text="我们楼下垃圾没人收").first).to_be_visible(timeout=20_000)
    page.get_by_role("button", name="1 天").click()
    expect(page.locator("#forward output")).to_contain_text("现在是", timeout=60_000)
    brief = page.get_by_role("region", name="赵试写").locator(".bubble", has_text="早报")
    expect(brief.first).to_be_visible(timeout=20_000)
    assert page.evaluate("document.fonts.check('15px \"Noto Sans SC\"', '灯')")
    exported = linli("export", "tickets", "--format", "jsonl", env={"LINLI_DATA_DIR": str(data)})
    tickets = [json.loads(line) for line in exported.stdout.splitlines()]
    assert tickets[0]["number"] == number
    assert tickets[0]["place"] == "虎踞北路4号5幢3楼楼道"  # as the roster spells it
    assert tickets[0]["reporter"] == "李**"
    assert [ticket["grid"] for ticket in tickets] == ["G01", "G01"]
    wait_for_files(data)


def wait_for_files(data, seconds=15):
    """The picture lies in the folder once the worker has fetched it."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if any((data / "files").glob("*/*")):
            return
        time.sleep(0.1)
    raise AssertionError("the picture was not fetched")


def test_a_killed_demo_leaves_nothing_running(tmp_path):
    data = tmp_path / "data"
    with started(data, tmp_path / "log") as process:
        ready(process, tmp_path / "log")
        process.kill()
    deadline = time.monotonic() + 20
    while using(data) and time.monotonic() < deadline:
        time.sleep(0.2)
    assert using(data) == []
