"""What is said to a council in a few words: which number, what choice, whether somebody comes, whether it is done."""

import re

from understanding.gathering_told import without_talk
from understanding.masking import masked_name
from understanding.people import SURNAMES, TITLE

_NUMBER = r"\s*(?:第|no\.?|#)?\s*(\d{1,7})|(?<!\d)(\d{1,7})\s*号?"
_TOPIC, _MEETING = re.compile(rf"议题{_NUMBER}议题"), re.compile(rf"会议{_NUMBER}会议")
_VOTE = re.compile(rf"表决{_NUMBER}(?:表决|决议)")
_RESOLUTION = re.compile(rf"决议{_NUMBER}决议")
_CODE = re.compile(r"(?<!\d)(\d{4})(?!\d)")
_NO = re.compile(r"反对|不(?:太)?(?:同意|赞成|支持|行|可以)|否决")
_ABSTAIN = re.compile(r"弃权|不表态|随便")
_YES = re.compile(r"同意|赞成|支持|没(?:有)?意见|可以|举手")
_STAYS_AWAY = re.compile(
    r"(?:来|去|参加|出席|到)不了|不(?:能)?(?:来|去|参加|出席)|没法|没空|有事|请.{0,3}假|缺席|告假|赶不(?:上|到|回)"
)
_NOT_DONE = re.compile(
    r"(?:没|没有|未|还没|不能)(?:全部?|都)?(?:办|做|完|落实|装|修|好)|快要?|差不多|一半|[0-9]+%|预计|打算|准备|正在"
)
_DONE = re.compile(
    r"(?:(?:办|做|装|修|弄|建|改|换|清|铺|画|立|贴|发|谈|签|处理|安装|整改)(?:好|完|成|掉|毕|妥|结)|已?(?:落实|完成|办结|竣工|到位|验收))"
    r"(?:了|啦|毕|到位|完毕)*(?=$|[\s,，。;；!！])"
)
"""Said of all of it: 装好8张了 is on the way."""
_EXPLAINS = re.compile(r"^(?:公开)?(?:说明|解释)[\s,，:：]+(?P<rest>.+)$", re.DOTALL)
_PROPOSING = re.compile(
    r"^.{0,10}?提(?:出)?(?:一?个|一项|一条|一下)?(?:协商)?议题(?:是|就是|叫)?[\s,，:：、]*|^议题[\s,，:：、]+"
)
_SUPPORTING = re.compile(r"[那这]个|[那这]条|议题|支持|赞成|我们?|也|的")
_SECRET = re.compile(r"(?:不|无)记名")
_TWO_THIRDS = re.compile(r"三分之二|2/3|超?过?三分之二")
_OWNER = re.compile(
    r"(?:由|请|责任人|负责人)[\s:：是为]*(?P<name>[\u3400-\u9fff·]{2,4}?)(?:负责|牵头|办|落实|来办|$|(?=[\s,，。;；]))"
)
_BY_DAY = re.compile(
    r"(?:在|于|到|至)?(?:\d{4}年)?\d{1,2}月\d{1,2}[日号](?:之?前|以前|内)?|(?:本周|下周|这周)[一二三四五六日天](?:之?前)?|(?:本|这个|下个?)月底(?:前)?"
)

_NEIGHBOUR = re.compile(
    rf"(?P<titled>[{SURNAMES}][\u4e00-\u9fff]{{0,2}}?)(?={TITLE})|(?<![\u4e00-\u9fff])(?P<old>[老小][{SURNAMES}])(?=家|他|她|的|[\s,，。]|$)"
    rf"|(?P<house>[{SURNAMES}][\u4e00-\u9fff]{{1,2}})(?=(?<![大人住居回到各每自])家(?:的|占|堆|养|装|漏|天天|总|老|又|把))"
)


def topic_said(words: str) -> int | None:
    """议题5, 5号议题."""
    return _first(_TOPIC, words)


def meeting_said(words: str) -> int | None:
    """会议3, 3号会议."""
    return _first(_MEETING, words)


def vote_said(words: str) -> int | None:
    """表决3, 3号决议: the members call a vote by what it is about."""
    return _first(_VOTE, words)


def resolution_said(words: str) -> int | None:
    """决议2, 2号决议."""
    return _first(_RESOLUTION, words)


def code_said(words: str) -> str:
    """The four digits of a meeting's code."""
    found = _CODE.search(words)
    return "" if found is None else found[1]


def choice_said(words: str) -> str | None:
    """yes, no or abstain; what is denied is no agreement."""
    if _ABSTAIN.search(words):
        return "abstain"
    if _NO.search(words):
        return "no"
    return "yes" if _YES.search(words) else None


def stays_away(words: str) -> bool:
    """Whether somebody says that they don't come."""
    return _STAYS_AWAY.search(words) is not None


def says_done(words: str) -> bool:
    """Whether a resolution is done by these words, all of it."""
    return _DONE.search(words) is not None and _NOT_DONE.search(words) is None


def explained_in(words: str) -> str:
    """What is explained to the public: 说明 …; empty where nothing is."""
    found = _EXPLAINS.match(words.strip())
    return "" if found is None else found["rest"].strip()


def proposed_in(text: str) -> str:
    """What is proposed, without the words that say so."""
    return without_talk(_PROPOSING.sub("", text.strip()).strip(" ,，。:：、"))


def without_neighbours(text: str) -> str:
    """A proposal with the neighbours masked whom it names: 王大妈家 as 王*家, whether or not the roster knows them."""
    return _NEIGHBOUR.sub(_masked, text)


def _masked(found: re.Match[str]) -> str:
    name = found.group()
    return masked_name(name) if found["old"] is None else name[0] + "*"


def is_secret(words: str) -> bool:
    """不记名表决."""
    return _SECRET.search(words) is not None


def needs_two_thirds(words: str) -> bool:
    """三分之二通过."""
    return _TWO_THIRDS.search(words) is not None


def owner_said(text: str) -> str:
    """Whose a resolution is: 由陈试用负责."""
    found = _OWNER.search(text)
    return "" if found is None else found["name"]


def without_numbers(text: str) -> str:
    """The words without the topic and the meeting that they name."""
    return re.sub(r"(?:议题|会议)\s*第?\s*\d{1,7}\s*号?|(?<!\d)\d{1,7}号(?:议题|会议)", "", text).strip(" ,，。:：、")


def without_owner_and_day(text: str) -> str:
    """What is resolved, without whose it is and until when."""
    return re.sub(r"[\s,，]{2,}", "，", _BY_DAY.sub("", _OWNER.sub("", text))).strip(" ,，。:：、")


def alike(words: str, title: str) -> int:
    """How many pairs of letters two texts have in common, the words of supporting aside."""
    return len(_pairs(_SUPPORTING.sub(" ", words)) & _pairs(title))


def _pairs(text: str) -> set[str]:
    parts = re.findall(r"[\u3400-\u9fff0-9a-z]+", text.lower())
    return {part[at : at + 2] for part in parts for at in range(len(part) - 1)}


def _first(pattern: re.Pattern[str], words: str) -> int | None:
    found = pattern.search(words)
    return None if found is None else int(found[1] or found[2])
