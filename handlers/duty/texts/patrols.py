"""What is said of who has not walked round, and of reminding them."""

from collections.abc import Sequence

from handlers.context import Here
from handlers.duty.outcomes import presence as found
from handlers.duty.texts.notices import ALL_PATROLLED, unpatrolled
from handlers.outcomes import says

HOW_TO_REMIND = "\n要提醒他们，请回复：提醒巡楼"
REMINDED = "已提醒 {count} 位本周还没有巡楼的楼栋长：{names}。"
NOBODY_NEW = "没有新提醒谁。"
REMINDED_BEFORE = "今天已经提醒过 {count} 位：{names}，一天只提醒一次。"
UNREACHED = "{count} 位还没有绑定微信，收不到提醒，请打电话：{names}。"


@says
def who_did_not_patrol(of: found.Unpatrolled, _here: Here) -> str:
    """Their names, and how they are reminded."""
    return unpatrolled(of.names) + (HOW_TO_REMIND if of.names else "")


@says
def reminded_of_patrol(of: found.RemindedOfPatrol, _here: Here) -> str:
    """How many, and who."""
    if not (of.now or of.before or of.unreached):
        return ALL_PATROLLED
    lines = [_said(REMINDED, of.now) or NOBODY_NEW, _said(REMINDED_BEFORE, of.before), _said(UNREACHED, of.unreached)]
    return "\n".join(filter(None, lines))


def _said(text: str, names: Sequence[str]) -> str:
    return text.format(count=len(names), names="、".join(names)) if names else ""
