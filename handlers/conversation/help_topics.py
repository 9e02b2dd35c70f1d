"""What one may ask help on, and who is shown which of it."""

from collections.abc import Sequence
from typing import Any

from governance.permissions import PERMISSIONS, Act
from governance.roles import Role
from handlers.catalogue import Entry, entries
from handlers.projects.commands import (
    ClaimProject,
    EndOffer,
    GiveUpClaim,
    OfferResource,
    ReportProjectStep,
    ShowMyProjects,
    TakeOn,
)
from understanding.help_topics import HELP_TOPICS

DOMAINS = {topic.name: topic.domains for topic in HELP_TOPICS}
"""Whose commands belong to each topic."""
FOR_STAFF = frozenset({"工单", "值班", "后台"})
"""Of these only those hear who have a role besides living here."""
FOR_ROLES: dict[str, frozenset[Role]] = {
    "企业": frozenset({Role.UNIT_CONTACT}),
    "共建": PERMISSIONS[Act.RUN_ALLIANCE] | {Role.UNIT_CONTACT, Role.PARTY_MEMBER},
    "设施": PERMISSIONS[Act.INSPECT],
}
"""And of these only these."""
AT_ONCE = frozenset({"工单", "上报", "值班", "美善之星", "身份", "后台"})
"""Topics that are shown in short to everybody who has them; others by name, save to those of `OWN`."""
OWN: dict[str, Role] = {"企业": Role.UNIT_CONTACT, "共建": Role.UNIT_CONTACT, "议事": Role.COUNCIL_MEMBER}
"""Who is this is shown the topic in short too."""
_OF_UNITS: frozenset[type[Any]] = frozenset(
    {ClaimProject, EndOffer, GiveUpClaim, OfferResource, ReportProjectStep, ShowMyProjects, TakeOn}
)
"""What only a unit's contact can do."""
_SAID_BESIDES: dict[str, tuple[tuple[str, tuple[str, ...], Role | Act | None], ...]] = {
    "活动": (
        ("看活动", ("活动", "活动 12"), None),
        ("报名、取消", ("报名 12", "取消报名 12"), None),
        ("我的活动", ("我的活动",), None),
        ("评价活动", ("评价活动 12 好",), None),
        ("看比赛结果", ("比赛结果", "比赛结果 12"), None),
        ("单位名额", ("预订 12 20人", "退订 12", "实到 12 18人"), Role.UNIT_CONTACT),
        ("发起活动", ("发起活动 讲座 消防知识 地点 将军馆 12月6日 9点到11点 30人",), Act.RUN_DUTY),
    ),
    "评议": (
        ("答征求意见", ("意见3 2", "意见3 很好"), None),
        ("看征求意见", ("征求意见",), None),
    ),
}
"""What commands without examples of their own are said by."""

Line = tuple[str, tuple[str, ...]]


def lines_of(topic: str, roles: frozenset[Role]) -> list[Line]:
    """Label and examples of all that somebody in these roles may say about a topic; what only takes something back comes last."""
    undoing = {entry.back for entry in entries()}
    found = [entry for entry in entries() if entry.examples and _domain(entry) in DOMAINS[topic]]
    allowed = sorted((e for e in found if _may(e, roles)), key=lambda entry: entry.command in undoing)
    besides = _SAID_BESIDES.get(topic, ())
    return [
        *((label, said) for label, said, who in besides if _held(who, roles)),
        *((entry.label, entry.examples) for entry in allowed),
    ]


def topics_for(roles: frozenset[Role]) -> list[str]:
    """The topics that somebody in these roles hears of."""
    serves = bool(roles - {Role.RESIDENT, Role.UNIT_CONTACT, Role.COUNCIL_MEMBER})
    return [
        topic
        for topic in DOMAINS
        if (serves or topic not in FOR_STAFF)
        and (topic not in FOR_ROLES or FOR_ROLES[topic] & roles)
        and lines_of(topic, roles)
    ]


def in_short(topics: Sequence[str], roles: frozenset[Role]) -> tuple[list[str], list[str]]:
    """Those that are shown at once, and those that are only named."""
    shown = [topic for topic in topics if topic in AT_ONCE or OWN.get(topic) in roles]
    return shown, [topic for topic in topics if topic not in shown]


def _may(entry: Entry, roles: frozenset[Role]) -> bool:
    if entry.command in _OF_UNITS and Role.UNIT_CONTACT not in roles:
        return False
    return entry.roles is None or bool(entry.roles & roles)


def _held(who: Role | Act | None, roles: frozenset[Role]) -> bool:
    if who is None:
        return True
    return bool(PERMISSIONS[who] & roles) if isinstance(who, Act) else who in roles


def _domain(entry: Entry) -> str:
    return str(entry.command.__module__.split(".")[1])
