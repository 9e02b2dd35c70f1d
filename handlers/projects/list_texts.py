"""What is said of what units offer and communities need."""

from handlers.context import Here
from handlers.outcomes import says
from handlers.projects.list_outcomes import (
    EnoughForToday,
    ItemsListed,
    NeedEnded,
    NeedStated,
    NoSuchItem,
    OfferEnded,
    ResourceOffered,
    WhatIsNeeded,
    WhatToOffer,
)

ITEMS = {"resources": "资源清单", "needs": "需求清单"}
ITEM_NAME = {"resources": "资源", "needs": "需求"}
NO_ITEMS = {
    "resources": "资源清单还是空的。单位联系人回复“提供资源 能提供什么”就能登记。",
    "needs": "需求清单还是空的。回复“提需求 需要什么”就能登记。",
}
ITEMS_SHOWN, ITEM, ITEM_WHOSE, ITEMS_MORE = (
    "{title}（最近{count}条）：\n{lines}{more}",
    "{name}{number} {whose}{text}",
    "{whose}：",
    "\n还有{count}条较早的没有列出。",
)
OFFERED = "已登记资源{number}（{unit}）：{text}\n{fits}不再提供时回复“撤下资源 {number}”。"
OFFER_PROJECTS, OFFER_NEEDS, OFFER_NONE = (
    "可能用得上的项目：{listed}。回复“认领项目{number}”就能认领。\n",
    "可能用得上的需求：{listed}。已告诉社区。\n",
    "有用得上的项目会告诉您。\n",
)
OFFER_WHAT = "您单位能提供什么？直接说就行，比如“会议室周末可以借，能坐30人”。"
OFFER_ENDED = "已撤下资源{number}，谢谢您单位的支持。"
WHICH_ITEM = "请带上编号，例如：撤下资源 3。编号在“资源清单”里。"
NO_ITEM = {
    "resources": "没有找到您单位的资源{number}，或者已经撤下。回复“资源清单”看看。",
    "needs": "没有找到需求{number}，或者已经撤下。回复“需求清单”看看。",
}
NEED_NOTED, NEED_PLACE, NEED_FITS, NEED_NONE = (
    "已登记需求{number}{place}：{text}\n{fits}",
    "（{place}）",
    "可能对得上：{listed}。已告诉社区去联系，有进展会告诉您。",
    "已告诉社区。对上单位会告诉您，急事请直接上报。",
)
NEED_WHAT = "需要什么、在哪个院子？直接说就行，比如“梧桐里1号院缺个遮雨的车棚”。"
NEED_ENDED = "已撤下需求{number}。"
ENOUGH = {
    "needs": "今天您已经登记了{most}条需求，这一条没有记下。请明天再登记，急事请直接上报；回复“需求清单”看已登记的。",
    "resources": "今天您已经登记了{most}条资源，这一条没有记下。请明天再登记；回复“资源清单”看已登记的。",
}


@says
def items_listed(found: ItemsListed, _here: Here) -> str:
    """The newest of a list."""
    if not found.items:
        return NO_ITEMS[found.what]
    name = ITEM_NAME[found.what]
    lines = [
        ITEM.format(name=name, number=each.number, text=each.text, whose=_whose(each.whose)) for each in found.items
    ]
    more = ITEMS_MORE.format(count=found.more) if found.more else ""
    return ITEMS_SHOWN.format(title=ITEMS[found.what], count=len(lines), lines="\n".join(lines), more=more)


@says
def offered(found: ResourceOffered, _here: Here) -> str:
    """What it may serve."""
    fits = ""
    if found.projects:
        listed = "；".join(f"项目{each.number} {each.title}" for each in found.projects)
        fits += OFFER_PROJECTS.format(listed=listed, number=found.projects[0].number)
    if found.needs:
        fits += OFFER_NEEDS.format(listed="；".join(found.needs))
    return OFFERED.format(number=found.number, unit=found.unit, text=found.text, fits=fits or OFFER_NONE)


@says
def what_to_offer(_found: WhatToOffer, _here: Here) -> str:
    """With an example."""
    return OFFER_WHAT


@says
def offer_ended(found: OfferEnded, _here: Here) -> str:
    """Off the list."""
    return OFFER_ENDED.format(number=found.number)


@says
def no_item(found: NoSuchItem, _here: Here) -> str:
    """Where to look."""
    if not found.number:
        return WHICH_ITEM
    return NO_ITEM[found.what].format(number=found.number)


@says
def need_stated(found: NeedStated, _here: Here) -> str:
    """What may fit."""
    place = NEED_PLACE.format(place=found.place) if found.place else ""
    fits = NEED_FITS.format(listed="；".join(found.fits)) if found.fits else NEED_NONE
    return NEED_NOTED.format(number=found.number, place=place, text=found.text, fits=fits)


@says
def what_is_needed(_found: WhatIsNeeded, _here: Here) -> str:
    """With an example."""
    return NEED_WHAT


@says
def need_ended(found: NeedEnded, _here: Here) -> str:
    """Off the list."""
    return NEED_ENDED.format(number=found.number)


def _whose(whose: str) -> str:
    return ITEM_WHOSE.format(whose=whose) if whose else ""


@says
def enough_for_today(found: EnoughForToday, _here: Here) -> str:
    """What is kept, and when more is taken."""
    return ENOUGH[found.what].format(most=found.most)
