"""What needs, resources and projects are about, by the words that are said of them; and which of them fit each other."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum


class ResourceKind(StrEnum):
    """What somebody has to give, or needs."""

    ROOM = "room"
    PEOPLE = "people"
    MONEY = "money"
    GOODS = "goods"
    WORKS = "works"
    """Building and repairing."""
    LEGAL = "legal"
    HEALTH = "health"
    TEACHING = "teaching"
    PARKING = "parking"
    TRANSPORT = "transport"


WORDS: dict[ResourceKind, tuple[str, ...]] = {
    ResourceKind.ROOM: (
        "会议室",
        "场地",
        "活动室",
        "礼堂",
        "教室",
        "房间",
        "场所",
        "操场",
        "食堂",
        "展厅",
        "开会的地方",
    ),
    ResourceKind.PEOPLE: ("志愿", "人手", "队伍", "出人", "几个人", "帮手", "党员", "员工", "年轻人", "劳力", "搬运"),
    ResourceKind.MONEY: ("资金", "经费", "捐款", "赞助", "出钱", "款项", "基金", "万元", "拨款"),
    ResourceKind.GOODS: (
        "物资",
        "器材",
        "桌椅",
        "长椅",
        "座椅",
        "电脑",
        "图书",
        "米面",
        "慰问品",
        "轮椅",
        "帐篷",
        "雨棚",
        "灭火器",
        "设备",
        "水泵",
        "发电机",
    ),
    ResourceKind.WORKS: (
        "维修",
        "施工",
        "改造",
        "安装",
        "车棚",
        "充电",
        "路面",
        "铺路",
        "刷墙",
        "水管",
        "管道",
        "坡道",
        "扶手",
        "绿化",
        "修剪",
        "电工",
        "水电",
        "工程",
        "路灯",
        "楼道灯",
        "抢修",
        "抽水",
        "吊车",
        "挖机",
    ),
    ResourceKind.LEGAL: ("法律", "律师", "普法", "调解", "公证", "维权"),
    ResourceKind.HEALTH: ("义诊", "体检", "医生", "护士", "健康", "急救", "心理", "药", "血压", "医疗"),
    ResourceKind.TEACHING: ("讲座", "培训", "上课", "辅导", "课程", "教老人", "书法", "宣讲", "老师", "托管"),
    ResourceKind.PARKING: ("停车位", "车位", "停车场", "错时停车", "停车"),
    ResourceKind.TRANSPORT: ("班车", "接送", "货车", "用车", "车辆", "运输", "面包车", "司机"),
}
"""Where a word lies in a longer one only the longer counts: 停车位 is no 车位 besides."""


def kinds_in(text: str) -> frozenset[ResourceKind]:
    """What a text is about; of words that overlap the longest counts."""
    found: list[tuple[int, int, ResourceKind]] = []
    for kind, words in WORDS.items():
        for word in words:
            start = text.find(word)
            while start >= 0:
                found.append((start, start + len(word), kind))
                start = text.find(word, start + 1)
    return frozenset(kind for start, end, kind in found if not _is_inside(start, end, found))


def _is_inside(start: int, end: int, found: Iterable[tuple[int, int, ResourceKind]]) -> bool:
    return any(a <= start and end <= b and b - a > end - start for a, b, _ in found)


@dataclass(frozen=True)
class Offer:
    """Something in a list that may fit: its id, what it is about, and the community it lies in (None: the whole subdistrict)."""

    id: int
    kinds: frozenset[ResourceKind]
    community: int | None = None


def matches(
    kinds: frozenset[ResourceKind], community: int | None, offers: Sequence[Offer], most: int = 3
) -> tuple[int, ...]:
    """The ids of those that fit, the best first: more in common, then of the same community, then who offered first."""
    fitting = [offer for offer in offers if kinds & offer.kinds]
    fitting.sort(key=lambda offer: (-len(kinds & offer.kinds), offer.community != community, offer.id))
    return tuple(offer.id for offer in fitting[:most])
