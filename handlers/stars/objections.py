"""异议 N 原因: what somebody has against an award stops it until it is settled; who it was stays sealed."""

import re
from collections.abc import Collection

from governance.roles import Term
from governance.stars.states import AwardMove, AwardState
from handlers.context import Context
from handlers.inbound import Reply
from handlers.notices import tell
from handlers.stars.areas import area_called, led_communities, runs_stars_at
from handlers.stars.public import public_awards
from handlers.stars.reviewers import reviewer, tell_reviewers
from handlers.stars.take_down import take_down
from handlers.texts import stars as words
from handlers.turn import Turn
from handlers.work.details import ask_detail
from handlers.work.finding import said
from storage.accounts import following
from storage.audit import Deed, note
from storage.models import Objection, StarAward, StarRound
from storage.stars.awards import AwardRow, awards, move_award
from storage.stars.objections import object_to, objections, settle

LONGEST_TEXT = 500
LEAST_TEXT = 4
_NUMBER = re.compile(r"^[\s第]*(?P<number>[0-9]{1,7})\s*号?[\s,，:：]*(?P<rest>.*)$", re.DOTALL)
_NUMBER_LAST = re.compile(r"^(?P<rest>.*?)[\s,，:：第]+(?P<number>[0-9]{1,7})\s*号?$", re.DOTALL)
_DISMISSED = re.compile(r"^(?:异议)?(?:不成立|不属实|没有依据|无依据|驳回)[\s,，:：。]*")
_UPHELD = re.compile(r"^(?:异议)?(?:成立|属实|有依据)[\s,，:：。]*")


def object_by_chat(turn: Turn) -> Reply:
    """An objection with its number and reason, in two turns at most."""
    found = _NUMBER.match(said(turn)) or _NUMBER_LAST.match(said(turn))
    number, reason = (int(found["number"]), found["rest"].strip()) if found else (None, said(turn))
    shown = public_awards(turn)
    noticed = [award for award in shown if award.state in (AwardState.NOTICED, AwardState.STOPPED)]
    if number is None and len(noticed) == 1:
        number = noticed[0].id
    if number is None:
        if not noticed:
            return Reply(words.OBJECT_NOTHING)
        listed = "\n".join(words.CONSENT_LINE.format(
            n=award.id, month=words.month_said(award.month), kind=f"{words.KIND[award.kind]} {award.shown}",
            area=area_called(turn, award)) for award in noticed[:12])  # fmt: skip
        return ask_detail(
            turn, None, words.OBJECT_HOW.format(n=noticed[0].id, listed=listed), before=f"{reason} ".lstrip()
        )
    award = next(iter(awards(turn.uow, StarAward.id == number, lock=True)), None)
    if award is None or award.state not in (AwardState.NOTICED, AwardState.STOPPED, AwardState.ANNOUNCED):
        return Reply(words.OBJECT_NONE.format(n=number))
    if len(reason) < LEAST_TEXT:
        return ask_detail(turn, None, words.OBJECT_WHY.format(n=number), before=f"{number} ")
    return Reply(_object(turn, award, reason))


def _object(turn: Turn, award: AwardRow, reason: str) -> str:
    late = award.state is AwardState.ANNOUNCED
    mine = (Objection.award_id == award.id, Objection.account_id == turn.account.id, Objection.state == "open")
    again = bool(objections(turn.uow, *mine))
    object_to(
        turn.uow, award_id=award.id, account_id=turn.account.id, text=reason[:LONGEST_TEXT], late=late, now=turn.now
    )
    move_award(turn.uow, award.id, AwardMove.STOP)
    about = {"n": award.id, "kind": words.KIND[award.kind], "area": area_called(turn, award)}
    told = words.OBJECTION_LATE_TOLD if late else words.OBJECTION_TOLD
    key = f"objection:{award.id}:{'late' if late else 'open'}:{turn.today}"
    tell_reviewers(turn, award.community_id, key, told.format(**about), but=award.person_id)
    if again:
        return words.OBJECTED_AGAIN.format(n=award.id)
    return (words.OBJECTED_LATE if late else words.OBJECTED).format(n=award.id)


def list_objections(turn: Turn) -> Reply:
    """异议列表: what waits, without who said it; never what is said of the reader."""
    who = reviewer(turn)
    if isinstance(who, Reply):
        return who
    found = open_objections(turn, who.terms, who.person_id)
    if not found:
        return Reply(words.OBJECTIONS_NONE)
    lines = [
        words.OBJECTION_LINE.format(n=award.id, name=award.name, kind=words.KIND[award.kind], text=text)
        for award, text in found[:10]
    ]
    return Reply("\n".join([words.OBJECTIONS_HEAD, *lines, words.SETTLE_HOW.format(n=found[0][0].id)]))


def open_objections(ctx: Context, terms: Collection[Term], person_id: int) -> list[tuple[AwardRow, str]]:
    """What waits to be settled where these terms review, the oldest first; never what is said of this person."""
    mine = StarRound.place_id.in_(led_communities(ctx, terms))
    found = objections(ctx.uow, Objection.state == "open", mine)
    known = {award.id: award for award in awards(ctx.uow, StarAward.id.in_([row.award_id for row in found]))}
    with_award = [(known[row.award_id], row.text or "") for row in found]
    return [(award, text) for award, text in with_award if award.person_id != person_id]


def settle_by_chat(turn: Turn) -> Reply:
    """异议处理 N 成立/不成立 说明."""
    who = reviewer(turn)
    if isinstance(who, Reply):
        return who
    found = _NUMBER.match(said(turn))
    rest = found["rest"].strip() if found else ""
    dismissed, upheld = _DISMISSED.match(rest), _UPHELD.match(rest)
    verdict = dismissed or upheld
    explained = rest[verdict.end() :].strip() if verdict else ""
    if found is None or verdict is None or not explained:
        return Reply(words.SETTLE_HOW.format(n=found["number"] if found else 12))
    award = next(iter(awards(turn.uow, StarAward.id == int(found["number"]), lock=True)), None)
    if award is None or not runs_stars_at(turn, who.terms, award.community_id):
        return Reply(words.NO_SUCH_AWARD.format(n=found["number"]))
    if award.person_id == who.person_id:
        return Reply(words.NOT_OWN.format(n=award.id))
    state = "dismissed" if dismissed else "upheld"
    accounts = settle(turn.uow, award.id, state, who.person_id, explained, turn.now)
    if not accounts:
        return Reply(words.SETTLE_NONE.format(n=award.id))
    note(turn.uow, turn.account.id, Deed(f"star.objection_{state}", f"award:{award.id}"), turn.now)
    text = words.SETTLED_TOLD_DISMISSED if dismissed else words.SETTLED_TOLD_UPHELD
    told = text.format(n=award.id, note=explained)
    for account in following(turn.uow, list(dict.fromkeys(accounts))):
        tell(turn, [account], f"settled:{award.id}:{turn.inbound.dedupe_key}"[:100], "star_ask", told)
    if upheld:
        take_down(turn, award, "objection upheld")
        return Reply(words.SETTLED_UPHELD.format(n=award.id))
    move_award(turn.uow, award.id, AwardMove.CLEAR)
    (now,) = awards(turn.uow, StarAward.id == award.id)
    return Reply(words.SETTLED_DISMISSED.format(n=award.id, state=words.AWARD_STATE[now.state]))
