"""What the person themselves says to being named in public: asked before anything is, and taken back at any time."""

from governance.notices import NoticeKind
from governance.stars.states import PUBLIC, AwardState, Consent
from handlers.catalogue import executes
from handlers.context import Context
from handlers.notices import tell
from handlers.outcomes import Refuse
from handlers.posts import sender
from handlers.refusals import NotAllowed
from handlers.stars import texts as words
from handlers.stars.areas import area_called
from handlers.stars.commands import DeclineConsent, GiveConsent, RecordConsent
from handlers.stars.outcomes.consent import (
    ConsentDeclined,
    ConsentGiven,
    ConsentRecorded,
    ConsentTakenBack,
    ConsentUnbound,
    NameTooLong,
    NoConsentNeeded,
    NoConsentWanted,
    OwnLine,
    WhichAward,
)
from handlers.stars.outcomes.nominating import ConsentStep
from handlers.stars.outcomes.review import NoSuchAward
from handlers.stars.reviewers import award_of, reviewer, tell_reviewers
from handlers.stars.take_down import take_down
from storage.audit import AuditEntry, note_for
from storage.serving import followed_accounts
from storage.stars.awards import AwardRow, awards_of_person, change_award

LONGEST_NAME = 20
TAPS = ("同意公示", "不同意公示")
_OPEN = (AwardState.CANDIDATE, AwardState.ACCEPTED, AwardState.RETURNED, AwardState.NOTICED, AwardState.STOPPED)


def ask_consent(ctx: Context, award: AwardRow) -> ConsentStep:
    """Asks once; answers what happens next."""
    if award.consent is Consent.GIVEN:
        return ConsentStep.NOTHING
    if award.consent is Consent.REFUSED:
        return ConsentStep.REFUSED
    accounts = followed_accounts(ctx.uow, [award.person_id] if award.person_id is not None else [])
    if not accounts:
        return ConsentStep.BY_HAND
    text = words.ASK_CONSENT.format(
        month=words.month_said(award.month), kind=words.KIND[award.kind], area=area_called(ctx, award)
    )
    tell(ctx, accounts, f"star_ask:{award.id}", NoticeKind.STAR_ASK, text, again=True, taps=TAPS)
    if award.consent is Consent.NONE:
        change_award(ctx.uow, award.id, consent=Consent.ASKED.value)
    return ConsentStep.ASKED


@executes(GiveConsent)
def give(
    command: GiveConsent, ctx: Context
) -> ConsentGiven | ConsentUnbound | NoConsentWanted | WhichAward | NameTooLong:
    """同意公示 [N] [署名 …]."""
    own = _own(ctx, command.number, _OPEN)
    name = _signed(command.shown, own.name)
    change_award(ctx.uow, own.id, consent=Consent.GIVEN.value, consent_at=ctx.now, public_name=name, consent_by=None)
    return ConsentGiven(name)


@executes(DeclineConsent)
def decline(
    command: DeclineConsent, ctx: Context
) -> ConsentDeclined | ConsentTakenBack | ConsentUnbound | NoConsentWanted | WhichAward:
    """不同意公示 [N], also when it is public already."""
    own = _own(ctx, command.number, (*_OPEN, AwardState.ANNOUNCED))
    month, kind = words.month_said(own.month), words.KIND[own.kind]
    note_for(ctx.uow, ctx.account_id, AuditEntry("star.consent_taken_back", f"award:{own.id}"), ctx.now)
    if own.state in PUBLIC or own.state is AwardState.STOPPED:
        take_down(ctx, own, "consent withdrawn")
        told = words.TAKEN_DOWN_TOLD.format(month=month, kind=kind, n=own.id, area=area_called(ctx, own))
        tell_reviewers(ctx, own.community_id, f"star_down:{own.id}", told)
        return ConsentTakenBack(own.kind)
    change_award(ctx.uow, own.id, consent=Consent.REFUSED.value, consent_at=ctx.now, public_name=None)
    told = words.REFUSED_TOLD.format(name=own.name, n=own.id, month=month, kind=kind)
    tell_reviewers(ctx, own.community_id, f"star_refused:{own.id}", told)
    return ConsentDeclined()


@executes(RecordConsent)
def record(
    command: RecordConsent, ctx: Context
) -> ConsentRecorded | NoConsentNeeded | NameTooLong | NoSuchAward | NotAllowed:
    """代记同意 N [署名 …]: the reviewer has asked face to face, and answers for it."""
    who = reviewer(ctx)
    award = award_of(ctx, who, command.number)
    if award.state not in _OPEN:
        return NoConsentNeeded(award.id, award.state)
    name = _signed(command.shown, award.name)
    change_award(
        ctx.uow, award.id, consent=Consent.GIVEN.value, consent_at=ctx.now, consent_by=who.person_id, public_name=name
    )
    note_for(ctx.uow, ctx.account_id, AuditEntry("star.consent_recorded", f"award:{award.id}"), ctx.now)
    return ConsentRecorded(award.name, name)


def _own(ctx: Context, number: int | None, states: tuple[AwardState, ...]) -> AwardRow:
    """The sender's own candidacy in one of these states, locked: the one they name, or the one that waits for an answer.

    Raises Refuse where nobody knows who they are, and where there is none, or several.
    """
    person = sender(ctx)
    if person is None or person.left:
        raise Refuse(ConsentUnbound())
    found = awards_of_person(ctx.uow, person.id, states, lock=True)
    if number is not None:
        found = [award for award in found if award.id == number]
    waiting = [award for award in found if award.consent in (Consent.NONE, Consent.ASKED)] or found
    if not waiting:
        raise Refuse(NoConsentWanted())
    if len(waiting) > 1:
        raise Refuse(WhichAward(tuple(OwnLine(each.id, each.month, each.kind, each.area_id) for each in waiting)))
    return waiting[0]


def _signed(chosen: str, name: str) -> str:
    """How the person is to be named; their own name where they say nothing. Raises Refuse for one that is too long."""
    if len(chosen) > LONGEST_NAME:
        raise Refuse(NameTooLong(LONGEST_NAME))
    return chosen or name[:LONGEST_NAME]
