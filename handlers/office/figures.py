"""A month as charts, each with its table, beside another month; and the tickets behind each point."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from governance.clock import local_day
from governance.days import next_month, start_of
from governance.permissions import Act
from governance.rates import Share, interval
from governance.spread import REPEATED_FROM, spread
from handlers.context import Context
from handlers.office import figures_texts as words
from handlers.office.assessment import FIGURES, Assessed, Assessment, assessment, share_of
from handlers.office.staff import Staff, places_of
from handlers.texts import statistics as said
from handlers.tickets.prevention import CHANNEL
from storage import figures as counted
from storage.people import names_of
from storage.unit_of_work import UnitOfWork

MOST_REPEATED, MOST_WORKERS = 20, 30


@dataclass(frozen=True)
class Cell:
    """A figure: as it is drawn and as it is said; `by`, `key`, `month`: what asks for its tickets, empty where nothing does;
    `ends`: of its interval in percent.
    """

    value: float | None
    said: str
    by: str = ""
    key: str = ""
    month: date | None = None
    ends: tuple[float, float] | None = None


@dataclass(frozen=True)
class Chart:
    """A chart with its table. `drawn`: how many of the columns are in the chart, the others are in the table only; `kind`: line,
    bar, or lying (bars with long names).
    """

    key: str
    kind: str
    columns: tuple[str, ...]
    lines: Sequence[tuple[str, tuple[Cell, ...]]]
    drawn: int
    percent: bool = False
    method: str = ""

    @property
    def title(self) -> str:
        """What it is called."""
        return words.TITLE[self.key]


@dataclass(frozen=True)
class Figures:
    """A month beside another."""

    month: date
    other: date
    found: Assessment
    before: Assessment
    charts: list[Chart]


def figures_for(ctx: Context, staff: Staff, month: date, other: date) -> Figures:
    """The figures are for all who assess, side by side; whose hands tickets are in they see of their own places only."""
    found, before = assessment(ctx, month), assessment(ctx, other)
    places = places_of(ctx, staff, Act.ASSESS)
    charts = [
        _trend(ctx, month, other), _categories(ctx, month, other), _communities(found, before, month, other),
        _rates(found, before, month, other), _steps(ctx, month), _repeated(ctx, month), _workload(ctx, places, month),
    ]  # fmt: skip
    return Figures(month, other, found, before, charts)


def span_of(ctx: Context, month: date) -> counted.Span:
    """A month as instants."""
    zone = ctx.config.zone
    return counted.Span(start_of(month, zone), start_of(next_month(month), zone), CHANNEL)


def _number(count: int, by: str, key: str, month: date) -> Cell:
    return Cell(count, str(count), by, key, month) if count else Cell(0, "0")


def _trend(ctx: Context, month: date, other: date) -> Chart:
    came, closed = _by_day(ctx, counted.came_by_hour, month), _by_day(ctx, counted.closed_in_hour, month)
    before = _by_day(ctx, counted.came_by_hour, other)
    days = [month + timedelta(days=each) for each in range((next_month(month) - month).days)]
    last = next_month(other) - timedelta(days=1)
    lines = []
    for day in days:
        then = other + timedelta(days=day.day - 1)
        beside = _number(before[then], "came", then.isoformat(), other) if then <= last else Cell(None, "—")
        if day > ctx.today:
            lines.append((words.day_said(day), (Cell(None, "—"), Cell(None, "—"), beside)))
            continue
        cells = (
            _number(came[day], "came", day.isoformat(), month), _number(closed[day], "closed", day.isoformat(), month), beside
        )  # fmt: skip
        lines.append((words.day_said(day), cells))
    names = (words.CAME.format(month=words.month_said(month)), words.CLOSED.format(month=words.month_said(month)),
             words.CAME.format(month=words.month_said(other)))  # fmt: skip
    return Chart("trend", "line", names, lines, 3, method=words.METHOD["trend"])


Read = Callable[[UnitOfWork, counted.Span], list[tuple[datetime, int]]]


def _by_day(ctx: Context, read: Read, month: date) -> Counter[date]:
    found = Counter[date]()
    for hour, count in read(ctx.uow, span_of(ctx, month)):
        found[local_day(hour, ctx.config.zone)] += count
    return found


def _categories(ctx: Context, month: date, other: date) -> Chart:
    here, before = counted.by_category(ctx.uow, span_of(ctx, month)), counted.by_category(ctx.uow, span_of(ctx, other))
    codes = sorted({*here, *before}, key=lambda code: (-here.get(code, 0), -before.get(code, 0), code))
    lines = [
        (_category(ctx, code), (
            _number(here.get(code, 0), "category", code, month), _number(before.get(code, 0), "category", code, other),
        )) for code in codes
    ]  # fmt: skip
    return Chart("category", "lying", _months(month, other), lines, 2, method=words.METHOD["category"])


def _communities(found: Assessment, before: Assessment, month: date, other: date) -> Chart:
    then = {each.row.name: each.row.count for each in before.communities}
    names = [each.row.name for each in found.communities]
    counts = {each.row.name: each.row.count for each in found.communities}
    lines = [
        (name, (
            _number(counts.get(name, 0), "community", name, month), _number(then.get(name, 0), "community", name, other),
        )) for name in [*names, *(name for name in then if name not in counts)]
    ]  # fmt: skip
    return Chart("community", "bar", _months(month, other), lines, 2, method=words.METHOD["community"])


def _rates(found: Assessment, before: Assessment, month: date, other: date) -> Chart:
    then = {each.row.name: each for each in before.communities}
    lines = [
        (each.row.name, (
            *(_rate(share_of(each.row, figure), each.row.name, month) for figure in FIGURES),
            *(_rate(_share_then(then.get(each.row.name), figure), each.row.name, other) for figure in FIGURES),
        )) for each in found.communities
    ]  # fmt: skip
    names = [words.RATES[figure] for figure in FIGURES]
    columns = (*names, *(words.BEFORE.format(month=words.month_said(other), rate=name) for name in names))
    return Chart("rates", "bar", columns, lines, len(FIGURES), percent=True, method=words.METHOD["rates"])


def _share_then(each: Assessed | None, figure: str) -> Share:
    return Share(0, 0) if each is None else share_of(each.row, figure)


def _rate(share: Share, name: str, month: date) -> Cell:
    ends = interval(share)
    if ends is None:
        return Cell(None, "—")
    text = said.share(share) + words.INTERVAL.format(low=ends[0], high=ends[1])
    return Cell(share.percent, text, "community", name, month, ends)


def _steps(ctx: Context, month: date) -> Chart:
    rows = list(counted.steps_of(ctx.uow, span_of(ctx, month)))
    counts = {
        step: spread(at - row.opened_at for row in rows if (at := _at(row, step)) is not None) for step in words.STEP
    }
    lines = [
        (label, tuple(_number(counts[step][number], "step", f"{step}:{number}", month) for step in words.STEP))
        for number, label in enumerate(words.STEPS)
    ]
    return Chart("steps", "bar", tuple(words.STEP.values()), lines, len(words.STEP), method=words.METHOD["steps"])


def _at(row: counted.Steps, step: str) -> datetime | None:
    found: datetime | None = getattr(row, f"{step}_at")
    return found


def _repeated(ctx: Context, month: date) -> Chart:
    lines = [
        (
            words.PLACE_CATEGORY.format(place=_place(ctx, place), category=_category(ctx, code)),
            (_number(count, "repeated", f"{place}:{code}", month),),
        )
        for place, code, count in counted.repeated(ctx.uow, span_of(ctx, month), REPEATED_FROM, MOST_REPEATED)
    ]
    method = words.METHOD["repeated"].format(least=REPEATED_FROM, most=MOST_REPEATED)
    return Chart("repeated", "lying", (words.REPEATED,), lines, 1, method=method)


def _workload(ctx: Context, places: frozenset[int] | None, month: date) -> Chart:
    rows = counted.workload(ctx.uow, span_of(ctx, month), places, MOST_WORKERS)
    names = names_of(ctx.uow, [row.person_id for row in rows])
    lines = [
        (names.get(row.person_id, "—"), (
            _number(row.all, "worker", str(row.person_id), month), Cell(row.handled, str(row.handled)),
            Cell(row.open, str(row.open)),
        )) for row in rows
    ]  # fmt: skip
    method = words.METHOD["workload"].format(most=MOST_WORKERS)
    return Chart("workload", "lying", words.WORKED, lines, len(words.WORKED), method=method)


def _months(*months: date) -> tuple[str, ...]:
    return tuple(words.month_said(each) for each in months)


def _place(ctx: Context, place: int) -> str:
    return ctx.places.full_name(place) if place in ctx.places.nodes else said.NOWHERE


def _category(ctx: Context, code: str) -> str:
    found = ctx.config.category(code)
    return said.NO_CATEGORY if found is None else found.full_name


def flat(charts: Sequence[Chart]) -> list[dict[str, object]]:
    """All that the charts show as rows."""
    return [
        _row(chart.title, label, column, cell)
        for chart in charts
        for label, cells in chart.lines
        for column, cell in zip(chart.columns, cells, strict=True)
    ]


def _row(chart: str, label: str, column: str, cell: Cell) -> dict[str, object]:
    low, high = (None, None) if cell.ends is None else (round(cell.ends[0], 1), round(cell.ends[1], 1))
    return {"chart": chart, "label": label, "series": column, "value": cell.value, "low": low, "high": high}
