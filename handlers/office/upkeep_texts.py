"""What is said of failed items and of pushes that did not reach their readers."""

from handlers.context import Here
from handlers.office.outcomes import ItemSetAside, PushCalledOff, PushIsOut, PushSentAgain
from handlers.outcomes import says

ITEM_SET_ASIDE = "已搁置，不再自动重试。排除原因后点“再试一次”。"
PUSH_AGAIN = "已放回待发，几秒内再发一次。"
PUSH_OFF = "已取消，不发了。改主意可以点“再发一次”。"
PUSH_OUT = "这条推送已经发出或正在发，没有改动。请刷新页面再看。"


@says
def item_set_aside(_found: ItemSetAside, _here: Here) -> str:
    """Until when."""
    return ITEM_SET_ASIDE


@says
def push_sent_again(_found: PushSentAgain, _here: Here) -> str:
    """When."""
    return PUSH_AGAIN


@says
def push_called_off(_found: PushCalledOff, _here: Here) -> str:
    """It stays here."""
    return PUSH_OFF


@says
def push_is_out(_found: PushIsOut, _here: Here) -> str:
    """Somebody or something was quicker."""
    return PUSH_OUT
