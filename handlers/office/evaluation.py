"""The yearly evaluation at the back office: the rounds of a year with their sums, objections that wait, and the brands."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from governance.evaluation.kinds import Evaluated, ObjectionState, RoundState
from governance.permissions import Act
from handlers.context import Context
from handlers.evaluation.finding import lines_of
from handlers.evaluation.outcomes import EntryLine
from handlers.evaluation.texts import line_said
from handlers.evaluation.words import KIND, round_called
from handlers.office.staff import Staff, may_here, places_of
from handlers.projects.finding import veiled
from storage.brands import BrandRow, brands_of
from storage.evaluation import EntryRow, RoundRow, entries_of_round, rounds
from storage.evaluation_objections import EvaluationObjectionRow, objections_to
from storage.organisations import unreached_units

FIELDS = ("round", "kind", "number", "name", "total", "rank", "commended", "sum")


@dataclass(frozen=True)
class ShownObjection:
    """What somebody has against a sum, and what became of it; never who it was."""

    row: EvaluationObjectionRow
    text: str


@dataclass(frozen=True)
class ShownEntry:
    """Something that is evaluated, with its sum in lines and what is objected to it. `decides`: the reader may settle it."""

    entry: EntryLine
    lines: tuple[str, ...]
    objections: list[ShownObjection]
    decides: bool

    @property
    def waits(self) -> bool:
        """Whether an objection is to be settled."""
        return any(each.row.state is ObjectionState.OPEN for each in self.objections)


@dataclass(frozen=True)
class ShownRound:
    """A round as the reader sees it. `waiting`: so many of theirs have an objection to settle; `over`: none is taken any more."""

    row: RoundRow
    called: str
    kinds: list[tuple[Evaluated, list[ShownEntry]]]
    waiting: int
    over: bool
    published: bool


@dataclass(frozen=True)
class EvaluationPage:
    """A year. `whole`: the reader runs it for all of the subdistrict; `community`: their only one, by name;
    `unreached`: units of theirs to whom nothing can be told.
    """

    year: int
    rounds: list[ShownRound]
    brands: list[tuple[str, BrandRow]]
    whole: bool
    unreached: list[str]


def evaluation_for(ctx: Context, staff: Staff, year: int) -> EvaluationPage:
    """What belongs to the reader's places."""
    area = places_of(ctx, staff, Act.RUN_EVALUATION)
    found = [_round(ctx, staff, each, area) for each in rounds(ctx.uow) if each.year == year]
    brands = [
        (ctx.places.full_name(each.community_id), each)
        for each in brands_of(ctx.uow, year)
        if each.community_id in ctx.places.nodes and (area is None or each.community_id in area)
    ]
    unreached = [each.name for each in unreached_units(ctx.uow, ctx.now) if area is None or each.place_id in area]
    return EvaluationPage(year, found, brands, may_here(ctx, staff, Act.RUN_EVALUATION, None), unreached)


def evaluation_records(ctx: Context, round_id: int, area: Collection[int] | None) -> Iterable[dict[str, Any]]:
    """A round as flat records, the sum with all it comes from."""
    current = next((each for each in rounds(ctx.uow) if each.id == round_id), None)
    for entry in [] if current is None else lines_of(ctx, current, _theirs(ctx, round_id, area)):
        assert current is not None
        yield {
            "round": round_called(current), "kind": KIND[entry.kind], "number": entry.number, "name": entry.name,
            "total": entry.total, "rank": entry.place, "commended": entry.commended,
            "sum": "\n".join(line_said(line, None) for line in entry.lines),
        }  # fmt: skip


def has_round(ctx: Context, round_id: int) -> bool:
    """Whether there is one."""
    return any(each.id == round_id for each in rounds(ctx.uow))


def _theirs(ctx: Context, round_id: int, area: Collection[int] | None) -> list[EntryRow]:
    return [each for each in entries_of_round(ctx.uow, round_id) if area is None or each.place_id in area]


def _round(ctx: Context, staff: Staff, current: RoundRow, area: Collection[int] | None) -> ShownRound:
    entries = _theirs(ctx, current.id, area)
    places = {each.id: each.place_id for each in entries}
    against = objections_to(ctx.uow, places)
    shown = [
        ShownEntry(
            line,
            tuple(line_said(each, None) for each in line.lines),
            [ShownObjection(each, veiled(ctx, each.text or "")) for each in against if each.entry_id == line.number],
            may_here(ctx, staff, Act.RUN_EVALUATION, places[line.number]),
        )
        for line in lines_of(ctx, current, entries)
    ]
    kinds = [(kind, [each for each in shown if each.entry.kind is kind]) for kind in Evaluated]
    return ShownRound(
        current, round_called(current), [each for each in kinds if each[1]], sum(each.waits for each in shown),
        _over(current.closes_at, ctx.now), current.state is RoundState.PUBLISHED,
    )  # fmt: skip


def _over(closes_at: datetime, now: datetime) -> bool:
    return closes_at <= now
