"""Many at once: each ticket has one owner, each message of the clock is said once."""

from concurrent.futures import ThreadPoolExecutor

from sqlalchemy import func, select

from storage.models import Account, Outbox, Person, Ticket, TicketEvent
from tests.roster import small

WORKERS, TICKETS = 50, 20


def test_fifty_workers_race_for_twenty_tickets_and_each_has_one_owner(chat):
    lines = small()
    for number in range(WORKERS):
        code = f"W{number:02d}"
        lines["people"].append(
            {
                "code": code,
                "name": f"抢单{'甲乙丙丁戊己庚辛壬癸'[number % 10]}{number}",
                "phone": f"1990001{number:04d}",
            }
        )
        lines["posts"].append({"person": code, "role": "网格员", "grid": "G01"})
    chat.subdistrict(lines)
    resident = chat.person("李阿姨")
    for number in range(TICKETS):
        resident.says(f"梧桐里1号院05幢{number + 1}楼灯坏了")
    speakers = [chat.person(f"工{number}") for number in range(WORKERS)]
    with chat.database.write() as connection:
        people = [row.id for row in connection.execute(select(Person.id).where(Person.code.like("W%")))]
        for speaker, person in zip(speakers, people, strict=True):
            connection.execute(
                Account.__table__.insert().values(
                    channel="wechat", openid=speaker.openid, person_id=person, last_inbound_at=chat.clock()
                )
            )
    chat.decide()

    def takes(number):
        return [speakers[number].says(f"接单 {(number + step) % TICKETS + 1}") for step in range(4)]

    with ThreadPoolExecutor(25) as pool:
        answers = [answer for said in pool.map(takes, range(WORKERS)) for answer in said]
    won = [answer for answer in answers if "已接单 NH" in answer]
    lost = [answer for answer in answers if "接单（今天" in answer]
    mine = [answer for answer in answers if "处理中，不能接单" in answer]
    assert len(won) == TICKETS
    assert len(won) + len(lost) + len(mine) == len(answers)
    takes_of = chat.rows(
        select(TicketEvent.number, func.count()).where(TicketEvent.kind == "take").group_by(TicketEvent.number)
    )
    assert {row[1] for row in takes_of} == {1}
    assert len(takes_of) == TICKETS
    owners = chat.rows(select(Ticket.assignee_id))
    assert all(row.assignee_id is not None for row in owners)


def test_several_clocks_at_once_say_each_thing_once(chat, clock):
    chat.subdistrict()
    chat.bound("陈试用", "0001")
    chat.bound("孙模拟", "0004")
    resident = chat.person("李阿姨")
    for number in range(12):
        resident.says(f"梧桐里1号院05幢{number + 1}楼灯坏了")

    def tick(_):
        chat.decide()

    with ThreadPoolExecutor(6) as pool:
        list(pool.map(tick, range(6)))
    clock.turn(hours=30)
    with ThreadPoolExecutor(6) as pool:
        list(pool.map(tick, range(6)))
    tick(0)
    given = chat.rows(select(Outbox.number, func.count()).where(Outbox.kind == "given").group_by(Outbox.number))
    assert {row[1] for row in given} == {1}
    late = chat.rows(select(Outbox.number, func.count()).where(Outbox.kind == "late").group_by(Outbox.number))
    assert [row[1] for row in late] == [1] * 12
