"""Words about who somebody is."""

from dataclasses import replace

from governance.clock import local_day
from handlers.context import Here
from handlers.people.commands import (
    BindAccount,
    ChooseHome,
    EndAbsence,
    InvitePerson,
    RequestAbsence,
    ShowIdentity,
    UnbindAccount,
)
from handlers.said import Reads, Said
from understanding.called import colleague_said
from understanding.command_names import CommandName
from understanding.correction import home_put_right, right_home
from understanding.days import day_range
from understanding.dwelling import dwelling_in
from understanding.leave import days_away, hours_away, stand_in_name, who_is_away
from understanding.people import NUMBERS, claim_in, claim_said, code_in, code_said, with_digits

AGAIN = ("改绑", "换绑")


def bind(said: Said, _here: Here) -> BindAccount:
    """绑定, 改绑 with a name and four digits, or with a code."""
    rest = said.meaning.rest or ""
    if said.free:
        code, again = code_said(said.words), any(word in said.words for word in AGAIN)
        return BindAccount(
            None if code else claim_said(said.words), code, again, bool(NUMBERS.search(with_digits(said.words)))
        )
    code = code_in(rest)
    return BindAccount(None if code else claim_in(rest), code, said.words.startswith(AGAIN), bool(rest))


def home(said: Said, here: Here) -> ChooseHome:
    """我搬到梧桐里1号院2幢了: the place and nothing else."""
    if not said.free and not home_put_right(said.words):
        return ChooseHome(said.meaning.rest or "")
    return ChooseHome(dwelling_in(right_home(said.words)))


def invite(said: Said, _here: Here) -> InvitePerson:
    """邀请 王样本; 帮我邀请一下王样本."""
    if said.free:
        return InvitePerson(colleague_said(said.words) or "")
    return InvitePerson((said.meaning.rest or "").strip())


def absence(said: Said, here: Here) -> RequestAbsence:
    """请假 11月25日到11月27日 由赵演示代岗."""
    rest, today = said.meaning.rest or "", local_day(here.now, here.config.zone)
    if said.free:
        gone = who_is_away(said.words)
        if gone is not None:
            return RequestAbsence(days_away(said.words, today), None, gone)
        name = stand_in_name(said.words) or colleague_said(said.words)
        return _with_hours(RequestAbsence(days_away(said.words, today), name), said.words, here)
    return _with_hours(RequestAbsence(day_range(rest, today), stand_in_name(rest)), rest, here)


def _with_hours(told: RequestAbsence, words: str, here: Here) -> RequestAbsence:
    """With the hours that are said of a single day."""
    if told.days is None or told.days[0] != told.days[1]:
        return told
    return replace(told, hours=hours_away(words, here.local, here.config.calendar))


READS: Reads = {
    CommandName.BIND_ACCOUNT: bind,
    CommandName.UNBIND_ACCOUNT: lambda _said, _here: UnbindAccount(),
    CommandName.SHOW_IDENTITY: lambda _said, _here: ShowIdentity(),
    CommandName.CHOOSE_HOME: home,
    CommandName.INVITE_PERSON: invite,
    CommandName.REQUEST_ABSENCE: absence,
    CommandName.END_ABSENCE: lambda _said, _here: EndAbsence(),
}
