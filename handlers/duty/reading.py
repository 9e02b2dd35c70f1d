"""Words about duty as its commands: numbers of shifts, times, names and places are read here."""

import re
from collections.abc import Callable
from typing import Any

from governance.activities.kinds import ActivityKind
from governance.clock import local_day
from handlers.activities.commands import OpenActivity
from handlers.activities.reading import activity_command, opened
from handlers.context import Here
from handlers.duty import told
from handlers.duty.commands import hours, lead, presence, service, shifts
from handlers.said import Read, Reads, Said
from understanding import duty
from understanding.activity_said import kind_said
from understanding.command_names import CommandName
from understanding.gathering_told import TOLD, gathering_told
from understanding.normalise import normalise
from understanding.period import period_in
from understanding.place_search import decided, search
from understanding.times import Span, time_in

LONGEST_TITLE = 60
_CODE = re.compile(r"[\s,，:：]*([0-9]{6})\s*")
_PUNCTUATED = re.compile(r"[,，]")
_YESTERDAY = re.compile(r"昨天|昨日")
_COUNT_FIRST = re.compile(r"^[0-9一二两三四五六七八九十]{1,3}\s*(?:个人|人|名|位)\s*[,，、]?(?:到|去|来|在)?\s*")
_LIKELY = 0.5
"""So sure must it be that a place is named where somebody checks in."""
_HAVE_OWN_NAMES = frozenset({"station", "landmark", "courtyard", "community", "alliance", "subdistrict"})


def show_shifts(said: Said, here: Here) -> shifts.ShowShifts:
    """值班表; 值班表 周六."""
    rest = _rest(said)
    return shifts.ShowShifts(rest, _span(rest, here))


def sign_up(said: Said, here: Here) -> shifts.SignUp:
    """报名 12; 报名 周六上午."""
    rest = _rest(said)
    number, _ = duty.shift_in(rest)
    return shifts.SignUp(number) if number is not None else shifts.SignUp(None, rest, _span(rest, here))


def offer_swap(said: Said, _here: Here) -> shifts.OfferSwap:
    """换班 12 给 张三; 换班 12 都可以."""
    number, rest = duty.shift_in(_rest(said))
    to_all = duty.to_anyone(rest)
    return shifts.OfferSwap(number, None if to_all else duty.colleague_in(rest), to_all)


def stop(said: Said, _here: Here) -> lead.StopShift:
    """停班 12 下雪."""
    number, _ = duty.shift_in(_rest(said))
    return lead.StopShift(number, duty.shift_in(said.argument)[1].strip(" ,，:："))


def add(said: Said, here: Here) -> lead.AddShift:
    """加班次 和事佬工作室 12月6日 9点到11点 2人; figures in the names of places are no times."""
    text = rest = said.argument
    for node in here.places.nodes.values():
        if node.kind in _HAVE_OWN_NAMES:
            rest = rest.replace(node.name, " ")
    return lead.AddShift(text, _span(rest, here), duty.people_wanted(rest))


def assign(said: Said, _here: Here) -> lead.AssignShift:
    """安排 12 张三."""
    number, rest = duty.shift_in(_rest(said))
    return lead.AssignShift(number, next(iter(rest.strip(" ,，:：").split()), ""))


def qualify(said: Said, _here: Here) -> lead.Qualify:
    """认定 张三 调解."""
    parts = _rest(said).replace("，", " ").replace(",", " ").split()
    return lead.Qualify(*parts[:2])


def check_in(said: Said, here: Here) -> presence.CheckIn:
    """打卡; 打卡 将军馆; 昨天打卡; 打卡 替张三; 打卡 482913."""
    rest = _rest(said)
    code = _CODE.fullmatch(rest)
    if code:
        return presence.CheckIn(code=code[1], said=rest)
    found = search(here.places, rest, here.home) if rest else ()
    named = next((each for each in found if here.places.full_name(each.place)), None)
    place = named.place if named is not None and named.score >= _LIKELY else None
    yesterday = _YESTERDAY.search(said.words) is not None
    return presence.CheckIn(place, rest, yesterday=yesterday, beside=duty.beside_in(said.words))


def enrol(said: Said, here: Here) -> service.Enrol:
    """报到 梧桐社区 特长 调解 周末上午."""
    text = said.argument
    found = search(here.places, text) if text else ()
    place = here.places.community_of(found[0].place) if found else None
    lost = place is None and (bool(found) or "社区" in text)
    skills, wishes = tuple(duty.skills_in(text)), tuple(duty.wishes_in(text))
    return service.Enrol(place, duty.unit_in(text), skills, wishes, text, lost)


def campaigns(said: Said, _here: Here) -> Any:
    """活动; 活动 12; what else is said of activities."""
    rest = _rest(said)
    return activity_command(said.argument) or service.ShowCampaigns(int(rest) if rest.isdecimal() else None)


def campaign(said: Said, here: Here) -> service.OpenCampaign | OpenActivity:
    """发起活动 防汛巡查 12月6日 9点到11点 20人; of an activity what it is and where: 讲座 … 地点 将军馆."""
    text = said.argument
    if said.free or text.startswith(TOLD) or _PUNCTUATED.search(text):
        return _gathering(said, here, text)
    activity = opened(text, _span(text, here), duty.people_wanted(text), _place(text, here))
    if activity is not None:
        return activity
    title = next(iter(text.split()), "")[:LONGEST_TITLE]
    return service.OpenCampaign(title, _span(text, here), duty.people_wanted(text), _place(text, here))


def _gathering(said: Said, here: Here, text: str) -> service.OpenCampaign | OpenActivity:
    """教小孩剪窗花，下周六下午两点半到四点，最多15个人: an activity; of people who are to work, all said, a drive."""
    words = normalise(text)
    named = [node.name for node in here.places.nodes.values() if node.kind in _HAVE_OWN_NAMES and node.name in words]
    told = gathering_told(words, here.local, here.config.calendar, named)
    place, kind = _place(text, here), kind_said(told.title)
    if told.drive and kind is None and told.title and told.people and told.start is not None and told.end is not None:
        return service.OpenCampaign(told.title, Span(told.start, told.end), told.people, place)
    kept = text.removeprefix(TOLD).strip(" ,，")
    return OpenActivity(
        ActivityKind(kind or ActivityKind.GATHERING),
        told.title,
        told.spot,
        told.start,
        told.end,
        told.people,
        place,
        kept,
    )


def call_up(said: Said, here: Here) -> service.CallUp:
    """急需5人到梧桐里1号院搬沙袋，会电工的优先."""
    text = said.argument
    title = (_COUNT_FIRST.sub("", text) or text)[:LONGEST_TITLE]
    skills = tuple(duty.skills_in(text))
    return service.CallUp(title, duty.people_wanted(text), _span(text, here), _place(text, here), skills)


def record(said: Said, _here: Here) -> service.WriteRecord:
    """调解记录 当事人，什么事，结果; 维修记录 什么，结果."""
    text = said.argument
    told = duty.record_in(text)
    return service.WriteRecord(told.kind, told.parties, told.matter, told.outcome, told.well, text)


def correct(said: Said, _here: Here) -> hours.CorrectHours:
    """更正工时 12 张三 60分钟 提前离岗."""
    number, rest = duty.shift_in(_rest(said))
    name, reason = _name_and_reason(duty.shift_in(said.argument)[1])
    return hours.CorrectHours(number, name, duty.minutes_in(rest), reason)


def credit(said: Said, _here: Here) -> hours.CreditHours:
    """补记 张三 60分钟 帮忙搬家具."""
    name, reason = _name_and_reason(said.argument)
    return hours.CreditHours(name, duty.minutes_in(_rest(said)), reason)


def certificate(said: Said, here: Here) -> hours.GetCertificate:
    """服务证明, of this year, a year or a month; up to today."""
    return hours.GetCertificate(*period_in(_rest(said), local_day(here.now, here.config.zone)))


def _rest(said: Said) -> str:
    return (said.meaning.rest or "").strip()


def _span(text: str, here: Here) -> Span | None:
    return time_in(text, here.local, here.config.calendar) if text else None


def _place(text: str, here: Here) -> int | None:
    found = decided(search(here.places, text))
    return None if found is None else found.place


def _name_and_reason(text: str) -> tuple[str, str]:
    """张三 60分钟 提前离岗: the name, and what follows without the span."""
    parts = duty.without_span(text).replace("，", " ").replace(",", " ").split()
    return (parts[0], " ".join(parts[1:])) if parts else ("", "")


def _numbered(command: type[Any]) -> Callable[[Said, Here], Any]:
    """Of a command that takes the number of a shift and nothing else."""
    return lambda said, _here: command(duty.shift_in(_rest(said))[0])


def _bare(command: type[Any]) -> Callable[[Said, Here], Any]:
    """Of a command that takes nothing."""
    return lambda _said, _here: command()


_EXACT: Reads = {
    CommandName.CHECK_IN: check_in,
    CommandName.SHOW_CHECK_INS: _bare(presence.ShowCheckIns),
    CommandName.SHOW_ON_MAP: _bare(presence.ShowOnMap),
    CommandName.HIDE_FROM_MAP: _bare(presence.HideFromMap),
    CommandName.SHOW_STATION_CODE: lambda said, _here: lead.ShowStationCode(_rest(said)),
    CommandName.CHECK_OUT: _numbered(presence.CheckOut),
    CommandName.PATROL: lambda said, _here: presence.Patrol(said.argument, said.variant == "visit"),
    CommandName.SHOW_UNPATROLLED: _bare(presence.ShowUnpatrolled),
    CommandName.REMIND_UNPATROLLED: _bare(presence.RemindUnpatrolled),
    CommandName.ENROL: enrol,
    CommandName.CALL_UP: call_up,
    CommandName.OPEN_CAMPAIGN: campaign,
    CommandName.SHOW_CAMPAIGNS: campaigns,
    CommandName.END_ENROLMENT: _bare(service.EndEnrolment),
    CommandName.SHOW_MY_SHIFTS: _bare(shifts.ShowMyShifts),
    CommandName.SHOW_HOURS: _bare(hours.ShowHours),
    CommandName.GET_CERTIFICATE: certificate,
    CommandName.GET_CALENDAR_FEED: _bare(hours.GetCalendarFeed),
    CommandName.CORRECT_HOURS: correct,
    CommandName.CREDIT_HOURS: credit,
    CommandName.CONFIRM_HOURS: _numbered(hours.ConfirmHours),
    CommandName.SHOW_SHIFTS: show_shifts,
    CommandName.ADD_SHIFT: add,
    CommandName.STOP_SHIFT: stop,
    CommandName.CONFIRM_PLAN: _bare(lead.ConfirmPlan),
    CommandName.SHOW_PLAN: _bare(lead.ShowPlan),
    CommandName.ASSIGN_SHIFT: assign,
    CommandName.QUALIFY: qualify,
    CommandName.SHOW_SHIFT: _numbered(shifts.ShowShift),
    CommandName.WRITE_RECORD: record,
    CommandName.SHOW_RECORDS: _bare(service.ShowRecords),
    CommandName.SIGN_UP: sign_up,
    CommandName.CANCEL_SHIFT: _numbered(shifts.CancelShift),
    CommandName.OFFER_SWAP: offer_swap,
    CommandName.AGREE_TO_SWAP: _numbered(shifts.AgreeToSwap),
    CommandName.REFUSE_SWAP: _numbered(shifts.RefuseSwap),
    CommandName.TAKE_OVER_SHIFT: _numbered(shifts.TakeOverShift),
    CommandName.WITHDRAW_SWAP: _numbered(shifts.WithdrawSwap),
}
"""How each is read that is said to the letter."""


def _read(exact: Read, free: Read) -> Read:
    return lambda said, here: (free if said.free else exact)(said, here)


READS: Reads = {name: _read(exact, told.TOLD.get(name, exact)) for name, exact in _EXACT.items()}
