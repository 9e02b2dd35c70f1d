"""Words about who somebody is."""

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
from understanding.command_names import CommandName
from understanding.days import day_range
from understanding.leave import stand_in_name
from understanding.people import claim_in, code_in

AGAIN = ("改绑", "换绑")


def bind(said: Said, _here: Here) -> BindAccount:
    """绑定, 改绑 with a name and four digits, or with a code."""
    rest = said.meaning.rest or ""
    code = code_in(rest)
    return BindAccount(None if code else claim_in(rest), code, said.words.startswith(AGAIN), bool(rest))


def absence(said: Said, here: Here) -> RequestAbsence:
    """请假 11月25日到11月27日 由赵演示代岗."""
    rest = said.meaning.rest or ""
    return RequestAbsence(day_range(rest, local_day(here.now, here.config.zone)), stand_in_name(rest))


READS: Reads = {
    CommandName.BIND_ACCOUNT: bind,
    CommandName.UNBIND_ACCOUNT: lambda _said, _here: UnbindAccount(),
    CommandName.SHOW_IDENTITY: lambda _said, _here: ShowIdentity(),
    CommandName.CHOOSE_HOME: lambda said, _here: ChooseHome(said.meaning.rest or ""),
    CommandName.INVITE_PERSON: lambda said, _here: InvitePerson((said.meaning.rest or "").strip()),
    CommandName.REQUEST_ABSENCE: absence,
    CommandName.END_ABSENCE: lambda _said, _here: EndAbsence(),
}
