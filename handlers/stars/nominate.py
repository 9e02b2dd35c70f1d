"""推荐 张三 3幢 每天帮邻居取奶: somebody is nominated in two turns at most."""

from governance.roles import Role
from governance.stars.states import AwardKind, AwardState, RoundState
from handlers.catalogue import executes
from handlers.context import Context
from handlers.conversation.questions import Question, Wants, ask, ask_slot, asked, settled
from handlers.stars.areas import area_of
from handlers.stars.commands import CorrectNominee, Nominate, ShowMyNominations, Whom
from handlers.stars.consent import ask_consent
from handlers.stars.households import key_of, one_household
from handlers.stars.nominee import Nominee, nominee_of
from handlers.stars.outcomes.nominating import (
    Lacks,
    MyNominations,
    Nominated,
    NominationLacks,
    NominationLine,
    NominationRefused,
    NomineeCalledHow,
    NomineeCorrected,
    NomineeStays,
    NotNominated,
    WhichNominee,
)
from handlers.stars.reading import so_far
from handlers.stars.taking import taking_round
from storage.accounts import change_account
from storage.audit import AuditEntry, note_for
from storage.people import terms_of
from storage.stars.awards import AwardRow, add_award, award_by_id, awards_numbered, awards_of_round, change_award
from storage.stars.nominations import (
    claim_picture,
    home_of,
    homes_of,
    last_picture,
    nomination_of,
    nominations_by,
    nominations_for,
)
from storage.stars.nominations import nominate as write_nomination
from storage.stars.rounds import RoundRow
from understanding.command_names import CommandName
from understanding.nomination import LEAST_REASON
from understanding.personal_data import Screened, screened

LONGEST_REASON = 300
_LACKS_PLACE = frozenset({Lacks.WHERE, Lacks.KNOWN_PLACE})
SHOWN = 8
"""Of one's own nominations."""


@executes(Nominate)
def nominate(command: Nominate, ctx: Context) -> Nominated | NominationRefused | NominationLacks | WhichNominee:
    """A nomination, or the one question for what it lacks."""
    if command.whom is not Whom.NEIGHBOUR:
        return NominationRefused(NotNominated.ONESELF if command.whom is Whom.ONESELF else NotNominated.KIN)
    lacks = _lacks(command)
    found = lacks if lacks is not None else nominee_of(ctx, command)
    match found:
        case Nominee():
            return _nominate(ctx, command, found)
        case NominationLacks():
            wants = Wants.PLACE if found.what in _LACKS_PLACE else Wants.WORDS
            ask_slot(ctx, CommandName.NOMINATE, before=_before(command, found.what), wants=wants, lacks=found.what)
        case WhichNominee():
            ask_slot(ctx, CommandName.NOMINATE, before=f"{so_far(command)} ", wants=Wants.PLACE)
    return found


@executes(ShowMyNominations)
def my_nominations(_command: ShowMyNominations, ctx: Context) -> MyNominations:
    """我的推荐: whom the sender has nominated, and how it stands."""
    own = nominations_by(ctx.uow, ctx.sender.id)
    known = {award.id: award for award in awards_numbered(ctx.uow, [row.award_id for row in own])}
    shown = [known[row.award_id] for row in reversed(own[-SHOWN:]) if row.award_id in known]
    return MyNominations(
        tuple(NominationLine(award.month, award.kind, award.name, award.area_id, award.state) for award in shown)
    )


@executes(CorrectNominee)
def correct_nominee(command: CorrectNominee, ctx: Context) -> NomineeCorrected | NomineeCalledHow | NomineeStays:
    """他叫刘建国，名字写错了: of whom the sender nominated last, as long as nobody else has named them and nobody reviewed it."""
    own = nominations_by(ctx.uow, ctx.sender.id)
    award = award_by_id(ctx.uow, own[-1].award_id, lock=True) if own else None
    if award is None or award.state is not AwardState.CANDIDATE:
        return NomineeStays(award.name if award is not None else "")
    if award.person_id is not None or len(nominations_for(ctx.uow, [award.id])) > 1:
        return NomineeStays(award.name, others=True)
    if not command.name:
        return NomineeCalledHow(award.name)
    change_award(ctx.uow, award.id, name=command.name)
    note_for(ctx.uow, ctx.sender.id, AuditEntry("star.nominee_renamed", f"award:{award.id}"), ctx.now)
    return NomineeCorrected(award.name, command.name)


def _lacks(command: Nominate) -> NominationLacks | None:
    if not command.name and not command.code:
        return NominationLacks(Lacks.WHO if command.reason else Lacks.ALL)
    if len(command.reason) < LEAST_REASON:
        return NominationLacks(Lacks.WHY, command.name or command.code)
    return None


def _before(command: Nominate, lacks: Lacks) -> str:
    """What stands before the answer; the story stands behind the name, a place that nobody knows is said anew."""
    said = so_far(command, with_place=lacks is not Lacks.KNOWN_PLACE)
    return f"{said}，" if lacks is Lacks.WHY else f"{said} ".lstrip()


def _nominate(ctx: Context, command: Nominate, nominee: Nominee) -> Nominated | NominationRefused:
    own, person = home_of(ctx.uow, ctx.sender.id), nominee.person
    if person is not None and person.id == ctx.person_id:
        return NominationRefused(NotNominated.ONESELF)
    if person is not None and one_household(own, homes_of(ctx.uow, [person.id])):
        return NominationRefused(NotNominated.KIN)
    community = ctx.places.community_of(nominee.place)
    assert community is not None
    current = taking_round(ctx, community)
    award = _candidate(ctx, current, _kind(ctx, command, nominee), nominee)
    reason, picture = screened(command.reason[:LONGEST_REASON]), _picture(ctx)
    new = write_nomination(
        ctx.uow, award_id=award.id, account_id=ctx.sender.id, household=key_of(own), reason=reason.text, now=ctx.now,
        flags=reason.flagged, picture_id=picture,
    )  # fmt: skip
    if not new:
        return NominationRefused(NotNominated.AGAIN, award.name)
    _settle_picture(ctx, award, picture)
    return _thanks(ctx, command, current, award, reason, picture is None)


def _settle_picture(ctx: Context, award: AwardRow, picture: int | None) -> None:
    """The picture that came before belongs to the nomination; where none did, one may still come."""
    if picture is not None:
        claim_picture(ctx.uow, picture)
        return
    row = nomination_of(ctx.uow, award.id, ctx.sender.id)
    assert row is not None
    ask(ctx, Question.STAR_PHOTO, nomination=row.id, name=award.name)


def _thanks(
    ctx: Context, command: Nominate, current: RoundRow, award: AwardRow, reason: Screened, picture: bool
) -> Nominated:
    early = current.state is RoundState.PLANNED and current.dates.opens_at > ctx.now
    return Nominated(
        award.kind, award.name, award.area_id, tuple(reason.removed),
        LONGEST_REASON if len(command.reason) > LONGEST_REASON else None,
        current.month if early and ctx.today.day >= ctx.config.rules.star_open_day else None,
        ask_consent(ctx, award), picture,
    )  # fmt: skip


def _kind(ctx: Context, command: Nominate, nominee: Nominee) -> AwardKind:
    """As a building leader only who is one."""
    if not command.leader or nominee.person is None:
        return AwardKind.STAR
    terms = terms_of(ctx.uow, nominee.person.id, ctx.now)
    leads = any(term.role is Role.BUILDING_LEADER for term in terms)
    return AwardKind.BUILDING_LEADER if leads else AwardKind.STAR


def _candidate(ctx: Context, current: RoundRow, kind: AwardKind, nominee: Nominee) -> AwardRow:
    """The candidate of this round, written where it is not there yet; the round is locked."""
    area = area_of(ctx, nominee.place, kind)
    person_id = None if nominee.person is None else nominee.person.id
    for award in awards_of_round(ctx.uow, current.id):
        same_person = person_id is not None and award.person_id == person_id
        same_name = (
            person_id is None and award.person_id is None and (award.area_id, award.name) == (area, nominee.name)
        )
        if award.kind is kind and (same_person or same_name):
            return award
    award_id = add_award(
        ctx.uow, round_id=current.id, kind=kind, area_id=area, place_id=nominee.place, person_id=person_id, name=nominee.name,
        now=ctx.now,
    )  # fmt: skip
    written = award_by_id(ctx.uow, award_id)
    assert written is not None
    return written


def _picture(ctx: Context) -> int | None:
    """A picture that came just before the words."""
    if ctx.sender.loose_media_at is None:
        return None
    found = last_picture(ctx.uow, ctx.sender.id, ctx.now - ctx.config.rules.question_window)
    if found is not None:
        change_account(ctx.uow, ctx.sender.id, loose_media_at=None)
        ctx.sender.loose_media_at = None
        question = asked(ctx)
        if question is not None and question.kind == Question.PROBLEM:
            settled(ctx)
    return found
