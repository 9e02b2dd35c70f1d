"""A day on which everybody writes names and numbers; afterwards none of them stands in the database, its files or the logs."""

import io
import sys
from zipfile import ZipFile

import pytest
from sqlalchemy import Text, delete, func, literal, select, update

from linli import logs
from storage import keyring
from storage.backup import write_backup
from storage.key_rotation import rotate
from storage.models import Base, Mention, Outbox, Ticket, TicketEvent
from storage.seal_anew import SEALED, seal_old_words
from tests.conftest import SECRET_KEY
from tests.office import Office
from tests.staff import lines, staff

NAMES = {line["name"] for line in lines()["people"]} | {"秦素人"}
NUMBERS = {line["phone"] for line in lines()["people"]} | {"13912345678", "13711112222", "32010219900101123X"}
OTHER_KEY = "YWJjZGVmZ2hpamtsbW5vcHFyc3R1dnd4eXowMTIzNDU="


@pytest.fixture
def people(chat):
    return staff(chat)


@pytest.fixture
def logged():
    """What is logged meanwhile."""
    written = io.StringIO()
    logs.configure(written)
    yield written
    logs.configure(sys.stderr)


@pytest.fixture
def day(logged, chat, people, clock):
    """From the first report to the evening; everything that people can write has somebody's name or number in it."""
    leader, worker, member = people.leader, people.worker, chat.bound("周虚构", "0007")
    resident, other = chat.person("秦素人"), chat.person("张大爷")
    resident.says("梧桐里1号院05幢3楼楼道灯坏了，我叫秦素人，电话13912345678，身份证32010219900101123X")
    resident.sends_picture()
    member.speaks("梧桐里2号院9幢下水道堵了，我是周虚构，打13711112222")
    other.sends_location("周虚构家门口13711112222")
    leader.says("梧桐里1号院05幢外墙瓷砖往下掉，很危险，王样本，13912345678")
    chat.person("路人").says("请问居住证在哪里办，联系人秦素人，13711112222")
    chat.work()
    for words in (
        "接单 1",
        "到场 1 和王样本一起",
        "延期 1 12月1日 周虚构13711112222要等配件",
        "应急 1 换灯 请周虚构 估300元",
    ):
        worker.says(words)
    people.head.says("同意 1")
    worker.sends_picture()
    worker.says("办结 1 灯换好了，周虚构13711112222验过")
    people.head.says("核查 1 通过 王样本看过")
    chat.work()
    resident.says("不满意 1 周虚构没来，打13912345678")
    resident.says("备注 1 王样本在家13711112222")
    worker.says("打卡 05幢")
    leader.says("巡楼 05幢 周虚构家门口堆杂物，13711112222")
    member.says("提名 王样本 帮周虚构搬家，电话13912345678")
    member.says("报名 周虚构13711112222")
    office = Office(chat).signs_in(people.dispatcher)
    for ticket in chat.tickets():
        office.does(ticket.number, "remark", note="王样本说先打13912345678")
        office.does(ticket.number, "relay", note="周虚构您好，打13711112222")
    office.web.post(f"/console/tickets/{chat.tickets()[0].number}/reporter", data={"csrf": office.csrf})
    office.web.get("/console/tickets.csv")
    office.web.post("/console/say", data={"csrf": office.csrf, "text": "派单 2 给陈试用", "nonce": "a"})
    clock.turn(hours=9)
    chat.run(*(job for job in ("brief_worker", "brief_head", "star_rounds", "deadlines")))
    chat.work()
    return chat


def kept(chat, tmp_path):
    """All that is written anywhere: every row as a backup has it, the file as it lies there, attachments."""
    path = tmp_path / "backup.zip"
    write_backup(chat.database, chat.tools.files, path, chat.clock())
    with ZipFile(path) as archive:
        found = {name: archive.read(name) for name in archive.namelist()}
    for file in (
        p for folder in (tmp_path, tmp_path / "files") for p in folder.rglob("*") if p.is_file() and p != path
    ):
        found[str(file)] = b"" if file.suffix == ".xlsx" else file.read_bytes()
    return found


def standing_in(found):
    """Where a name or number stands as people write it; in JSON letters may be escaped."""
    wrong = []
    for where, content in found.items():
        for each in NAMES | NUMBERS:
            escaped = each.encode("ascii", "backslashreplace")
            wrong += [(where, each)] if each.encode() in content or (escaped in content and not each.isascii()) else []
    return sorted(wrong)


def lay_open(connection):
    """As version 0.1 has written it: all words as they were said."""
    for name, (key, *columns) in {**SEALED, "tickets": ("number", "original")}.items():
        for row in connection.exec_driver_sql(f"SELECT {key}, {', '.join(columns)} FROM {name}").all():
            for column, value in zip(columns, row[1:], strict=True):
                if value is not None:
                    into = "text" if name == "tickets" else column
                    table = Base.metadata.tables[name]
                    plain = literal(keyring.unseal(value), Text)
                    connection.execute(table.update().where(table.c[key] == row[0]).values({into: plain}))
    connection.execute(update(Ticket).values(original=None))
    connection.execute(delete(Mention))


def settle(database):
    """What waits in the log beside SQLite's file goes into it."""
    if database.is_sqlite:
        with database.engine.connect() as connection:
            connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")


def test_after_a_day_no_name_and_no_number_stands_on_the_disk_or_in_the_logs(day, people, logged, tmp_path):
    found = kept(day, tmp_path)
    assert len(found["outbox.jsonl"].splitlines()) > 10
    assert len(found["ticket_events.jsonl"].splitlines()) > 15
    assert any(name.endswith("linli.db") for name in found) == day.database.is_sqlite
    assert logged.getvalue().count('"event"') > 20
    assert standing_in({**found, "log": logged.getvalue().encode()}) == []
    reads_and_finds(day, people)


def reads_and_finds(day, people):
    """What is sealed is read, found and delivered all the same."""
    office = Office(day).signs_in(people.dispatcher)
    first = day.tickets()[0]
    assert "秦**" in first.text
    assert "139****5678" in first.text
    for asked in ("秦素人", "13912345678", "139 1234 5678", "32010219900101123X"):
        assert first.number in office.sees(f"/console/?show=all&q={asked}"), asked
    assert "没有符合的工单" in office.sees("/console/?show=all&q=13900000000")
    full = office.web.post(f"/console/tickets/{first.number}/reporter", data={"csrf": office.csrf}).text
    assert "我叫秦素人，电话13912345678，身份证32010219900101123X" in full
    notes = [row.note for row in day.rows(select(TicketEvent.note).where(TicketEvent.kind == "remark"))]
    assert "王样本说先打13912345678" in notes
    texts = [row.text for row in day.rows(select(Outbox.text))]
    assert any("周虚构您好，打13711112222" in text for text in texts)
    with pytest.raises(TypeError):
        select(Outbox.id).where(Outbox.text == "周虚构")


def test_words_of_an_earlier_version_are_sealed_and_a_new_key_opens_them(day, tmp_path, clock):
    with day.database.write() as connection:
        lay_open(connection)
    assert standing_in(kept(day, tmp_path)) != []
    with day.database.write() as connection:
        seal_old_words(connection)
    settle(day.database)
    assert standing_in(kept(day, tmp_path)) == []
    (found,) = day.rows(select(Ticket.text, Ticket.original).where(Ticket.number == day.tickets()[0].number))
    assert "秦**" in found.text
    assert "秦素人" in found.original
    a_new_key_opens_it(day, clock)


def a_new_key_opens_it(day, clock):
    """And the old one nothing any more."""
    mentions = day.rows(select(func.count()).select_from(Mention))[0][0]
    assert mentions > 5
    try:
        keyring.unlock([OTHER_KEY, SECRET_KEY])
        rotate(day.database, clock(), "test")
        keyring.unlock([OTHER_KEY])
        assert any("周虚构您好" in row.text for row in day.rows(select(Outbox.text)))
        assert "秦素人" in day.rows(select(Ticket.original).order_by(Ticket.number))[0].original
        assert day.rows(select(func.count()).select_from(Mention))[0][0] == mentions
        keyring.unlock([SECRET_KEY])
        assert not any(row.text for row in day.rows(select(Outbox.text)))
    finally:
        keyring.unlock([SECRET_KEY])
