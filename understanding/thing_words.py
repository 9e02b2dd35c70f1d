"""The everyday words for things that stand and lie in a neighbourhood, by the codes of their kinds."""

import re

_WORDS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (r"雨水井|污水井|检查井|窨井盖?|阴井盖?|下水井盖?|井盖子?|井圈|井口|下水道(?:口|盖子?)|路上的?井", ("manhole",)),
    (r"下水道|下水", ("manhole", "drain", "pipe")),
    (r"雨水(?:口|篦子?|箅子?)|水(?:篦|箅)子|(?:排水|下水|雨水)沟|排水口|地漏|明沟|暗沟|阴沟", ("drain",)),
    (r"(?:排|污|下|雨|自来|供|进|落|热|上)?水管道?|管道|燃气管|煤气管|暖气管|立管", ("pipe",)),
    (r"水泵房?|泵房|(?:抽水|增压|排水|污水)泵|抽水机", ("pump",)),
    (r"香樟|樟树|梧桐树|法桐|银杏树|枯枝|树(?!立|脂|懒|荫社区)", ("tree",)),
    (r"(?:路|庭院|草坪|楼道|楼梯|走廊|声控|感应|太阳能|照明|景观|高杆)灯|灯(?:杆|柱|泡|罩)", ("lamp",)),
    (r"(?<![红绿黄点幻开关台花车尾指])灯(?!笼|会|具店|箱)", ("lamp",)),
    (r"电梯|(?<!楼)升降梯|轿厢", ("lift",)),
    (r"消[防火]栓|消防(?:龙头|水龙头|箱|水带)", ("hydrant",)),
    (r"消防(?:通道|车道|路)|救生通道", ("fire_lane",)),
    (r"围墙|院墙|墙头|挡土墙", ("wall",)),
    (r"健身(?:器材?|设施|器械)|滑滑?梯|秋千|跷跷板|单杠|双杠|漫步机|扭腰器|蹦床|乒乓球台", ("playground",)),
    (r"游乐(?:设施|场)|儿童乐园", ("playground",)),
    (r"摄像头?|监控(?:头|探头)?|探头", ("camera",)),
    (r"充电(?:桩|口|柜|插座|箱|站|机)", ("charger",)),
    (r"aed|除颤[仪器]", ("aed",)),
)  # fmt: skip
_FOUND = re.compile("|".join(f"(?P<k{at}>{pattern})" for at, (pattern, _) in enumerate(_WORDS)))
_BESIDE = re.compile(r"的?(?:旁边?|边上?|附近|对面|底下|下面|后面|前面|跟前|之间|隔壁|外面?|里面?|内)")
"""Behind a word for a thing, it only says where another one is: 围墙边的树, 电梯里的灯."""
_CODE = re.compile(r"(?<![a-z0-9])[a-z]{1,6}[-_]?[0-9]{1,8}(?:[-_][0-9]{1,6})*(?![0-9])")


def kinds_said(text: str) -> tuple[str, ...]:
    """The kinds of thing that a spelled text speaks of, in its order; none that only says where another is."""
    found: list[str] = []
    beside: list[str] = []
    for hit in _FOUND.finditer(text):
        kinds = next(kinds for at, (_, kinds) in enumerate(_WORDS) if hit[f"k{at}"])
        (beside if _BESIDE.match(text, hit.end()) else found).extend(kinds)
    return tuple(dict.fromkeys(found or beside))


def codes_said(text: str) -> tuple[str, ...]:
    """What in a spelled text looks like the number on a thing: j-012."""
    return tuple(dict.fromkeys(_CODE.findall(text)))
