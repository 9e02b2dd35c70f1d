"""What plain words settle whatever the model holds likely: work that is not done ends no ticket, what is denied is not done,
a question how far something is files nothing.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from understanding.aimed_by_words import asked_instead, told_or_asked
from understanding.announced import asks_what_is_announced, asks_when_back
from understanding.asked_about import (
    asks_about_sparks,
    asks_for_own_work,
    asks_for_service,
    asks_how_it_stands,
    asks_whether_came,
    asks_who_it_is,
    asks_whose_business,
    only_asked,
    urges,
)
from understanding.candidate import SETTLED, Candidate
from understanding.command_names import CommandName
from understanding.correction import home_put_right, put_right
from understanding.denied import denies
from understanding.gas import smells_of_gas
from understanding.handing_on import handed_on, planned_and_handed_on
from understanding.hearsay import only_heard
from understanding.named import named_alone
from understanding.nomination import asks_outcome, corrects_name, wants_to_nominate
from understanding.notice_named import OF_NOTICES, settled_beside
from understanding.plain_orders import plain_orders
from understanding.said_at_work import SURE_ENOUGH, said_at_work
from understanding.situation import OwnTicket, Situation
from understanding.thanks import gives_thanks, only_thanks, takes_leave
from understanding.walks import finds_nothing, visited, walked

EVENLY = 0.45
"""How likely is each of two things that words leave open."""
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
_OPINIONS = frozenset({
    CommandName.RATE_TICKET, CommandName.LOOK_BACK_WELL, CommandName.BACK_AGAIN, CommandName.VERIFY_TICKET,
    CommandName.NOMINATE, None,
})  # fmt: skip
"""What thanks may be said with."""
_MAY_TELL = frozenset({CommandName.HEAR_TALK, CommandName.ASK_QUESTION, CommandName.ASK_PERSON})
SHORT = 20
_TAKES_APART = re.compile(
    r"(?:拆|分)(?:成|开|为|作)?[^,，。]{0,3}(?:[两二三2-3]|几)(?:单|件|个(?:单|工单)|份|张)|"
    r"单独(?:给我|帮我)?(?:记|报|登记?|立|开|算)(?:成|作)?一?[条件单个](?!人)|"
    r"(?:单子?|件|工单|回事|码事|号)[^,，。]{0,10}[,，]?(?:给我|帮我|把它|要|得|请)?(?:拆成|拆开|拆分|拆一下|分开(?:办|登记|立|派))"
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
_CORRECTS = frozenset({CommandName.ADD_REMARK, CommandName.CORRECT_REPORT})
_NOT_THIS = re.compile(r"是[0-9][^,，。]{0,5}[,，]?不是[0-9]|不是[0-9][^,，。]{0,5}[,，]?是[0-9]")
"""倒水的是402不是401: one number in place of another."""
_OF_LIVING = re.compile(r"[住家]")
_ASKS_WHERE = re.compile(
    r"(?:具体|到底)[^,，。]{0,4}(?:在|是)?[^,，。]{0,2}(?:哪|几)|(?:在|是)(?:哪一?[段层户间边块处]|几楼|几单元|几号)"
)
_RESIDENT = "resident"
_WORKS = frozenset(
    {"repair_crew", "grid_worker", "part_time_grid_worker", "grid_head", "city_management", "police_liaison"}
)
_MAY_ASK_FOR_WORK = _MAY_ASK | {
    CommandName.SHOW_MY_SHIFTS,
    CommandName.SHOW_SHIFTS,
    CommandName.SHOW_SHIFT,
    CommandName.SHOW_MY_TICKETS,
    CommandName.SHOW_AREA,
    CommandName.SHOW_OVERVIEW,
    CommandName.SHOW_HOURS,
    CommandName.ASK_PERSON,
}
_LEADER = "building_leader"
_WALK = frozenset({_LEADER, "part_time_grid_worker", "grid_worker"})
_HANDLES = frozenset({"assignee", "verifier"})
_OF_VERIFYING = frozenset({CommandName.VERIFY_TICKET, CommandName.CHECK_IN, CommandName.SHOW_UNPATROLLED})
LONGEST_ABOUT_STARS = 40


def settled_by_words(
    words: str, candidates: Sequence[Candidate], situation: Situation
) -> tuple[tuple[Candidate, ...], tuple[Candidate, ...]]:
    """The candidates as they stand then, the likeliest first, and the several wishes of the text where it holds such."""
    ordered = plain_orders(words, candidates, situation)
    if ordered is not None:
        return ordered
    best = candidates[0]
    settled = (
        _of_a_nomination(words, best)
        or _of_a_walk(words, best, situation)
        or _of_own_work(words, best, situation)
        or asked_instead(words, best, situation)
        or told_or_asked(words, best, situation)
    )
    if settled:
        return settled, ()
    if denies(best.command, words):
        return (Candidate(CommandName.CANCEL_DIALOGUE, SETTLED),), ()
    beside = settled_beside(words, candidates, situation)
    if beside is not None:
        return beside
    both = planned_and_handed_on(words, best, situation)
    if both:
        return both[:1], both
    found = (
        _split(words, best, situation)
        or _asked(words, best, situation)
        or _home(words, best, situation)
        or _place_of_a_thing(words, best, situation)
        or _asks_reporter(words, best, situation)
        or _stands_in(words, candidates, situation)
        or handed_on(words, best, situation)
    )
    if found:
        return found, ()
    if best.command is CommandName.VERIFY_TICKET and only_heard(words):
        return (replace(best, command=CommandName.ADD_REMARK, variant="", probability=SETTLED),), ()
    told = said_at_work(words, best, situation)
    return (told[0], *candidates[1:]), told if len(told) > 1 else ()


def _of_a_nomination(words: str, best: Candidate) -> tuple[Candidate, ...]:
    """Who asks what became of their nomination starts none; who says what the nominee is really called corrects it."""
    if len(words) > LONGEST_ABOUT_STARS:
        return ()
    if asks_outcome(words):
        return (Candidate(CommandName.SHOW_MY_NOMINATIONS, SETTLED),)
    if corrects_name(words):
        return (Candidate(CommandName.NOMINATE, SETTLED, "name"),)
    if best.command is CommandName.SHOW_MY_NOMINATIONS and denies(CommandName.NOMINATE, words):
        return (Candidate(CommandName.CANCEL_DIALOGUE, SETTLED),)
    if best.command is CommandName.SHOW_MY_NOMINATIONS and wants_to_nominate(words):
        return (Candidate(CommandName.NOMINATE, SETTLED),)
    return ()


def _of_own_work(words: str, best: Candidate, situation: Situation) -> tuple[Candidate, ...]:
    """有我的活吗: who works on tickets asks for theirs, not for shifts."""
    if situation.role not in _WORKS or best.command not in _MAY_ASK_FOR_WORK or not asks_for_own_work(words):
        return ()
    return (Candidate(CommandName.SHOW_MY_TICKETS, SETTLED),)


def _of_a_walk(words: str, best: Candidate, situation: Situation) -> tuple[Candidate, ...]:
    """Who looks after a building tells of a round, or of an old neighbour they looked in on; work on a ticket is neither."""
    if situation.role not in _WALK or named_alone(words, [each for each in situation.work if each.mine in _HANDLES]):
        return ()
    if visited(words) and best.command not in _OF_VERIFYING:
        return (Candidate(CommandName.PATROL, SETTLED, "visit"),)
    if situation.role == _LEADER and walked(words) and best.command not in _OF_VERIFYING:
        return (Candidate(CommandName.PATROL, SETTLED, "well" if finds_nothing(words) else ""),)
    return ()


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
    if takes_leave(words):
        return (Candidate(CommandName.GREET, SETTLED, "bye"),)
    if best.command not in OF_NOTICES | {CommandName.NOTIFY_RESIDENTS} and (
        asks_what_is_announced(words) or (asks_when_back(words) and not _has_event(situation))
    ):
        return (Candidate(CommandName.ASK_QUESTION, SETTLED),)
    if best.command in _MAY_TELL and asks_whose_business(words):
        return (Candidate(CommandName.REPORT_PROBLEM, SETTLED),)
    if best.probability < SURE_ENOUGH and best.command not in _OPINIONS and gives_thanks(words):
        return (Candidate(CommandName.SAY_THANKS, SETTLED),)
    if best.command is CommandName.WITHDRAW_REPORT and only_thanks(words):
        return (Candidate(CommandName.SAY_THANKS, SETTLED),)
    if best.command in _OF_A_MATTER and asks_for_service(words) and named_alone(words, own) is None:
        return (Candidate(CommandName.ASK_QUESTION, SETTLED),)
    if asks_about_sparks(words) and any(smells_of_gas(ticket.summary) and ticket.state not in _ENDED for ticket in own):
        return (Candidate(CommandName.ASK_QUESTION, SETTLED),)
    if own and best.command is CommandName.WITHDRAW_REPORT and _LET_GO.search(words) and named_alone(words, own):
        return (replace(best, probability=SETTLED),)
    if own and only_asked(words):
        latest = next((each.number for each in own if each.number == situation.just), own[0].number)
        return (Candidate(CommandName.CORRECT_REPORT, SETTLED, "question", ticket=latest),)
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


def _place_of_a_thing(words: str, best: Candidate, situation: Situation) -> tuple[Candidate, ...]:
    """Who says where a thing of their report is (那桶是3幢门口的) puts right the report, not where they live."""
    this = best.command in _CORRECTS and _NOT_THIS.search(words)
    unsure = best.probability < SURE_ENOUGH or this
    if best.command not in _MAY_BE_HOME or not unsure or _OF_LIVING.search(words):
        return ()
    own = [each for each in situation.tickets if each.mine == "reporter" and each.state not in _ENDED]
    named = named_alone(words, own)
    if named is None or put_right(words) == words:
        return ()
    return (Candidate(CommandName.CORRECT_REPORT, SETTLED, ticket=named.number, sure_of_target=1.0),)


def _asks_reporter(words: str, best: Candidate, situation: Situation) -> tuple[Candidate, ...]:
    """Who has a ticket in hand and asks where exactly it is asks whoever reported it."""
    if best.command not in _MAY_TELL | {CommandName.REPORT_PROBLEM} or situation.role not in _WORKS:
        return ()
    work = [each.number for each in situation.tickets if each.mine == "assignee" and each.state not in _ENDED]
    ticket = situation.just if situation.just in work else work[0] if len(work) == 1 else None
    if ticket is None or len(words) > SHORT or not _ASKS_WHERE.search(words):
        return ()
    return (Candidate(CommandName.RELAY_TO_REPORTER, SETTLED, ticket=ticket, sure_of_target=1.0),)


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
