"""What words say of where a thing is and which of several: of a report, and of the register alike."""

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from understanding.building_name import bare_number, building_numbers, unit_number
from understanding.thing_words import without_beside, without_things, words_of_things

_SIDE = re.compile(
    r"(?P<side>东南|东北|西南|西北|东|南|西|北)"
    r"(?:侧|边|面|半|门|头|角|墙|围墙|山墙|区|院|端|部|段|首|口|入口|出口|坡|单元|那[边头]|(?=[)、,，;；\n]|$)|(?<=靠.)|(?<=靠..))"
)
_HAND = re.compile(r"(?P<hand>左|右)(?:手|侧|边|首|面|那|半|梯|(?=[)、,，;；\n]|$))")
_FLOOR = re.compile(r"(?<![0-9负])(?P<floor>-?[0-9]{1,2})(?:楼(?!栋)|层)")
_COUNTED = "(?:个|盏|棵|台|部|根|口|颗|只|座|位|块|扇|把|张|排|株)"
_NTH = re.compile(
    rf"第(?P<nth>[0-9一二三四五六七八九十]{{1,3}})(?={_COUNTED}|$|[\s,，。])|"
    rf"(?:(?<![东南西北山楼里外前后两街巷弄桥坡码床跟的])|(?<=[东南西北]头数))头(?P<first>[0-9一二三]){_COUNTED}|打头(?P<head>[0-9一]){_COUNTED}|"
    rf"(?<=数)(?P<counted>[0-9一二三四五六七八九十]{{1,2}})(?={_COUNTED})"
)
_START = re.compile(
    r"(?:从|由|打|自)(?:最)?(?P<start>[东南西北])(?:[头边面端侧首]|门口?)?(?:那头|那边)?(?:开始|起|往|向|朝|到|至|数|算)(?:[东南西北](?:[头边面端侧])?)?(?:数|算|走)?(?:过[来去])?"
)
"""From which side things in a row are counted: 由南往北第三个."""
_OF = r"(?:的|那个)?(?:充电|客|货|集水|加压|增压|排污|消防|汽车|路|楼道)?"
_THING = rf"那(?![天晚早])|{_OF}(?:机|梯|电梯|灯|井|桩|泵|树|杆|坑|箱|柜|栓|门禁|监控|摄像头|探头|口(?!井))"
_NUMBER = re.compile(
    rf"(?<![0-9])(?P<number>[0-9]{{1,3}}|[一二三四五六七八九十])号(?![楼院门幢栋])(?:{_THING}|[^\s,，。0-9的]{{1,2}}[桩泵灯梯井机])"
)
_REGISTERED = re.compile(
    r"(?<![0-9a-z])[a-z]{0,2}(?P<number>[0-9]{1,3})(?:号(?![楼院门]))?(?=$|[\s,，、;；(（)）])|(?<![0-9])(?P<other>[0-9]{1,3})号(?![楼院门])"
)
"""The number of a thing in its name: 路灯L01, 充电桩2号, 2号加压泵."""
_TAIL = re.compile(r"([0-9]{1,8})$")
_SPOTS: dict[str, str] = {
    "gate": r"大门|(?:小区|院子?)的?(?:大?门|门口)|[正前后侧边]门|(?<!库)入口|进(?:院子?|小区)|[东南西北]门",
    "guard": r"门卫|门岗|保安亭|岗亭|保安室|传达室|值班室|道闸|抬杆",
    "door": r"单元的?大门口|(?<![大后正侧前院区子东南西北])门口|门前|门洞|门边|单元门|进门|门厅|门头|雨棚|大堂|楼下",
    "back": r"楼后|屋后|房后|背后|后面|后院|后身|楼背面|后头|[0-9]幢后|后(?=$|[\s,，)])",
    "front": r"楼前|屋前|房前|门前|前面|楼下|前头|窗前|[0-9]幢前",
    "stairs": r"楼道|楼梯|走廊|过道",
    "roof": r"楼顶|天台|顶楼|屋面",
    "cellar": r"地下室|地下(?!水|管)|地库|车库|负1|b1",
    "bikes": r"车棚|(?<!下)车位|停车场|停(?:电动|电瓶|自行)车",
    "green": r"花坛|花园|花池|绿化带|草坪|草地|绿地|绿岛",
    "park": r"(?:小|街心|中心|口袋|儿童)(?:花园|公园)|游园",
    "square": r"广场|活动场地",
    "road": r"路口|路边|马路|主路|主干道|拐角|拐弯|转角|道路|路牙",
    "wall": r"围墙边|墙边|墙根|墙角",
    "gable": r"山墙",
    "bins": r"垃圾(?:分类)?(?:房|桶|站|点|亭|投放)|投放[口点]|倒垃圾的?地方",
    "shops": r"门面|店(?:门口|铺)|超市",
    "market": r"菜(?:市)?场|农贸市场",
    "school": r"小学|学校|操场|幼儿园",
    "society": r"居委会|社区中心|活动室|服务站",
    "manager": r"物业|物管|服务中心|前台",
    "toilet": r"公厕|厕所|公共厕所|卫生间|茅房",
    "drying": r"晾晒?衣|晒衣|晒被|晒东西|晾被|晾晒",
    "water": r"塘|湖(?!花)|水池|河边|池子|[靠临沿邻近]着?.{0,2}河",
    "fountain": r"喷泉|喷水池",
    "parcels": r"快递(?:柜|架|点|站)|[取拿](?:个|一下)?(?:快递|件|包裹)",
    "court": r"球场|打.{0,2}球",
    "fitness": r"健身(?!器)|锻炼",
    "path": r"步道|散步|木栈道|小路",
    "bridge": r"小桥|桥头|木桥|栈桥",
    "pavilion": r"凉亭|亭子",
    "club": r"会所",
    "play": r"儿童乐园|游乐场|乐园|沙坑",
    "lane": r"巷口|弄口|弄堂口|巷子口",
    "middle": r"当中|中间|中段|中部|居中|(?<=[东南西北]侧)中(?=$|[\s,，)])|(?<=坡)中|半(?:中腰|路|坡)|"
    r"中央|正中|院中|中心|院子里|之间|[幢栋楼]间|当间",
    "inner": r"最里|末[端尾]|走到头|最后|到头|里端|靠里|尽头",
    "outer": r"最外|靠外|外侧",
    "slope": r"坡道|斜坡|下坡",
    "top": r"坡顶|最[上高](?:头|面|边|处)|(?:爬|走|上)到最?顶",
    "bottom": r"坡[脚底]|坡道底|最[下底低](?:头|面|边|下|处)|(?:走|下)到最?底",
    "rails": r"铁路|(?<!救)火车|铁道",
    "buses": r"公交|场站",
    "kitchen": r"厨房",
    "window": r"窗(?:户|口|台|前|下)",
    "pole": r"电(?:线)?杆|立杆|立柱",
}  # fmt: skip
_SORTS: dict[str, str] = {
    "outside": r"路灯|庭院灯|草坪灯|景观灯|高杆灯",
    "inside": r"楼道灯|楼梯灯|走廊灯|声控灯|感应灯",
    "rain": r"雨水井|雨水管",
    "waste": r"污水|化粪池|排污",
    "power": r"电力井|电缆井",
    "lines": r"通信井|电信井|弱电井|光缆井",
    "gas": r"燃气|煤气",
    "supply": r"自来水|供水|给水|水表井",
    "storm": r"防汛|防洪|排涝|抽雨水",
    "boost": r"[加增]压|二次供水|生活(?:水泵|用水)|往楼?上(?:面|头)?[打送供压]水|(?:打|送)水(?:的|上楼)|"
    r"供[高低](?:区|楼|层)",
    "sump": r"(?:排水|抽水|排涝|排污|污水|潜水|潜污|雨水|防汛|防洪)泵|集水|"
    r"(?:抽|排)(?:积|雨|污|脏|地下)?水(?:的|机)|坑里(?:的|那个)?(?:抽|泵|水泵)",
    "freight": r"货梯|载货|[运拉搬装送]货(?:的|用|电?梯)|搬家(?:用|的|电?梯)",
    "fire": r"消防电?梯|消防水?泵|(?:救火|消防|灭火)[用的]*(?:那[个台])?(?:水?泵|电?梯)|"
    r"(?:担架|病床)(?:床|车)?(?:的|那|用|电?梯)|医用电?梯",
    "people": r"客梯|普通电?梯|[坐载乘]人(?:的|用|电?梯)",
    "slide": r"滑滑?梯|滑道", "swing": r"秋千|摆荡",
    "seesaw": r"[跷翘]{2}板", "turning": r"转椅|转盘", "rocking": r"摇[马椅摆]|木马|弹簧马",
    "climbing": r"攀[爬登]|爬的?[架网]|绳网|爬网", "bars": r"[单双]杠", "table": r"乒乓球台",
    "camphor": r"香樟|樟树", "plane": r"法国?梧桐|法桐|悬铃木|梧桐", "ginkgo": r"银杏|白果", "metasequoia": r"水杉",
    "cedar": r"雪松|松树", "willow": r"柳", "scholar": r"槐", "magnolia": r"玉兰", "osmanthus": r"桂花", "maple": r"枫",
    "paulownia": r"泡桐", "honeylocust": r"皂荚", "hackberry": r"朴树", "cherry": r"樱花", "privet": r"女贞", "poplar": r"杨树",
    "elm": r"榆树|榉树", "loquat": r"枇杷", "persimmon": r"柿", "palm": r"棕榈",
    "car": r"汽车充|开车充|充.{0,2}(?:汽|轿)车|充小车|新能源", "bike": r"电[动瓶](?:自行|摩托)?车充|"
    r"充(?:电)?(?:[动瓶]车|电[动瓶]车|电瓶|小?电驴)",
    "fast": r"快充|充得?快", "slow": r"慢充|充得?慢",
    "sand": r"沙坑|[挖玩]沙|沙池",
}  # fmt: skip
_SOFT = frozenset({"middle", "inner", "outer", "front", "window", "road", "path", "pole", "slope"})
"""Of spots that many a place has besides another: that they differ says nothing."""
_GATES = {"main": r"大门|正门|前门|主入口", "rear": r"后门", "other": r"侧门|边门|小门|偏门"}
_PLACES = ("unit", "building", "floor", "side", "hand", "nth", "number", "spot", "gate", "row")
_ROW = re.compile(r"(?<![a-z0-9])(?P<row>[a-z])(?:排|区|列|组|段)")
_COLOURS = re.compile(r"(?P<colour>红|蓝|黄|绿|白|黑|灰)(?:色|的|滑|(?=\)))")
_SORT = {name: re.compile(pattern) for name, pattern in _SORTS.items()}
_GATE = {name: re.compile(pattern) for name, pattern in _GATES.items()}
_SPOT = {name: re.compile(pattern) for name, pattern in _SPOTS.items()}
_RANGE = re.compile(r"(?<![0-9])(?P<low>[0-9]{1,2})(?:楼|层)?(?:至|到|-|~)(?P<high>[0-9]{1,2})(?:楼|层)")
_PUT_RIGHT_WORD = re.compile(r"[哦噢喔啊呃诶]+不[是对]?[,，]?是?|(?<=[,，])不对[,，]?是?|(?:说|讲|打)错了[,，]?是?")
_PUT_RIGHT = re.compile(rf"^.*(?:{_PUT_RIGHT_WORD.pattern})(?=.)", re.DOTALL)
_WELL = re.compile(
    r"^(?:也?不(?:是|光是?)|除了)|没事|没(?:什么|啥)?(?:问题|坏|毛病)|正常|(?:是|都|还|的|倒|挺|蛮)好$|好好的?$|没坏$|都?亮(?:着|的)$|好的$|都?(?:修|弄|换)好?了$|能用$"
)
"""Of what somebody says that it is not meant: 不是大门口的灯，左边那部没事."""
_OFFICE = "(?:居委会?|物业|物管|社区|街道|网格员|保安)"
_ADDRESSED = re.compile(
    rf"(?:喂|[你您]好|请问|(?<!不)是|[找问叫喊让跟给])[,，]?(?:你们)?{_OFFICE}(?!门|边|旁|对面|楼|后|前|里|外|的|那|大厅|进门|活动|隔|挨|相|靠|连|这)|"
    rf"{_OFFICE}(?:[啊呀吗嘛哎]|的?(?:同志|师傅|领导|阿姨|大姐|人)|[你您]好|[能快]?来|怎么|也不|都不|不管|不修)"
)
"""Who is spoken to or of, which is no place: 喂，是居委会啊."""
_CLAUSE = re.compile(r"[,，。;；!！?？\n]+")
_CHINESE = {char: str(value) for value, char in enumerate("一二三四五六七八九十", 1)}


@dataclass(frozen=True)
class Traits:
    """What words say of where a thing is; of each kind that both name they have something in common, or they are not the same."""

    unit: frozenset[str]
    building: frozenset[str]
    floor: frozenset[str]
    side: frozenset[str]
    hand: frozenset[str]
    nth: frozenset[str]
    number: frozenset[str]
    spot: frozenset[str]
    sort: frozenset[str]
    colour: frozenset[str]
    gate: frozenset[str]
    row: frozenset[str]
    start: frozenset[str]

    def apart(self, name: str, other: "Traits") -> bool:
        """Whether both say something of a kind and have nothing in common; what many places have besides another is left out."""
        mine, theirs = getattr(self, name), getattr(other, name)
        if name == "spot":
            mine, theirs = mine - _SOFT, theirs - _SOFT
        return bool(mine and theirs) and not mine & theirs


def without_well(words: str) -> str:
    """A spelled report without the parts that say what is in order, where another part says where something is."""
    parts = [part for part in _CLAUSE.split(words) if part]
    wrong = [part for part in parts if not _WELL.search(part)]
    said = (traits_said(part) for part in wrong)
    if len(wrong) == len(parts) or not any(getattr(traits, name) for traits in said for name in _PLACES):
        return words
    return "，".join(wrong)


@lru_cache(maxsize=256)
def traits_said(words: str) -> Traits:
    """Of a spelled report; where it puts itself right (西门，哦不是，塘边) by what follows."""
    right = _PUT_RIGHT.sub("", words)
    if right != words:
        whole, rest = traits_said(_PUT_RIGHT_WORD.sub("，", words)), traits_said(right)
        return replace(whole, side=rest.side, spot=rest.spot, hand=rest.hand)
    return _traits(words, unit_number(words), {_plain(found["number"]) for found in _NUMBER.finditer(words)})


@lru_cache(maxsize=8192)
def traits_kept(words: str, unit: str, code: str) -> Traits:
    """Of a thing by its spelled name and spot, the unit in which it is kept, and its number, of which the last digits count."""
    numbers = {bare_number(found["number"] or found["other"]) for found in _REGISTERED.finditer(words)}
    tail = _TAIL.search(code)
    return _traits(words, unit_number(words) or unit, numbers | ({bare_number(tail[1])} if tail else set()))


def _traits(words: str, unit: str | None, numbers: set[str]) -> Traits:
    words = _ADDRESSED.sub("，", words)
    bare, named = _START.sub("", without_things(words)), without_beside(words)
    return Traits(
        frozenset({unit} if unit else ()), frozenset(building_numbers(words)), frozenset(_floors(words)),
        frozenset(letter for found in _SIDE.finditer(bare) for letter in found["side"]),
        frozenset(found["hand"] for found in _HAND.finditer(bare)),
        frozenset(_plain(next(filter(None, found.groups()))) for found in _NTH.finditer(words)), frozenset(numbers),
        frozenset(name for name, pattern in _SPOT.items() if pattern.search(bare)),
        frozenset(name for name, pattern in _SORT.items() if pattern.search(named)),
        frozenset(found["colour"] for found in _COLOURS.finditer(words)),
        frozenset(name for name, pattern in _GATE.items() if pattern.search(bare)),
        frozenset(found["row"] for found in _ROW.finditer(words)),
        frozenset(found["start"] for found in _START.finditer(words)),
    )  # fmt: skip


def _plain(number: str) -> str:
    return bare_number(_CHINESE.get(number, number))


def _floors(words: str) -> set[str]:
    """Each floor that is named, those between two as well."""
    found = {hit["floor"] for hit in _FLOOR.finditer(words)}
    for hit in _RANGE.finditer(words):
        found |= {str(floor) for floor in range(int(hit["low"]), min(int(hit["high"]), 60) + 1)}
    return found


_COMMON = re.compile(
    r"[^\u4e00-\u9fff]|[的了是那这个有在就一不也都还又没把被给和跟与很好坏我你他们么吗呢吧啊嘛呀去来说要会能点]"
)
_WHERE = re.compile(r".{0,2}?(?:的?地方|边|旁|那|这|前|后|里|外|上|口|对面|底|下|中|附近|跟|处|头|角|侧|内|顶)")
_TO = re.compile(r"(?:靠|在|到|挨着?|对着?|从|往|近|贴着?|沿着?)$")


def without_numbers(words: str) -> str:
    """Spelled words without the numbers of things, which look like a house's: 主路3号灯杆."""
    return _NUMBER.sub(lambda found: found[0].replace(f"{found['number']}号", "", 1), words)


def _of_a_thing(words: str, at: int, edges: set[int]) -> bool:
    return words[at : at + 1] == "的" and at + 1 in edges


def placed_pairs(words: str) -> frozenset[str]:
    """Pairs of characters of a spelled report that say where: before 边, 那, 里, behind 靠, 在, or beside a thing's word."""
    edges = {edge for start, end, _ in words_of_things(words) for edge in (start, end)}
    found = set()
    for at in range(len(words) - 1):
        pair = words[at : at + 2]
        if _COMMON.search(pair):
            continue
        if (
            _WHERE.match(words, at + 2)
            or _TO.search(words, max(0, at - 2), at)
            or at in edges
            or at + 2 in edges
            or _of_a_thing(words, at + 2, edges)
        ):
            found.add(pair)
    return frozenset(found)


def all_pairs(words: str) -> frozenset[str]:
    """Every pair of characters of a spelled report that means something."""
    pairs = (words[at : at + 2] for at in range(len(words) - 1))
    return frozenset(pair for pair in pairs if not _COMMON.search(pair))


@lru_cache(maxsize=8192)
def pairs_kept(words: str, kind: str) -> frozenset[str]:
    """All pairs of a thing's own words that mean something, without the words for its kind."""
    return all_pairs(without_things(words, kind))
