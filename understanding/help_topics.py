"""What one may ask help on: the one list from which the words, their reading and the help itself are made."""

from dataclasses import dataclass


@dataclass(frozen=True)
class HelpTopic:
    """A topic by its name. `domains`: whose commands belong to it; `called`: what people call it in sentences."""

    name: str
    domains: tuple[str, ...]
    called: tuple[str, ...] = ()


HELP_TOPICS = (
    HelpTopic("企业", ("requests",)),
    HelpTopic("工单", ("tickets",), ("单子", "派单", "接单", "办结")),
    HelpTopic("上报", ("reporting", "conversation"), ("报修", "投诉", "反映")),
    HelpTopic("值班", ("duty",), ("排班", "站岗", "报名", "签退", "打卡", "换班", "岗")),
    HelpTopic("美善之星", ("stars",), ("推荐", "提名", "评星", "光荣榜")),
    HelpTopic("身份", ("people", "notifications", "privacy"), ("绑定", "认证")),
    HelpTopic("项目", ("projects",), ("认领", "资源清单")),
    HelpTopic("共建", ("alliance",), ("结对", "党课", "协议")),
    HelpTopic("议事", ("councils",), ("议题", "表决", "开会")),
    HelpTopic("活动", ("activities",)),
    HelpTopic("评议", ("surveys", "cases", "evaluation"), ("征求意见", "案例投票", "一居一品")),
    HelpTopic("走访", ("visits",)),
    HelpTopic("设施", ("things",), ("点检", "巡检")),
    HelpTopic("后台", ("office",), ("电脑", "登录", "网页")),
)
HELP_NAMES = tuple(topic.name for topic in HELP_TOPICS)
_OTHERS_FIRST = ("后台",)
"""Whose words are looked for before those of all others: 登录后台看排班 is about the computer."""


def topic_named(words: str, *, freely: bool) -> str | None:
    """The topic that a call for help names; in a sentence (`freely`) also by what people call it."""
    named = next((name for name in HELP_NAMES if name in words), None)
    if named is not None or not freely:
        return named
    ordered = sorted(HELP_TOPICS, key=lambda topic: topic.name not in _OTHERS_FIRST)
    return next((topic.name for topic in ordered if any(word in words for word in topic.called)), None)
