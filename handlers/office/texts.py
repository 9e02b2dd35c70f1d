"""What is said of orders from the back office."""

from handlers.context import Here
from handlers.office.outcomes import Stale
from handlers.outcomes import says
from handlers.texts.console import event

STALE = "这件工单刚刚有了变化，您的操作没有执行：{news}。请看过最新情况再操作。"


@says
def stale(found: Stale, _here: Here) -> str:
    """What somebody else has done meanwhile."""
    return STALE.format(news="；".join(event(kind, who) for kind, who in found.news))
