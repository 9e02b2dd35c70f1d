"""What is said where somebody takes back that a person is in danger."""

from handlers.context import Here
from handlers.outcomes import says
from handlers.reporting.outcomes import LookedAfterStill

STILL_COMING = (
    "{number} 已记下您说不用了，也告诉了工作人员。我们还是会来看看，当面或电话里说一声就好。\n"
    "心里难受随时可拨12356，危急时拨打110或120。"
)
WITHDRAWS = "上报人说要撤回"
NOTICE_STILL = "{number}（人员求助）上报人说要撤回。不按撤回办：请仍联系上本人、上门看看。"


@says
def looked_after_still(found: LookedAfterStill, _here: Here) -> str:
    """Somebody comes all the same."""
    return STILL_COMING.format(number=found.number)
