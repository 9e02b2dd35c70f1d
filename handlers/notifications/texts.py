"""What is said of the notices somebody gets."""

from governance.notices import Group
from handlers.area_notices.words import MUTES
from handlers.context import Here
from handlers.notifications.outcomes import Muted
from handlers.outcomes import says

GROUP = {
    Group.NEWS: "上报进展",
    Group.WORK: "工单",
    Group.REMINDER: "催办提醒",
    Group.BRIEF: "简报",
    Group.AREA: "社区通知",
}
TOPIC = "{kind}通知"
MUTED = "好的，不再推送：{groups}。恢复请回复：恢复提醒"
NOTHING_MUTED = "好的，所有通知都会推送。不想收某一类，回复：退订进展、退订催办、退订简报"


@says
def muted(found: Muted, _here: Here) -> str:
    """What the sender does not hear of now."""
    named = [GROUP[group] for group in found.groups] + [TOPIC.format(kind=MUTES[topic]) for topic in found.topics]
    return MUTED.format(groups="、".join(named)) if named else NOTHING_MUTED
