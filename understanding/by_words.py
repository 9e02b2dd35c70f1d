"""What plain words settle whatever the model holds likely: work that is not done ends no ticket, what is denied is not done,
a question how far something is files nothing.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from understanding.announced import asks_what_is_announced, asks_when_back
from understanding.asked_about import (
    asks_about_sparks,
    asks_for_service,
    asks_how_it_stands,
    asks_whether_came,
    asks_who_it_is,
    asks_whose_business,
    urges,
)
from understanding.candidate import Candidate
from understanding.command_names import CommandName
from understanding.correction import home_put_right
from understanding.denied import denies
from understanding.gas import smells_of_gas
from understanding.named import named_alone, placed_alone, speaks_of_another
from understanding.notice_named import OF_NOTICES, settled_beside
from understanding.situation import OwnTicket, Situation
from understanding.thanks import only_thanks
from understanding.work_told import Told, told_at_work

SETTLED, EVENLY = 0.95, 0.45
"""How likely is what words settle; and each of two things that they leave open."""
SURE_ENOUGH, SURE_OF_TIME = 0.6, 0.75
_TELLS_OF_WORK = frozenset({
    CommandName.HANDLE_TICKET, CommandName.ARRIVE_ON_SITE, CommandName.SET_PLAN, CommandName.BRING_CREW,
    CommandName.ADD_REMARK, CommandName.RELAY_TO_REPORTER, CommandName.REQUEST_EXTENSION, CommandName.TAKE_TICKET,
    CommandName.STAND_DOWN,
})  # fmt: skip
_OF_OPEN_WORK = frozenset({
    CommandName.HANDLE_TICKET, CommandName.ARRIVE_ON_SITE, CommandName.SET_PLAN, CommandName.BRING_CREW,
    CommandName.REQUEST_EXTENSION, CommandName.TAKE_TICKET, CommandName.RETURN_TICKET, CommandName.TRANSFER_TICKET,
})  # fmt: skip
"""What is done to nothing that is handled already."""
_MAY_ASK = frozenset({
    CommandName.REPORT_PROBLEM, CommandName.ASK_QUESTION, CommandName.HEAR_TALK, CommandName.ADD_REMARK,
    CommandName.URGE_REPORT, CommandName.RELAY_TO_WORKER, CommandName.RELAY_TO_REPORTER, CommandName.SUPERVISE_TICKET,
    CommandName.SHOW_PROGRESS, CommandName.START_REPORT, CommandName.GREET,
})  # fmt: skip
"""What a question how far something is looks like to the model."""
_MAY_ASK_WHO = frozenset({
    CommandName.SHOW_IDENTITY, CommandName.SHOW_PROGRESS, CommandName.SHOW_AREA, CommandName.VENT_ANGER,
    CommandName.HEAR_TALK, CommandName.ASK_QUESTION, CommandName.GREET, CommandName.SHOW_HELP, CommandName.ASK_PERSON,
    CommandName.BIND_ACCOUNT, CommandName.START_REPORT, None,
})  # fmt: skip
_MAY_BE_HOME = frozenset({
    CommandName.CORRECT_REPORT, CommandName.CHOOSE_HOME, CommandName.REPORT_PROBLEM, CommandName.HEAR_TALK,
    CommandName.ADD_REMARK,
})  # fmt: skip
_MAY_TELL = frozenset({CommandName.HEAR_TALK, CommandName.ASK_QUESTION, CommandName.ASK_PERSON})
SHORT = 20
_TAKES_APART = re.compile(
    r"(?:拆|分)(?:成|开|为|作)?[^,，。]{0,3}(?:[两二三2-3]|几)(?:单|件|个(?:单|工单)|份|张)|"
    r"(?:单子?|件|工单|回事|码事|号)[^,，。]{0,10}[,，]?(?:给我|帮我|把它|要|得|请)?(?:拆成|拆开|拆分|拆一下|分开(?:办|登记|立|派))"
)
_TAKES = re.compile(
    r"(?:归我|算我的|交给我|包给我)(?:吧|了|好了|来)*(?:$|[,，。!！])|我(?:都|全)?(?:接|领)(?:了|下了?|下来)?(?:$|[,，。!！])"
)
_MAY_URGE = frozenset({
    CommandName.SHOW_PROGRESS, CommandName.SHOW_MY_TICKETS, CommandName.SHOW_AREA, CommandName.URGE_REPORT,
})  # fmt: skip
_OF_A_MATTER = frozenset({
    CommandName.SHOW_PROGRESS, CommandName.ADD_REMARK, CommandName.URGE_REPORT, CommandName.RELAY_TO_WORKER,
    CommandName.CORRECT_REPORT, CommandName.HEAR_TALK,
})  # fmt: skip
"""What a question about an office's service (医保还能交不) looks like where a report of the asker's is open."""
_FOR_ME = re.compile(r"(?:替|顶|代)(?:我|一下|个班)")
_MAY_SWAP = frozenset({CommandName.SHOW_MY_SHIFTS, CommandName.SHOW_SHIFT, CommandName.CANCEL_SHIFT})
_LET_GO = re.compile(r"(?:[个件单事桩处堆]|的)[^,，。]{0,2}(?:就)?算了(?:吧|啊|哦)?(?:$|[,，。!！\s])")
"""装修垃圾那个算了: of a thing by its name, and no question."""
_RESIDENT = "resident"


def settled_by_words(
    words: str, candidates: Sequence[Candidate], situation: Situation
) -> tuple[tuple[Candidate, ...], tuple[Candidate, ...]]:
    """The candidates as they stand then, the likeliest first, and the several wishes of the text where it holds such."""
    best = candidates[0]
    if denies(best.command, words):
        return (Candidate(CommandName.CANCEL_DIALOGUE, SETTLED),), ()
    beside = settled_beside(words, candidates, situation)
    if beside is not None:
        return beside
    found = (
        _split(words, best, situation)
        or _asked(words, best, situation)
        or _home(words, best, situation)
        or _stands_in(words, candidates, situation)
    )
    if found:
        return found, ()
    work = [ticket for ticket in situation.tickets if ticket.mine == "assignee" and ticket.state != "handled"]
    if not work or best.command not in _TELLS_OF_WORK | _OF_OPEN_WORK:
        return tuple(candidates), ()
    aimed = _at_open_work(words, best, work, situation)
    told: tuple[Candidate, ...] = (aimed,)
    if aimed.command in _TELLS_OF_WORK:
        said = told_at_work(words)
        told = _sets_out(said, aimed, work, situation) or _work(said, aimed, words)
    return (told[0], *candidates[1:]), told if len(told) > 1 else ()


def _split(words: str, best: Candidate, situation: Situation) -> tuple[Candidate, ...]:
    """Who wants a ticket taken apart speaks of tickets, not of things."""
    if not _TAKES_APART.search(words) or situation.role == _RESIDENT or not situation.work:
        return ()
    named = named_alone(words, situation.work)
    ticket = best.ticket if named is None else named.number
    return (Candidate(CommandName.UNMERGE_TICKET, SETTLED, ticket=ticket or situation.just),)


def _stands_in(words: str, candidates: Sequence[Candidate], situation: Situation) -> tuple[Candidate, ...]:
    """Who names somebody that stands there for them has their shift swapped."""
    swaps = [each for each in candidates if each.command is CommandName.OFFER_SWAP]
    if not swaps or candidates[0].command not in _MAY_SWAP or not _FOR_ME.search(words):
        return ()
    return (replace(swaps[0], probability=SETTLED),) if any(shift.mine for shift in situation.shifts) else ()


def _asked(words: str, best: Candidate, situation: Situation) -> tuple[Candidate, ...]:
    """The candidates for a question about what is known already."""
    own = [ticket for ticket in situation.tickets if ticket.mine == "reporter"]
    if (best.command in _MAY_ASK_WHO or len(words) <= SHORT) and asks_who_it_is(words):
        return (Candidate(CommandName.GREET, SETTLED, "who"),)
    if best.command not in OF_NOTICES | {CommandName.NOTIFY_RESIDENTS} and (
        asks_what_is_announced(words) or (asks_when_back(words) and not _has_event(situation))
    ):
        return (Candidate(CommandName.ASK_QUESTION, SETTLED),)
    if best.command in _MAY_TELL and asks_whose_business(words):
        return (Candidate(CommandName.REPORT_PROBLEM, SETTLED),)
    if best.command is CommandName.WITHDRAW_REPORT and only_thanks(words):
        return (Candidate(CommandName.SAY_THANKS, SETTLED),)
    if best.command in _OF_A_MATTER and asks_for_service(words) and named_alone(words, own) is None:
        return (Candidate(CommandName.ASK_QUESTION, SETTLED),)
    if asks_about_sparks(words) and any(smells_of_gas(ticket.summary) and ticket.state not in _ENDED for ticket in own):
        return (Candidate(CommandName.ASK_QUESTION, SETTLED),)
    if own and best.command is CommandName.WITHDRAW_REPORT and _LET_GO.search(words) and named_alone(words, own):
        return (replace(best, probability=SETTLED),)
    if own and best.command in _MAY_URGE and urges(words):
        return (replace(_progress(words, best, own), command=CommandName.URGE_REPORT),)
    staff = situation.role != _RESIDENT
    if staff and asks_how_it_stands(words) and (best.command in _MAY_ASK or best.probability < SURE_ENOUGH):
        return (_progress(words, best, situation.tickets),)
    if best.command not in _MAY_ASK:
        return ()
    if own and asks_whether_came(words):
        return (_progress(words, best, own),)
    return ()


def _has_event(situation: Situation) -> bool:
    """Whether the writer has reported an outage that others have too: of that one they speak."""
    return any(ticket.mine == "event" for ticket in situation.tickets)


def _progress(words: str, best: Candidate, tickets: Sequence[OwnTicket]) -> Candidate:
    named = named_alone(words, tickets)
    kept = (
        best.ticket if best.command is not CommandName.REPORT_PROBLEM and best.sure_of_target >= SURE_ENOUGH else None
    )
    return Candidate(CommandName.SHOW_PROGRESS, SETTLED, ticket=kept if named is None else named.number)


def _home(words: str, best: Candidate, situation: Situation) -> tuple[Candidate, ...]:
    """Who puts right where they live means their home; where a report of theirs is open, perhaps only that."""
    if best.command not in _MAY_BE_HOME or not home_put_right(words):
        return ()
    own = next((each for each in situation.tickets if each.mine == "reporter" and each.state not in _ENDED), None)
    if own is None:
        return (Candidate(CommandName.CHOOSE_HOME, SETTLED),)
    ticket = best.ticket if best.command is CommandName.CORRECT_REPORT and best.ticket else own.number
    return (Candidate(CommandName.CHOOSE_HOME, EVENLY), Candidate(CommandName.CORRECT_REPORT, EVENLY, ticket=ticket))


_ENDED = frozenset({"closed", "handled"})
_WAITS = frozenset({"reported", "accepted", "dispatched", "reopened", "escalated"})


def _at_open_work(words: str, best: Candidate, work: Sequence[OwnTicket], situation: Situation) -> Candidate:
    """The same wish, of the ticket that the words name, and of none that is handled already."""
    if best.command not in _OF_OPEN_WORK:
        return best
    states = {ticket.number: ticket.state for ticket in situation.tickets if ticket.mine == "assignee"}
    if best.ticket is None or best.ticket not in states:
        return best
    mine = [ticket for ticket in situation.tickets if ticket.mine == "assignee"]
    there = placed_alone(words, mine) if best.command is CommandName.ARRIVE_ON_SITE else None
    named = there or named_alone(words, mine)
    if named is not None and (named.state == "handled" or best.sure_of_target < SURE_ENOUGH):
        return replace(best, ticket=named.number, sure_of_target=1.0)
    if states[best.ticket] == "handled" and named is None:
        best = replace(best, ticket=work[0].number, sure_of_target=1.0 if len(work) == 1 else 0.0)
    aimed = next(ticket for ticket in mine if ticket.number == best.ticket)
    return replace(best, sure_of_target=0.0) if named is None and speaks_of_another(words, aimed) else best


def _work(told: Told, best: Candidate, words: str) -> tuple[Candidate, ...]:
    """Arrival and work, or arrival and a plan, each for itself; what is not done ends nothing."""
    if best.command is CommandName.HANDLE_TICKET and not told.done and _TAKES.search(words):
        return (replace(best, command=CommandName.TAKE_TICKET, probability=SETTLED),)
    unsure = best.command is CommandName.REQUEST_EXTENSION and best.probability < SURE_OF_TIME and not told.more_time
    if (told.left and (best.command is CommandName.HANDLE_TICKET or unsure)) or (told.there and told.left):
        best = _not_yet(told, best)
    elif told.there and best.command in (
        CommandName.HANDLE_TICKET,
        CommandName.ADD_REMARK,
        CommandName.RELAY_TO_REPORTER,
    ):
        best = replace(best, command=CommandName.HANDLE_TICKET if told.done else CommandName.ARRIVE_ON_SITE)
    if best.command is CommandName.ARRIVE_ON_SITE and told.done and not told.left:
        best = replace(best, command=CommandName.HANDLE_TICKET)
    if told.there and best.command is CommandName.ARRIVE_ON_SITE:
        best = replace(best, probability=SETTLED)
    if not told.there or not told.rest:
        return (best,)
    if best.command not in (CommandName.HANDLE_TICKET, CommandName.SET_PLAN, CommandName.REQUEST_EXTENSION):
        return (best,)
    if best.ticket is None or best.sure_of_target < SURE_ENOUGH:
        return (replace(best, command=CommandName.ARRIVE_ON_SITE, probability=SETTLED),)
    arrived = replace(best, command=CommandName.ARRIVE_ON_SITE, probability=SETTLED, words=" ")
    return arrived, replace(best, probability=SETTLED, words=told.rest)


def _sets_out(told: Told, best: Candidate, work: Sequence[OwnTicket], situation: Situation) -> tuple[Candidate, ...]:
    """Who says that they are on their way takes what waits for them: what was just sent to them, or the only such ticket."""
    waiting = [ticket.number for ticket in work if ticket.state in _WAITS]
    if not told.comes or told.done or not waiting:
        return ()
    if best.ticket not in waiting or best.sure_of_target < SURE_ENOUGH:
        meant = situation.just if situation.just in waiting else waiting[0] if len(waiting) == 1 else None
        if meant is None:
            return ()
        best = replace(best, ticket=meant, sure_of_target=1.0)
    return (replace(best, command=CommandName.TAKE_TICKET, probability=SETTLED),)


def _not_yet(told: Told, best: Candidate) -> Candidate:
    command = CommandName.REQUEST_EXTENSION if told.more_time else CommandName.SET_PLAN
    return replace(best, command=command, probability=max(best.probability, SETTLED))
