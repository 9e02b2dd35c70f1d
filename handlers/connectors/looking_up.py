"""办件到哪了: how a case of the government services stands; asked for at once, answered a moment later (bot.case_lookup)."""

from datetime import timedelta

from governance.connectors.mapping import Kind
from governance.connectors.services import CaseStand, case_number
from governance.notices import NoticeKind
from handlers.catalogue import executes
from handlers.connectors.case_outcomes import AskedTooOften, CaseAsked, NoCasePlatform, WhichCase
from handlers.connectors.commands import LookUpCase
from handlers.connectors.words import CASE_AWAY, CASE_STANDS, CASE_UNKNOWN
from handlers.context import Context
from handlers.conversation.questions import ask_slot
from handlers.notices import tell
from handlers.texts.work import moment
from storage.connectors.platforms import Connected, all_connected
from storage.kept_words import masked_words
from storage.services import Lookup, ask_case, asked_since, end_lookup
from understanding.command_names import CommandName

MOST_AN_HOUR = 10


@executes(LookUpCase)
def look_up(command: LookUpCase, ctx: Context) -> CaseAsked | WhichCase | NoCasePlatform | AskedTooOften:
    """Nobody waits for another machine inside a transaction: the question is written down, and the answer is pushed."""
    platform = asked_platform(ctx)
    if platform is None:
        return NoCasePlatform()
    number = case_number(command.number)
    if number is None:
        ask_slot(ctx, CommandName.LOOK_UP_CASE)
        return WhichCase(command.number.strip()[:40])
    if asked_since(ctx.uow, ctx.sender.id, ctx.now - timedelta(hours=1)) >= MOST_AN_HOUR:
        return AskedTooOften()
    ask_case(ctx.uow, ctx.sender.id, number, ctx.now)
    return CaseAsked(number, ctx.config.platforms[platform.platform].label)


def asked_platform(ctx: Context) -> Connected | None:
    """The first that can be asked for a case."""
    for each in all_connected(ctx.uow):
        platform = ctx.config.platforms.get(each.platform)
        if each.looks_at and platform is not None and platform.record(Kind.CASE) is not None:
            return each
    return None


def answer_case(ctx: Context, waiting: Lookup, label: str, found: CaseStand | None, *, reached: bool) -> int:
    """Told once: how it stands, that there is none, or that nobody answered."""
    if not end_lookup(ctx.uow, waiting.id):
        return 0
    if found is not None:
        since = "" if found.at is None else f"（{moment(found.at, ctx.config.zone, ctx.now)}）"
        more = "".join(f"\n{masked_words(each, ctx.names)}" for each in (found.title, found.note) if each)
        text = CASE_STANDS.format(number=waiting.number, stage=found.stage, since=since, more=more, label=label)
    else:
        text = (CASE_UNKNOWN if reached else CASE_AWAY).format(number=waiting.number, label=label)
    tell(ctx, [waiting.account_id], f"case:{waiting.id}", NoticeKind.CASE_STANDS, text, again=True)
    return 1
