"""What somebody says of their work, settled by plain words: which ticket it is of, and whether they set out, arrived, are done or
not yet.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from understanding.candidate import SETTLED, Candidate
from understanding.command_names import CommandName
from understanding.named import named_alone, placed_alone, speaks_of_another
from understanding.situation import WAITING, OwnTicket, Situation
from understanding.work_told import Told, told_at_work

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
_TAKES = re.compile(
    r"(?:归我|算我的|交给我|包给我)(?:吧|了|好了|来)*(?:$|[,，。!！])|我(?:都|全)?(?:接|领)(?:了|下了?|下来)?(?:$|[,，。!！])"
)
_STEPS = frozenset({CommandName.BRING_CREW, CommandName.ARRIVE_ON_SITE})
_PLAN = re.compile(
    r"方案(?:就|我看|我想|这样)*(?:是|[:：])\s*(?P<plan>[^,，。;；]{2,}(?:[,，、](?![^,，。;；]*(?:进场|到场|到了|来了|在场|在现场|已经))[^,，。;；]{2,})*)"
)
_ORDER = re.compile(
    r"(?:(?P<first>最先|最早|头一个|第一个)|(?P<last>最后|最新|最晚|末了))(?:报|派|来|接|给|送)(?:上来|过来|给我|进来|到)*(?:的|那)"
)
_MINE = re.compile(r"(?:都|全)给我(?:吧|了|来|弄|办|处理)*(?:$|[\s,，。!！])")
"""这两件都给我: of tickets that wait, they are taken and not shown."""


_OF_PLAN_AND_CREW = frozenset({CommandName.SET_PLAN, CommandName.BRING_CREW})
_CLAUSES = re.compile(r"[,，。;；!！\s]+")
_BROUGHT = re.compile(
    r"(?:[人料车]|材料|机器|设备|工具|配件|管子|师傅|人手)[^,，]{0,4}(?:(?:都|也|全)?(?:带来|运来|拉来|拿来|到|到齐|到位|齐|进场|来)了|带来|到位|到齐)"
)
_WILL_DO = re.compile(
    r"(?:要|准备|打算|先|得|就|直接|把[^,，]{1,6})?(?:换|装|加|接|补|拆|挖|封|改|焊|垫|加固|疏通|锯|吊)(?:[一两二三0-9]{0,2}[截根个块段套只片条盏]|成|掉|新|上|下来)"
)
_PLANS = re.compile(
    r"方案(?:就|大概|暂时|先)?(?:是|定为|[:,，])(?!.{0,4}[0-9一二三四五六七八九]号)|(?:我的|处理|初步)方案(?!.{0,3}[错])"
)


def said_at_work(words: str, best: Candidate, situation: Situation) -> tuple[Candidate, ...]:
    """The likeliest candidate as it stands then; two where two things are told."""
    work = [ticket for ticket in situation.tickets if ticket.mine == "assignee" and ticket.state != "handled"]
    if not work or best.command not in _TELLS_OF_WORK | _OF_OPEN_WORK:
        return (best,)
    aimed = _at_open_work(words, best, work, situation)
    if aimed.command not in _TELLS_OF_WORK:
        return (aimed,)
    said = told_at_work(words)
    begun = any(ticket.number == aimed.ticket and ticket.state == "in_progress" for ticket in work)
    if begun and said.there and not said.done and aimed.command is CommandName.TAKE_TICKET:
        return (replace(aimed, command=CommandName.ARRIVE_ON_SITE, probability=SETTLED),)
    return _sets_out(said, aimed, work, situation) or _planned(words, aimed) or _work(said, aimed, words)


def _planned(words: str, best: Candidate) -> tuple[Candidate, ...]:
    """The plan that is said to be one, and the step that is told with it (方案就是关总阀，师傅也进场了)."""
    plan = _PLAN.search(words)
    if plan is None or best.command not in _STEPS or best.ticket is None or best.sure_of_target < SURE_ENOUGH:
        return ()
    rest = f"{words[: plan.start()]}{words[plan.end() :]}".strip(" ,，。;；")
    told = replace(best, command=CommandName.SET_PLAN, probability=SETTLED, words=plan["plan"].strip(" ,，、"))
    return (told, replace(best, probability=SETTLED, words=rest)) if rest else (told,)


def _at_open_work(words: str, best: Candidate, work: Sequence[OwnTicket], situation: Situation) -> Candidate:
    """The same wish, of the ticket that the words name, and of none that is handled already."""
    if best.command not in _OF_OPEN_WORK:
        return best
    states = {ticket.number: ticket.state for ticket in situation.tickets if ticket.mine == "assignee"}
    if best.ticket is None or best.ticket not in states:
        return best
    mine = [ticket for ticket in situation.tickets if ticket.mine == "assignee"]
    in_order = _in_order(words, mine)
    if in_order is not None:
        return replace(best, ticket=in_order, sure_of_target=1.0)
    there = placed_alone(words, mine) if best.command is CommandName.ARRIVE_ON_SITE else None
    named = there or named_alone(words, mine)
    if named is not None and (named.state == "handled" or best.sure_of_target < SURE_ENOUGH):
        return replace(best, ticket=named.number, sure_of_target=1.0)
    if states[best.ticket] == "handled" and named is None:
        best = replace(best, ticket=work[0].number, sure_of_target=1.0 if len(work) == 1 else 0.0)
    aimed = next(ticket for ticket in mine if ticket.number == best.ticket)
    return replace(best, sure_of_target=0.0) if named is None and speaks_of_another(words, aimed) else best


def _in_order(words: str, mine: Sequence[OwnTicket]) -> str | None:
    """The ticket that was reported first or last, where the words say so (最先报上来的那件)."""
    said = _ORDER.search(words)
    numbers = sorted(ticket.number for ticket in mine)
    if said is None or len(numbers) < 2:
        return None
    return numbers[0] if said["first"] else numbers[-1]


def _work(told: Told, best: Candidate, words: str) -> tuple[Candidate, ...]:
    """Arrival and work, or arrival and a plan, each for itself; what is not done ends nothing."""
    if best.command is CommandName.TAKE_TICKET and _MINE.search(words):
        return (replace(best, probability=SETTLED),)
    if best.command is CommandName.HANDLE_TICKET and not told.done and _TAKES.search(words):
        return (replace(best, command=CommandName.TAKE_TICKET, probability=SETTLED),)
    if best.command in _OF_PLAN_AND_CREW and not told.done and (both := _plan_and_crew(words, best)):
        return both
    if _PLANS.search(words) and not told.done:
        return (replace(best, command=CommandName.SET_PLAN, probability=SETTLED),)
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


def _plan_and_crew(words: str, best: Candidate) -> tuple[Candidate, ...]:
    """Who says what will be done, and that people and material are there (换一截管子，料和人都到了), tells of both."""
    clauses = [clause for clause in _CLAUSES.split(words) if clause]
    here = [clause for clause in clauses if _BROUGHT.search(clause)]
    plans = [clause for clause in clauses if _WILL_DO.search(clause) and clause not in here]
    if not here or not plans or best.ticket is None or best.sure_of_target < SURE_ENOUGH:
        return ()
    rest = "，".join(clause for clause in clauses if clause not in plans)
    return (
        replace(best, command=CommandName.SET_PLAN, probability=SETTLED, words="，".join(plans)),
        replace(best, command=CommandName.BRING_CREW, probability=SETTLED, words=rest),
    )


def _sets_out(told: Told, best: Candidate, work: Sequence[OwnTicket], situation: Situation) -> tuple[Candidate, ...]:
    """Who says that they are on their way takes what waits for them: what was just sent to them, or the only such ticket."""
    waiting = [ticket.number for ticket in work if ticket.state in WAITING]
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
