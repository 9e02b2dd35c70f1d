"""What somebody is besides their posts, and what they can say first."""

from collections.abc import Collection

from governance.roles import Role
from handlers.callings import Callings
from handlers.councils.words import KIND

UNIT, COUNCIL, BRANCH = "· {name}的单位联系人", "· {place}{kind}成员", "· {name}"
OF_UNIT = "代表单位可以先说：企业诉求 园区停车位不够；项目清单；我的活动。回复“帮助 企业”看全部。"
OF_COUNCIL = "议事可以先说：看议事会；看议题；提议题。回复“帮助 议事”看全部。"
OF_BRANCH = "支部可以先说：我的结对；我们网格支部这个月做了什么。回复“帮助 共建”看全部。"


def calling_lines(callings: Callings, posts: Collection[Role]) -> list[str]:
    """One a line, as posts are shown; a seat in a council that somebody has by a post stands there already."""
    councils = () if Role.COUNCIL_MEMBER in posts else callings.councils
    return [
        *(UNIT.format(name=name) for name in callings.units),
        *(COUNCIL.format(place=place, kind=KIND[kind]) for kind, place in councils),
        *(BRANCH.format(name=name) for name in callings.branches),
    ]


def first_steps(callings: Callings, posts: Collection[Role]) -> list[str]:
    """What they can say first, where they are one of these."""
    sits = callings.councils or Role.COUNCIL_MEMBER in posts
    of = ((OF_UNIT, callings.units), (OF_COUNCIL, sits), (OF_BRANCH, callings.branches))
    return [words for words, held in of if held]
