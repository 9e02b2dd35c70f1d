"""Weighs a part of a workbook while it is read, so that reading stops before it holds too much."""

from pyexpat import ExpatError, ParserCreate

from openpyxl.xml.constants import SHEET_MAIN_NS

from storage.errors import NotAWorkbook, WorkbookTooLarge

MOST_HELD = 18 * 1024 * 1024
"""Bytes that reading one part may hold at once, by the estimates below."""
MOST_WHOLE = 2 * 1024 * 1024
MOST_WHOLE_ELEMENTS = 10_000
"""Of a part that is read as a whole (styles, the list of sheets): each element becomes objects of some kilobytes."""
MOST_TOKEN = 256 * 1024
"""Bytes between two signs of life: a longer tag, comment or instruction is none of a spreadsheet's."""
MOST_DEPTH, MOST_MARKS = 64, 1000

_ELEMENT, _ATTRIBUTES, _LETTER = 120, 300, 4
_ROW_LEFT, _ROW_ATTRIBUTES_LEFT, _STRING_LEFT = 80, 400, 160
"""What the library keeps of a row, of a row with a height or style of its own, and of a shared text."""
_ROW, _CELL, _FORMULA, _MERGED, _TEXT = (f"{SHEET_MAIN_NS}}}{name}" for name in ("row", "c", "f", "mergeCell", "si"))
_DEPTH_OF = {_ROW: 3, _TEXT: 2}
"""What the library lets go of as soon as it has read it, and where that stands."""


class Gauge:
    """One part's weight so far, and which of its cells are merged or hold formulas (the first of them)."""

    def __init__(self, whole: bool, most_held: int = MOST_HELD) -> None:
        """`whole`: the part is kept as a whole while it is read."""
        self._most_held = most_held
        self.elements = 0
        self.merged: list[str] = []
        self.formulas: list[str] = []
        self._whole, self._held, self._before, self._left = whole, 0, 0, 0
        self._depth, self._fed, self._alive_at = 0, 0, 0
        self._letters, self._cell = 0, ""
        self._parser = ParserCreate(namespace_separator="}")
        self._parser.buffer_text, self._parser.ordered_attributes = True, True
        self._parser.StartDoctypeDeclHandler = self._doctype
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._text

    def feed(self, content: bytes) -> None:
        """Weighs what comes next. Raises WorkbookTooLarge, or NotAWorkbook where it is not XML that a workbook may hold."""
        self._fed += len(content)
        try:
            self._parser.Parse(content, False)
        except ExpatError as error:
            raise NotAWorkbook from error
        too_many = self._whole and self.elements > MOST_WHOLE_ELEMENTS
        if too_many or self._held > self._most_held or self._fed - self._alive_at > MOST_TOKEN:
            raise WorkbookTooLarge

    def _doctype(self, *_declared: object) -> None:
        """A workbook declares nothing; only what is meant to grow does."""
        raise NotAWorkbook

    def _start(self, name: str, attributes: list[str]) -> None:
        self.elements += 1
        self._depth += 1
        self._alive_at = self._fed
        if self._depth > MOST_DEPTH:
            raise NotAWorkbook
        if self._depth == _DEPTH_OF.get(name):
            self._before, self._letters = self._held, 0
            self._left = _left_of(name, attributes)
        self._held += _ELEMENT + (_ATTRIBUTES + _LETTER * sum(map(len, attributes)) if attributes else 0)
        if name == _CELL:
            self._cell = _value("r", attributes)
        elif name == _MERGED and len(self.merged) < MOST_MARKS:
            self.merged.append(_value("ref", attributes))
        elif name == _FORMULA and len(self.formulas) < MOST_MARKS:
            self.formulas.append(self._cell)

    def _end(self, name: str) -> None:
        if self._depth == _DEPTH_OF.get(name) and not self._whole:
            self._held = self._before + self._left + (_LETTER * self._letters if name == _TEXT else 0)
        self._depth -= 1

    def _text(self, letters: str) -> None:
        self._alive_at = self._fed
        self._letters += len(letters)
        self._held += _LETTER * len(letters)


def _left_of(name: str, attributes: list[str]) -> int:
    if name == _TEXT:
        return _STRING_LEFT
    return _ROW_LEFT if set(attributes[::2]) <= {"r", "spans"} else _ROW_ATTRIBUTES_LEFT


def _value(name: str, attributes: list[str]) -> str:
    return attributes[attributes.index(name) + 1] if name in attributes[::2] else ""
