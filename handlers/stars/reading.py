"""Words about the stars that ask for something."""

import re

from handlers.context import Here
from handlers.said import Reads, Said
from handlers.stars.commands import (
    AcceptAwards,
    CorrectNominee,
    DeclineConsent,
    DelayRound,
    GiveConsent,
    ListObjections,
    MergeAwards,
    Nominate,
    ObjectTo,
    RecordConsent,
    RestoreRound,
    ReturnAward,
    Review,
    SettleObjections,
    ShowMyNominations,
    ShowRoll,
    ShowWhy,
    SkipRound,
    UndoDelay,
    Whom,
)
from understanding.command_names import CommandName
from understanding.community import community_said
from understanding.nomination import full_name, nominated, nominated_anywhere
from understanding.numerals import number_of

_AS_LEADER = "楼栋长"
_NUMBER = re.compile(r"^\s*([0-9]{1,7})")
_SIGNED = re.compile(r"(?:署名|用名|写)(?:为|成|是)?[\s:：,，]*(?P<name>.{1,40})$")
_NUMBERS = re.compile(r"^(?P<numbers>(?:[\s,，、和]*[0-9]{1,7}\s*号?)*)[\s,，:：、]*(?P<rest>.*)$", re.DOTALL)
_CALLED = re.compile(
    r"(?:编号|第|候选人?)?\s*(?<![0-9])([0-9]{1,7})(?=\s*(?:号(?!楼|院|门|线|幢|栋)|"
    r"[、和跟与,，]\s*[0-9]+\s*号|$))\s*号?"
)
"""A number of a nomination within a sentence."""
_ENOUGH = re.compile(r"(?:就行|就好|即可|就可以|吧|了)+$")
_DEEDS = re.compile(r"事迹[\s:：,，]*(?P<deeds>.+)$", re.DOTALL)
_DAYS = re.compile(r"(?P<days>[0-9]{1,3}|[一二两三四五六七八九十]{1,3})\s*(?:天|日)[\s,，:：]*")
_OBJECTION = re.compile(r"^[\s第]*(?P<number>[0-9]{1,7})\s*号?[\s,，:：]*(?P<rest>.*)$", re.DOTALL)
_OBJECTION_LAST = re.compile(r"^(?P<rest>.*?)[\s,，:：第]+(?P<number>[0-9]{1,7})\s*号?$", re.DOTALL)
_DISMISSED = re.compile(r"^(?:异议)?(?:不成立|不属实|没有依据|无依据|驳回)[\s,，:：。]*")
_UPHELD = re.compile(r"^(?:异议)?(?:成立|属实|有依据)[\s,，:：。]*")


def nominate(said: Said, here: Here) -> Nominate | CorrectNominee:
    """推荐 张三 3幢 每天帮邻居取奶; 她叫王样本，名字打错了."""
    if said.variant == "name":
        return CorrectNominee(full_name(said.words) or "")
    told = (nominated_anywhere if said.free else nominated)(here.places, said.argument)
    whom = Whom.ONESELF if told.own else Whom.KIN if told.kin else Whom.NEIGHBOUR
    return Nominate(told.name or "", told.reason, told.where, told.code or "", told.leader, told.unsure, whom)


def so_far(told: Nominate, *, with_place: bool = True) -> str:
    """What a nomination has said, in words that are read the same again before its answer: 楼栋长 张三 3幢 每天帮邻居取奶."""
    leader = _AS_LEADER if told.leader else ""
    return " ".join(filter(None, (leader, told.name, told.code, told.where if with_place else "", told.reason)))


def consent(said: Said, _here: Here) -> GiveConsent:
    """同意公示 [12] [署名 王阿姨]."""
    return GiveConsent(_of(said), _signed(said.argument, said.free))


def decline(said: Said, _here: Here) -> DeclineConsent:
    """不同意公示 [12]."""
    return DeclineConsent(_of(said))


def record_consent(said: Said, _here: Here) -> RecordConsent:
    """代记同意 12 [署名 王阿姨]: the grammar wants the number."""
    return RecordConsent(_number(said.argument) or 0, _signed(said.argument))


def review(said: Said, _here: Here) -> Review:
    """评议 [12]."""
    return Review(_of(said))


def accept(said: Said, _here: Here) -> AcceptAwards:
    """评议通过, 评议通过 12 15, 评议通过 12 事迹 …."""
    numbers, rest = _numbers_of(said)
    written = _DEEDS.search(rest)
    return AcceptAwards(numbers, written["deeds"] if written else "")


def give_back(said: Said, _here: Here) -> ReturnAward:
    """评议退回 12 理由."""
    numbers, reason = _numbers_of(said)
    if len(numbers) != 1:
        return ReturnAward(numbers[0] if numbers else None, "")
    return ReturnAward(numbers[0], reason)


def merge(said: Said, _here: Here) -> MergeAwards:
    """评议合并 12 到 15."""
    numbers = [int(number) for number in re.findall(r"[0-9]{1,7}", said.argument)]
    return MergeAwards(*numbers) if len(numbers) == 2 else MergeAwards(None, None)


def delay(said: Said, here: Here) -> DelayRound:
    """推迟评选 [梧桐社区] 2天 下雪."""
    found = _DAYS.search(said.argument)
    community, reason = community_said(here.places, _DAYS.sub(" ", said.argument, count=1))
    days = None if found is None else 2 if found["days"] == "两" else number_of(found["days"])
    return DelayRound(days, reason.strip(" ,，:：。"), community)


def skip(said: Said, here: Here) -> SkipRound:
    """本月不评 [梧桐社区] 正在换届."""
    community, reason = community_said(here.places, said.argument)
    return SkipRound(reason, community)


def undo_delay(said: Said, here: Here) -> UndoDelay:
    """取消推迟 [梧桐社区]."""
    return UndoDelay(community_said(here.places, said.argument)[0])


def restore(said: Said, here: Here) -> RestoreRound:
    """恢复评选 [梧桐社区]."""
    return RestoreRound(community_said(here.places, said.argument)[0])


def why(said: Said, _here: Here) -> ShowWhy:
    """为什么是她 [12]."""
    return ShowWhy(_of(said))


def object_to(said: Said, _here: Here) -> ObjectTo:
    """异议 12 事迹不是本人做的."""
    if said.free:
        return ObjectTo(_of(said), said.argument)
    found = _OBJECTION.match(said.argument) or _OBJECTION_LAST.match(said.argument)
    return ObjectTo(int(found["number"]), found["rest"].strip()) if found else ObjectTo(None, said.argument)


def settle(said: Said, _here: Here) -> SettleObjections:
    """异议处理 12 不成立 已走访核实."""
    found = _OBJECTION.match(said.argument)
    rest = found["rest"].strip() if found else ""
    dismissed, upheld = _DISMISSED.match(rest), _UPHELD.match(rest)
    verdict = dismissed or upheld
    number = int(found["number"]) if found else None
    return SettleObjections(number, bool(upheld) if verdict else None, rest[verdict.end() :].strip() if verdict else "")


def _number(text: str) -> int | None:
    found = _NUMBER.match(text)
    return None if found is None else int(found[1])


def _of(said: Said) -> int | None:
    """The number at the beginning of what follows a command; in a sentence one that is said to be a number (12号)."""
    if not said.free:
        return _number(said.argument)
    return next((int(number) for number in _CALLED.findall(said.words)), None)


def _numbers_of(said: Said) -> tuple[tuple[int, ...], str]:
    if not said.free:
        return _numbered(said.argument)
    numbers = tuple(int(number) for number in dict.fromkeys(_CALLED.findall(said.words)))
    return numbers, _CALLED.sub(" ", said.argument).strip(" ,，。:：")


def _signed(text: str, free: bool = False) -> str:
    found = _SIGNED.search(text)
    name = found["name"].strip(' ,，。“”"') if found else ""
    return _ENOUGH.sub("", name) if free else name


def _numbered(text: str) -> tuple[tuple[int, ...], str]:
    """The numbers at the beginning, and what follows."""
    found = _NUMBERS.match(text)
    if found is None:
        return (), ""
    return tuple(int(number) for number in re.findall(r"[0-9]{1,7}", found["numbers"])), found["rest"].strip()


READS: Reads = {
    CommandName.NOMINATE: nominate,
    CommandName.SHOW_MY_NOMINATIONS: lambda _said, _here: ShowMyNominations(),
    CommandName.GIVE_CONSENT: consent,
    CommandName.DECLINE_CONSENT: decline,
    CommandName.RECORD_CONSENT: record_consent,
    CommandName.REVIEW: review,
    CommandName.ACCEPT_AWARDS: accept,
    CommandName.RETURN_AWARD: give_back,
    CommandName.MERGE_AWARDS: merge,
    CommandName.DELAY_ROUND: delay,
    CommandName.SKIP_ROUND: skip,
    CommandName.UNDO_DELAY: undo_delay,
    CommandName.RESTORE_ROUND: restore,
    CommandName.SHOW_ROLL: lambda _said, _here: ShowRoll(),
    CommandName.SHOW_WHY: why,
    CommandName.OBJECT_TO: object_to,
    CommandName.LIST_OBJECTIONS: lambda _said, _here: ListObjections(),
    CommandName.SETTLE_OBJECTIONS: settle,
}
