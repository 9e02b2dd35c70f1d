"""Tickets, deadlines and questions with a row that cannot be read; each says which item it is and whether another was done."""

from sqlalchemy import func, select, text, update

from storage.models import (
    Deadline,
    Dialogue,
    Ticket,
)
from tests.staff import staff

DAMP = "梧桐里1号院05幢{}楼楼道灯坏了"


DANGER = "梧桐里1号院05幢{}楼楼道电线裸露冒火花"


BROKEN_DAY = "9999-12-31 23:59:59"


def change(chat, *statements):
    with chat.database.write() as connection:
        return [connection.execute(statement) for statement in statements]


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
