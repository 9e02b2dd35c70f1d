"""What is told of a thing that was looked at: which one, and how it is. 查过了 井盖J-012 正常; 井盖J-012 盖板松了."""

import re
from dataclasses import dataclass

from understanding.building_name import spelled
from understanding.duty import all_well
from understanding.normalise import normalise
from understanding.thing_words import codes_said
from understanding.walks import finds_nothing, tells_of_wrong

_THING = (
    r"(?:井盖|窨井盖?|雨水井|污水井|雨水口|雨水篦子?|排水沟|管道|水管|水泵|泵房|树木?|香樟|路?灯|楼道灯|电梯|消[防火]栓|消防通道|围墙|"
    r"(?:健身|游乐)(?:器材|设施)|摄像头|监控|充电桩|aed|设施)"
)
_CODE = r"[a-z]{1,6}[-_]?[0-9]{1,8}(?:[-_][0-9]{1,6})*"
_LOOKED = r"(?:查过了?|已查|检查了?|检查过了?|巡检了?|查看了?|看过了?)"
SHOW = (
    r"(?:我?(?:今天|今日|这周|本周|这个?月|本月)?(?:的)?(?:还)?(?:要|该|需要|应该)?(?:查|检查|巡检|巡查)(?:什么|哪些|些什么)(?:设施|东西|地方)?|"
    r"(?:看|查|查看)?(?:一下)?(?:我的|今天的?|本月的?)?(?:设施(?:检查|巡检)?|检查任务|巡检任务|待检设施)(?:清单|名单|列表|任务)?|"
    r"(?:还)?有(?:什么|哪些)设施(?:要|该)查)"
)
RECORD = rf"{_LOOKED}[\s,，:：、]*(?P<rest>{_THING}?\s*{_CODE}.*|{_THING}.*)|(?P<early>{_THING}\s*{_CODE}\s*[\s,，:：]\s*\S.*)"
_VERB = re.compile(rf"^(?:我|刚才?|今天|已经?|不是|巡查?设施|[\s,，])*(?:{_LOOKED}|(?:走|路|巡)过了?)?[\s,，:：、]*")
_CODED = re.compile(r"[a-z]{1,6}\s*[-_]?\s*[0-9]{1,8}(?:[-_][0-9]{1,6})*(?![0-9])(?:号|的)?", re.IGNORECASE)
"""The number on a thing, as it is written."""
_GOOD = re.compile(
    r"(?:一切|都|全部?|均|还|目前|基本)*(?:正常|完好|良好|没(?:有|得|啥|什么)*(?:问题|异常|事|毛病|损坏|情况)|无(?:异常|损坏|问题)|好的?|亮着?|通畅|畅通|齐全|牢固|稳固|ok)"
    r"(?:[了的。,，!！\s]|都|完好|正常)*"
)


@dataclass(frozen=True)
class ThingTold:
    """`code`: the number that is said, empty for none; `where`: the words that name the thing; `how`: what is said of it; `well`:
    that it is as it should be, None where nothing is said.
    """

    code: str
    where: str
    how: str
    well: bool | None


def thing_told(said: str) -> ThingTold:
    """What words of somebody who has looked at a thing say."""
    rest = _VERB.sub("", said.strip())
    code = next(iter(codes_said(spelled(normalise(rest)))), "")
    where, how = _parts(rest, code)
    return ThingTold(code, where, how, _well(how))


def _parts(said: str, code: str) -> tuple[str, str]:
    """The thing, and what is said of it: behind its number, else behind the first separator."""
    if code:
        found = _CODED.search(normalise(said))
        if found is not None and len(normalise(said)) == len(said):
            return said[: found.end()].strip(), said[found.end() :].strip(" ,，:：、。")
    pieces = re.split(r"[\s,，:：]+", said, maxsplit=1)
    if len(pieces) == 2:
        return pieces[0], pieces[1].strip(" ,，:：、。")
    good = re.search(rf"{_GOOD.pattern}$", said)
    return (said[: good.start()], said[good.start() :]) if good else (said, "")


def _well(how: str) -> bool | None:
    if not how:
        return None
    words = normalise(how)
    if _GOOD.fullmatch(words.lower()) or all_well(words):
        return True
    return finds_nothing(words) and not tells_of_wrong(words)
