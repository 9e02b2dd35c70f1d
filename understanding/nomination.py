"""Whom somebody nominates and why: 3幢的王阿姨，每天帮邻居取奶."""

import re
from dataclasses import dataclass, replace

from understanding.building_name import BUILDING, spelled
from understanding.called import colleague_said
from understanding.numerals import with_arabic
from understanding.people import SURNAMES, TITLE
from understanding.place_index import PlaceIndex

_PIECES = re.compile(r"[\s,，。;；:：、!！?？()（）\"“”]+")
_KIND = re.compile(r"^(?:本月)?(?:优秀|红色|星级)*楼栋长(?:是|为)?")
_STAR = re.compile(r"^(?:本月|当|为|做|作为)*(?:美善之星)(?:是|为)?")
_LEADING = re.compile(
    r"^(?:我们?(?:楼|栋|幢|家|小区|院)?(?:里|上|下|住)?的?|住(?:在)?|咱们?(?:楼|院)?的?|(?:楼上|楼下|隔壁|对门|对面|邻居)家?的?|的|是|由|叫|给|那个|这个)+"
)
_SOMEBODY = re.compile(
    r"^(?:一下|一?[个位])(?:这样的|特别好的|好|热心的?)?(?:人|邻居|街坊|老师傅|师傅|小伙子|大姐|大哥)(?:叫|是)?[\s,，:：。!！]+(?:[他她](?:叫|是))?(?=\S)"
)
"""我要夸一个人 王样本: the name is what follows."""
_NOBODY = frozenset({"人", "个人", "一个人", "好人", "邻居", "好邻居", "一位邻居"})
_BUILDING_IN_WORDS = re.compile(r"[一二三四五六七八九十]+(?=[幢栋座]|号楼)")
_OURS = re.compile(r"^(?:就是|也是|是)?(?:我们?|咱们?)(?:这|那)?(?:里|边)?的?\s+")
_SELF = re.compile(r"^(?:推荐)?(?:我|自己|本人|我自己|我本人)$")
_OWN_SELF = re.compile(r"^(?:我自己|我本人|自己|本人)")
_KIN = re.compile(
    r"^(?:我|咱)(?:们?家)?(?:的)?(?:老?(?:妈妈?|爸爸?|公公?|婆婆?)|爱人|丈夫|妻子|先生|太太|媳妇|儿子|女儿|儿媳|女婿|孙子|孙女|外孙|奶奶|爷爷|姥姥|姥爷|外婆|外公|哥哥?|姐姐?|弟弟?|妹妹?|岳父|岳母|父亲|母亲|家人|家里人)"
)
_CODE = re.compile(r"(?<![a-z0-9])(?P<code>[a-z]{1,4}[0-9]{1,8})(?![a-z0-9])", re.IGNORECASE)
_TITLED = re.compile(rf"^(?P<name>(?:老|小)?[{SURNAMES}][\u4e00-\u9fff]{{0,2}}?{TITLE})")
_DOES = (
    r"每天|每周|每次|每晚|天天|经常|常常|常年|长年|总是|总|一直|帮|为|给|热心|主动|坚持|照顾|照料|带头|带着|带领|长期|义务|免费|在|是个?|非常|特别|真|很|把|替|陪|教|捐|救|修|打扫|清扫|组织|参加|做|连续|多年|"
    r"默默|自愿|自费|自己|关心|看望|送|调解|巡|值班|不怕|冒着|多次|十几年|几年|退休|也|都|能|会|有"
)
_DOING = re.compile(rf"^(?P<name>[{SURNAMES}][\u4e00-\u9fff]{{1,2}}?)(?={_DOES})")
_SHORT_NAME = re.compile(rf"[{SURNAMES}][\u4e00-\u9fff]{{1,2}}(?:{TITLE})?|[{SURNAMES}]{TITLE}")
_WHY = re.compile(r"^(?:点个?赞|评个?星)?[\s,，!]*(?:的?(?:理由|原因|事迹|因为|由于)(?:是|为)?[\s:：,，]*)?")
_UNIT = re.compile(r"(?P<before>.{0,20}?)\s+(?P<unit>[0-9]{1,2}单元)")
_UNIT_ALONE = re.compile(r"[0-9]{1,2}单元")
_UNSURE = re.compile(r"[\s,，]+(?:不清楚|不知道|都不是|不认识|分不清|不晓得)(?:是哪位|哪一位|哪个|了)?[。!]?$")
_REQUEST = re.compile(
    r"^(?:.{0,6}?(?:推荐|提名|评|选)的话[\s,，]*)?.{0,16}?(?:推荐|提名|推选|表扬|夸一?夸|夸奖|夸|点赞)(?:一下|(?:一个|一位|个|位)(?!(?:好|热心的?)?(?:人|邻居|街坊|师傅|小伙子|大姐|大哥)(?:叫|是)?[\s,，:：。!！]))?(?:美善之星|好人|好邻居|给|的是)?[\s,，:：]*"
    r"(?:(?:我们|咱们?)(?:这?栋?楼|院子?|小区|单元|这[儿里]?)(?:里头?|上|的)*(?=[\u4e00-\u9fff]{2}))?"
)
_REQUEST_LAST = re.compile(
    r"[\s,，。;；]+(?:我?(?:想|要|来)?(?:推荐|提名|选|投|夸|表扬)(?:她|他|一下)*|(?:能|"
    r"可以)?(?:评|选)(?:上|个)?(?:美善之星|星)?(?:吗|吧)?)[。!！?？]*$"
)
_FULL = rf"(?P<name>[{SURNAMES}][\u4e00-\u9fff]{{1,2}}?)(?=$|[\s,，。;；!！?？吧啊呀哦嘛]|才对|不是|不叫|麻烦|请)"
_FULL_NAME = re.compile(
    rf"(?:(?:全名|大名|真名|本名|名字|姓名)[^,，。\s]{{0,4}}?(?:叫|是|成|为)|(?:^|[,，。\s他她家该实是])叫做?|(?:改|换|写)(?:成|为))\s*{_FULL}"
)
_WRONG_NAME = re.compile(
    r"名字?[^,，。]{0,6}(?:[写打说弄搞报]错|错了|不对|不是)|[写打说弄搞报]错了?名|不(?:是)?(?:姓|叫)|名字?[^,，。]{0,3}(?:改|更正|换)|"
    r"改(?:一?下|个)?名|(?:改|更正)(?:一下|下|过来)"
)
_END = re.compile(r"^[吧啊呀哦嘛]+")
_LIVES = re.compile(r"^(?:他家|她家|他|她|人家|就|好像|应该|大概|可能)*(?:是|住在?|在)?")
_OF_ANOTHER = re.compile(r"他|她|人家|那个?人|推荐|提名|候选")
_WANTS_TO = re.compile(r"(?:想|要|来)(?:再)?(?:推荐|提名)(?!的)")
_OUTCOME = re.compile(
    r"(?:推荐|提名)[^,，。]{0,14}(?:评(?:没评)?上|选(?:没选)?上|入选|上榜|结果|怎么样|咋样|通过|进展|下文|消息|到哪|公示)|"
    r"(?:问|看|查|等)[^,，。]{0,6}(?:推荐|提名|评选|评星)[^,，。]{0,4}(?:结果|进展)|(?:推荐|提名)[^。]{0,10}问(?:的是|个|下|一下)?结果|"
    r"(?:评|选)上了?(?:没有?|吗|没)"
)
LONGEST_CALLED = 4
_KIN_INSIDE = re.compile(r"我(?:们?家)?的?(?:妈|爸|老公|老婆|爱人|婆婆|公公|儿子|女儿|媳妇|丈夫|妻子)")
LONGEST_NAME = 20
LONGEST_PLACE = 30
LEAST_REASON = 4


@dataclass(frozen=True)
class Nomination:
    """`name` None: nobody is named yet. `code`: of the roster. `leader`: as a building leader. `own`, `kin`: themselves, family.
    `where`: the words that say where the person lives; empty: none do.
    """

    name: str | None
    reason: str
    code: str | None = None
    leader: bool = False
    own: bool = False
    kin: bool = False
    where: str = ""
    unsure: bool = False
    """They can't say which person of that name it is."""


def nominated(index: PlaceIndex, text: str) -> Nomination:
    """What a nomination says; places of the tree and building numbers are not part of the name."""
    text = _SOMEBODY.sub("", _STAR.sub("", text.strip(" ,，。:：")))
    leader = _KIND.match(text) is not None
    text = _KIND.sub("", text).strip(" ,，。:：")
    if _OWN_SELF.match(text) or _SELF.match(_PIECES.split(text)[0]):
        return Nomination(None, "", leader=leader, own=True)
    if _KIN.match(text):
        return Nomination(None, "", leader=leader, kin=True)
    unsure = _UNSURE.search(text)
    text = text if unsure is None else text[: unsure.start()]
    found = _CODE.search(text)
    code = None if found is None else found["code"].upper()
    if found is not None:
        text = f"{text[: found.start()]} {text[found.end() :]}"
    without, where = _without_places(index, text)
    if not where:
        without, where = _place_last(index, without)
    name, rest = _name(without)
    name, rest = None if name in _NOBODY else name, _OURS.sub("", rest)
    return Nomination(name, _WHY.sub("", rest), code, leader, where=where, unsure=unsure is not None)


def nominated_anywhere(index: PlaceIndex, text: str) -> Nomination:
    """What a sentence says of whom it wants to praise: behind the word for it where it has one, else as a whole."""
    whole = _REQUEST_LAST.sub("", text)
    behind = _REQUEST.sub("", whole, count=1)
    first = nominated(index, behind)
    if first.own or first.kin or first.code or _is_name(first.name):
        return first
    if _KIN_INSIDE.search(whole):
        return replace(first, name=None, reason="", kin=True)
    called = colleague_said(whole)
    return first if called is None else replace(first, name=called, reason=whole)


def joined(index: PlaceIndex, before: str, answer: str) -> str:
    """What a nomination has said with the answer behind it: the place last, and the name that it tells besides (全名叫刘建国)."""
    found, name = _FULL_NAME.search(answer), nominated(index, before).name
    if found is not None and name is not None:
        before = before.replace(name, found["name"], 1)
        answer = f"{answer[: found.start()]} {_END.sub('', answer[found.end() :])}"
    pieces = [piece for piece in _PIECES.split(answer) if piece]
    where = next((piece for piece in pieces if _names_place(index, piece)), None)
    if where is None:
        return before if found is not None else f"{before}{answer.strip()}"
    story = "，".join(piece for piece in pieces if piece is not where)
    return f"{before}{story} {_LIVES.sub('', where)}" if story else f"{before}{_LIVES.sub('', where)}"


def full_name(text: str) -> str | None:
    """The name that is to stand instead of what somebody was called so far."""
    found = _FULL_NAME.search(text)
    return None if found is None else found["name"]


def corrects_name(text: str, *, just_nominated: bool = False) -> bool:
    """Whether somebody puts right how a nominee is called (他叫刘建国，麻烦改一下); less is enough where they just nominated."""
    wrong, told = _WRONG_NAME.search(text) is not None, full_name(text) is not None
    if just_nominated:
        return wrong or told
    return wrong and _OF_ANOTHER.search(text) is not None and (told or "推荐" in text or "提名" in text)


def asks_outcome(text: str) -> bool:
    """Whether somebody asks what has become of whom they nominated."""
    return _OUTCOME.search(text) is not None


def wants_to_nominate(text: str) -> bool:
    """Whether somebody says that they are about to name somebody (我想推荐个人)."""
    return _WANTS_TO.search(text) is not None


def says_code(text: str) -> bool:
    """Whether a text is a code of the roster."""
    return _CODE.fullmatch(text.strip()) is not None


def says_unsure(text: str) -> bool:
    """Whether who nominates can't tell which of several it is."""
    return _UNSURE.fullmatch(f" {text.strip()}") is not None


def _names_place(index: PlaceIndex, piece: str) -> bool:
    words = spelled(piece)
    return BUILDING.search(words) is not None or any(hit.exact for hit in index.named_in(words))


def _is_name(name: str | None) -> bool:
    return name is not None and len(name) <= LONGEST_CALLED and name[0] in f"{SURNAMES}老小阿"


def _name(text: str) -> tuple[str | None, str]:
    """The name at the beginning, or else at the end; and the rest."""
    text = _LEADING.sub("", text.strip(" ,，。:："))
    for pattern in (_TITLED, _DOING):
        found = pattern.match(text)
        if found is not None:
            return found["name"], text[found.end() :].strip(" ,，。:：")
    piece = next((each for each in _PIECES.split(text) if each), "")
    if not piece or len(piece) > LONGEST_NAME or (len(piece) > 4 and re.search(_DOES, piece)):
        return _last_name(text)
    return piece, text[text.index(piece) + len(piece) :].strip(" ,，。:：")


def _last_name(text: str) -> tuple[str | None, str]:
    """The name in the last piece, where the story came first."""
    last = [each for each in _PIECES.split(text) if each][-1:]
    if not last or last[0] == text or not _SHORT_NAME.fullmatch(last[0]):
        return None, text
    return last[0], text[: text.rindex(last[0])].strip(" ,，。:：")


def _place_last(index: PlaceIndex, text: str) -> tuple[str, str]:
    """Without a place that stands alone at the end of however long a story, as the answer to where somebody lives does."""
    story, _, last = text.rpartition(" ")
    words = left = spelled(last[:LONGEST_PLACE])
    for hit in index.named_in(words):
        left = left.replace(words[hit.start : hit.end], "", 1) if hit.exact else left
    left = _UNIT_ALONE.sub("", BUILDING.sub("", left, count=1), count=1)
    return (story, last) if story and last and last == last[:LONGEST_PLACE] and not left else (text, "")


def _without_places(index: PlaceIndex, text: str) -> tuple[str, str]:
    """Without the places that stand before and just behind the name, and those places; what the story says stays in it."""
    head, tail, where = with_arabic(text[:40], _BUILDING_IN_WORDS), text[40:], ""
    words = spelled(head)
    for hit in index.named_in(words):
        if hit.exact:
            where += words[hit.start : hit.end]
            head = head.replace(words[hit.start : hit.end], " ", 1)
    first = BUILDING.search(head)
    if first is not None and first.start() <= LONGEST_NAME:
        where += first.group()
        head = head[: first.start()] + " " + head[first.end() :]
        unit = _UNIT.match(head)
        if unit is not None:
            where += unit["unit"]
            head = f"{unit['before']} {head[unit.end() :]}"
    return re.sub(r"\s+的?", " ", head + tail).strip(), where
