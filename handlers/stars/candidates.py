"""Candidates of a round: from facts and nominations, each with a score that comes apart into its rows."""

import json
from collections.abc import Sequence
from dataclasses import asdict
from datetime import date, timedelta
from typing import Any

from governance.clock import local_day
from governance.days import month_before
from governance.roles import Role, Term
from governance.stars.ranking import Standing, too_soon
from governance.stars.round_dates import dates_of
from governance.stars.scoring import Fact, FactKind, Row, Score, Why, score
from governance.stars.states import AwardKind, AwardState
from handlers.context import Context
from handlers.stars import texts as words
from handlers.stars.areas import area_of
from storage.people import terms_of_people
from storage.stars.awards import AwardRow, add_award, awards_of_round, change_award, last_awards
from storage.stars.facts import facts_between
from storage.stars.nominations import NominationRow, homes_of, nominations_for
from storage.stars.rounds import RoundRow

NEIGHBOURS = frozenset({Role.BUILDING_LEADER, Role.PARTY_MEMBER, Role.RESIDENT})
"""Whose facts count: those who serve as neighbours. Who is paid for it may be nominated, and is then judged by that."""
LONGEST_DEEDS = 120
LONGEST_REASON_SHOWN = 60


def gather(ctx: Context, current: RoundRow) -> list[AwardRow]:
    """Writes the candidates from facts and every candidate's score; answers them all. The round is locked."""
    first, last = fact_days(ctx, current)
    facts = facts_between(ctx.uow, first, last, ctx.config.zone)
    _add_from_facts(ctx, current, facts)
    found = awards_of_round(ctx.uow, current.id, [AwardState.CANDIDATE])
    for award in found:
        rescore(ctx, award, facts.get(award.person_id or 0, []))
    return awards_of_round(ctx.uow, current.id, [AwardState.CANDIDATE])


def fact_days(ctx: Context, current: RoundRow) -> tuple[date, date]:
    """The days whose facts count: from the last month's review to the day before this one's, so that each counts once."""
    zone, rules = ctx.config.zone, ctx.config.rules
    first = local_day(dates_of(month_before(current.month), zone, rules).review_at, zone)
    end = local_day(dates_of(current.month, zone, rules).review_at, zone)
    return first, end - timedelta(days=1)


def rescore(ctx: Context, award: AwardRow, facts: Sequence[Fact]) -> None:
    """Writes the score over facts and nominations, and the deeds to be published, unless somebody wrote them."""
    words_for = nominations_for(ctx.uow, [award.id])
    total = score([*facts, *_nominated(ctx, words_for)], ctx.config.rules)
    deeds = award.deeds or _deeds(words_for, total)
    change_award(ctx.uow, award.id, score=total.total, facts=_written(total), deeds=deeds)


def rows_of(award: AwardRow) -> list[Row]:
    """The rows that an award's score comes apart into, as they were when it was reviewed."""
    return [_row(entry) for entry in json.loads(award.facts or "[]")]


def facts_of(award: AwardRow) -> list[Fact]:
    """What a score rests on besides nominations."""
    return [row.fact for row in rows_of(award) if row.fact.kind is not FactKind.NOMINATION]


def standings(ctx: Context, found: Sequence[AwardRow]) -> list[Standing]:
    """The candidates as the ranking wants them."""
    last = _last_months(ctx, found)
    return [Standing(award.id, award.kind, award.area_id, award.score, last.get(award.id)) for award in found]


def honoured_lately(ctx: Context, found: Sequence[AwardRow]) -> dict[int, date]:
    """The month of the last award of those who had one so short ago that they can't have another, by candidate."""
    last, apart = _last_months(ctx, found), ctx.config.rules.star_months_apart
    return {
        award.id: last[award.id] for award in found if award.id in last and too_soon(last[award.id], award.month, apart)
    }


def _last_months(ctx: Context, found: Sequence[AwardRow]) -> dict[int, date]:
    """The month of the last award before this one, by candidate; all of one month."""
    people = [award.person_id for award in found if award.person_id is not None]
    last = last_awards(ctx.uow, people, found[0].month) if found else {}
    return {
        award.id: last[award.person_id] for award in found if award.person_id is not None and award.person_id in last
    }


def _nominated(ctx: Context, found: Sequence[NominationRow]) -> list[Fact]:
    zone = ctx.config.zone
    return [Fact(FactKind.NOMINATION, row.household, local_day(row.at, zone)) for row in found]


def _deeds(found: Sequence[NominationRow], total: Score) -> str:
    """What neighbours say, and what the facts say."""
    reason = next((row.reason for row in found if not row.flags), "")
    reason = reason if len(reason) <= LONGEST_REASON_SHOWN else reason[: LONGEST_REASON_SHOWN - 1] + "…"
    return "；".join(filter(None, (reason.rstrip("。；;"), words.summary(total.rows))))[:LONGEST_DEEDS]


def _add_from_facts(ctx: Context, current: RoundRow, facts: dict[int, list[Fact]]) -> None:
    """The best few of each area who have points enough and are no candidate yet."""
    known = {(award.kind, award.person_id) for award in awards_of_round(ctx.uow, current.id)}
    reached: dict[tuple[AwardKind, int], list[tuple[int, int, int]]] = {}
    for person, (kind, place) in _where(ctx, current.place_id, list(facts)).items():
        points = score(facts[person], ctx.config.rules).total
        if points >= ctx.config.rules.star_least_points:
            reached.setdefault((kind, area_of(ctx, place, kind)), []).append((-points, person, place))
    for (kind, area), people in sorted(reached.items()):
        for _, person, place in sorted(people)[: ctx.config.rules.star_candidates]:
            if (kind, person) not in known:
                add_award(
                    ctx.uow, round_id=current.id, kind=kind, area_id=area, place_id=place, person_id=person, name=None,
                    now=ctx.now,
                )  # fmt: skip


def _where(ctx: Context, community: int, people: list[int]) -> dict[int, tuple[AwardKind, int]]:
    """For what, and of which place, these people are candidates in a community; who belongs elsewhere is not in it."""
    terms: dict[int, list[Term]] = {}
    for person, term in terms_of_people(ctx.uow, people):
        if term.holds(ctx.now):
            terms.setdefault(person, []).append(term)
    homes = {home.person_id: home.place_id for home in homes_of(ctx.uow, people)}
    found: dict[int, tuple[AwardKind, int]] = {}
    for person, held in terms.items():
        if not {term.role for term in held} <= NEIGHBOURS:
            continue
        led = next((term.place_id for term in held if term.role is Role.BUILDING_LEADER), None)
        place = led or homes.get(person) or next((term.place_id for term in held if term.place_id is not None), None)
        if place is not None and place in ctx.places.nodes and ctx.places.community_of(place) == community:
            found[person] = AwardKind.BUILDING_LEADER if led is not None else AwardKind.STAR, place
    return found


def _written(total: Score) -> str:
    return json.dumps(
        [{**asdict(row), "fact": {**asdict(row.fact), "day": row.fact.day.isoformat()}} for row in total.rows]
    )


def _row(entry: dict[str, Any]) -> Row:
    fact = entry["fact"]
    return Row(
        Fact(FactKind(fact["kind"]), fact["key"], date.fromisoformat(fact["day"]), fact["amount"], fact["confirmed"]),
        entry["counted"], entry["points"], Why(entry["why"]),
    )  # fmt: skip


def best_first(rows: Sequence[Row]) -> list[Row]:
    """The rows with most points first, by day among equals."""
    return sorted(rows, key=lambda row: (-row.points, row.fact.day, row.fact.key))
