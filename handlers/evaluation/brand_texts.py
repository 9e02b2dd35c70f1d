"""What is said to who asks for a community's own brand work."""

from handlers.context import Here
from handlers.evaluation import brand_outcomes as found
from handlers.outcomes import says

AND = "、"
BRAND_SHOWN = "{community}的一居一品（{year}年）是《{title}》。{story}\n图文看这里：{url}/booklets/{year}"
NO_BRAND_YET = "{community}还没有登记一居一品。想提建议请直接说，或回复“提议题”加内容。"
WHOSE_BRAND = "请写是哪个社区，比如：一居一品 梧桐社区；或先回复“我住”加您的地址。"
BRAND_UNKNOWN = "没有找到社区“{said}”，请写社区的全名，比如：一居一品 梧桐社区。"
BRANDS_ARE, LONGEST_STORY = "\n已有一居一品的：{names}。", 80


@says
def brand_shown(of: found.BrandShown, here: Here) -> str:
    """Title, one sentence, and where to read it with its picture."""
    story = first_sentence(of.story, LONGEST_STORY)
    url = here.config.public_url
    return BRAND_SHOWN.format(community=of.community, year=of.year, title=of.title, story=story, url=url)


@says
def no_brand_yet(of: found.NoBrandYet, _here: Here) -> str:
    """Who has one."""
    return NO_BRAND_YET.format(community=of.community) + (_having(of.others) if of.others else "")


@says
def whose_brand(of: found.WhoseBrand, _here: Here) -> str:
    """How to ask."""
    said = BRAND_UNKNOWN.format(said=of.said) if of.said else WHOSE_BRAND
    return said + (_having(of.having) if of.having else "")


def _having(names: tuple[str, ...]) -> str:
    return BRANDS_ARE.format(names=AND.join(names))


def first_sentence(text: str, most: int) -> str:
    """Up to the first full stop, or so many letters."""
    first = text.split("。", 1)[0].split("\n", 1)[0]
    return first + "。" if len(first) <= most else first[:most] + "…"
