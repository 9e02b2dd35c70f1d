"""Who has a ticket in hand says in so many words to whom it goes on: 电线还是转给沈假设."""

import re
from dataclasses import replace

from understanding.candidate import SETTLED, Candidate
from understanding.command_names import CommandName
from understanding.denied import denies
from understanding.named import named_alone
from understanding.situation import Situation
from understanding.whom import whom_anywhere

_HANDS_ON = re.compile(r"(?<![没不别])(?:转|移交)(?:办|交|派)?(?:给|到)(?!了|的是|谁|哪)")
_ASKS = re.compile(r"[?？]|吗|能不能|可不可以|要不要|行不行|谁|没有$|了没")
_CLAUSES = re.compile(r"[,，。;；!！\s]+")
_SENDS_FOR = re.compile(
    r"^(?:那就|就|再|得|要)?(?:让|叫|请|喊|找)(?P<whom>.+?)(?:们)?(?:过?来|去|带|弄|修|换|处理|看看|搞)"
)
_WILL_DO = re.compile(
    r"(?:要|得|准备|打算|先|必须|需要)[^,，]{0,6}(?:换|装|加|接|补|拆|挖|封|改|焊|垫|疏通|锯|吊|抽|打)|"
    r"(?:换|装|加|接|补|拆|改|焊)(?:[一两二三0-9]{0,2}[截根个块段套只片条])"
)
_OF_BOTH = frozenset({CommandName.TRANSFER_TICKET, CommandName.SET_PLAN})
SURE_OF_TICKET = 0.6
_MAY = frozenset({
    CommandName.TRANSFER_TICKET, CommandName.RETURN_TICKET, CommandName.HANDLE_TICKET, CommandName.ADD_REMARK,
    CommandName.ASK_QUESTION, CommandName.RELAY_TO_REPORTER, CommandName.DISPATCH_TICKET,
})  # fmt: skip


def handed_on(words: str, best: Candidate, situation: Situation) -> tuple[Candidate, ...]:
    """The handing on of the one ticket that is meant; empty where the words do not say that, or not of which."""
    mine = [ticket for ticket in situation.tickets if ticket.mine == "assignee" and ticket.state != "handled"]
    if not mine or best.command not in _MAY or _HANDS_ON.search(words) is None or _ASKS.search(words):
        return ()
    if denies(CommandName.TRANSFER_TICKET, words) or whom_anywhere(words) is None:
        return ()
    named = named_alone(words, mine) or (mine[0] if len(mine) == 1 else None)
    just = next((ticket for ticket in mine if ticket.number == situation.just), None)
    meant = named or just
    if meant is None or (best.ticket not in (None, meant.number) and named is None):
        return ()
    return (Candidate(CommandName.TRANSFER_TICKET, SETTLED, ticket=meant.number, sure_of_target=1.0),)


def planned_and_handed_on(words: str, best: Candidate, situation: Situation) -> tuple[Candidate, ...]:
    """The plan and the handing on, where both are told in one (要换一截管子 让沈师傅他们带管子来); empty where they are not."""
    mine = [ticket for ticket in situation.tickets if ticket.mine == "assignee" and ticket.state != "handled"]
    if best.command not in _OF_BOTH or best.ticket not in {ticket.number for ticket in mine} or _ASKS.search(words):
        return ()
    clauses = [clause for clause in _CLAUSES.split(words) if clause]
    sends = [clause for clause in clauses if _sends_for_somebody(clause)]
    plans = [clause for clause in clauses if clause not in sends and _WILL_DO.search(clause)]
    if len(sends) != 1 or not plans or best.sure_of_target < SURE_OF_TICKET:
        return ()
    return (
        replace(best, command=CommandName.SET_PLAN, probability=SETTLED, variant="", words="，".join(plans)),
        replace(best, command=CommandName.TRANSFER_TICKET, probability=SETTLED, variant="", words=sends[0]),
    )


def _sends_for_somebody(clause: str) -> bool:
    """Whether a colleague or the crew is to come: 让业主把阀门关了 hands nothing on."""
    found = _SENDS_FOR.search(clause)
    return found is not None and whom_anywhere(f"让{found['whom']}来") is not None
