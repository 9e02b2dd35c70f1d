"""From the rows of a file of things to entries, or to the list of all that is wrong with them."""

from collections.abc import Mapping, Sequence
from math import isfinite
from statistics import median

from governance import texts as common
from governance.roster.cells import Cells
from governance.roster.sheets import Problem, Row
from governance.things import texts
from governance.things.datum import Datum, Point, likelier_datum, metres, to_wgs84
from governance.things.entries import Known, ThingEntry
from governance.things.kinds import FIELDS, KINDS, FieldKind, ThingKind
from governance.things.sheets import THINGS

NEAR_M = 300
"""A thing without a place belongs to the nearest one within so many metres."""
OUTSIDE_M = 3000
"""Farther than this from every place is outside the subdistrict."""
SIGHTED = 500
"""So many points are enough to see which datum a file is in."""
_ALSO_KIND = {name: kind for kind, names in texts.ALSO_KIND.items() for name in names}
_REFERS = {"keeper_person": "人员", "keeper_unit": "单位"}


class Checked:
    """What the rows say; with any problem it is not to be used. `lines`: long things by the row's number, in the file's datum."""

    def __init__(
        self, rows: Sequence[Row], known: Known, datum: Datum, lines: Mapping[int, Sequence[Point]] | None = None
    ) -> None:
        self.entries: list[ThingEntry] = []
        self.problems: list[Problem] = []
        self._known, self._datum, self._lines = known, datum, lines or {}
        self._codes: dict[str, int] = {}
        self._sighted: list[tuple[Point, Point]] = []
        self._somewhere = next(iter(known.points.values()), (0.0, 0.0))
        for row in rows:
            self._row(Cells(THINGS, row, self.problems), row)
        other = likelier_datum(self._sighted, datum)
        if other is not None:
            self.problems.insert(0, self._wrong_datum(other))

    def _row(self, cells: Cells, row: Row) -> None:
        before = len(self.problems)
        code, kind = cells.text("code"), self._kind(cells)
        cells.first(code, self._codes, "code", common.DOUBLED_CODE)
        point = self._point(cells)
        place = self._place(cells, point)
        people = self._refers(cells, "keeper_person", self._known.people)
        units = self._refers(cells, "keeper_unit", self._known.units)
        days = {key: cells.day(key) for key in ("contract_until", "warranty_until")}
        fields = self._fields(cells, row, kind)
        if cells.text("ended") not in (None, texts.YES):
            cells.wrong("ended", common.NOT_A_CHOICE.format(value=cells.text("ended"), choices=texts.YES))
        if len(self.problems) > before or code is None or kind is None or place is None:
            return
        lat, lon = (None, None) if point is None else point
        self.entries.append(ThingEntry(
            code, kind, cells.text("name") or cells.text("kind") or texts.KIND[kind], place, cells.text("spot") or "", lat, lon,
            self._line(row.number), people, units, cells.text("keeper"), cells.text("contract"), days["contract_until"],
            days["warranty_until"], fields, cells.text("ended") is not None, frozenset(row.cells),
        ))  # fmt: skip

    def _kind(self, cells: Cells) -> ThingKind | None:
        """Of the list, or as another register calls it."""
        return _ALSO_KIND.get(cells.text("kind") or "") or cells.choice("kind", texts.KIND)

    def _point(self, cells: Cells) -> Point | None:
        """Where it is, in WGS-84; outside the subdistrict nothing is kept."""
        lat, lon = cells.degrees("lat", 90), cells.degrees("lon", 180)
        if (cells.text("lat") is None) != (cells.text("lon") is None):
            cells.wrong("lat", common.HALF_POSITION)
        if lat is None or lon is None or not (isfinite(lat) and isfinite(lon)):
            return None
        place = self._known.places.get(cells.text("place") or "")
        there = None if place is None else self._known.points.get(place)
        if there is not None and len(self._sighted) < SIGHTED:
            self._sighted.append(((lat, lon), there))
        point = to_wgs84((lat, lon), self._datum)
        if self._known.points and not self._inside(point, there):
            far = metres(point, self._somewhere)
            cells.wrong("lat", texts.OUTSIDE.format(lat=lat, lon=lon, kilometres=round(far / 1000)))
            return None
        return round(point[0], 7), round(point[1], 7)

    def _inside(self, point: Point, there: Point | None) -> bool:
        """Near its own place, or else near any."""
        return (there is not None and metres(point, there) <= OUTSIDE_M) or self._known.nearest(point) is not None

    def _place(self, cells: Cells, point: Point | None) -> int | None:
        named = cells.text("place")
        if named is not None:
            found = self._known.places.get(named)
            if found is None:
                cells.wrong("place", common.UNKNOWN.format(value=named, sheet="地点"))
            return found
        if point is None:
            if cells.text("lat") is None:
                cells.wrong("place", texts.NO_PLACE_NOR_POINT)
            return None
        near = self._known.nearest(point)
        if near is None or near[1] > NEAR_M:
            why = texts.NO_PLACE.format(metres=NEAR_M) if self._known.points else texts.NO_POINTS_KNOWN
            cells.wrong("place", why)
            return None
        return near[0]

    def _refers(self, cells: Cells, key: str, known: Mapping[str, int]) -> int | None:
        value = cells.text(key)
        if value is None:
            return None
        if value not in known:
            cells.wrong(key, common.UNKNOWN.format(value=value, sheet=_REFERS[key]))
        return known.get(value)

    def _fields(self, cells: Cells, row: Row, kind: ThingKind | None) -> tuple[tuple[str, str], ...]:
        found = []
        for each in FIELDS:
            value = row.cells.get(each.key)
            if value is None or kind is None:
                continue
            if each.key not in KINDS[kind].fields:
                cells.wrong(each.key, texts.NOT_OF_KIND.format(kind=texts.KIND[kind]))
            elif each.kind is FieldKind.DAY:
                day = cells.day(each.key)
                found += [] if day is None else [(each.key, day.isoformat())]
            elif each.kind is FieldKind.NUMBER and not _is_number(value):
                cells.wrong(each.key, texts.NOT_A_NUMBER.format(value=value))
            else:
                found.append((each.key, value))
        return tuple(found)

    def _line(self, number: int) -> str | None:
        turned = (to_wgs84(point, self._datum) for point in self._lines.get(number, ()))
        return " ".join(f"{lat:.7f},{lon:.7f}" for lat, lon in turned) or None

    def _wrong_datum(self, other: Datum) -> Problem:
        off = median(metres(to_wgs84(point, self._datum), there) for point, there in self._sighted)
        said = texts.OTHER_DATUM.format(other=texts.DATUM[other], said=texts.DATUM[self._datum], metres=round(off))
        return Problem(THINGS.title, 0, "", said)


def _is_number(value: str) -> bool:
    try:
        return isfinite(float(value))
    except ValueError:
        return False
