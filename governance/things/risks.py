"""What a unit or shop may bring into danger, and when it is looked at next."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from governance import texts as common
from governance.days import next_month
from governance.roster.cells import Cells
from governance.roster.sheets import Column, Holds, Problem, Row, Sheet
from governance.things.entries import Known


class Risk(StrEnum):
    """What is dangerous there."""

    GAS = "gas"
    KITCHEN = "kitchen"
    CHEMICALS = "chemicals"
    CHARGING = "charging"
    CROWD = "crowd"


RISK = {
    Risk.GAS: "燃气", Risk.KITCHEN: "明火厨房", Risk.CHEMICALS: "危化品", Risk.CHARGING: "电动车充电", Risk.CROWD: "人员密集",
}  # fmt: skip
MOST_MONTHS, USUAL_MONTHS = 24, 6
NOT_MONTHS = "“{value}”不是月数，应是 1 至 {most} 的整数"
DOUBLED = "和第 {row} 行是同一个单位的同一项风险"
RISKS = Sheet(
    "risks",
    "单位风险",
    (
        Column("unit", "单位", "共建台账里的单位编号", required=True),
        Column("grid", "网格", "网格编号", required=True),
        Column("kind", "风险", "从下拉框选", required=True, choices=tuple(RISK.values())),
        Column("months", "几个月查一次", f"不填 {USUAL_MONTHS} 个月", holds=Holds.NUMBER),
        Column("looked_on", "上次检查", "可不填", holds=Holds.DATE),
    ),
)


@dataclass(frozen=True)
class RiskEntry:
    """A danger of a unit in a grid (ids)."""

    unit: int
    grid: int
    kind: Risk
    months: int
    looked_on: date | None


def risk_due(looked_on: date | None, months: int, since: date) -> date:
    """The day by which it is to be looked at; never looked at: by `since`."""
    if looked_on is None:
        return since
    month = looked_on.replace(day=1)
    for _ in range(months):
        month = next_month(month)
    last = (next_month(month) - timedelta(days=1)).day
    return month.replace(day=min(looked_on.day, last))


def check_risks(rows: list[Row], known: Known) -> tuple[list[RiskEntry], list[Problem]]:
    """What the rows say, and all that is wrong with them."""
    found: list[RiskEntry] = []
    problems: list[Problem] = []
    first: dict[tuple[int, Risk], int] = {}
    for row in rows:
        cells = Cells(RISKS, row, problems)
        kind, looked_on = cells.choice("kind", RISK), cells.day("looked_on")
        unit, grid = (known.units.get(cells.text("unit") or ""), known.grids.get(cells.text("grid") or ""))
        for key, value, sheet in (("unit", unit, "单位"), ("grid", grid, "网格")):
            if value is None and cells.text(key) is not None:
                cells.wrong(key, common.UNKNOWN.format(value=cells.text(key), sheet=sheet))
        months = _months(cells)
        if unit is None or grid is None or kind is None or months is None:
            continue
        if cells.first((unit, kind), first, "kind", DOUBLED):
            found.append(RiskEntry(unit, grid, kind, months, looked_on))
    return found, problems


def _months(cells: Cells) -> int | None:
    said = cells.text("months")
    if said is None:
        return USUAL_MONTHS
    if not said.isdecimal() or not 0 < int(said) <= MOST_MONTHS:
        cells.wrong("months", NOT_MONTHS.format(value=said, most=MOST_MONTHS))
        return None
    return int(said)
