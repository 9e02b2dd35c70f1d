"""Workers killed outright at their commits over mails, appointments and cases: nothing is lost, nobody is told twice."""

import json
from collections import Counter

import pytest
from sqlalchemy import select

from simulator.mailbox import StandInMailbox, serving
from storage.models import CaseLookup, ConnectorFile, Outbox
from tests.chat import SECRETS
from tests.conftest import SECRET_KEY
from tests.faults.killing import Worker, until_done
from tests.journeys.test_mailbox import SENDER, file_of, order, watched
from tests.journeys.test_services import HALL, NUMBER, WANG, desk, said
from tests.others import items, other
from tests.staff import staff

MAILS, APPOINTMENTS, CASES = 4, 5, 6
MOST_KILLS = (1, 2, 1, 2, 3, 1, 1, 2, 2, 1, 10_000)


@pytest.fixture
def killed(chat, clock, database_url, tmp_path, valkey_url):
    """Runs jobs with a worker that is killed again and again; answers how often that was."""

    def run(*jobs):
        worker = Worker(
            database_url, str(tmp_path / "files"), str(tmp_path / "backups"), chat.api_base, SECRETS.app_id,
            SECRETS.app_secret, valkey_url, SECRET_KEY, clock().isoformat(),
        )  # fmt: skip
        return until_done(worker, jobs, MOST_KILLS)

    return run


def owed(chat, beginning):
    """How often the same was written for the same phone."""
    return Counter(
        map(tuple, chat.rows(select(Outbox.account_id, Outbox.text).where(Outbox.dedupe_key.startswith(beginning))))
    )


def test_each_file_of_a_mail_is_taken_once_and_each_mail_is_marked(chat, killed):
    staff(chat)
    box = StandInMailbox()
    with serving(box) as port:
        watched(chat, box, f"imap://127.0.0.1:{port}/INBOX")
        for mail in range(MAILS):
            files = {f"{n}.json": file_of(order(f"{mail}{n}"), order(f"{mail}{n}x")) for n in range(2)}
            box.comes(SENDER, files)
        box.plan("lost_acknowledgement", 2)
        assert killed("connector_mail") >= MAILS
        chat.clock.turn(hours=1)
        chat.run("connector_mail")
    assert box.seen == set(range(1, MAILS + 1))
    taken = chat.rows(select(ConnectorFile.name, ConnectorFile.result, ConnectorFile.new))
    assert Counter(map(tuple, taken)) == {("0.json", "taken", 2): MAILS, ("1.json", "taken", 2): MAILS}
    assert killed("connector_items") >= 1
    assert len(chat.tickets()) == len(items(chat)) == MAILS * 4


def test_each_appointment_is_told_once(chat, clock, killed):
    staff(chat)
    with other(chat, "services") as them:
        for number in range(APPOINTMENTS):
            them.sends(f"Y-{number}", **{**WANG, **HALL, "appointTime": f"2026-11-25 1{number}:00:00"})
        assert killed("connector_items") >= 1
        assert {row.state for row in items(chat)} == {"done"}
        clock.turn(minutes=1)
        assert killed("appointments") >= APPOINTMENTS
    told = owed(chat, "appointment:")
    assert len(told) == APPOINTMENTS
    assert set(told.values()) == {1}


def test_each_question_for_a_case_is_asked_once_at_most_and_answered_once(chat, clock, killed):
    people = staff(chat)
    asked = Counter()

    def answer(number):
        asked[number] += 1
        return said(number)

    with other(chat, "services"), desk(chat, answer):
        for number in range(CASES):
            people.leader.says(f"办件 {NUMBER[:-1]}{number} 到哪了")
        assert killed("case_lookups") >= CASES
        clock.turn(hours=1)
        chat.run("case_lookups")
    assert set(asked.values()) == {1}
    assert {row.state for row in chat.rows(select(CaseLookup.state))} == {"done"}
    told = owed(chat, "case:")
    assert len(told) == CASES
    assert set(told.values()) == {1}
    chat.work()
    heard = [json.dumps(each, ensure_ascii=False) for each in people.leader.notices if NUMBER[:-1] in each]
    assert len(heard) == len(set(heard)) >= CASES
