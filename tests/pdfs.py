"""The words of a PDF of ours, as a reader would select them: signs by each font's own table of what its pictures mean."""

import re
import zlib

_OBJECT = re.compile(rb"(\d+) 0 obj\s(.*?)endobj", re.DOTALL)
_STREAM = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.DOTALL)
_SHOWN = re.compile(rb"/F(\d+) [\d.]+ Tf|\(((?:[^\\()]|\\.)*)\)", re.DOTALL)
_PAIR = re.compile(rb"<([0-9A-Fa-f]{4})>\s*<([0-9A-Fa-f]+)>\s*\n")


def words_of(content: bytes) -> str:
    """All words, page after page, without blanks."""
    objects = {int(number): body for number, body in _OBJECT.findall(content)}
    fonts = {
        int(name): _meanings(objects, int(number))
        for name, number in re.findall(rb"/F(\d+) (\d+) 0 R", content)
    }  # fmt: skip
    pages = [body for body in objects.values() if re.search(rb"/Type /Page\b", body)]
    found = []
    for page in pages:
        contents = re.search(rb"/Contents (\d+) 0 R", page)
        assert contents
        meanings: dict[int, str] = {}
        for name, said in _SHOWN.findall(_stream(objects[int(contents[1])])):
            if name:
                meanings = fonts[int(name)]
            else:
                found.append(_read(said, meanings))
    return re.sub(r"\s", "", "".join(found))


def _stream(body: bytes) -> bytes:
    found = _STREAM.search(body)
    assert found
    return zlib.decompress(found[1]) if b"FlateDecode" in body else found[1]


def _meanings(objects: dict[int, bytes], number: int) -> dict[int, str]:
    table = re.search(rb"/ToUnicode (\d+) 0 R", objects[number])
    assert table
    said = _stream(objects[int(table[1])])
    return {
        int(glyph, 16): bytes.fromhex(meaning.decode()).decode("utf-16-be") for glyph, meaning in _PAIR.findall(said)
    }


def _read(said: bytes, meanings: dict[int, str]) -> str:
    plain = re.sub(rb"\\(.)", lambda hit: {b"r": b"\r", b"n": b"\n"}.get(hit[1], hit[1]), said, flags=re.DOTALL)
    return "".join(meanings.get(plain[at] << 8 | plain[at + 1], "?") for at in range(0, len(plain) - 1, 2))
