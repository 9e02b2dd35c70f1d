"""What residents read in the look-back of a year."""

from handlers.context import Here
from handlers.outcomes import says
from handlers.visits.outcomes import NoSuchLook, YearSaid, YearSaidBefore

SAID = {True: "还好", False: "又犯了"}
KEPT, OPENED = "回头看 {number}（{title}）您说{said}，已记下，谢谢。", "说又犯了的居民够多，这件事已重新办理。"
BEFORE = "回头看 {number}（{title}）您已经说过了，一人一次。又有新问题请直接上报。"
NOT_ASKED = "回头看 {number} 问的是别的住户，您的话没有记。您家有问题请直接上报。"
NO_SUCH = "没有这个回头看，请点收到的消息里的选项，或照编号回复，例如：回头看 3 还好"


@says
def year_said(of: YearSaid, _here: Here) -> str:
    """What was said, and what comes of it."""
    return KEPT.format(number=of.number, title=of.title, said=SAID[of.holds]) + (OPENED if of.reopened else "")


@says
def said_before(of: YearSaidBefore, _here: Here) -> str:
    """Once."""
    return BEFORE.format(number=of.number, title=of.title)


@says
def no_such_look(of: NoSuchLook, _here: Here) -> str:
    """Others were asked, or there is none."""
    return NOT_ASKED.format(number=of.number) if of.known else NO_SUCH
