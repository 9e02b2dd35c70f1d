"""A worried question belongs to the open matter that it is about, and is no new one."""

import re

from governance.tickets.urgency import Urgency
from handlers.context import Context
from handlers.conversation.commands import ShowHelp
from handlers.conversation.interpreting import Interpreted
from handlers.reporting.worry_commands import AskIfSafe, AskWhatToDo
from handlers.said import Told
from storage.work_tickets import work_tickets
from understanding.asked_about import asks_about_sparks, asks_for_service
from understanding.fitting_ticket import DONE
from understanding.matter_said import other_thing, spoken_of
from understanding.place_search import NOT_SAID
from understanding.situation import OwnTicket
from understanding.worried import asks_what_to_do, speaks_of_there, worries

_DO = re.compile(r"[做干帮]")
"""怎么办 without a danger is no question for what one may do here."""


def worry_meant(ctx: Context, found: Interpreted) -> AskIfSafe | AskWhatToDo | ShowHelp | None:
    """What it asks of which report; None where the words say something else, or are about none of the sender's."""
    own = [each for each in found.situation.work if each.mine == "reporter" and each.state not in DONE]
    if asks_what_to_do(found.words):
        danger = _danger(ctx, found, own)
        if danger is None:
            return ShowHelp() if _DO.search(found.words) else None
        return AskWhatToDo(danger.number)
    if not own or not worries(found.words) or asks_about_sparks(found.words) or asks_for_service(found.words):
        return None
    place = found.reading.place
    elsewhere = place is not None and place.reason not in NOT_SAID
    ticket = None if elsewhere or other_thing(found.words, own) else _of(found, own)
    if ticket is None:
        return None
    hazard = found.reading.hazard
    told = Told(hazard, found.text) if hazard is not None and hazard.sure else None
    return AskIfSafe(ticket.number, found.text, told)


def _of(found: Interpreted, own: list[OwnTicket]) -> OwnTicket | None:
    """The one that is named, else that of a moment ago, else the only one where a place is pointed at."""
    named = spoken_of(found.words, own)
    if len(named) == 1 and (len(own) > 1 or speaks_of_there(found.words)):
        return named[0]
    just = next((each for each in own if each.number == found.situation.just), None)
    if just is not None or not speaks_of_there(found.words):
        return just
    return own[0] if len(own) == 1 else None


def _danger(ctx: Context, found: Interpreted, own: list[OwnTicket]) -> OwnTicket | None:
    """The open danger that the sender reported: the one of a moment ago, else the latest."""
    rows = work_tickets(ctx.uow, [each.number for each in own])
    dangers = {each.number for each in rows if each.urgency == Urgency.HAZARD}
    open_ones = [each for each in own if each.number in dangers]
    return next((each for each in open_ones if each.number == found.situation.just), next(iter(open_ones), None))
