"""What anybody may read of the stars."""

from collections.abc import Sequence

from handlers.context import Here
from handlers.outcomes import says
from handlers.stars.outcomes.public import NoRoll, NoWhy, PublicLine, Roll, Why, WhyWhich
from handlers.stars.texts import KIND, NOTICE_LINE, WHY_HEAD, shortened, why_lines

MOST = 12
ROLL_NOTICE = "公示中："
ROLL_NONE = "现在没有公示和已发布的美善之星。推荐请说：推荐 姓名 楼栋 做了什么好事"
ROLL_LAST = "最近揭晓："
ROLL_URL = "历年光荣榜：{url}"
WHY_NONE = "没有编号 {n} 的公示或得奖。回复“美善之星”看编号。"
WHY_WHICH = "请带上编号，例如：为什么是她 {n}"


@says
def roll(found: Roll, here: Here) -> str:
    """What is on notice, what was announced last, and where to read on."""
    lines = [*_listed(ROLL_NOTICE, found.noticed, here), *_listed(ROLL_LAST, found.announced, here)]
    first = (found.noticed or found.announced)[0]
    url = f"{here.config.public_url}/stars/{found.year}"
    return "\n".join([*lines, WHY_WHICH.format(n=first.number), ROLL_URL.format(url=url)])


@says
def no_roll(_found: NoRoll, _here: Here) -> str:
    """Nothing is public, and how to nominate."""
    return ROLL_NONE


@says
def why(found: Why, here: Here) -> str:
    """The ten facts with most points."""
    area = here.places.full_name(found.area)
    head = WHY_HEAD.format(n=found.number, name=found.name, kind=KIND[found.kind], area=area, total=found.score)
    return "\n".join([head, *why_lines(found.rows)])


@says
def why_which(found: WhyWhich, _here: Here) -> str:
    """A number is wanted."""
    return WHY_WHICH.format(n=found.number)


@says
def no_why(found: NoWhy, _here: Here) -> str:
    """Nothing public has this number."""
    return WHY_NONE.format(n=found.number)


def _listed(head: str, lines: Sequence[PublicLine], here: Here) -> list[str]:
    said = [
        NOTICE_LINE.format(
            n=line.number, kind=KIND[line.kind], name=line.name, area=here.places.full_name(line.area),
            deeds=shortened(line.deeds),
        )
        for line in lines[:MOST]
    ]  # fmt: skip
    return [head, *said] if said else []
