"""What whoever writes a notice is shown before it goes: the words, who gets them, and what may be said to it."""

from collections.abc import Sequence

from governance.area_notices import Way
from handlers.area_notices import words
from handlers.area_notices.outcomes import Audience, Drafted
from handlers.area_notices.texts import NOBODY, WAY
from handlers.context import Here
from handlers.outcomes import says

DRAFTED = (
    "通知 {number}，还没有发。会发成这样：\n{said}\n\n{audience}\n\n{next}"
)  # fmt: skip
REPLACED = "之前没发的 {numbers} 不发了，以这一条为准。"
STREET = (
    "名册里没有“{street}”，不知道是哪几栋，现在会发给整个{area}。\n"
    "就发给整个{area}：可以发 {number}；只发给几栋，请说：只发给梧桐里1号院1幢"
)
WHY = (
    "只有关注了公众号、登记了住址在这个范围里的人才收得到；直接推送还要48小时内来过消息，其他人走模板通知或等下次来消息时带上。"
    "没关注的住户收不到，请另贴告示或上门告知。"
)
MAY_SEND = (
    "没问题请回复：可以发 {number}\n"
    "不发了：先别发 {number}；改时间：改通知 {number} 明天10点到16点；改内容：就写……，或去掉……"
)
NEEDS_SECOND = (
    "人数较多，还要另一位负责人点头：您先回复“可以发 {number}”，我去请人看。\n"
    "不发了：先别发 {number}；改时间：改通知 {number} 明天10点到16点"
)
BY_WAY = "· {way}：{n} 人"
GETS, GETS_NOT = "会收到的 {n} 人，住在 {homes} 处：", "收不到的 {n} 人："
WITHOUT, AT_HOME = "要另行告知的主要在：{homes}", "{home} {n} 人"


@says
def drafted(found: Drafted, here: Here) -> str:
    """The whole as it will be read, who gets it, and what to say to send it."""
    number = found.notice.number
    then = (NEEDS_SECOND if found.second else MAY_SEND).format(number=number)
    audience = "\n".join(audience_lines(found.audience))
    doubt = (
        STREET.format(street=found.street, area=words.area(found.notice.area), number=number) if found.street else ""
    )
    gone = REPLACED.format(numbers="、".join(found.replaced)) if found.replaced else ""
    audience = "\n".join(filter(None, [audience, WHY if found.why else "", doubt, gone]))
    return DRAFTED.format(
        number=number, said=words.announced(found.notice, here), audience=audience, next=then
    )  # fmt: skip


def audience_lines(audience: Audience) -> list[str]:
    """Who gets it and how; who does not, and why; where somebody has to go and tell them."""
    gets, not_reached = (
        [(w, n) for w, n in audience.ways if w not in _LOST],
        [(w, n) for w, n in audience.ways if w in _LOST],
    )
    lines = [NOBODY]
    if gets:
        lines = [GETS.format(n=sum(n for _, n in gets), homes=audience.homes), *_by_way(gets)]
    if not_reached:
        lines += [GETS_NOT.format(n=sum(n for _, n in not_reached)), *_by_way(not_reached)]
    if audience.without:
        homes = "、".join(AT_HOME.format(home=home, n=n) for home, n in audience.without)
        lines.append(WITHOUT.format(homes=homes))
    return lines


_LOST = (Way.MUTED, Way.UNFOLLOWED)


def _by_way(ways: Sequence[tuple[Way, int]]) -> list[str]:
    return [BY_WAY.format(way=WAY[way], n=n) for way, n in ways]
