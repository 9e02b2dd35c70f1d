"""What the person themselves says to being named in public: asked before anything is, and taken back at any time."""

import re

from governance.stars.states import PUBLIC, AwardState, Consent
from handlers.context import Context
from handlers.duty.members import known_member
from handlers.inbound import Reply
from handlers.notices import tell
from handlers.stars.areas import area_called, runs_stars_at
from handlers.stars.reviewers import reviewer, tell_reviewers
from handlers.stars.take_down import take_down
from handlers.texts import stars as words
from handlers.turn import Turn
from handlers.work.finding import said
from storage.audit import Deed, note_for
from storage.models import StarAward
from storage.serving import followed_accounts
from storage.stars.awards import AwardRow, awards, change_award

LONGEST_NAME = 20
_NUMBER = re.compile(r"^\s*([0-9]{1,7})")
_SIGNED = re.compile(r"(?:署名|用名|写)(?:为|成|是)?[\s:：,，]*(?P<name>.{1,40})$")
_OPEN = (AwardState.CANDIDATE, AwardState.ACCEPTED, AwardState.RETURNED, AwardState.NOTICED, AwardState.STOPPED)


def ask_consent(ctx: Context, award: AwardRow) -> str:
    """Asks once; answers what happens next, in words."""
    if award.consent is Consent.GIVEN:
        return ""
    if award.consent is Consent.REFUSED:
        return words.NEXT_REFUSED
    accounts = followed_accounts(ctx.uow, [award.person_id] if award.person_id is not None else [])
    if not accounts:
        return words.NEXT_BY_HAND.format(name=award.name)
    text = words.ASK_CONSENT.format(
        month=words.month_said(award.month), kind=words.KIND[award.kind], area=area_called(ctx, award)
    )
    taps = ("同意公示", "不同意公示")
    tell(ctx, accounts, f"star_ask:{award.id}", "star_ask", text, again=True, taps=taps)
    if award.consent is Consent.NONE:
        change_award(ctx.uow, award.id, consent=Consent.ASKED.value)
    return words.NEXT_ASKED


def consent(turn: Turn) -> Reply:
    """同意公示 [N] [署名 …]."""
    own = _own(turn, _OPEN)
    if isinstance(own, Reply):
        return own
    name = _signed(turn, own.name)
    if isinstance(name, Reply):
        return name
    change_award(turn.uow, own.id, consent=Consent.GIVEN.value, consent_at=turn.now, public_name=name, consent_by=None)
    return Reply(words.CONSENT_GIVEN.format(name=name))


def decline(turn: Turn) -> Reply:
    """不同意公示 [N], also when it is public already."""
    own = _own(turn, (*_OPEN, AwardState.ANNOUNCED))
    if isinstance(own, Reply):
        return own
    month, kind = words.month_said(own.month), words.KIND[own.kind]
    note_for(turn.uow, turn.account.id, Deed("star.consent_taken_back", f"award:{own.id}"), turn.now)
    if own.state in PUBLIC or own.state is AwardState.STOPPED:
        take_down(turn, own, "consent withdrawn")
        told = words.TAKEN_DOWN_TOLD.format(month=month, kind=kind, n=own.id, area=area_called(turn, own))
        tell_reviewers(turn, own.community_id, f"star_down:{own.id}", told)
        return Reply(words.CONSENT_TAKEN_BACK.format(kind=kind))
    change_award(turn.uow, own.id, consent=Consent.REFUSED.value, consent_at=turn.now, public_name=None)
    told = words.REFUSED_TOLD.format(name=own.name, n=own.id, month=month, kind=kind)
    tell_reviewers(turn, own.community_id, f"star_refused:{own.id}", told)
    return Reply(words.CONSENT_REFUSED)


def record_consent(turn: Turn) -> Reply:
    """代记同意 N [署名 …]: the reviewer has asked face to face, and answers for it."""
    who = reviewer(turn)
    if isinstance(who, Reply):
        return who
    found = _NUMBER.match(said(turn))
    award = next(iter(awards(turn.uow, StarAward.id == int(found[1]), lock=True)), None) if found else None
    if award is None or not runs_stars_at(turn, who.terms, award.community_id):
        return Reply(words.NO_SUCH_AWARD.format(n=found[1] if found else ""))
    if award.state not in _OPEN:
        return Reply(words.RECORD_NOT_OPEN.format(n=award.id, state=words.AWARD_STATE[award.state]))
    name = _signed(turn, award.name)
    if isinstance(name, Reply):
        return name
    change_award(
        turn.uow, award.id, consent=Consent.GIVEN.value, consent_at=turn.now, consent_by=who.person_id, public_name=name
    )
    note_for(turn.uow, turn.account.id, Deed("star.consent_recorded", f"award:{award.id}"), turn.now)
    return Reply(words.RECORDED_CONSENT.format(name=award.name, shown=name))


def _own(turn: Turn, states: tuple[AwardState, ...]) -> AwardRow | Reply:
    """The sender's own candidacy in one of these states: the one they name, or the newest of what waits for an answer."""
    who = known_member(turn)
    if who is None:
        return Reply(words.CONSENT_BIND)
    mine = (StarAward.person_id == who.person_id, StarAward.state.in_([state.value for state in states]))
    found = awards(turn.uow, *mine, lock=True)
    number = _NUMBER.match(said(turn))
    if number is not None:
        found = [award for award in found if award.id == int(number[1])]
    waiting = [award for award in found if award.consent in (Consent.NONE, Consent.ASKED)] or found
    if not waiting:
        return Reply(words.CONSENT_NOTHING)
    if len(waiting) > 1:
        lines = [
            words.CONSENT_LINE.format(
                n=award.id,
                month=words.month_said(award.month),
                kind=words.KIND[award.kind],
                area=area_called(turn, award),
            )
            for award in waiting
        ]
        return Reply(words.CONSENT_WHICH.format(listed="\n".join(lines)))
    return waiting[0]


def _signed(turn: Turn, name: str) -> str | Reply:
    """How the person wants to be named; their own name where they say nothing."""
    found = _SIGNED.search(said(turn))
    chosen = found["name"].strip(' ,，。“”"') if found else name
    if len(chosen) > LONGEST_NAME or not chosen:
        if found is None:
            return chosen[:LONGEST_NAME]
        return Reply(words.NAME_TOO_LONG.format(most=LONGEST_NAME))
    return chosen
