"""评议通过, 评议退回, 评议合并: what a reviewer decides of candidates, each once."""

import re

from governance.stars.states import AwardMove, AwardState, Consent, RoundState, allowed
from handlers.context import Context
from handlers.duty.members import Member
from handlers.inbound import Reply
from handlers.stars.areas import area_called
from handlers.stars.candidates import facts_of, honoured_lately, rescore
from handlers.stars.consent import ask_consent
from handlers.stars.review import award_for, proposals, reviewed_rounds
from handlers.stars.reviewers import reviewer
from handlers.texts import stars as words
from handlers.turn import Turn
from handlers.work.finding import said
from storage.audit import Deed, note
from storage.models import Nomination, StarAward
from storage.stars.awards import AwardRow, awards, move_award
from storage.stars.nominations import move_nominations, nominations
from storage.stars.rounds import round_by_id
from understanding.personal_data import screened

LONGEST_DEEDS = 120
LONGEST_REASON = 200
_NUMBERS = re.compile(r"^(?P<numbers>(?:[\s,，、和]*[0-9]{1,7}\s*号?)*)[\s,，:：、]*(?P<rest>.*)$", re.DOTALL)
_DEEDS = re.compile(r"事迹[\s:：,，]*(?P<deeds>.+)$", re.DOTALL)
_CHOSEN = (AwardState.ACCEPTED, AwardState.NOTICED, AwardState.STOPPED, AwardState.ANNOUNCED)


def accept(turn: Turn) -> Reply:
    """评议通过: all proposals; 评议通过 12 15; 评议通过 12 事迹 …."""
    who = reviewer(turn)
    if isinstance(who, Reply):
        return who
    numbers, rest = _numbered(turn)
    chosen = [award_for(turn, who, number) for number in numbers] if numbers else _proposed(turn, who)
    written = _DEEDS.search(rest)
    deeds = screened(written["deeds"][:LONGEST_DEEDS]).text if written and len(chosen) == 1 else None
    accepted, asked, problems = [], [], []
    for award in chosen:
        if isinstance(award, Reply):
            problems.append(award.text)
            continue
        why = _why_not(turn, who, award)
        if why:
            problems.append(words.CANNOT_ACCEPT.format(n=award.id, why=why))
            continue
        move_award(turn.uow, award.id, AwardMove.ACCEPT, note=None, **({"deeds": deeds} if deeds else {}))
        note(turn.uow, turn.account.id, Deed("star.accept", f"award:{award.id}"), turn.now)
        accepted.append(f"{award.id} 号 {award.name}")
        if award.consent is not Consent.GIVEN:
            ask_consent(turn, award)
            asked.append(award.name)
    lines = [words.ACCEPTED.format(count=len(accepted), names="、".join(accepted))] if accepted else []
    lines += [words.ACCEPTED_ASKED.format(names="、".join(asked))] if asked else []
    return Reply("\n".join([*lines, *problems]) or words.ACCEPTED_NONE)


def give_back(turn: Turn) -> Reply:
    """评议退回 12 理由."""
    who = reviewer(turn)
    if isinstance(who, Reply):
        return who
    numbers, reason = _numbered(turn)
    if len(numbers) != 1 or not reason:
        return Reply(words.RETURN_HOW.format(n=numbers[0] if numbers else 12))
    award = award_for(turn, who, numbers[0])
    if isinstance(award, Reply):
        return award
    if not move_award(turn.uow, award.id, AwardMove.RETURN, note=reason[:LONGEST_REASON]):
        return Reply(_cannot(award))
    note(turn.uow, turn.account.id, Deed("star.return", f"award:{award.id}"), turn.now)
    return Reply(words.RETURNED.format(n=award.id, name=award.name, reason=reason[:LONGEST_REASON]))


def merge(turn: Turn) -> Reply:
    """评议合并 12 到 15: one person who was named twice."""
    who = reviewer(turn)
    if isinstance(who, Reply):
        return who
    numbers = re.findall(r"[0-9]{1,7}", said(turn))
    if len(numbers) != 2:
        return Reply(words.MERGE_HOW.format(n=12, other=15))
    found = [award_for(turn, who, number) for number in sorted(numbers, key=int)]
    for each in found:
        if isinstance(each, Reply):
            return each
    by_id = {award.id: award for award in found if isinstance(award, AwardRow)}
    one, other = by_id.get(int(numbers[0])), by_id.get(int(numbers[1]))
    fits = one is not None and other is not None and one.id != other.id
    if not fits or one is None or other is None or (one.round_id, one.kind) != (other.round_id, other.kind):
        return Reply(words.MERGE_CANNOT)
    if one.person_id is not None and other.person_id is None:
        one, other = other, one  # who is known stays, whichever was named first
    if not allowed(AwardMove.MERGE, other.state) or not move_award(
        turn.uow, one.id, AwardMove.MERGE, merged_into=other.id, ended_at=turn.now
    ):
        return Reply(words.MERGE_CANNOT)
    move_nominations(turn.uow, one.id, other.id)
    facts = facts_of(other) if other.person_id is not None else facts_of(one)
    rescore(turn, other, facts)
    note(turn.uow, turn.account.id, Deed("star.merge", f"award:{one.id}", f"into {other.id}"), turn.now)
    (now,) = awards(turn.uow, StarAward.id == other.id)
    households = {row.household for row in nominations(turn.uow, Nomination.award_id == other.id)}
    return Reply(words.MERGED.format(n=one.id, other=other.id, name=now.name, count=len(households), score=now.score))


def _numbered(turn: Turn) -> tuple[list[str], str]:
    """The numbers at the beginning, and what follows."""
    found = _NUMBERS.match(said(turn))
    return (re.findall(r"[0-9]{1,7}", found["numbers"]), found["rest"].strip()) if found else ([], "")


def _proposed(turn: Turn, who: Member) -> list[AwardRow | Reply]:
    """The proposals of all rounds that the member reviews, as far as nothing has been decided for their area."""
    found: list[AwardRow | Reply] = []
    for current in reviewed_rounds(turn, who):
        if current.state is not RoundState.REVIEWING:
            continue
        of_round = awards(turn.uow, StarAward.round_id == current.id)
        taken = {(award.kind, award.area_id) for award in of_round if award.state in _CHOSEN}
        found += [award for award in proposals(turn, of_round) if (award.kind, award.area_id) not in taken]
    return found


def _why_not(turn: Turn, who: Member, award: AwardRow) -> str:
    """Why a candidate can't be accepted; empty when they can."""
    why = words.WHY_CANNOT
    current = round_by_id(turn.uow, award.round_id, lock=True)
    if current.state is not RoundState.REVIEWING:
        return why["round"].format(month=words.month_said(current.month), state=words.ROUND_STATE[current.state])
    if not allowed(AwardMove.ACCEPT, award.state):
        return why["state"].format(state=words.AWARD_STATE[award.state])
    if award.person_id == who.person_id:
        return why["own"]
    if award.left:
        return why["left"]
    if award.consent is Consent.REFUSED:
        return why["refused"]
    last = honoured_lately(turn, [award]).get(award.id)
    if last is not None:
        return why["recent"].format(month=words.month_said(last), apart=turn.config.rules.star_months_apart)
    return _taken(turn, award)


def _taken(ctx: Context, award: AwardRow) -> str:
    """Whether the area, or the person, has another one in this round."""
    for other in awards(ctx.uow, StarAward.round_id == award.round_id, StarAward.id != award.id):
        if other.state not in _CHOSEN:
            continue
        if (other.kind, other.area_id) == (award.kind, award.area_id):
            return words.WHY_CANNOT["area"].format(area=area_called(ctx, award), other=other.id)
        if award.person_id is not None and other.person_id == award.person_id:
            return words.WHY_CANNOT["person"].format(other=other.id)
    return ""


def _cannot(award: AwardRow) -> str:
    why = words.WHY_CANNOT["state"].format(state=words.AWARD_STATE[award.state])
    return words.CANNOT_CHANGE.format(n=award.id, why=why)
