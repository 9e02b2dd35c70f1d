"""Workbooks made to take memory or time, and the largest that are honest; each built when it is asked for."""

import struct
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

from openpyxl import load_workbook
from openpyxl.xml.constants import SHEET_MAIN_NS

from tests.roster import small, written

_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_PIECE = 1024 * 1024
Content = bytes | Iterator[bytes]

_PLAIN: dict[str, str] = {
    "[Content_Types].xml": f'''<Types xmlns="{_TYPES}"><Default Extension="xml" ContentType="application/xml"/>
        <Override PartName="/xl/workbook.xml" ContentType="{_KIND}.sheet.main+xml"/>
        <Override PartName="/xl/styles.xml" ContentType="{_KIND}.styles+xml"/>
        <Override PartName="/xl/sharedStrings.xml" ContentType="{_KIND}.sharedStrings+xml"/>
        <Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_KIND}.worksheet+xml"/></Types>''',
    "xl/_rels/workbook.xml.rels": f'''<Relationships xmlns="{_RELATIONS}">
        <Relationship Id="rId1" Type="{_OFFICE}/worksheet" Target="/xl/worksheets/sheet1.xml"/></Relationships>''',
    "xl/workbook.xml": f'''<workbook xmlns="{SHEET_MAIN_NS}" xmlns:r="{_OFFICE}"><sheets>
        <sheet name="地点" sheetId="1" r:id="rId1"/></sheets></workbook>''',
    "xl/styles.xml": f'''<styleSheet xmlns="{SHEET_MAIN_NS}"><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>
        </styleSheet>''',
    "xl/sharedStrings.xml": f'<sst xmlns="{SHEET_MAIN_NS}"/>',
    "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{SHEET_MAIN_NS}"><sheetData/></worksheet>',
}
_NAMES = {
    "sheet": "xl/worksheets/sheet1.xml",
    "strings": "xl/sharedStrings.xml",
    "book": "xl/workbook.xml",
    "styles": "xl/styles.xml",
}
_HEADINGS = (
    "<row>"
    + "".join(
        f'<c t="inlineStr"><is><t>{heading}</t></is></c>'
        for heading in ("工单编号", "诉求内容", "编号", "名称", "类型", "上级", "别名")
    )
    + "</row>"
)
"""Of a hotline's sheet and of a roster's places at once: either reader goes on behind them."""


def workbook(path: Path, **parts: Content) -> None:
    """A workbook with one sheet, with some of its parts replaced."""
    replaced = {_NAMES[key]: content for key, content in parts.items()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, plain in _PLAIN.items():
            content = replaced.get(name, plain.encode())
            with archive.open(name, "w") as part:
                for piece in [content] if isinstance(content, bytes) else content:
                    part.write(piece)


def sheet(*within: Content, before: str = "", head: str = "") -> Iterator[bytes]:
    """A sheet's part: `head` comes before the root, `before` before the rows."""
    yield f'{head}<worksheet xmlns="{SHEET_MAIN_NS}">{before}<sheetData>{_HEADINGS}'.encode()
    for content in within:
        yield from [content] if isinstance(content, bytes) else content
    yield b"</sheetData></worksheet>"


def many(piece: str, count: int) -> Iterator[bytes]:
    """A piece over and over, without holding all of it."""
    at_once = max(_PIECE // len(piece), 1)
    for done in range(0, count, at_once):
        yield piece.encode() * min(at_once, count - done)


def _filled(row: str, count: int, wide: int = 1) -> Iterator[bytes]:
    return sheet(many(f"<row>{row * wide}</row>", count))


def _strings(texts: Iterator[bytes]) -> Iterator[bytes]:
    yield f'<sst xmlns="{SHEET_MAIN_NS}">'.encode()
    yield from texts
    yield b"</sst>"


def _quadratic() -> Iterator[bytes]:
    entity = f'<!DOCTYPE x [<!ENTITY a "{"a" * 50_000}">]>'
    return sheet(b'<row><c t="str"><v>', many("&a;", 50_000), b"</v></c></row>", head=entity)


def _laughs() -> Iterator[bytes]:
    levels = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    return sheet(b'<row><c t="str"><v>&a9;</v></c></row>', head=f'<!DOCTYPE x [<!ENTITY a0 "lol">{levels}]>')


def _directory(path: Path) -> None:
    """Nothing but names of parts that are not there."""
    entry = struct.pack("<4s4B4HL2L5H2L", b"PK\x01\x02", 20, 0, 20, 0, 0, 0, 0, 0, 0, 0, 0, 200, 0, 0, 0, 0, 0, 0)
    count = 38_000
    listed = b"".join(entry + f"{number:0200d}".encode() for number in range(count))
    path.write_bytes(listed + struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, count, count, len(listed), 0, 0))


def _styles() -> Iterator[bytes]:
    yield f'<styleSheet xmlns="{SHEET_MAIN_NS}"><cellXfs>'.encode()
    yield from many('<xf numFmtId="0"><alignment horizontal="left"/></xf>', 300_000)
    yield b"</cellXfs></styleSheet>"


def _sheets() -> bytes:
    pages = "".join(f'<sheet name="s{n}" sheetId="{n}" r:id="rId1"/>' for n in range(1, 9_000))
    return f'<workbook xmlns="{SHEET_MAIN_NS}" xmlns:r="{_OFFICE}"><sheets>{pages}</sheets></workbook>'.encode()


def _lzma(path: Path) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_LZMA) as archive:
        archive.writestr("[Content_Types].xml", b"<Types/>" * 1000)


_CELL = '<c t="inlineStr"><is><t>多</t></is></c>'
_ODD_DAY = '<c s="1"><v>1e300</v></c>'

BOMBS: dict[str, Callable[[Path], None]] = {
    "dimension": lambda path: workbook(
        path, sheet=sheet(many("<row><c><v>1</v></c></row>", 1000), before='<dimension ref="A1:XFD1000"/>')
    ),
    "dimension of all": lambda path: workbook(
        path, sheet=sheet(b'<row r="1048576"><c r="XFD1048576"/></row>', before='<dimension ref="A1:XFD1048576"/>')
    ),
    "zip": lambda path: workbook(path, sheet=sheet(many(" ", 300 * _PIECE))),
    "blanks": lambda path: workbook(path, sheet=sheet(many(" ", 90 * _PIECE))),
    "quadratic": lambda path: workbook(path, sheet=_quadratic()),
    "laughs": lambda path: workbook(path, sheet=_laughs()),
    "laughs in the strings": lambda path: workbook(path, strings=_laughs()),
    "wide row": lambda path: workbook(path, sheet=_filled(_CELL, 1, 1_500_000)),
    "wide rows": lambda path: workbook(path, sheet=_filled("<c><v>1</v></c>", 120, 16_384)),
    "empty cells": lambda path: workbook(path, sheet=sheet(many("<c/>", 20_000_000))),
    "rows": lambda path: workbook(path, sheet=sheet(many('<row r="1"/>', 5_000_000))),
    "tall rows": lambda path: workbook(path, sheet=sheet(many('<row ht="20" hidden="1" s="1"/>', 2_000_000))),
    "rows of another kind": lambda path: workbook(path, sheet=sheet(many('<row xmlns="x"><c/></row>', 2_000_000))),
    "rows in rows": lambda path: workbook(path, sheet=_filled("<row><c/></row>", 1, 2_000_000)),
    "one long text": lambda path: workbook(
        path, sheet=sheet(b'<row><c t="inlineStr"><is><t>', many("长", 25 * _PIECE), b"</t></is></c></row>")
    ),
    "one long tag": lambda path: workbook(path, sheet=sheet(b'<row r="', many("1", 60 * _PIECE), b'"/>')),
    "one long comment": lambda path: workbook(path, sheet=sheet(b"<!--", many("x", 60 * _PIECE), b"-->")),
    "deep": lambda path: workbook(path, sheet=sheet(many("<a>", 2_000_000))),
    "many texts": lambda path: workbook(path, strings=_strings(many("<si><t>多</t></si>", 3_000_000))),
    "one text in many runs": lambda path: workbook(
        path, strings=_strings(many(f"<si>{'<r><t>多</t></r>' * 400_000}</si>", 1))
    ),
    "styles": lambda path: workbook(path, styles=_styles()),
    "odd days": lambda path: workbook(path, sheet=_filled(_ODD_DAY, 20_000, 60)),
    "formulas": lambda path: workbook(
        path,
        sheet=_filled(f'<c><f t="shared" si="0">{"A1+" * 2000}A1</f></c>' + '<c><f t="shared" si="0"/></c>' * 60, 400),
    ),
    "one sheet many times": lambda path: workbook(path, book=_sheets(), sheet=_filled("<c><v>1</v></c>", 3_000, 60)),
    "list of parts": _directory,
    "another way of packing": _lzma,
}
"""What each is made to waste lies in its name."""


def _locked(path: Path) -> None:
    """As if parts were encrypted: the bit is set in each entry of the list."""
    workbook(path)
    content = bytearray(path.read_bytes())
    at = content.find(b"PK\x01\x02")
    while at >= 0:
        content[at + 8] |= 1
        at = content.find(b"PK\x01\x02", at + 1)
    path.write_bytes(content)


def _torn(path: Path) -> None:
    workbook(path)
    content = bytearray(path.read_bytes())
    content[200:400] = bytes(200)
    path.write_bytes(content)


BROKEN: dict[str, Callable[[Path], None]] = {
    "empty list of sheets": lambda path: workbook(path, book=b""),
    "other list of sheets": lambda path: workbook(path, book=b"<x/>"),
    "empty sheet": lambda path: workbook(path, sheet=b""),
    "half a sheet": lambda path: workbook(path, sheet=b"<worksheet><sheetData><row>"),
    "a text that is not there": lambda path: workbook(path, sheet=_filled('<c t="s"><v>999</v></c>', 2)),
    "a row that is no number": lambda path: workbook(path, sheet=sheet(b'<row r="x"><c/></row>')),
    "a cell nowhere": lambda path: workbook(path, sheet=sheet(b'<row r="1"><c r="?"><v>1</v></c></row>')),
    "a day that is none": lambda path: workbook(path, sheet=sheet(b'<row><c t="d"><v>never</v></c></row>')),
    "empty styles": lambda path: workbook(path, styles=b""),
    "encrypted parts": _locked,
    "torn": _torn,
}
"""Workbooks that are none, each in a way that the library stumbles over otherwise."""


def _numbered(piece: str, count: int) -> Iterator[bytes]:
    """A piece with each number in it."""
    for first in range(0, count, 5000):
        yield "".join(piece.format(n=number) for number in range(first, min(first + 5000, count))).encode()


def most_of_all(path: Path) -> None:
    """Just within each limit: texts that nothing uses, rows with heights of their own, cells with texts of their own."""
    cells = "".join(f'<c t="inlineStr"><is><t>第{{n}}号示例{column}</t></is></c>' for column in range(7))
    rows = _numbered(f'<row ht="20" customHeight="1" s="1">{cells}</row>', 39_000)
    workbook(
        path,
        sheet=sheet(rows, before='<dimension ref="A1:G1"/>'),
        strings=_strings(_numbered("<si><t>第{n}号没有用到的文字</t></si>", 75_000)),
    )


def tall(path: Path) -> None:
    """A roster whose rows all have a height of their own, as a spreadsheet program writes them."""
    book = load_workbook(written(path, small()))
    page = book["人员"]
    for row in range(page.max_row + 1, 20_000):
        page.append([f"T{row}", f"人{row}"])
        page.row_dimensions[row].height = 20
    book.save(path)
