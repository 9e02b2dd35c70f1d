"""Steps of a ticket that several journeys go."""

LAMP = "梧桐里1号院05幢3楼楼道灯坏了"


def reported(chat, resident, text=LAMP):
    resident.says(text)
    chat.work()


def later(chat, clock, **by):
    clock.turn(**(by or {"minutes": 3}))
    chat.work()


def done(chat, people, n="1"):
    people.worker.says(f"接单 {n}")
    people.worker.sends_picture()
    return people.worker.says(f"办结 {n} 已换灯泡")


def state(chat, place=0):
    return chat.tickets()[place].state
