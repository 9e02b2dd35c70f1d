"""How a report stands, on a page whose address only its reporter was given."""

import re

import pytest

from tests.office import plain


@pytest.fixture
def reported(chat, people, resident):
    """A report in the worker's hands, and the address that its reporter reads."""
    resident.says("梧桐里1号院05幢3楼302室楼道灯坏了，找陈试用，13912345678")
    chat.work()
    people.worker.says("接单 1")
    answer = resident.says("进度 1")
    return re.search(r"http://[^/]+(/tickets/\S+)", answer)[1]


def read(chat, path):
    return chat.app.test_client().get(path)


def test_who_reported_reads_it_on_a_page_without_anybody_s_name(chat, people, reported):
    page = read(chat, reported)
    assert page.status_code == 200
    said = plain(page.text)
    for words in ("NH20261124-0001", "楼道灯坏了", "在网格员陈**手上", "接单", "回复“催办 1”"):
        assert words in said, words
    for private in ("陈试用", "13912345678", "302"):
        assert private not in page.text, private
    assert "no-store" in page.headers["Cache-Control"]
    assert reported not in page.text, "nobody copies it from there by mistake"
    people.worker.sends_picture()
    people.worker.says("办结 1 换了灯泡")
    assert "换了灯泡" in plain(read(chat, reported).text)


def test_no_other_address_opens_it_and_none_after_it_is_forgotten(chat, clock, people, resident, reported):
    number, signed = reported[:-33], reported[-32:]
    other = chat.person("张大爷")
    other.says("梧桐里1号院05幢下水道堵了")
    theirs = re.search(r"/tickets/\S+", other.says("进度 2"))[0]
    for path in (number, f"{number}-{'0' * 32}", f"{number[:-1]}2-{signed}", f"{theirs[:-32]}{signed}", f"{reported}0"):
        assert read(chat, path).status_code == 404, path
    assert "/tickets/" not in people.worker.says("进度 1"), "staff have the office"
    resident.says("撤回 2")
    people.worker.sends_picture()
    people.worker.says("办结 1 换了灯泡")
    people.leader.says("核查 1 通过")
    resident.says("满意 1")
    clock.turn(days=89)
    assert "回复“催办" not in read(chat, reported).text
    clock.turn(days=2)
    assert read(chat, reported).status_code == 404


def test_large_letters_are_chosen_by_a_link_and_kept_in_the_browser(chat):
    browser = chat.app.test_client()
    assert 'class="elder' not in browser.get("/notices").text
    chosen = browser.get("/notices?view=larger")
    assert '<html lang="zh-CN" class="elder larger">' in chosen.text
    assert "SameSite=Lax" in chosen.headers["Set-Cookie"]
    assert 'class="elder larger"' in browser.get("/stars/2026").text, "on every page from now on"
    assert 'class="elder larger"' in browser.get("/nowhere").text
    assert 'class="elder' not in browser.get("/notices?view=usual").text
    assert "Set-Cookie" not in browser.get("/notices?view=huge").headers
