"""评议: the candidates of the sender's communities with what their scores rest on."""

from collections.abc import Sequence
from datetime import date

from governance.stars.ranking import proposed, ranked
from governance.stars.scoring import Row
from governance.stars.states import AwardState, Consent, RoundState
from handlers.context import Context
from handlers.duty.members import Member
from handlers.inbound import Reply
from handlers.stars.areas import area_called, led_communities, runs_stars_at
from handlers.stars.candidates import best_first, honoured_lately, rows_of, standings
from handlers.stars.reviewers import reviewer
from handlers.texts import stars as words
from handlers.turn import Turn
from handlers.work.finding import said
from storage.models import Nomination, StarAward, StarRound
from storage.outbox import owe, owed_already
from storage.stars.awards import AwardRow, awards
from storage.stars.nominations import NominationRow, nominations
from storage.stars.rounds import RoundRow, rounds

MOST_LINES, TEN = 20, 10
IN_REVIEW = (AwardState.CANDIDATE, AwardState.ACCEPTED, AwardState.RETURNED)
_SHOWN = [state.value for state in (*IN_REVIEW, AwardState.NOTICED, AwardState.STOPPED)]


def review(turn: Turn) -> Reply:
    """评议 alone lists the candidates with the proposals; 评议 N says what one rests on."""
    who = reviewer(turn)
    if isinstance(who, Reply):
        return who
    named = said(turn)
    if named:
        award = award_for(turn, who, named)
        return award if isinstance(award, Reply) else _detail(turn, award)
    current = reviewed_rounds(turn, who)
    lists = [_listed(turn, each) for each in current]
    if not any(lists):
        return Reply(words.REVIEW_NONE)
    example = next((award.id for each in current for award in candidates_of(turn, each)), 1)
    return Reply("\n".join([*filter(None, lists), words.REVIEW_TAIL.format(n=example)]))


def reviewed_rounds(turn: Turn, who: Member) -> list[RoundRow]:
    """The rounds that the member reviews now; while none is in review, those that gather candidates or show them."""
    mine = StarRound.place_id.in_(led_communities(turn, who.terms))
    for states in ((RoundState.REVIEWING,), (RoundState.NOTICE, RoundState.NOMINATING)):
        found = rounds(turn.uow, mine, StarRound.state.in_([state.value for state in states]))
        if found:
            return found
    return []


def award_for(turn: Turn, who: Member, number: str) -> AwardRow | Reply:
    """The candidate with this number, where the member reviews; locked."""
    found = awards(turn.uow, StarAward.id == int(number), lock=True)
    if not found or not runs_stars_at(turn, who.terms, found[0].community_id):
        return Reply(words.NO_SUCH_AWARD.format(n=number))
    return found[0]


def proposals(ctx: Context, found: Sequence[AwardRow]) -> list[AwardRow]:
    """The best of each kind and area who may be accepted. Source: governance.stars.ranking."""
    open_to = [award for award in found if award.state in IN_REVIEW and award.consent is not Consent.REFUSED]
    able = [award for award in open_to if not award.left and award.state is not AwardState.RETURNED]
    apart = ctx.config.rules.star_months_apart
    best = {each.id for each in proposed(standings(ctx, able), able[0].month, apart)} if able else set()
    return [award for award in able if award.id in best]


def candidates_of(ctx: Context, current: RoundRow) -> list[AwardRow]:
    """Whom a reviewer sees of a round: the best of each kind and area first."""
    found = awards(ctx.uow, StarAward.round_id == current.id, StarAward.state.in_(_SHOWN))
    order = sorted(ranked(standings(ctx, found)), key=lambda each: (each.kind, each.area))
    by_id = {award.id: award for award in found}
    return [by_id[each.id] for each in order]


def _listed(turn: Turn, current: RoundRow) -> str:
    found = candidates_of(turn, current)
    if not found:
        return ""
    best, recent = {award.id for award in proposals(turn, found)}, honoured_lately(turn, found)
    lines, area = [], None
    for award in found[:MOST_LINES]:
        if (award.kind, award.area_id) != area:
            area = (award.kind, award.area_id)
            lines.append(words.REVIEW_AREA.format(kind=words.KIND[award.kind], area=area_called(turn, award)))
        lines.append(_line(award, recent.get(award.id), award.id in best))
    if len(found) > MOST_LINES:
        lines.append(words.REVIEW_MORE.format(count=len(found) - MOST_LINES))
    head = words.REVIEW_HEAD.format(
        community=turn.places.full_name(current.place_id), month=words.month_said(current.month),
        state=words.ROUND_STATE[current.state],
    )  # fmt: skip
    return "\n".join([head, *lines])


def _line(award: AwardRow, recent: date | None, best: bool) -> str:
    notes = [words.AWARD_STATE[award.state], words.CONSENT[award.consent]]
    if recent is not None:
        notes.append(words.REVIEW_RECENT.format(month=words.month_said(recent)))
    mark = words.REVIEW_MARK if best else words.REVIEW_NO_MARK
    return words.REVIEW_LINE.format(mark=mark, n=award.id, name=award.name, score=award.score, notes="，".join(notes))


def _detail(turn: Turn, award: AwardRow) -> Reply:
    rows = best_first(rows_of(award))
    known = nominations(turn.uow, Nomination.award_id == award.id)
    lines = [
        words.REVIEW_DETAIL.format(
            n=award.id, name=award.name, kind=words.KIND[award.kind], area=area_called(turn, award),
            state=words.AWARD_STATE[award.state], consent=words.CONSENT[award.consent],
        ),
        *([words.WHY_HEAD.format(
            n=award.id, name=award.name, kind=words.KIND[award.kind], area=area_called(turn, award), total=award.score)]
          if rows else []),
        *why_lines(rows),
        *(_reason(row) for row in known[:5]),
        *([words.REVIEW_DEEDS.format(n=award.id, deeds=award.deeds)] if award.deeds else []),
    ]  # fmt: skip
    _show_pictures(turn, known)
    return Reply("\n".join(lines))


def why_lines(rows: Sequence[Row]) -> list[str]:
    """The ten facts with most points, and what the others add up to."""
    lines = [words.fact_line(row) for row in rows[:TEN]]
    rest = rows[TEN:]
    if rest:
        lines.append(words.WHY_MORE.format(count=len(rest), points=sum(row.points for row in rest)))
    return lines


def _reason(row: NominationRow) -> str:
    kinds = "、".join(words.FLAGGED[flag] for flag in row.flags)
    return words.REVIEW_REASON.format(reason=row.reason, flags=words.REVIEW_FLAGS.format(kinds=kinds) if kinds else "")


def _show_pictures(turn: Turn, known: Sequence[NominationRow]) -> None:
    """The pictures beside the nominations, each once to each reviewer."""
    keys = {f"star_shown:{row.picture_id}:{turn.account.id}": row.picture_id for row in known[:3] if row.picture_id}
    before = owed_already(turn.uow, list(keys))
    for key, picture in keys.items():
        if key not in before:
            owe(
                turn.uow,
                dedupe_key=key,
                account_id=turn.account.id,
                kind="photo",
                text="",
                now=turn.now,
                picture_id=picture,
            )
