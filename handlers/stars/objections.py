"""异议 N 原因: what somebody has against an award stops it until it is settled; who it was stays sealed."""

from hashlib import sha256

from governance.notices import NoticeKind
from governance.stars.states import AwardMove, AwardState
from handlers.catalogue import executes
from handlers.context import Context
from handlers.conversation.questions import Wants, ask_slot
from handlers.notices import tell
from handlers.refusals import NotAllowed
from handlers.stars import texts as words
from handlers.stars.areas import area_called
from handlers.stars.commands import ListObjections, ObjectTo, SettleObjections
from handlers.stars.outcomes.consent import OwnLine
from handlers.stars.outcomes.objections import (
    NoSuchPublicAward,
    NothingToObjectTo,
    NothingToSettle,
    Objected,
    ObjectionList,
    ObjectionsSettled,
    ObjectToWhich,
    ObjectWhy,
    OwnAward,
    SettleHow,
)
from handlers.stars.outcomes.review import NoSuchAward
from handlers.stars.public import public_awards
from handlers.stars.queries import open_objections
from handlers.stars.reviewers import award_of, reviewer, tell_reviewers
from handlers.stars.take_down import take_down
from storage.accounts import following
from storage.audit import AuditEntry, note_for
from storage.stars.awards import AwardRow, award_by_id, move_award
from storage.stars.objections import has_objected, object_to, settle
from understanding.command_names import CommandName

LONGEST_TEXT = 500
LEAST_TEXT = 4
MOST_LISTED, MOST_SHOWN = 12, 10
_CAN_BE = (AwardState.NOTICED, AwardState.STOPPED, AwardState.ANNOUNCED)


@executes(ObjectTo)
def object_by_number(
    command: ObjectTo, ctx: Context
) -> Objected | ObjectWhy | ObjectToWhich | NothingToObjectTo | NoSuchPublicAward:
    """An objection with its number and reason, in two turns at most; a number is not needed where only one is on notice."""
    noticed = [award for award in public_awards(ctx) if award.state in (AwardState.NOTICED, AwardState.STOPPED)]
    number = noticed[0].id if command.number is None and len(noticed) == 1 else command.number
    if number is None and not noticed:
        return NothingToObjectTo()
    if number is None:
        ask_slot(ctx, CommandName.OBJECT_TO, before=f"{command.reason} ".lstrip(), wants=Wants.NUMBER)
        return ObjectToWhich(tuple(_line(award) for award in noticed[:MOST_LISTED]))
    award = award_by_id(ctx.uow, number, lock=True)
    if award is None or award.state not in _CAN_BE:
        return NoSuchPublicAward(number)
    if len(command.reason) < LEAST_TEXT:
        ask_slot(ctx, CommandName.OBJECT_TO, before=f"{number} ")
        return ObjectWhy(number)
    return _object(ctx, award, command.reason)


@executes(ListObjections)
def list_objections(_command: ListObjections, ctx: Context) -> ObjectionList | NotAllowed:
    """异议列表: what waits, without who said it; never what is said of the reader."""
    who = reviewer(ctx)
    found = open_objections(ctx, who.terms, who.person_id)
    return ObjectionList(tuple((award.id, award.name, award.kind, text) for award, text in found[:MOST_SHOWN]))


@executes(SettleObjections)
def settle_all(
    command: SettleObjections, ctx: Context
) -> ObjectionsSettled | SettleHow | NothingToSettle | OwnAward | NoSuchAward | NotAllowed:
    """异议处理 N 成立/不成立 说明; who has objected hears of it."""
    who = reviewer(ctx)
    if command.number is None or command.upheld is None or not command.note:
        return SettleHow(command.number)
    award = award_of(ctx, who, command.number)
    if award.person_id == who.person_id:
        return OwnAward(award.id)
    state = "upheld" if command.upheld else "dismissed"
    accounts = settle(ctx.uow, award.id, state, who.person_id, command.note, ctx.now)
    if not accounts:
        return NothingToSettle(award.id)
    note_for(ctx.uow, ctx.account_id, AuditEntry(f"star.objection_{state}", f"award:{award.id}"), ctx.now)
    text = words.SETTLED_TOLD_UPHELD if command.upheld else words.SETTLED_TOLD_DISMISSED
    key = f"settled:{award.id}:{sha256(ctx.cause.encode()).hexdigest()[:16]}"
    told = following(ctx.uow, list(dict.fromkeys(accounts)))
    tell(ctx, told, key, NoticeKind.STAR_ASK, text.format(n=award.id, note=command.note))
    if command.upheld:
        take_down(ctx, award, "objection upheld")
    else:
        move_award(ctx.uow, award.id, AwardMove.CLEAR)
    now = award_by_id(ctx.uow, award.id)
    assert now is not None
    return ObjectionsSettled(award.id, command.upheld, now.state)


def _object(ctx: Context, award: AwardRow, reason: str) -> Objected:
    late = award.state is AwardState.ANNOUNCED
    again = has_objected(ctx.uow, award.id, ctx.sender.id)
    object_to(ctx.uow, award_id=award.id, account_id=ctx.sender.id, text=reason[:LONGEST_TEXT], late=late, now=ctx.now)
    move_award(ctx.uow, award.id, AwardMove.STOP)
    told = words.OBJECTION_LATE_TOLD if late else words.OBJECTION_TOLD
    text = told.format(n=award.id, kind=words.KIND[award.kind], area=area_called(ctx, award))
    key = f"objection:{award.id}:{'late' if late else 'open'}:{ctx.today}"
    tell_reviewers(ctx, award.community_id, key, text, but=award.person_id)
    return Objected(award.id, late, again)


def _line(award: AwardRow) -> OwnLine:
    return OwnLine(award.id, award.month, award.kind, award.area_id, award.shown)
