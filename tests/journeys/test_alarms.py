"""The product tells its administrators when it is in trouble, once a fault, and once when it is well again; by real parts."""

import shutil
import threading
from dataclasses import replace
from datetime import timedelta

import pytest
from redis import Redis
from sqlalchemy import insert, select

from bot.machine import machine_figures
from governance.alarms.judging import OVER_AFTER
from handlers.alarms.jobs import ALARM_JOB
from handlers.jobs import Lane, run_job
from scheduler.actors import Passes
from scheduler.watchman import Watchman
from storage.alarms import read_figures
from storage.beats import beat
from storage.models import Account, AlarmFault, Beat, JobFailure, Outbox
from tests.office import Office
from tests.staff import staff_and_admin


@pytest.fixture
def admin(chat):
    _, admin = staff_and_admin(chat)
    admin.says("你好")
    return admin


def pass_time(chat, seconds, step=10):
    for _ in range(0, seconds, step):
        chat.clock.turn(seconds=step)
        chat.run("alarms", "pushes")


def alarms(chat, admin):
    chat.work()
    return [text for text in admin.notices if text.startswith("系统")]


def fails(chat, job, aside):
    now = chat.clock()
    with chat.database.write() as connection:
        connection.execute(
            insert(JobFailure).values(
                job=job, item="x", attempts=5, failed_at=now, next_try_at=now, last_error="x", set_aside_at=now if aside else None
            )
        )  # fmt: skip


def test_a_fault_is_told_once_and_once_when_it_is_over(chat, admin):
    fails(chat, "backup", aside=False)
    pass_time(chat, 600)
    told = alarms(chat, admin)
    assert len(told) == 1
    assert told[0].splitlines()[0] == "系统告警 1 项：备份失败。请按下面的办法处理："
    assert "linli jobs" in told[0]
    assert "系统告警：备份失败" in Office(chat).signs_in(admin).sees("/console/")
    with chat.database.write() as connection:
        connection.execute(JobFailure.__table__.delete())
    pass_time(chat, OVER_AFTER.seconds + 20)
    chat.clock.turn(minutes=15)  # what is not grave waits for the next message to whoever leads
    assert [text.splitlines()[0] for text in alarms(chat, admin)[1:]] == ["系统恢复 1 项：备份失败，不用再处理。"]


def test_a_grave_fault_is_told_at_night_and_another_in_the_morning(chat, admin):
    chat.clock.turn(hours=15)  # 01:00
    admin.says("你好")
    chat.clock.turn(hours=1)
    fails(chat, "pushes", aside=True)
    with chat.database.write() as connection:
        beat(connection, "host:worker:1", "worker", {"linli_disk_used_share": 0.97}, chat.clock())
        beat(connection, "host:scheduler:2", "scheduler", {}, chat.clock())
    for _ in range(4):
        chat.clock.turn(seconds=10)
        with chat.database.write() as connection:
            beat(connection, "host:worker:1", "worker", {"linli_disk_used_share": 0.97}, chat.clock())
            beat(connection, "host:scheduler:2", "scheduler", {}, chat.clock())
        chat.run("alarms")
    (told,) = alarms(chat, admin)
    assert "磁盘快满了（现在 97%），在 host:worker:1" in told
    chat.clock.turn(hours=7)
    assert any("有事项被搁置" in text for text in alarms(chat, admin))


def test_who_is_silent_is_missed_within_a_minute(chat, admin):
    with chat.database.write() as connection:
        beat(connection, "host:scheduler:2", "scheduler", {}, chat.clock())
    pass_time(chat, 60)
    (told,) = alarms(chat, admin)
    assert "定时程序停了" in told


def test_a_platform_that_refuses_and_templates_that_it_does_not_know_are_told(chat, admin):
    now = chat.clock()
    with chat.database.write() as connection:
        account = connection.execute(select(Account.id).where(Account.openid == admin.openid)).scalar_one()
        for number in range(4):
            connection.execute(
                insert(Outbox).values(
                    dedupe_key=f"t{number}", account_id=account, kind="news", text="样本",
                    state="kept" if number == 3 else "waiting",
                    not_before=now.replace(hour=now.hour + 1), created_at=now, attempts=1,
                    last_error="40037 invalid template_id" if number == 3 else "-1 system busy",
                )
            )  # fmt: skip
    pass_time(chat, 60)
    said = "\n".join(alarms(chat, admin))
    assert "微信接口不收" in said
    assert "通知模板被拒" in said


def test_two_who_judge_at_once_tell_it_once(chat, admin):
    fails(chat, "backup", aside=False)
    chat.run("alarms")
    chat.clock.turn(seconds=30)
    threads = [threading.Thread(target=run_job, args=(chat.tools, ALARM_JOB)) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(alarms(chat, admin)) == 1


def test_without_redis_the_alarm_goes_out_all_the_same(chat, admin, tmp_path):
    watchman = Watchman(lambda: chat.tools, "worker", Redis(unix_socket_path=str(tmp_path / "gone.sock")), tmp_path)
    for _ in range(3):
        watchman.look()
        chat.clock.turn(seconds=10)
    assert watchman._delivery is not None
    watchman._delivery.join(10)
    (told,) = [text for text in admin.notices if text.startswith("系统")]
    assert "Redis 连不上" in told


def test_a_fault_that_only_still_holds_sends_nobody_out(chat, admin, tmp_path):
    watchman = Watchman(lambda: chat.tools, "worker", chat.redis, tmp_path)
    fails(chat, "backup", aside=False)
    chat.run("alarms")
    chat.clock.turn(minutes=10)
    chat.run("alarms")
    chat.clock.turn(minutes=15)
    watchman.look()  # another has told it, and nobody has sent it
    assert watchman._delivery is not None
    watchman._delivery.join(10)
    assert len([text for text in admin.notices if text.startswith("系统")]) == 1
    watchman._delivery = None
    for _ in range(3):
        chat.clock.turn(seconds=10)
        watchman.look()
    with chat.database.read() as connection:
        assert connection.execute(select(AlarmFault.seen_at)).scalar_one() == chat.clock()
    assert watchman._delivery is None


def test_each_look_goes_by_what_is_set_by_then(chat, tmp_path):
    set_now = [chat.tools]
    watchman = Watchman(lambda: set_now[-1], "worker", chat.redis, tmp_path)
    watchman.look()
    later = chat.clock() + timedelta(hours=1)
    set_now.append(replace(chat.tools, clock=lambda: later))
    watchman.look()
    with chat.database.read() as connection:
        assert connection.execute(select(Beat.at)).scalar_one() == later


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_without_the_database_the_administrators_are_told_once_and_again_when_it_is_back(chat, admin, tmp_path):
    watchers = [Watchman(lambda: chat.tools, part, chat.redis, tmp_path) for part in ("worker", "scheduler")]
    for each in watchers:
        each.look()
    path = tmp_path / "linli.db"
    chat.database.close()
    shutil.move(path, tmp_path / "away.db")
    path.mkdir()
    for _ in range(4):
        for each in watchers:
            each.look()
        chat.clock.turn(seconds=10)
    told = [text for text in admin.notices if text.startswith("系统")]
    assert [text.splitlines()[0] for text in told] == ["系统告警 1 项：数据库连不上。请按下面的办法处理："]
    path.rmdir()
    shutil.move(tmp_path / "away.db", path)
    for each in watchers:
        each.look()
    assert [text.splitlines()[0] for text in admin.notices if text.startswith("系统恢复")] == [
        "系统恢复 1 项：数据库连不上，不用再处理。"
    ]


def test_a_quiet_day_with_every_job_raises_nothing(chat, admin, tmp_path):
    with chat.database.write() as connection:
        beat(connection, "host:worker:1", "worker", machine_figures(tmp_path), chat.clock())
    admin.says("梧桐里1号院05幢楼道灯坏了")
    for _ in range(24):
        chat.clock.turn(hours=1)
        with chat.database.write() as connection:
            beat(connection, "host:worker:1", "worker", {}, chat.clock())
        chat.work()
    with chat.database.read() as connection:
        assert [row.name for row in connection.execute(select(AlarmFault).where(AlarmFault.told_at.is_not(None)))] == []
        figures = read_figures(connection, chat.clock())
    assert figures["linli_database_up"].value == 1
    assert figures["linli_worker_silent_seconds"].value == 0


def test_a_pass_that_takes_too_long_is_one_of_a_stuck_lane():
    now = [0.0]
    passes = Passes(lambda: now[0])
    with passes.running(Lane.BRIEFS), passes.running(Lane.DANGERS):
        now[0] = 30
        assert passes.overrun() < 1
        now[0] = 41
        assert passes.overrun() > 1
    assert passes.overrun() == 0
