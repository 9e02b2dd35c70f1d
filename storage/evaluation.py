"""The yearly evaluation: its rounds, what they evaluate, the frozen facts, and objections."""

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import delete, insert, select, update

from governance.evaluation.kinds import Evaluated, FactKind, RoundState, RoundTerm
from governance.evaluation.ranking import Ranked
from governance.evaluation.scoring import Fact, Weight
from storage.lock_order import Lock
from storage.models import EvaluationEntry, EvaluationFact, EvaluationRound
from storage.once import insert_once
from storage.unit_of_work import UnitOfWork


@dataclass(frozen=True)
class RoundRow:
    """A round. `weights`: as they were when it was drafted."""

    id: int
    term: RoundTerm
    year: int
    first_on: date
    last_on: date
    state: RoundState
    weights: dict[FactKind, Weight]
    best: int
    closes_at: datetime
    published_at: datetime | None


@dataclass(frozen=True)
class EntryRow:
    """What is evaluated, by its number."""

    id: int
    round_id: int
    kind: Evaluated
    ref_id: int
    name: str
    place_id: int | None
    total: int
    place: int | None
    commended: bool


_ROUNDS = select(*(getattr(EvaluationRound, name) for name in RoundRow.__dataclass_fields__))
_ENTRIES = select(*(getattr(EvaluationEntry, name) for name in EntryRow.__dataclass_fields__))


def add_round(
    uow: UnitOfWork, term: RoundTerm, year: int, weights: Mapping[FactKind, Weight], **values: Any
) -> RoundRow | None:
    """Writes an open round; None where there is one of this term and year."""
    kept = json.dumps({kind.value: [each.points, each.per, each.most] for kind, each in weights.items()})
    row = {"term": term.value, "year": year, "state": RoundState.OPEN.value, "weights": kept, **values}
    if not insert_once(uow, EvaluationRound, **row):
        return None
    return next(each for each in rounds(uow) if (each.term, each.year) == (term, year))


def rounds(uow: UnitOfWork) -> list[RoundRow]:
    """All, the newest first."""
    return _rounds(uow.execute(_ROUNDS.order_by(EvaluationRound.id.desc())))


def round_exists(uow: UnitOfWork, term: RoundTerm, year: int) -> bool:
    """Whether it was drafted."""
    this = (EvaluationRound.term == term.value, EvaluationRound.year == year)
    return uow.execute(select(EvaluationRound.id).where(*this)).first() is not None


def rounds_over(uow: UnitOfWork, now: datetime) -> list[int]:
    """Open rounds that take no objections any more."""
    over = (EvaluationRound.state == RoundState.OPEN.value, EvaluationRound.closes_at <= now)
    return list(uow.execute(select(EvaluationRound.id).where(*over).order_by(EvaluationRound.id)).scalars())


def lock_round(uow: UnitOfWork, round_id: int) -> RoundRow | None:
    """The round, locked until the transaction ends."""
    statement = _ROUNDS.where(EvaluationRound.id == round_id)
    return next(iter(_rounds(uow.lock(statement, Lock.EVALUATION, [round_id]))), None)


def publish_round(uow: UnitOfWork, round_id: int, ranked: Sequence[Ranked], now: datetime) -> None:
    """Writes the places, and that it is published."""
    for each in ranked:
        values = {"place": each.place, "commended": each.commended}
        uow.execute(update(EvaluationEntry).where(EvaluationEntry.id == each.id).values(**values))
    published = update(EvaluationRound).where(EvaluationRound.id == round_id)
    uow.execute(published.values(state=RoundState.PUBLISHED.value, published_at=now))


def add_entry(uow: UnitOfWork, facts: Sequence[Fact], kind: Evaluated, **values: Any) -> int:
    """Writes what is evaluated with its facts; its number."""
    row = {"kind": kind.value, "commended": False, **values}
    number = int(uow.execute(insert(EvaluationEntry).values(**row).returning(EvaluationEntry.id)).scalar_one())
    if facts:
        uow.execute(insert(EvaluationFact), [_kept(number, fact) for fact in facts])
    return number


def add_fact(uow: UnitOfWork, entry_id: int, fact: Fact) -> bool:
    """Writes a correction; False where it is there."""
    return insert_once(uow, EvaluationFact, **_kept(entry_id, fact))


def correct_facts(
    uow: UnitOfWork, entry_id: int, wrong: Collection[tuple[FactKind, str]], right: Sequence[Fact]
) -> None:
    """Facts of these kinds and sources are gone; the right ones are written. The round is locked."""
    for kind, source in wrong:
        these = (
            EvaluationFact.entry_id == entry_id,
            EvaluationFact.kind == kind.value,
            EvaluationFact.source == source,
        )
        uow.execute(delete(EvaluationFact).where(*these))
    for fact in right:
        add_fact(uow, entry_id, fact)


def set_total(uow: UnitOfWork, entry_id: int, total: int) -> None:
    """Writes a sum that has changed."""
    uow.execute(update(EvaluationEntry).where(EvaluationEntry.id == entry_id).values(total=total))


def entries_of_round(uow: UnitOfWork, round_id: int) -> list[EntryRow]:
    """All of a round: by kind, then the best first."""
    found = _entries(uow, EvaluationEntry.round_id == round_id)
    order = list(Evaluated)
    return sorted(found, key=lambda each: (order.index(each.kind), each.place or 10**6, -each.total, each.id))


def entry_by_id(uow: UnitOfWork, entry_id: int) -> EntryRow | None:
    """One by its number."""
    return next(iter(_entries(uow, EvaluationEntry.id == entry_id)), None)


def entries_about(uow: UnitOfWork, round_id: int, kind: Evaluated, ref_ids: Collection[int]) -> list[EntryRow]:
    """What a round says of these."""
    theirs = (EvaluationEntry.kind == kind.value, EvaluationEntry.ref_id.in_(sorted(ref_ids)))
    return _entries(uow, EvaluationEntry.round_id == round_id, *theirs)


def facts_of(uow: UnitOfWork, entry_ids: Collection[int]) -> dict[int, list[Fact]]:
    """The frozen facts of these, as they were written."""
    found: dict[int, list[Fact]] = {number: [] for number in entry_ids}
    statement = select(EvaluationFact.__table__).where(EvaluationFact.entry_id.in_(sorted(entry_ids)))
    for row in uow.execute(statement.order_by(EvaluationFact.id)):
        found[row.entry_id].append(Fact(FactKind(row.kind), row.amount, row.source, row.about))
    return found


def _kept(entry_id: int, fact: Fact) -> dict[str, Any]:
    return {
        "entry_id": entry_id, "kind": fact.kind.value, "amount": fact.amount, "source": fact.source, "about": fact.about,
    }  # fmt: skip


def _rounds(rows: Any) -> list[RoundRow]:
    return [
        RoundRow(**{
            **row._mapping, "term": RoundTerm(row.term), "state": RoundState(row.state),
            "weights": {FactKind(kind): Weight(*each) for kind, each in json.loads(row.weights).items()},
        })
        for row in rows
    ]  # fmt: skip


def _entries(uow: UnitOfWork, *where: Any) -> list[EntryRow]:
    rows = uow.execute(_ENTRIES.where(*where).order_by(EvaluationEntry.id))
    return [EntryRow(**{**row._mapping, "kind": Evaluated(row.kind)}) for row in rows]
