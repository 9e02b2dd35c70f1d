"""Sentences about duty as its commands: what is meant of shifts, days, places and colleagues, wherever it stands."""

from collections.abc import Callable
from datetime import date
from typing import Any

from governance.clock import local_day
from handlers.context import Here
from handlers.duty.commands import hours, lead, presence, service, shifts
from handlers.said import Reads, Said
from understanding import duty, duty_told
from understanding.called import colleague_said
from understanding.command_names import CommandName
from understanding.period import period_in
from understanding.place_search import search
from understanding.times import Span, time_in

_LIKELY = 0.5


def show_shifts(said: Said, here: Here) -> shifts.ShowShifts:
    """有晚上的岗吗: a station's name, a day, or a part of any day; what else is said names nothing."""
    stations = "、".join(_stations(said, here))
    when, days = duty_told.when_said(said.words), _days(said, here)
    about = " ".join(filter(None, (stations, when)))
    if days is None:
        return shifts.ShowShifts(about, None, duty_told.hours_said(said.words))
    return shifts.ShowShifts(about, _span(said, here))


def sign_up(said: Said, here: Here) -> shifts.SignUp:
    """明天下午我有空 驿站我来吧: the shift that is meant, which must be on the day that is said."""
    number = duty_told.shift_named(said.words)
    if number is not None:
        return shifts.SignUp(number)
    span = None if _days(said, here) is None else _span(said, here)
    return shifts.SignUp(_told(said, here), duty_told.when_said(said.words), span)


def take_over(said: Said, here: Here) -> shifts.TakeOverShift:
    """周六那班我顶上: what is offered; else a place that is left, where the words say on which day."""
    named = duty_told.shift_named(said.words) is not None or _days(said, here) is not None
    return shifts.TakeOverShift(_told(said, here), sign_up(said, here) if named else None)


def cancel(said: Said, here: Here) -> shifts.CancelShift:
    """周三那班我去不了."""
    return shifts.CancelShift(_told(said, here), _guessed_days(said, here))


def offer_swap(said: Said, here: Here) -> shifts.OfferSwap:
    """12.9让小何替我站."""
    name = colleague_said(said.words)
    to_all = name is None and duty.to_anyone(said.words)
    return shifts.OfferSwap(_told(said, here), name, to_all, _guessed_days(said, here))


def stop(said: Said, here: Here) -> lead.StopShift:
    """周三那班停了 下大雪."""
    return lead.StopShift(_told(said, here), duty_told.reason_told(said.argument))


def assign(said: Said, here: Here) -> lead.AssignShift:
    """周六那班安排小何上."""
    return lead.AssignShift(_told(said, here), colleague_said(said.words) or "")


def check_in(said: Said, here: Here) -> presence.CheckIn:
    """我到驿站了: a station or a place that is named, else none."""
    beside, code = duty.beside_in(said.words), duty_told.code_said(said.words)
    yesterday = "昨天" in said.words or "昨日" in said.words
    stations = _stations(said, here)
    place = next((node.id for node in here.places.nodes.values() if node.name in stations[:1]), None)
    at_station = place is None and duty_told.at_station(said.words)
    if place is None and not at_station:
        found = [each for each in search(here.places, said.words, here.home) if here.places.full_name(each.place)]
        place = found[0].place if found and found[0].score >= _LIKELY else None
    return presence.CheckIn(place, "", code, yesterday, beside, duty_told.says_there(said.words), at_station)


def enrol(said: Said, here: Here) -> service.Enrol:
    """我是市一院的护士 报到一下 周末有空."""
    text = said.argument
    place = next(
        (node.id for node in here.places.nodes.values() if node.kind == "community" and node.name in text), None
    )
    if place is None:
        found = [each for each in search(here.places, text) if each.score >= _LIKELY]
        place = here.places.community_of(found[0].place) if found else None
    skills, wishes = tuple(duty_told.skills_said(text)), tuple(duty.wishes_in(text))
    return service.Enrol(place, duty_told.unit_said(text), skills, wishes, text, place is None and "社区" in text)


def campaigns(said: Said, _here: Here) -> service.ShowCampaigns:
    """最近有什么活动能参加的."""
    return service.ShowCampaigns(duty_told.campaign_named(said.words))


def record(said: Said, _here: Here) -> service.WriteRecord:
    """刚调解了一起 3楼和4楼 夜里太吵 双方和好了."""
    line = duty_told.record_told(said.argument)
    found = duty.record_in(line)
    return service.WriteRecord(found.kind, found.parties, found.matter, found.outcome, found.well, line)


def certificate(said: Said, here: Here) -> hours.GetCertificate:
    """给我开个今年的证明; 去年的, 上个月的."""
    return hours.GetCertificate(*period_in(said.words, local_day(here.now, here.config.zone)))


def correct(said: Said, here: Here) -> hours.CorrectHours:
    """周三那班小何的工时改成60分钟 他提前走了."""
    minutes = duty.minutes_in(said.words)
    return hours.CorrectHours(_told(said, here), colleague_said(said.words) or "", minutes, said.argument)


def credit(said: Said, _here: Here) -> hours.CreditHours:
    """给小何补一个小时 帮忙搬家具."""
    return hours.CreditHours(colleague_said(said.words) or "", duty.minutes_in(said.words), said.argument)


def qualify(said: Said, _here: Here) -> lead.Qualify:
    """小何会电工 给他认定一下."""
    return lead.Qualify(colleague_said(said.words) or "", "、".join(duty_told.skills_said(said.argument)))


def station_code(said: Said, here: Here) -> lead.ShowStationCode:
    """驿站的打卡码是多少."""
    return lead.ShowStationCode(next(iter(_stations(said, here)), ""))


def _stations(said: Said, here: Here) -> list[str]:
    nodes = here.places.nodes.values()
    return duty_told.stations_named(said.words, [node.name for node in nodes if node.kind == "station"])


def _span(said: Said, here: Here) -> Span | None:
    return time_in(said.words, here.local, here.config.calendar)


def _days(said: Said, here: Here) -> tuple[date, date] | None:
    return duty_told.days_told(said.words, here.local, here.config.calendar)


def _told(said: Said, here: Here) -> int | None:
    """The shift whose number is said; else the one that is meant, where the words say anything by which to tell it."""
    named = duty_told.shift_named(said.words)
    if named is not None:
        return named
    tells = duty_told.tells_when(said.words, here.local, here.config.calendar) or bool(_stations(said, here))
    return said.shift if tells else None


def _guessed_days(said: Said, here: Here) -> tuple[date, date] | None:
    """The days that a shift must be on, where its number is only guessed."""
    return None if duty_told.shift_named(said.words) is not None else _days(said, here)


def _about(command: type[Any]) -> Callable[[Said, Here], Any]:
    """Of a command that is said of a shift and nothing else."""
    return lambda said, here: command(_told(said, here))


TOLD: Reads = {
    CommandName.CHECK_IN: check_in,
    CommandName.CHECK_OUT: _about(presence.CheckOut),
    CommandName.SHOW_STATION_CODE: station_code,
    CommandName.ENROL: enrol,
    CommandName.SHOW_CAMPAIGNS: campaigns,
    CommandName.GET_CERTIFICATE: certificate,
    CommandName.CORRECT_HOURS: correct,
    CommandName.CREDIT_HOURS: credit,
    CommandName.CONFIRM_HOURS: _about(hours.ConfirmHours),
    CommandName.SHOW_SHIFTS: show_shifts,
    CommandName.STOP_SHIFT: stop,
    CommandName.ASSIGN_SHIFT: assign,
    CommandName.QUALIFY: qualify,
    CommandName.SHOW_SHIFT: lambda said, _here: shifts.ShowShift(duty_told.shift_named(said.words) or said.shift),
    CommandName.WRITE_RECORD: record,
    CommandName.SIGN_UP: sign_up,
    CommandName.CANCEL_SHIFT: cancel,
    CommandName.OFFER_SWAP: offer_swap,
    CommandName.AGREE_TO_SWAP: _about(shifts.AgreeToSwap),
    CommandName.REFUSE_SWAP: _about(shifts.RefuseSwap),
    CommandName.TAKE_OVER_SHIFT: take_over,
    CommandName.WITHDRAW_SWAP: _about(shifts.WithdrawSwap),
}
"""How each is read that is said in free words; all else as it is to the letter."""
