"""What is said of how one ticket stands."""

from datetime import datetime

from governance.tickets.lifecycle import Move
from handlers import texts
from handlers.context import Here
from handlers.events.reporter_texts import event_news
from handlers.outcomes import in_words, says
from handlers.reporting.standing_outcomes import NoneOfYours, NothingSuch, StepTaken, TicketStands, WhichStands
from handlers.texts import work

HEAD = "{number}　{state}{mark}\n{what}（{at}上报）"
IN_HANDS, IN_NOBODYS = "在{who}手上", "还没有人接手"
STEP_MARK = "· "
STEP, STEP_NOTE = STEP_MARK + "{at} {who}{verb}", "：{note}"
BY_PAGE = "看大字、听朗读：{url}/tickets/{link}"
CAME = "来过了：{who} {at}到场。"
NOT_YET = "还没有人到场。"
WHICH = "您问的是哪一件？\n{listed}\n回复编号就行，例如：进度 {n}"
NOTHING_SUCH = "您负责的范围内没有找到这样一件。说出编号、地点或是什么事，我再找；回复“我的网格”看全部。"
NONE_OF_YOURS = "您上报的里没有“{thing}”这件。要报的话，直接说在哪里、怎么了。\n{own}"
LISTED = "{n}　{about}"
ARRIVALS = frozenset({Move.ARRIVE, Move.CREW})


@says
def stands(found: TicketStands, here: Here) -> str:
    """First the answer to whether somebody came, where that was asked; then all of it."""
    said = [] if found.came is None else [_came(found, here)]
    head = HEAD.format(
        number=found.number, state=texts.STATE[found.state], mark=texts.URGENCY_MARK.get(found.urgency, ""),
        what=texts.where_and_what(found.place, found.summary), at=_at(found.opened_at, here),
    )  # fmt: skip
    said += [head, IN_HANDS.format(who=found.who) if found.who else IN_NOBODYS]
    said += [_step(step, here) for step in found.steps]
    due = work.dues([(_at(at, here), [work.DEADLINE[kind] for kind in kinds]) for at, kinds in found.dues])
    news = [] if found.event is None else [event_news(found.event, here)]
    page = [] if found.link is None else [BY_PAGE.format(url=here.config.public_url, link=found.link)]
    return "\n".join([*said, *([due] if due else []), *news, *page])


@says
def which_stands(found: WhichStands, _here: Here) -> str:
    """One line each."""
    listed = "\n".join(LISTED.format(n=work.short(number), about=about) for number, about in found.tickets)
    return WHICH.format(listed=listed, n=work.short(found.tickets[0][0]))


@says
def nothing_such(_found: NothingSuch, _here: Here) -> str:
    """How else to name it."""
    return NOTHING_SUCH


@says
def none_of_yours(found: NoneOfYours, here: Here) -> str:
    """How to report it; what they have reported."""
    return NONE_OF_YOURS.format(thing=found.thing, own=in_words(found.own, here))


def _came(found: TicketStands, here: Here) -> str:
    last = next((step for step in reversed(found.steps) if step.move in ARRIVALS), None)
    return NOT_YET if last is None else CAME.format(who=last.who or "", at=_at(last.at, here))


def _step(step: StepTaken, here: Here) -> str:
    note = STEP_NOTE.format(note=step.note) if step.note else ""
    return STEP.format(at=_at(step.at, here), who=step.who or "", verb=work.VERB[step.move]) + note


def _at(instant: datetime, here: Here) -> str:
    return work.moment(instant, here.config.zone, here.now)
