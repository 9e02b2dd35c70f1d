"""Which notice or event words name by its number, and what they want of it: a number that is said decides, never a likeness."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from understanding.announced import kind_in
from understanding.candidate import SETTLED, Candidate
from understanding.command_names import CommandName
from understanding.model.wording import short_number
from understanding.notice_answer import sends
from understanding.notice_text import orders_to_tell
from understanding.numerals import number_of
from understanding.situation import OwnTicket, Situation

NOTICE, EVENT = "TZ", "SJ"
EVENLY, HARDLY = 0.5, 0.4
OF_NOTICES = frozenset({
    CommandName.APPROVE_NOTICE, CommandName.WITHHOLD_NOTICE, CommandName.CHANGE_NOTICE, CommandName.END_NOTICE,
})  # fmt: skip
OF_EVENTS = frozenset({
    CommandName.CONFIRM_EVENT, CommandName.REFUSE_EVENT, CommandName.WIDEN_EVENT, CommandName.NARROW_EVENT,
    CommandName.LEAD_EVENT, CommandName.UPDATE_EVENT, CommandName.ESTIMATE_EVENT, CommandName.END_EVENT,
    CommandName.REOPEN_EVENT, CommandName.SHOW_EVENT,
})  # fmt: skip
_N = r"(?<![0-9.:/-])(?:[0-9]{1,3}|[一二三四五六七八九十]{1,3})"
_NO_MORE = r"(?![0-9.:点时月日年号幢栋楼层单室户人个米块元分次小%/-])"
_WHOLE = re.compile(r"(?P<kind>tz|sj)\s*-?\s*(?:(?P<day>20[0-9]{6})\s*-?\s*)?(?P<n>[0-9]{1,4})(?![0-9])", re.IGNORECASE)
_THAT = r"\s*号?\s*的?\s*(?:那|这)\s*(?:一)?"
_PADDED = (
    r"(?<![0-9.:/月号-])(?P<padded>0[0-9])"
    r"(?![0-9.:点时月日年幢栋楼层单室/-]|号(?!那|这|的|通知|公告|发|吧|不|作废|撤|结束|取消|[\s,，]|$))"
)
_OF_NOTICE = re.compile(
    rf"第\s*(?P<nth>{_N})\s*(?:条|则|份|个通知)|(?P<that>{_N}){_THAT}(?:条|则|份|个?通知|个?公告)|"
    rf"(?P<called>{_N})\s*号\s*的?(?:通知|公告)|(?:通知|公告)(?:编?号)?\s*(?P<behind>[0-9]{{1,3}}){_NO_MORE}|{_PADDED}|"
    r"(?:发|撤回?|收回|作废|结束|取消)\s*第?(?P<bare>[0-9]{1,3})号?(?:吧|了|的|啊|呀)*(?=$|[\s,，。!！])|"
    rf"^\s*(?P<first>[0-9]{{1,3}}){_NO_MORE}"
)
_OF_EVENT = re.compile(
    rf"第\s*(?P<nth>{_N})\s*(?:件|起|个事件)|(?P<that>{_N}){_THAT}(?:件|起|个?事件)|(?P<called>{_N})\s*号\s*(?:事件|停[水电气])|"
    rf"事件\s*(?P<behind>[0-9]{{1,3}}){_NO_MORE}|{_PADDED}"
)
_BEFORE = re.compile(
    r"(?:前面|刚才|刚刚|上面|上一|前一|刚发的?|才发的?|发错的?)(?:发(?:出去)?(?:错)?的?)?(?:那|这)?(?:一)?[条则份]"
)
_OFF = re.compile(
    r"作废|撤[回掉了销下]|撤$|收回|取消|不算数?|废掉|废了|删掉|删了|不要了|不发|别发|不用发|先压|先放一?放|缓一缓"
)
_OVER = re.compile(r"结束|解除|终止|关掉|关了|停掉")
_OTHERWISE = re.compile(r"(?:时间|改到|改成|改为|改在|推迟|延[到长后]|提前到)")
_GO = re.compile(r"(?<![没未开奖补])发(?![错现生过愁烧火热脾的]|了没|了吗|到哪|没发|多少)")
_ASKS = re.compile(r"[?？吗]|(?:了没有?|到哪|怎么样了?|多少人?)(?:$|[\s,，。])")
_COUNTS = re.compile(
    r"多少(?:个)?(?:人|户|家|位)|几(?:个|位|户)?(?:人|家)|(?:收|看|读)到(?:了)?(?:没|吗|吧)|(?:谁|哪些人|哪几家)(?:没)?(?:收|看)到|"
    r"发(?:了|到|给)(?:了)?(?:多少|几个|哪些|谁)"
)
"""What is asked about those who got it."""
_BACK = re.compile(r"收回|撤回|追回|发错")
_WRONG = re.compile(r"[发弄搞写]错")
_CLAUSES = re.compile(r"[,，。;；!！\s]+")


@dataclass(frozen=True)
class _Wish:
    command: CommandName
    number: str


def settled_beside(
    words: str, candidates: Sequence[Candidate], situation: Situation
) -> tuple[tuple[Candidate, ...], tuple[Candidate, ...]] | None:
    """The candidates, and the several wishes, where a notice or an event is named by its number; None where none is."""
    best = candidates[0]
    if best.command in OF_EVENTS:
        number = number_named(words, EVENT, situation)
        return None if number is None else ((_aimed(best, number), *candidates[1:]), ())
    notices = _of(situation, NOTICE)
    told = _told_to_all(words, candidates)
    if told is not None or (notices and sends(words)):
        return (told or _sent(situation),), ()
    if best.command in OF_NOTICES and _COUNTS.search(words) and not (_OFF.search(words) or _OVER.search(words)):
        return (replace(best, command=CommandName.SHOW_NOTICES, probability=SETTLED),), ()
    if best.command not in OF_NOTICES and not (notices and _speaks_of_notices(words, situation)):
        return None
    wishes = [wish for clause in _CLAUSES.split(words) if clause and (wish := _wish(clause, situation)) is not None]
    if len({wish.number for wish in wishes}) > 1:
        in_order = sorted(wishes, key=lambda wish: wish.command is not CommandName.APPROVE_NOTICE)
        parts = tuple(Candidate(each.command, SETTLED, ticket=each.number, sure_of_target=1.0) for each in in_order)
        return (parts[0],), parts
    return _one(words, candidates, situation)


def number_named(words: str, kind: str, situation: Situation) -> str | None:
    """The whole number of the notice or event that the words name; of a number that none has the one of today, which is refused."""
    whole = next((found for found in _WHOLE.finditer(words) if found["kind"].upper() == kind), None)
    today = "" if situation.now is None else f"{situation.now:%Y%m%d}"
    if whole is not None and whole["day"]:
        return f"{kind}{whole['day']}-{int(whole['n']):02d}"
    found = whole or (_OF_NOTICE if kind == NOTICE else _OF_EVENT).search(words)
    said = (
        None
        if found is None
        else next((each for name, each in found.groupdict().items() if each and name != "kind"), None)
    )
    number = 0 if said is None else number_of(said)
    if not number:
        return None
    has = [each.number for each in _of(situation, kind) if short_number(each.number) == str(number)]
    return has[0] if has else f"{kind}{today}-{number:02d}"


def _one(
    words: str, candidates: Sequence[Candidate], situation: Situation
) -> tuple[tuple[Candidate, ...], tuple[Candidate, ...]] | None:
    best, number = candidates[0], number_named(words, NOTICE, situation)
    if number is None and _BEFORE.search(words) and _OFF.search(words):
        number = _before(words, situation)
    if number is None:
        return None
    command = _wanted(words, number, situation) or (best.command if best.command in OF_NOTICES else None)
    if command is not None:
        return (_aimed(replace(best, command=command, variant="", shift=None), number),), ()
    went_out = any(each.number == number and each.state == "sent" for each in situation.tickets)
    if _WRONG.search(words) and went_out:
        shown = Candidate(CommandName.SHOW_NOTICES, HARDLY, ticket=number, sure_of_target=1.0)
        ended = Candidate(CommandName.END_NOTICE, EVENLY, ticket=number, sure_of_target=1.0)
        return (ended, shown), ()
    asks = _ASKS.search(words) or _WRONG.search(words)
    shown = Candidate(CommandName.SHOW_NOTICES, SETTLED, ticket=number, sure_of_target=1.0)
    return ((shown,), ()) if asks else None


def _told_to_all(words: str, candidates: Sequence[Candidate]) -> Candidate | None:
    """An order to tell everybody what is no end of anything, where the writer may mean one."""
    found = next((each for each in candidates if each.command is CommandName.NOTIFY_RESIDENTS), None)
    return replace(found, probability=SETTLED) if found is not None and orders_to_tell(words) else None


def _sent(situation: Situation) -> Candidate:
    """A plain 发吧 is of the draft of a moment ago, or of the only one; else it is asked which, or said that there is none."""
    drafts = [each.number for each in _of(situation, NOTICE) if each.state == "draft"]
    just = situation.just if situation.just in drafts else drafts[0] if len(drafts) == 1 else None
    return Candidate(CommandName.APPROVE_NOTICE, SETTLED, ticket=just)


def _wish(clause: str, situation: Situation) -> _Wish | None:
    number = number_named(clause, NOTICE, situation)
    if number is None and _BEFORE.search(clause):
        number = _before(clause, situation)
    command = None if number is None else _wanted(clause, number, situation)
    return None if number is None or command is None else _Wish(command, number)


def _wanted(words: str, number: str, situation: Situation) -> CommandName | None:
    """What is to become of the notice; what takes a draft off ends one that went out."""
    if _ASKS.search(words):
        return None
    state = next((each.state for each in situation.tickets if each.number == number), "")
    if _OFF.search(words):
        return CommandName.END_NOTICE if state == "sent" else CommandName.WITHHOLD_NOTICE
    if _OVER.search(words):
        return CommandName.WITHHOLD_NOTICE if state == "draft" else CommandName.END_NOTICE
    if _OTHERWISE.search(words):
        return CommandName.CHANGE_NOTICE
    return CommandName.APPROVE_NOTICE if _GO.search(words) else None


def _speaks_of_notices(words: str, situation: Situation) -> bool:
    """Whether a number in the words can be a notice's: they say so, what it tells of, or one was spoken of a moment ago."""
    if _WHOLE.search(words) or re.search(r"通知|公告|发错", words):
        return True
    just = situation.just is not None and situation.just.startswith(NOTICE)
    pointed = number_named(words, NOTICE, situation) is not None or (just and _BEFORE.search(words) is not None)
    return pointed and (just or re.search(r"[条则份]", words) is not None or kind_in(words) is not None)


def _before(words: str, situation: Situation) -> str | None:
    """The notice that was spoken of a moment ago; what is called back is the last that went out."""
    notices = _of(situation, NOTICE)
    sent = [each.number for each in notices if each.state == "sent"]
    just = situation.just if any(each.number == situation.just for each in notices) else None
    return next(iter(sent), None) if just is None or _BACK.search(words) else just


def _of(situation: Situation, kind: str) -> list[OwnTicket]:
    return [each for each in situation.tickets if each.number.startswith(kind)]


def _aimed(candidate: Candidate, number: str) -> Candidate:
    return replace(candidate, ticket=number, probability=max(candidate.probability, SETTLED), sure_of_target=1.0)
