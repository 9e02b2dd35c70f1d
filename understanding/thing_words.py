"""The everyday words for things that stand and lie in a neighbourhood, by the codes of their kinds."""

import re
from collections.abc import Mapping
from functools import cache, lru_cache

from understanding.sounds import sounds_of
from understanding.thing_uses import kinds_by_use

TREES = (
    r"香樟|樟树|法国?梧桐|法桐|悬铃木|梧桐树?|银杏|白果|水杉|雪松|松树|垂?柳树?(?!州|工)|国?槐树?|广?玉兰|桂花|枫杨|红?枫树?|泡桐|皂荚|"
    r"朴树|榉树|女贞|樱花|栾树|枇杷|石榴树|柿子?树|杨树|榆树|棕榈|紫薇|合欢|构树|桃树|梅树|桑树|石楠"
)
_WORDS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        r"(?:消防|加装|载货|客|货|医用)电?梯(?!子)|电梯|(?<!楼)升降[梯机]|轿厢|"
        r"(?<=[号东西南北左右])梯(?!子)|(?<=[那这][个部台])梯(?!子)", ("lift",),
    ),
    (
        r"雨水井|污水井|检查井|阀门井|电[力缆]井|弱电井|化粪池|窨井盖?|阴井盖?|[沙砂]井盖?|下水井盖?|水井盖|[井并丼阱]盖子?|井圈|井口|下水道(?:口|盖子?)|"
        r"路上的?井|(?<![桶锅瓶壶箱杯碗机缸栓])盖子|(?<![水天矿油市道管])井(?!然|底)", ("manhole",),
    ),
    (
        r"(?:下水|雨水|排水)?[铁水]?(?:(?:篦|箅|蓖|笔)子|[篦箅])|雨水口|(?:排水|下水|雨水|截水|积水)[沟槽]|(?:排|落|进|下)水[口孔]|地漏|水漏子|漏水眼子?|铁格子|明沟|暗沟|阴沟|水沟|漏水口",
        ("drain",),
    ),
    (r"下水道|下水(?!道)", ("manhole", "drain", "pipe")),
    (
        r"集水[坑井]|潜水泵|水泵房?|泵房|[加增]压[泵站]|(?:抽水|增压|加压|排水|排涝|排污|污水|防汛|防洪|抽污水的?)泵|抽水[机的]|泵(?!送)|(?<=[水泵])马达",
        ("pump",),
    ),
    (
        r"(?:自来|供|进|落|热|上|排|污|下|雨)?水(?:管子?|立管|总管|管道)|(?:排|污|下|雨|自来|供|进|落|热|上)水?管道?|管道(?!工|疏|井)|"
        r"燃气管|煤气管|暖气管|立管|总管|管子|水表|水龙头",
        ("pipe",),
    ),
    (rf"{TREES}|枯枝|树(?!立|脂|懒|荫社区|叶|[大小]道|苗款)", ("tree",)),
    (
        r"(?:路|庭院|草坪|楼道|楼梯|走廊|声控|感应|太阳能|照明|"
        r"景观|高杆|门头|(?<![大后正侧前院东南西北])门|壁)灯|灯(?:杆子?|柱|泡|罩|头)|电灯", ("lamp",),
    ),
    (r"(?<![红绿黄点幻开关台花车尾指彩示])灯(?!笼|会|具店|箱|谜|光秀)", ("lamp",)),
    (r"消[防火][栓拴]|消[防火](?:龙头|水龙头|箱|水带|水枪|柜)", ("hydrant",)),
    (r"消防(?:通道|车?道|车通道|路)|救生通道|救火(?:通道|车道|的路)", ("fire_lane",)),
    (
        r"围墙|院墙|砖墙|(?<!靠)墙头|挡土墙|围栏|栅栏|护栏|(?:[这那][一半个]?|一|半|整)[面堵段道]墙|(?<=[东南西北边])墙(?!壁|上|根|角|边)|"
        r"(?<![山外内幕隔城])墙(?=[要快就都会倒塌歪裂鼓]|头)",
        ("wall",),
    ),
    (
        r"健身(?:器材?|设施|器械)|滑滑?梯|滑滑提|秋千|跷跷板|翘翘板|单杠|双杠|漫步[机器]|扭腰器|蹦床|乒乓球台|转椅|转盘|摇[马椅摆]|木马|弹簧马|"
        r"攀[爬登][架网墙]|爬的?[架网]|绳网|座板(?=断|坏|裂|掉)|吊环|(?:游乐|游戏|玩耍)(?:设施|场|器材)",
        ("playground",),
    ),
    (r"摄像[头机]?|监控(?:头|探头)?|探头|(?<!手机)镜头", ("camera",)),
    (
        r"充电(?:桩|棚|口|柜|插座|箱|站|机|器|线|枪|的(?!时候|人)|[瓶动]车的)|[快慢]充(?:桩|电桩|机)?|充得[快慢]的|"
        r"电桩|(?<![木石路离地车打水梅树界])桩(?!基|子)|(?:(?<=[a-z0-9那这]排)|(?<=边的))插座", ("charger",),
    ),
    (r"aed|除颤[仪器]|心脏起?搏?(?:急救)?(?:仪|机)|急救箱|电击(?:心脏|器|仪)|救命的?(?:机器|仪器)", ("aed",)),
)  # fmt: skip
_FOUND = re.compile("|".join(f"(?P<k{at}>{pattern})" for at, (pattern, _) in enumerate(_WORDS)))
_BESIDE = re.compile(
    r"的?(?:旁边?|边上?|附近|对面|底下|下面|后面|前面|跟前|之间|隔壁|外面?|里面?|内|上面?的|上(?=[那这挂贴装的])|以[东南西北]|那[个根]?[^,，。]{1,3}(?:上头|上面|旁边|边上|底下))"
)
"""Behind a word for a thing, it only says where another one is: 围墙边的树, 电梯里的灯."""
_LIFT_INSIDE = re.compile(r"的?(?:里面?|内)")
"""What is in a lift is the lift's: its light, its buttons."""
_HINTS = (
    (re.compile(r"盏"), ("lamp",)),
    (re.compile(r"[那这]棵"), ("tree",)),
    (re.compile(r"儿童乐园|游乐园"), ("playground",)),
    (re.compile(r"充电.{0,4}(?:没反应|没电|不通电|不出电|坏|断)|充不[了上进]电?"), ("charger",)),
    (re.compile(r"(?:车棚|电[动瓶]车|充电).*插座|插座.*(?:车棚|电[动瓶]车)"), ("charger",)),
)
"""What is counted so, or all of them, where no thing is named."""
_CODE = re.compile(r"(?<![a-z0-9])[a-z]{1,6}[-_]?[0-9]{1,8}(?:[-_][0-9]{1,6})*(?![0-9])")
_MISSPELT: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("电梯", ("lift",)), ("井盖", ("manhole",)), ("窨井", ("manhole",)), ("路灯", ("lamp",)), ("围墙", ("wall",)),
    ("消防栓", ("hydrant",)), ("消火栓", ("hydrant",)), ("监控", ("camera",)), ("摄像头", ("camera",)), ("探头", ("camera",)),
    ("充电桩", ("charger",)), ("水泵", ("pump",)), ("泵房", ("pump",)), ("下水道", ("manhole", "drain", "pipe")),
    ("化粪池", ("manhole",)),
    ("除颤仪", ("aed",)), ("跷跷板", ("playground",)), ("健身器材", ("playground",)), ("香樟", ("tree",)),
    ("秋千", ("playground",)), ("消防通道", ("fire_lane",)),
)  # fmt: skip
"""What is misspelt by its sound: 电题, 进盖."""


@lru_cache(maxsize=256)
def words_of_things(text: str) -> tuple[tuple[int, int, tuple[str, ...]], ...]:
    """Where a spelled text has a word for a thing, from and to, with the kinds that it may be; none that says where another is."""
    hits = ((hit.start(), hit.end(), _kinds_of(hit)) for hit in _FOUND.finditer(text))
    return tuple((start, end, kinds) for start, end, kinds in hits if not _is_beside(text, end, kinds))


def names_said(text: str) -> frozenset[str]:
    """The words themselves, of more than one character, by which a spelled text names things."""
    return frozenset(text[start:end] for start, end, _ in words_of_things(text) if end - start > 1)


def kinds_said(text: str) -> tuple[str, ...]:
    """The kinds of thing that a spelled text speaks of, in its order; one that only says where another is if there is no other."""
    found = [kind for _, _, kinds in words_of_things(text) for kind in kinds]
    if not found:
        found = list(kinds_by_use(text))
    if not found:
        found = [kind for hit in _FOUND.finditer(text) for kind in _kinds_of(hit)]
    return tuple(dict.fromkeys(found)) or _hinted(text) or _sounding_like(text)


def without_things(text: str, kind: str = "") -> str:
    """A spelled text with the words for things blotted out, or for things of a kind, but for those that say where another is."""
    for start, end, kinds in words_of_things(text):
        if kind and kind not in kinds:
            continue
        text = text[:start] + "\n" * (end - start) + text[end:]
    return text


def without_beside(text: str) -> str:
    """A spelled text without the words for things that only say where another is."""
    for hit in _FOUND.finditer(text):
        if _is_beside(text, hit.end(), _kinds_of(hit)):
            text = text[: hit.start()] + "\n" * len(hit[0]) + text[hit.end() :]
    return text


def lights_a_lift(text: str) -> bool:
    """Whether a spelled text speaks of what is inside a lift: its light is the lift's."""
    return any(kinds == ("lift",) and _LIFT_INSIDE.match(text, end) for _, end, kinds in words_of_things(text))


def _kinds_of(hit: re.Match[str]) -> tuple[str, ...]:
    return next(kinds for at, (_, kinds) in enumerate(_WORDS) if hit[f"k{at}"])


def _is_beside(text: str, end: int, kinds: tuple[str, ...]) -> bool:
    inside = kinds == ("lift",) and _LIFT_INSIDE.match(text, end)
    return not inside and _BESIDE.match(text, end) is not None


def _hinted(text: str) -> tuple[str, ...]:
    return next((kinds for pattern, kinds in _HINTS if pattern.search(text)), ())


def _sounding_like(text: str) -> tuple[str, ...]:
    sounds = sounds_of(text)
    return tuple(
        dict.fromkeys(kind for sound, kinds in _by_sound().items() if f"'{sound}'" in sounds for kind in kinds)
    )


@cache
def _by_sound() -> Mapping[str, tuple[str, ...]]:
    """Worked out when it is first asked for: the table of sounds takes a while to read."""
    return {sounds_of(word).strip("'"): kinds for word, kinds in _MISSPELT}


_NEW = re.compile(
    r"(?:想|申请|希望|建议|能不能|可不可以|能否|可以|什么时候|打算)[^,，。]{0,8}?(?:(?:再|新|多|加|增)[^,，。]{0,4}?|(?<!安)(?=[装种添]))(?:装|种|设|建|添|栽|配)"
)
_WRONG = re.compile(r"坏|没[了得]|丢|断|不[亮动转通]|破|裂|倒|堵|漏|烂|掉|停[了在]|不见|歪|塌")


def wants_new(text: str) -> bool:
    """Whether a spelled text asks for one more thing, and tells nothing wrong of one that is there."""
    return _NEW.search(text) is not None and _WRONG.search(text) is None


def codes_said(text: str) -> tuple[str, ...]:
    """What in a spelled text looks like the number on a thing: j-012."""
    return tuple(dict.fromkeys(_CODE.findall(text)))
