"""推荐 张三 3幢 每天帮邻居取奶: somebody is nominated in two turns at most."""

from governance.roles import Role
from governance.stars.states import AwardKind, RoundState
from handlers.inbound import Reply
from handlers.questions import Question, ask, asked, settled
from handlers.stars.areas import area_of
from handlers.stars.consent import ask_consent
from handlers.stars.households import home_of, key_of, one_household
from handlers.stars.nominee import Nominee, nominee_of
from handlers.stars.taking import taking_round
from handlers.texts import stars as words
from handlers.turn import Turn
from handlers.work.details import ask_detail
from handlers.work.finding import said
from storage.accounts import change_account
from storage.models import Account, Nomination, StarAward
from storage.people import terms_of
from storage.stars.awards import AwardRow, add_award, awards
from storage.stars.nominations import claim_picture, homes_of, last_picture, nominate, nominations
from storage.stars.rounds import RoundRow
from understanding.nomination import LEAST_REASON, nominated
from understanding.nomination import Nomination as Said
from understanding.personal_data import Screened, screened

LONGEST_REASON = 300


def nominate_by_chat(turn: Turn) -> Reply:
    """A nomination, or the one question for what it lacks."""
    text = said(turn)
    told = nominated(turn.places, text)
    if told.own or told.kin:
        return Reply(words.REFUSE_SELF if told.own else words.REFUSE_KIN)
    if told.name is None and told.code is None:
        question = words.NOMINATE_WHO if told.reason else words.NOMINATE_HOW
        leader = words.AS_LEADER if told.leader else ""
        return ask_detail(turn, None, question, before=f"{leader}{told.reason} ".lstrip())
    if len(told.reason) < LEAST_REASON:
        return ask_detail(turn, None, words.NOMINATE_WHY.format(name=told.name or told.code), before=f"{text}，")
    nominee = nominee_of(turn, told, text)
    return nominee if isinstance(nominee, Reply) else _nominate(turn, told, nominee)


def _nominate(turn: Turn, told: Said, nominee: Nominee) -> Reply:
    own = home_of(turn, turn.account.id)
    person = nominee.person
    if person is not None:
        if person.id == turn.person_id:
            return Reply(words.REFUSE_SELF)
        if one_household(own, homes_of(turn.uow, Account.person_id == person.id)):
            return Reply(words.REFUSE_KIN)
    community = turn.places.community_of(nominee.place)
    assert community is not None
    current = taking_round(turn, community)
    award = _candidate(turn, current, _kind(turn, told, nominee), nominee)
    reason = screened(told.reason[:LONGEST_REASON])
    picture = _picture(turn)
    new = nominate(
        turn.uow, award_id=award.id, account_id=turn.account.id, household=key_of(own), reason=reason.text, now=turn.now,
        flags=reason.flagged, picture_id=picture,
    )  # fmt: skip
    if not new:
        return Reply(words.REFUSE_AGAIN.format(name=award.name))
    if picture is not None:
        claim_picture(turn.uow, picture)
    next_step = ask_consent(turn, award)
    (row,) = nominations(turn.uow, Nomination.award_id == award.id, Nomination.account_id == turn.account.id)
    if picture is None:
        ask(turn, Question.STAR_PHOTO, nomination=row.id, name=award.name)
    return Reply(_thanks(turn, current, award, reason, len(told.reason) > LONGEST_REASON, next_step, picture is None))


def _thanks(
    turn: Turn, current: RoundRow, award: AwardRow, reason: Screened, trimmed: bool, next_step: str, photo: bool
) -> str:
    kinds = "、".join(words.REMOVED[kind] for kind in reason.removed)
    notes = words.SCREENED.format(kinds=kinds) if kinds else ""
    if trimmed:
        notes += words.TRIMMED.format(most=LONGEST_REASON)
    early = current.state is RoundState.PLANNED and current.dates.opens_at > turn.now
    late = words.LATE.format(month=words.month_said(current.month)) if early and turn.today.day >= 20 else ""
    return words.NOMINATED.format(
        kind=words.KIND[award.kind], name=award.name, area=turn.places.full_name(award.area_id), screened=notes, late=late,
        next=next_step,
    ) + (words.PHOTO_AFTER if photo else "")  # fmt: skip


def _kind(turn: Turn, told: Said, nominee: Nominee) -> AwardKind:
    """As a building leader only who is one."""
    if not told.leader or nominee.person is None:
        return AwardKind.STAR
    terms = terms_of(turn.uow, nominee.person.id, turn.now)
    leads = any(term.role is Role.BUILDING_LEADER for term in terms)
    return AwardKind.BUILDING_LEADER if leads else AwardKind.STAR


def _candidate(turn: Turn, current: RoundRow, kind: AwardKind, nominee: Nominee) -> AwardRow:
    """The candidate of this round, written where it is not there yet; the round is locked."""
    area = area_of(turn, nominee.place, kind)
    known = awards(turn.uow, StarAward.round_id == current.id, StarAward.kind == kind.value)
    person_id = None if nominee.person is None else nominee.person.id
    for award in known:
        same_person = person_id is not None and award.person_id == person_id
        same_name = (
            person_id is None and award.person_id is None and (award.area_id, award.name) == (area, nominee.name)
        )
        if same_person or same_name:
            return award
    award_id = add_award(
        turn.uow, round_id=current.id, kind=kind, area_id=area, place_id=nominee.place, person_id=person_id, name=nominee.name,
        now=turn.now,
    )  # fmt: skip
    (award,) = awards(turn.uow, StarAward.id == award_id)
    return award


def _picture(turn: Turn) -> int | None:
    """A picture that came just before the words."""
    if turn.account.loose_media_at is None:
        return None
    found = last_picture(turn.uow, turn.account.id, turn.now - turn.config.rules.question_window)
    if found is not None:
        change_account(turn.uow, turn.account.id, loose_media_at=None)
        turn.account.loose_media_at = None
        question = asked(turn)
        if question is not None and question.kind == Question.PROBLEM:
            settled(turn)
    return found


def my_nominations(turn: Turn) -> Reply:
    """我的推荐: what the sender has nominated, and how it stands."""
    own = nominations(turn.uow, Nomination.account_id == turn.account.id)
    known = {award.id: award for award in awards(turn.uow, StarAward.id.in_([row.award_id for row in own]))}
    if not own:
        return Reply(words.NO_NOMINATIONS)
    lines = [
        words.MY_LINE.format(
            month=words.month_said(award.month), kind=words.KIND[award.kind], name=award.name,
            area=turn.places.full_name(award.area_id), state=words.AWARD_STATE[award.state],
        )
        for row in reversed(own[-8:])
        if (award := known.get(row.award_id)) is not None
    ]  # fmt: skip
    return Reply("\n".join([words.MY_NOMINATIONS, *lines]))
