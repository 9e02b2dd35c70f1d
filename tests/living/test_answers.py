"""What stood open in a release's database takes its answer today: nothing is lost, and nothing is done twice."""

import json
import re
from collections import Counter
from zipfile import ZipFile

from handlers.conversation.questions import Question
from tests.commands import linli
from tests.living.answers import ANSWERS, NEWER, TAPS
from tests.living.installation import HERE, RELEASES, Installation, does

BUSY = re.compile("故障|暂时繁忙|Traceback")


def shape(tap: str) -> str:
    """An answer to tap without its numbers."""
    return re.sub(r"\{.*?\}|\d+", "N", tap)


def test_nothing_is_lost_by_the_upgrade(living, outside, env):
    assert linli("db", "check", env=env).returncode == 0
    with ZipFile(HERE / f"{outside['release']}.zip") as archive:
        kept = {
            name.removesuffix(".jsonl"): len(archive.read(name).splitlines())
            for name in archive.namelist()
            if name.endswith(".jsonl")
        }
    assert {table: living.count(table) for table in kept} == kept
    assert [table for table, count in kept.items() if count == 0] == [], "each table has something to lose"
    told = living.tickets()
    assert len(told) == kept["tickets"]
    assert "陈试用" in {ticket["assignee"] for ticket in told.values()}, "names are still readable with the old key"


def test_every_kind_of_question_is_open_in_some_release():
    kinds: set[str] = set()
    for release in RELEASES:
        asked = json.loads((HERE / f"{release}.json").read_text(encoding="utf-8"))["asked"]
        with ZipFile(HERE / f"{release}.zip") as archive:
            rows = [json.loads(line) for line in archive.read("dialogues.jsonl").splitlines()]
        assert Counter(row["kind"] for row in rows) == Counter(each["kind"] for each in asked.values())
        assert set(asked) <= set(ANSWERS), "each has an answer in the table"
        kinds |= {row["kind"] for row in rows}
    assert {kind.value for kind in Question} - kinds == NEWER
    assert not NEWER & kinds


def _filled(living: Installation, said, number):
    """The words with the numbers that they are about."""
    if not isinstance(said, str):
        return said
    if "{code}" in said:
        shown = living["王样本"].says("打卡码 梧桐鲁班能量屋")
        return said.format(code=re.findall(r"\d{6}", shown)[0])
    return said.format(number=number, **living.outside["awards"], **living.numbers) if "{" in said else said


def test_every_open_question_takes_its_answer_once(living):
    wrong, tickets = [], living.count("tickets")
    for label, asked in living.outside["asked"].items():
        answer, speaker, number = ANSWERS[label], living[asked["who"]], asked["number"]
        table, where, more = answer.rows or ("tickets", "1 = 1", 0)
        number = number or next(iter(re.findall(r"NH\d{8}-\d{4}", asked["data"])), None)
        where = where.format(number=number)
        before = living.count_said(table, where) if answer.rows else 0
        for said, words in answer.does:
            said = _filled(living, said, number)
            living.chat.platform.faults.plan("drop", times=2)  # the platform sends it again, twice
            got = does(speaker, said)
            if words not in got or BUSY.search(got):
                wrong.append((label, said, words, got))
        if answer.rows and living.count_said(table, where) - before != more:
            wrong.append((label, table, where, living.count_said(table, where) - before))
        if living.count("dialogues", f"account_id = (SELECT id FROM accounts WHERE openid = '{speaker.openid}')"):
            left = living.sql("SELECT kind, data FROM dialogues d JOIN accounts a ON a.id = d.account_id "
                              "WHERE openid = :o", o=speaker.openid)  # fmt: skip
            wrong.append((label, "still asked", left)) if left[0].data == asked["data"] else None
    told = living.tickets()
    for label, asked in living.outside["asked"].items():
        number = asked["number"] or next(iter(re.findall(r"NH\d{8}-\d{4}", asked["data"])), None)
        for field, value in (ANSWERS[label].ticket or {}).items():
            if told[number][field] != value:
                wrong.append((label, number, field, told[number][field]))
    assert not wrong, "\n".join(map(str, wrong))
    assert living.count("tickets") - tickets == 5, "two places, two parts, one enquiry; nothing else became a ticket"


def test_every_answer_to_tap_still_does_what_it_says(living):
    lying = {(each["who"], each["tap"]) for each in living.outside["taps"]}
    assert {shape(tap) for _, tap in lying} == {shape(each.tap) for each in TAPS}, "one of each shape is in the table"
    wrong, tickets = [], living.count("tickets")
    for each in TAPS:
        tap = each.tap.format(**living.short)
        assert (each.who, tap) in lying, (each.who, tap)
        lying.discard((each.who, tap))
        living.chat.platform.faults.plan("drop", times=1)
        got = living[each.who].phone.choose(tap) or ""
        if each.words not in got:
            wrong.append((each.who, tap, each.words, got))
        if each.more is not None:
            got = living[each.who].says(each.more[0])
            wrong += [] if each.more[1] in got else [(each.who, *each.more, got)]
    told = living.tickets()
    wrong += [
        (each.tap, told[living.numbers[each.ticket]]["state"])
        for each in TAPS
        if each.ticket and told[living.numbers[each.ticket]]["state"] != each.state
    ]
    assert not wrong, "\n".join(map(str, wrong))
    for who, tap in sorted(lying):
        got = living[who].phone.choose(tap) or ""
        assert got, (who, tap)
        assert not BUSY.search(got), (who, tap, got)
    assert living.count("tickets") == tickets, "no old answer became a report"
