"""Three reports of one matter, and what became of them."""

from sqlalchemy import select

from storage.models import Event

EVENT = "SJ20261124-01"
FIRST = ("梧桐里1号院1幢停水了", "梧桐里1号院05幢家里没得水了", "梧桐里1号院1幢水龙头拧开一滴水都没有")


def reported(chat, homes, words=FIRST):
    """Each says one of these; then the workers work."""
    answers = [home.says(said) for home, said in zip(homes, words, strict=False)]
    chat.work()
    return answers


def states(chat):
    return {row.number[-1]: row.state for row in chat.tickets()}


def told(home):
    """What somebody was told of the event, each answer for itself."""
    return [part for notice in home.notices for part in notice.split("\n\n") if part.startswith("【梧桐里")]


def event(chat, number=EVENT):
    return chat.rows(select(Event.__table__).where(Event.number == number))[0]
