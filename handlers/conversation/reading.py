"""Words that greet, ask for help, or say nothing."""

from handlers.conversation.commands import CancelDialogue, Greet, HearTalk, ShowHelp, StartReport, VentAnger
from handlers.said import Reads, Said
from understanding.command_names import CommandName

TOPICS = ("企业", "工单", "值班", "美善之星", "上报", "身份", "项目", "共建", "议事", "活动", "评议", "走访", "后台")
_CALLED_SO = (
    ("后台", ("电脑", "登录", "网页")), ("值班", ("排班", "站岗", "报名", "签退", "打卡", "换班", "岗")),
    ("美善之星", ("推荐", "提名", "评星", "光荣榜")), ("身份", ("绑定", "认证")), ("工单", ("单子", "派单", "接单", "办结")),
    ("上报", ("报修", "投诉", "反映")), ("项目", ("认领", "资源清单")), ("共建", ("结对", "党课", "协议")),
    ("议事", ("议题", "表决", "开会")), ("评议", ("征求意见", "案例投票")),
)  # fmt: skip
"""What people call a topic in sentences."""


def _topic(said: Said) -> str | None:
    """The topic that a call for help names."""
    named = next((topic for topic in TOPICS if topic in said.words), None)
    if named is not None or not said.free:
        return named
    return next((topic for topic, words in _CALLED_SO if any(word in said.words for word in words)), None)


READS: Reads = {
    CommandName.SHOW_HELP: lambda said, _here: ShowHelp(_topic(said)),
    CommandName.GREET: lambda said, _here: Greet(said.variant == "who"),
    CommandName.START_REPORT: lambda _said, _here: StartReport(),
    CommandName.HEAR_TALK: lambda _said, _here: HearTalk(),
    CommandName.CANCEL_DIALOGUE: lambda _said, _here: CancelDialogue(),
    CommandName.VENT_ANGER: lambda _said, _here: VentAnger(),
}
