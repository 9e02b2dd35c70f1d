"""What the clock brings: a broken row, a hanging download, a dead worker or a neighbour stops nothing else."""

import threading
import time
from collections import Counter
from datetime import UTC, datetime

import pytest
from sqlalchemy import func, insert, select, text, update

from handlers.jobs import Lane, run_job, run_lane
from scheduler.actors import declare, woken, workers
from scheduler.queue import Waker, broker_at
from scheduler.registry import JOBS
from simulator.windows import GRANTS, Grant
from storage.models import (
    Account,
    Announcement,
    Attachment,
    CheckIn,
    Deadline,
    Dialogue,
    Grid,
    JobFailure,
    Outbox,
    Person,
    Place,
    Post,
    Shift,
    ShiftPattern,
    SignUp,
    StarAward,
    StarRound,
    Station,
    Ticket,
)
from tests.commands import linli
from tests.conftest import SECRET_KEY
from tests.duty import crew
from tests.office import Office
from tests.staff import staff

DAMP = "梧桐里1号院05幢{}楼楼道灯坏了"
DANGER = "梧桐里1号院05幢{}楼楼道电线裸露冒火花"
BROKEN_DAY = "9999-12-31 23:59:59"


def change(chat, *statements):
    with chat.database.write() as connection:
        return [connection.execute(statement) for statement in statements]


def failures(chat):
    return [(row.job, row.item) for row in chat.rows(select(JobFailure.job, JobFailure.item).order_by(JobFailure.item))]


def two_reports(chat, words):
    """Two reports; the first is the one to break."""
    staff(chat)
    resident = chat.person("李阿姨")
    for floor in (1, 2):
        answer = resident.says(words.format(floor))
        if "NH" not in answer:
            resident.says("1")
    first, second = (row.number for row in chat.tickets())
    return first, second


def broken_dispatch(chat, clock):
    first, second = two_reports(chat, DAMP)
    change(chat, update(Ticket).where(Ticket.number == first).values(urgency="weird"))
    return first, lambda: chat.rows(select(Ticket.state).where(Ticket.number == second)) == [("dispatched",)]


def broken_hazard_dispatch(chat, clock):
    first, second = two_reports(chat, DANGER)
    change(chat, text(f"UPDATE tickets SET opened_at = '{BROKEN_DAY}' WHERE number = '{first}'"))
    return first, lambda: chat.rows(select(Ticket.state).where(Ticket.number == second)) == [("dispatched",)]


def broken_deadline(chat, clock, words=DAMP):
    first, second = two_reports(chat, words)
    chat.decide()
    change(chat, update(Deadline).where(Deadline.number == first, Deadline.kind == "take").values(kind="weird"))
    clock.turn(days=1)
    reminded = select(func.count()).select_from(Deadline).where(Deadline.number == second, Deadline.stage > 0)
    return first, lambda: chat.rows(reminded)[0][0] > 0


def broken_hazard_deadline(chat, clock):
    return broken_deadline(chat, clock, DANGER)


def broken_question(chat, clock):
    staff(chat)
    chat.person("甲").says("3楼楼道灯坏了")
    chat.person("乙").says("4楼楼道灯坏了")
    accounts = [row.account_id for row in chat.rows(select(Dialogue.account_id).order_by(Dialogue.account_id))]
    change(chat, update(Dialogue).where(Dialogue.account_id == accounts[0]).values(data="{"))
    clock.turn(hours=1)
    left = select(Dialogue.account_id)
    return str(accounts[0]), lambda: [row.account_id for row in chat.rows(left)] == accounts[:1]


def broken_shift(chat, clock):
    crew(chat)
    change(chat, update(Station).values(lead_id=select(Person.id).where(Person.code == "R5").scalar_subquery()))
    shifts = [row.id for row in chat.rows(select(Shift.id).order_by(Shift.id).limit(2))]
    people = [
        row.id for row in chat.rows(select(Person.id).where(Person.code.in_(["M10", "M11"])).order_by(Person.code))
    ]
    for shift, person in zip(shifts, people, strict=True):
        row = {"state": "signed", "stage": 0, "via": "self", "at": clock()}
        change(chat, insert(SignUp).values(shift_id=shift, person_id=person, **row))
    change(chat, update(Shift).where(Shift.id.in_(shifts)).values(starts_at=clock(), ends_at=clock()))
    change(chat, text(f"UPDATE shifts SET ends_at = '{BROKEN_DAY}' WHERE id = {shifts[0]}"))
    clock.turn(minutes=30)
    ended = select(Shift.counted_at).where(Shift.id == shifts[1])
    return str(shifts[0]), lambda: chat.rows(ended)[0].counted_at is not None


def pattern(chat):
    return [row.id for row in chat.rows(select(ShiftPattern.id).order_by(ShiftPattern.id))]


def broken_pattern(chat, clock):
    crew(chat)
    before = chat.rows(select(func.count()).select_from(Shift))[0][0]
    ids = pattern(chat)
    change(chat, update(ShiftPattern).where(ShiftPattern.id == ids[0]).values(weekdays="x"))
    clock.turn(days=7)
    return f"2026-12-01T00:10/{ids[0]}", lambda: chat.rows(select(func.count()).select_from(Shift))[0][0] > before


def broken_post(chat, code):
    """Whoever acts at this community cannot be read."""
    place = select(Place.id).where(Place.code == code).scalar_subquery()
    person = select(Person.id).where(Person.code == "R9").scalar_subquery()
    since = datetime(2026, 1, 1, tzinfo=UTC)
    change(chat, insert(Post).values(person_id=person, role="weird", place_id=place, since=since))
    return chat.rows(select(Place.id).where(Place.code == code))[0].id


def owed(chat, key):
    return lambda: any(row.dedupe_key.startswith(key) for row in chat.rows(select(Outbox.dedupe_key)))


def broken_brief(chat, clock):
    staff(chat)
    place = broken_post(chat, "C2")
    return f"2026-11-24T08:30/{place}", owed(chat, "daily:2026-11-24:")


def broken_rates(chat, clock):
    staff(chat)
    clock.now = datetime(2026, 12, 1, 2, 0, tzinfo=UTC)
    place = broken_post(chat, "C2")
    return f"2026-12-01T09:00/{place}", owed(chat, "monthly:2026-11-01:")


def broken_visits(chat, clock):
    staff(chat)
    clock.now = datetime(2026, 12, 1, 2, 0, tzinfo=UTC)
    broken_post(chat, "N4")
    grid = chat.rows(select(Grid.id).where(Grid.code == "G03"))[0].id
    return f"2026-12-01T08:00/{grid}", owed(chat, "visits:2026-12-01:")


def broken_push(chat, clock, kind="work"):
    staff(chat)
    accounts = [row.id for row in chat.rows(select(Account.id).order_by(Account.id).limit(2))]
    row = {
        "kind": kind,
        "text": "通知",
        "state": "waiting",
        "attempts": 0,
        "not_before": clock(),
        "created_at": clock(),
    }
    for number, taps in enumerate(("{", None)):
        change(chat, insert(Outbox).values(dedupe_key=f"k{number}", account_id=accounts[number], taps=taps, **row))
    (first, second) = (row.id for row in chat.rows(select(Outbox.id).where(Outbox.text == "通知").order_by(Outbox.id)))
    return str(first), lambda: chat.rows(select(Outbox.state).where(Outbox.id == second)) == [("sent",)]


def broken_hazard_push(chat, clock):
    return broken_push(chat, clock, "hazard")


def broken_tag(chat, clock):
    staff(chat)
    chat.run("prune")
    ids = [row.id for row in chat.rows(select(Account.id).where(Account.tag_wanted.is_not(None)).order_by(Account.id))]
    change(chat, update(Account).where(Account.id == ids[0]).values(tag_wanted="a"))
    given = select(Account.tag_given).where(Account.id == ids[1])
    return ">a", lambda: chat.rows(given)[0].tag_given is not None


def broken_download(chat, clock):
    for name in ("甲", "乙"):
        chat.person(name).sends_picture()
    first, second = (row.id for row in chat.rows(select(Attachment.id).order_by(Attachment.id)))
    change(chat, update(Attachment).where(Attachment.id == first).values(kind="weird"))
    return str(first), lambda: chat.rows(select(Attachment.state).where(Attachment.id == second)) == [("stored",)]


def two_awards(chat, clock, state="announced", drawn=True, round_state="announced"):
    """Two rounds with an award each, made directly; the first award is of no kind that there is."""
    staff(chat)
    now = clock()
    at = dict.fromkeys(("opens_at", "review_at", "notice_at", "announce_at"), now)
    made = []
    for code, kind in (("C1", "weird"), ("C2", "star")):
        places = {row.code: row.id for row in chat.rows(select(Place.code, Place.id))}
        yard = places["Y1" if code == "C1" else "N4"]
        picture = {"kind": "poster", "purpose": "poster", "attempts": 0, "not_before": now, "received_at": now}
        stored = {"state": "stored", "sha256": chat.tools.files.put(b"x")} if drawn else {"state": "pending"}
        month = {"place_id": places[code], "month": datetime(2026, 11, 1, tzinfo=UTC).date(), "state": round_state}
        with chat.database.write() as connection:
            picture_id = connection.execute(
                insert(Attachment).values(**picture, **stored).returning(Attachment.id)
            ).scalar()
            round_id = connection.execute(insert(StarRound).values(**month, **at).returning(StarRound.id)).scalar()
            told = {"round_id": round_id, "running": 0, "at": now, "draft": "wanted"}
            announced = connection.execute(insert(Announcement).values(**told).returning(Announcement.id)).scalar()
            connection.execute(
                insert(StarAward).values(
                    round_id=round_id, kind=kind, area_id=yard, place_id=yard, name="甲一员", public_name="甲**", state=state,
                    consent="given", at=now, code=f"c{code}", announcement_id=announced, picture_id=picture_id,
                )
            )  # fmt: skip
        made.append((round_id, announced, picture_id))
    return made


def broken_poster(chat, clock):
    (_, _, first), (_, _, second) = two_awards(chat, clock, drawn=False)
    return str(first), lambda: chat.rows(select(Attachment.state).where(Attachment.id == second)) == [("stored",)]


def broken_draft(chat, clock):
    (_, first, _), (_, second, _) = two_awards(chat, clock)
    change(chat, text("UPDATE star_awards SET state = 'announced'"))
    return str(first), lambda: chat.rows(select(Announcement.draft).where(Announcement.id == second)) == [("made",)]


def broken_round(chat, clock):
    (first, _, _), (second, _, _) = two_awards(chat, clock, state="candidate", round_state="reviewing")
    change(chat, update(StarAward).where(StarAward.round_id == first).values(consent="weird"))
    return str(first), lambda: chat.rows(select(StarRound.held).where(StarRound.id == second)) == [(1,)]


BROKEN = {
    "dispatch": broken_dispatch,
    "hazard_dispatch": broken_hazard_dispatch,
    "deadlines": broken_deadline,
    "hazard_deadlines": broken_hazard_deadline,
    "questions": broken_question,
    "shifts": broken_shift,
    "shift_plan": broken_pattern,
    "daily_brief": broken_brief,
    "monthly_rates": broken_rates,
    "visit_plan": broken_visits,
    "pushes": broken_push,
    "hazard_pushes": broken_hazard_push,
    "tags": broken_tag,
    "downloads": broken_download,
    "posters": broken_poster,
    "drafts": broken_draft,
    "star_rounds": broken_round,
}
"""How a row of each job is broken: which item that is, and whether another was done all the same."""


@pytest.mark.parametrize("job", BROKEN)
def test_a_broken_row_stops_no_other_item_and_no_other_job(chat, clock, job):
    item, other_is_done = BROKEN[job](chat, clock)
    for lane in Lane:
        run_lane(chat.tools, JOBS, lane)
    assert other_is_done()
    assert (job, item) in failures(chat)


@pytest.fixture
def env(database_url, tmp_path, chat):
    return {
        "LINLI_DATABASE_URL": database_url, "LINLI_DATA_DIR": str(tmp_path / "data"), "LINLI_SECRET_KEY": SECRET_KEY,
    }  # fmt: skip


def failure(chat):
    (row,) = chat.rows(select(JobFailure.attempts, JobFailure.next_try_at, JobFailure.set_aside_at))
    return row


def test_a_failing_item_backs_off_is_set_aside_and_goes_on_when_it_is_tried_again(chat, clock, env):
    item, _ = broken_dispatch(chat, clock)
    waits = []
    for _ in range(5):
        chat.run("dispatch")
        chat.run("dispatch")  # at once again: not yet
        row = failure(chat)
        waits.append((row.next_try_at - clock()).total_seconds())
        clock.now = row.next_try_at
    assert waits == [30, 120, 480, 1920, 7680]
    assert (row.attempts, row.set_aside_at is not None) == (5, True)
    clock.turn(days=3)
    chat.run("dispatch")
    assert failure(chat).attempts == 5
    listed = linli("jobs", env=env).stdout
    assert f"自动派单（dispatch） {item}\t试了 5 次\t已搁置，不再自动重试\tValueError: 'weird'" in listed
    change(chat, update(Ticket).where(Ticket.number == item).values(urgency="normal"))
    chat.run("dispatch")
    assert chat.rows(select(Ticket.state).where(Ticket.number == item)) == [("reported",)]
    assert "已安排再试" in linli("jobs", "retry", "dispatch", item, env=env).stdout
    clock.now = max(clock(), datetime.now(UTC))
    chat.run("dispatch")
    assert chat.rows(select(Ticket.state).where(Ticket.number == item)) == [("dispatched",)]
    assert failures(chat) == []
    assert "没有出错的事项" in linli("jobs", env=env).stdout
    again = linli("jobs", "retry", "dispatch", item, env=env)
    assert (again.returncode, "没有这个出错的事项" in again.stderr) == (1, True)


def test_the_back_office_shows_what_fails_and_tries_it_again(chat, clock):
    item, _ = broken_dispatch(chat, clock)
    for _ in range(5):
        chat.run("dispatch")
        clock.now = failure(chat).next_try_at
    change(chat, update(Ticket).where(Ticket.number == item).values(urgency="normal"))
    people = {row.code: row.openid for row in chat.rows(
        select(Person.code, Account.openid).join(Account, Account.person_id == Person.id)
    )}  # fmt: skip
    office = Office(chat).signs_in(speaker_of(chat, people["D2"]))
    seen = office.sees("/console/jobs")
    assert "自动派单" in seen
    assert item in seen
    assert "已搁置" in seen
    assert "ValueError" in seen
    form = {"csrf": office.csrf, "job": "dispatch", "item": item}
    assert office.web.post("/console/jobs", data=form).status_code == 302
    chat.run("dispatch")
    assert chat.rows(select(Ticket.state).where(Ticket.number == item)) == [("dispatched",)]
    assert "没有出错的事项" in office.sees("/console/jobs")
    assert office.web.post("/console/jobs", data=form).status_code == 404
    worker = Office(chat).signs_in(speaker_of(chat, people["R1"]))
    assert worker.web.get("/console/jobs").status_code == 403


def speaker_of(chat, openid):
    from simulator.phone import Phone
    from tests.chat import Speaker

    return Speaker(Phone(chat.platform, openid))


@pytest.fixture
def quota(monkeypatch):
    monkeypatch.setitem(GRANTS, "message", Grant(GRANTS["message"].lasts, 10_000))


def wait_until(condition, seconds):
    deadline = time.monotonic() + seconds
    while not condition() and time.monotonic() < deadline:
        time.sleep(0.05)
    return condition()


def test_a_danger_is_out_within_seconds_while_downloads_hang_and_a_poster_raises(chat, clock, quota, redis, valkey_url):
    (_, _, _), _ = two_awards(chat, clock, drawn=False)
    worker = speaker_of(chat, chat.rows(
        select(Account.openid).join(Person, Person.id == Account.person_id).where(Person.code == "R1")
    )[0].openid)  # fmt: skip
    for number in range(6):
        chat.person(f"居民{number}").sends_picture()
    chat.api.tokens.token()
    chat.platform.faults.plan("hang_download", times=20, seconds=8.0)
    broker = broker_at(valkey_url)
    actors = declare(broker, lambda: chat.tools)
    lanes = workers(broker, worker_timeout=50)
    for each in lanes:
        each.start()
    try:
        for _ in range(4):
            Waker(woken(actors))()
        assert wait_until(lambda: chat.platform.faults.left("hang_download") < 20, 10)
        started = time.monotonic()
        chat.person("李阿姨").says(DANGER.format(3))
        Waker(woken(actors))()
        assert wait_until(lambda: any("隐患" in text and "3楼" in text for text in worker.notices), 6), worker.notices
        assert wait_until(lambda: chat.rows(select(Ticket.state)) == [("dispatched",)], 6)
        assert wait_until(lambda: any("接单" in text for text in worker.notices), 6), worker.notices
        assert time.monotonic() - started < 6
        assert not chat.rows(
            select(Attachment.id).where(Attachment.media_id.is_not(None), Attachment.state == "stored")
        )
    finally:
        chat.platform.faults.plan("hang_download", times=0)
        for each in lanes:
            each.stop()
        broker.close()


def test_a_slow_push_is_not_taken_for_dead_by_a_neighbour(chat, clock, quota, monkeypatch):
    monkeypatch.setattr("bot.claims.RENEW_EVERY_S", 0.05)
    resident = chat.person("李阿姨")
    resident.says("帮助")
    row = {
        "kind": "work",
        "text": "通知一",
        "state": "waiting",
        "attempts": 0,
        "not_before": clock(),
        "created_at": clock(),
    }
    change(chat, insert(Outbox).values(dedupe_key="k", account_id=1, **row))
    chat.api.tokens.token()
    chat.platform.faults.plan("slow", times=1, seconds=2.0)
    first = threading.Thread(target=chat.work)
    first.start()
    assert wait_until(lambda: chat.rows(select(Outbox.state)) == [("sending",)], 5)
    clock.turn(minutes=3)  # longer than a claim is good for
    assert wait_until(lambda: chat.rows(select(Outbox.not_before))[0].not_before > clock(), 5)
    chat.work()
    assert chat.rows(select(Outbox.state)) == [("sending",)]
    first.join()
    assert chat.rows(select(Outbox.state)) == [("sent",)]
    assert resident.notices.count("通知一") == 1


def test_several_workers_at_once_do_each_item_once(chat, clock):
    staff(chat)
    resident = chat.person("李阿姨")
    for floor in range(1, 13):
        resident.says(DAMP.format(floor))
    job = next(job for job in JOBS if job.name == "dispatch")
    done: list[int] = []
    threads = [threading.Thread(target=lambda: done.append(run_job(chat.tools, job))) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    chat.run("dispatch")
    assert Counter(row.state for row in chat.rows(select(Ticket.state))) == {"dispatched": 12}
    given = Counter(row.number for row in chat.rows(select(Outbox.number).where(Outbox.kind == "given")))
    assert set(given.values()) == {1}


@pytest.mark.parametrize("number", [1, 2, 3, 4, 5, 7])
def test_killed_in_the_middle_a_tick_does_the_rest_next_time_and_nothing_twice(chat, clock, env, number):
    from tests.commands import DIE_AT_COMMIT

    staff(chat)
    resident = chat.person("李阿姨")
    for floor in range(1, 7):
        resident.says(DAMP.format(floor))
    at = clock().isoformat()
    assert linli("tick", "--now", at, env={**env, DIE_AT_COMMIT: str(number)}).returncode != 0
    ended = linli("tick", "--now", at, env=env)
    assert ended.returncode == 0, ended.stderr
    assert Counter(row.state for row in chat.rows(select(Ticket.state))) == {"dispatched": 6}
    given = Counter(row.number for row in chat.rows(select(Outbox.number).where(Outbox.kind == "given")))
    assert set(given.values()) == {1}
    assert "没有到期的事" in linli("tick", "--now", at, env=env).stdout


def test_an_urge_in_the_next_month_at_the_same_hour_reaches_the_worker_again(chat, clock):
    people = staff(chat)
    resident = chat.person("李阿姨")
    resident.says(DAMP.format(3))
    chat.decide()
    urged = select(func.count()).select_from(Outbox).where(Outbox.text.like("%催%"))
    for month in (11, 12):
        clock.now = datetime(2026, month, 24, 3, 0, tzinfo=UTC)
        people.worker.says("帮助")
        resident.says("催办")
        resident.says("催办")  # within the hour: once
        assert chat.rows(urged)[0][0] == month - 10


def test_finished_pushes_go_after_their_time_and_what_is_owed_or_of_an_open_ticket_stays(chat, clock):
    staff(chat)
    resident = chat.person("李阿姨")
    for floor in (1, 2):
        resident.says(DAMP.format(floor))
    chat.work()
    first, second = (row.number for row in chat.tickets())
    change(chat, update(Ticket).where(Ticket.number == first).values(state="closed", ended_at=clock()))
    row = {"account_id": 1, "kind": "work", "text": "x", "attempts": 0, "not_before": clock(), "created_at": clock()}
    for state in ("sent", "maybe_sent", "dropped", "kept", "waiting", "sending"):
        change(chat, insert(Outbox).values(dedupe_key=state, state=state, **row))

    def left():
        return {row.dedupe_key for row in chat.rows(select(Outbox.dedupe_key).where(Outbox.text == "x"))}

    def about(number):
        return chat.rows(select(func.count()).select_from(Outbox).where(Outbox.number == number))[0][0]

    clock.turn(days=8)
    chat.run("prune")
    assert len(left()) == 6
    clock.turn(days=83)
    kept = about(second)
    assert about(first) > 0
    change(chat, update(Outbox).where(Outbox.state == "waiting", Outbox.text != "x").values(state="sent"))
    chat.run("prune")
    assert left() == {"kept", "waiting", "sending"}
    assert about(first) == 0
    assert about(second) == kept > 0


def test_the_friday_list_asks_the_database_no_more_for_many_leaders_than_for_few(chat, clock, monkeypatch):
    from sqlalchemy import event

    staff(chat)
    places = {row.code: row.id for row in chat.rows(select(Place.code, Place.id))}

    def leaders(count, start):
        for number in range(start, start + count):
            with chat.database.write() as connection:
                row = insert(Person).values(code=f"L{number}", name=f"楼长{number}").returning(Person.id)
                person = connection.execute(row).scalar()
                since = datetime(2026, 1, 1, tzinfo=UTC)
                connection.execute(
                    insert(Post).values(person_id=person, role="building_leader", place_id=places["Y1-1"], since=since)
                )

    def statements(friday):
        clock.now = friday
        count = [0]

        def counted(*_):
            count[0] += 1

        event.listen(chat.database.engine, "before_cursor_execute", counted)
        chat.run("unpatrolled")
        event.remove(chat.database.engine, "before_cursor_execute", counted)
        return count[0]

    leaders(2, 0)
    few = statements(datetime(2026, 11, 27, 9, 0, tzinfo=UTC))
    leaders(30, 10)
    assert statements(datetime(2026, 12, 4, 9, 0, tzinfo=UTC)) <= few
    assert any("楼长39" in row.text for row in chat.rows(select(Outbox.text).where(Outbox.kind == "brief")))
    assert chat.rows(select(CheckIn.id)) == []
