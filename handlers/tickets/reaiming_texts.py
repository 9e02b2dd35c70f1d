"""What is said to who says that what was just done was wrong."""

from governance.tickets.lifecycle import Move
from handlers.context import Here
from handlers.outcomes import in_words, says
from handlers.texts import work as words
from handlers.tickets.denial_texts import head
from handlers.tickets.reaiming_outcomes import HandlingUndone, NoSuchStep, NothingToReaim, Reaimed, StepMarked
from handlers.tickets.texts import dues

HANDLING_UNDONE = "已撤销办结 {head}，恢复处理中，已记录。做好了再说一声做了什么、发张照片。\n{due}"
NOT_TO_VERIFY = "{who}撤回了 {head}的办结：还没有做完，先不用核查。"
REAIMED_UNDONE = "刚才 {n} 的{verb}已撤回。"
REAIMED_STAYS = "刚才记在 {n} 上的{verb}不能抹掉，已注明是记错。{how}"
REAIM_RETURN = "这一件不归您办的话，回复：退单 {n} 原因"
MARKED = "记错："
"""How every note begins that says that a step before it does not hold."""
REAIMED_NOTE = MARKED + "说的是 {right}"
STEP_STAYS = "记在 {n} 上的{verb}已注明是记错，别的都没有动。"
STEP_ASKS = "该记给哪一件，请说：{verb} 编号 怎么办"
STEP_ASKS_PROOF = "该记给哪一件，请说：{verb} 编号"
STEP_NOTE = MARKED + "刚才的{verb}不是这一件的"
NO_SUCH_STEP = "{where}没有找到您记的{verb}，什么都没有动。要记哪一件，请说：{verb} 编号"
NOTHING_TO_REAIM = "没有找到您刚才办错的一步。{head}要办什么，请直接说，例如：到场 {n}、办结 {n} 说明。"


@says
def handling_undone(found: HandlingUndone, here: Here) -> str:
    """What is promised again."""
    return HANDLING_UNDONE.format(head=head(found.ticket), due=dues(found.ahead, here)).rstrip()


@says
def reaimed(found: Reaimed, here: Here) -> str:
    """What became of the wrong step, then of the right one."""
    n, verb = words.short(found.wrong.number), words.VERB[found.move]
    how = REAIM_RETURN.format(n=n) if found.move is Move.TAKE else ""
    wrong = REAIMED_UNDONE if found.undone else REAIMED_STAYS
    return "\n\n".join([wrong.format(n=n, verb=verb, how=how), in_words(found.then, here)])


@says
def nothing_to_reaim(found: NothingToReaim, _here: Here) -> str:
    """How to say what is to be done."""
    return NOTHING_TO_REAIM.format(head=head(found.ticket), n=words.short(found.ticket.number))


@says
def step_marked(found: StepMarked, here: Here) -> str:
    """What stays with a mark, then what was put down instead; else how to say for which it was."""
    n, verb = words.short(found.wrong.number), words.VERB[found.move]
    asks = STEP_ASKS if found.move is Move.PLAN else STEP_ASKS_PROOF
    then = [in_words(each, here) for each in found.then] or [asks.format(verb=verb)]
    return "\n\n".join([STEP_STAYS.format(n=n, verb=verb), *then])


@says
def no_such_step(found: NoSuchStep, _here: Here) -> str:
    """Nothing was changed."""
    where = f"{words.short(found.ticket)} 上" if found.ticket else ""
    return NO_SUCH_STEP.format(where=where, verb=words.VERB[found.move])
