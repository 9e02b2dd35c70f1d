"""Videos as they come from outside: an MP4 or QuickTime file is boxes in boxes, each as long as it says, and nothing behind them.

Nothing is decoded. What is no picture and no sound (remarks, places,
makers' own boxes) is blanked; its length stays, so that
what points into the file still points there. Source of the boxes: ISO/IEC 14496-12.
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from storage.errors import AttachmentRefused
from storage.media_types import media_type_of

BRANDS = frozenset({
    b"isom", b"iso2", b"iso3", b"iso4", b"iso5", b"iso6", b"iso7", b"iso8", b"iso9", b"mp41", b"mp42", b"avc1",
    b"hvc1", b"M4V ", b"M4VP",
    b"MSNV", b"qt  ", b"3gp4", b"3gp5", b"3gp6", b"3g2a", b"dash",
})  # fmt: skip
"""Kinds of such files that hold moving pictures."""
TOP = frozenset({b"ftyp", b"moov", b"mdat", b"free", b"skip", b"wide", b"uuid", b"udta", b"meta", b"pdin"})
BLANKED = frozenset({b"free", b"skip", b"wide", b"uuid", b"udta", b"meta"})
HOLDERS = frozenset({b"moov", b"trak", b"mdia", b"minf", b"stbl"})
"""Boxes of boxes."""
DEEPEST = 5
MOST_BOXES = 2_000
MOST_SIDE = 8_192
"""Pixels."""
MOST_SECONDS = 3_600
_OFFSETS = {b"stco": ">I", b"co64": ">Q"}


@dataclass(frozen=True)
class _Box:
    """One box: where its content lies, and the names of the boxes that it is in."""

    kind: bytes
    start: int
    end: int
    within: tuple[bytes, ...]


def plain_video(content: bytes) -> bytes:
    """The video without remarks. Raises AttachmentTooLarge or AttachmentRefused."""
    media_type_of(content, "video")
    try:
        boxes = list(islice(_boxes(content, 0, len(content), ()), MOST_BOXES + 1))
        _require_video(content, boxes)
    except (struct.error, ValueError, LookupError) as error:
        raise AttachmentRefused(f"not a video: {error}") from error
    found = bytearray(content)
    for box in boxes:
        if box.kind in BLANKED:
            found[box.start - 4 : box.end] = b"free" + bytes(box.end - box.start)
    return bytes(found)


def _boxes(content: bytes, start: int, end: int, within: tuple[bytes, ...]) -> Iterator[_Box]:
    """Those between two places, each before what is in it; ValueError where one does not fit."""
    if len(within) > DEEPEST:
        raise ValueError("boxes too deep")
    at = start
    while at < end:
        size, kind = struct.unpack_from(">I4s", content, at)
        if size == 0 and not within:
            size = end - at
        if size < 8 or at + size > end:
            raise ValueError("a box that does not fit")
        if not within and kind not in TOP:
            raise ValueError("a box that no video has")
        yield _Box(kind, at + 8, at + size, within)
        if kind in HOLDERS:
            yield from _boxes(content, at + 8, at + size, (*within, kind))
        at += size


def _require_video(content: bytes, boxes: list[_Box]) -> None:
    """One head, one table of contents with a track of pictures, and something to see; raises ValueError."""
    if len(boxes) > MOST_BOXES:
        raise ValueError("too many boxes")
    top = [box for box in boxes if not box.within]
    kinds = [box.kind for box in top]
    if (
        kinds.count(b"ftyp") != 1
        or kinds.count(b"moov") != 1
        or not any(b.kind == b"mdat" and b.end > b.start for b in top)
    ):
        raise ValueError("head, contents or pictures are missing")
    _require_brand(content[top[0].start : top[0].end])
    _require_clock(content, _only(boxes, b"mvhd"))
    if b"vide" not in _handlers(content, boxes):
        raise ValueError("no pictures")
    if not any(_sized(content, box) for box in boxes if box.kind == b"tkhd"):
        raise ValueError("no size")
    for box in boxes:
        if box.kind in _OFFSETS:
            _require_within(content, box, top)
        if box.kind == b"dinf":
            _require_own(content, box)


def _only(boxes: list[_Box], kind: bytes) -> _Box:
    found = [box for box in boxes if box.kind == kind]
    if len(found) != 1:
        raise ValueError(f"not one {kind.decode()}")
    return found[0]


def _require_brand(said: bytes) -> None:
    brands = {said[:4], *(said[at : at + 4] for at in range(8, len(said), 4))}
    if len(said) < 8 or len(said) % 4 or not brands & BRANDS:
        raise ValueError("another kind of file")


def _require_clock(content: bytes, box: _Box) -> None:
    """How long it lasts: said by both lengths of the field."""
    scale, lasts = struct.unpack_from(
        ">IQ" if content[box.start] else ">II", content, box.start + (20 if content[box.start] else 12)
    )
    if not scale or not 0 < lasts <= MOST_SECONDS * scale:
        raise ValueError("no time, or too long")


def _handlers(content: bytes, boxes: list[_Box]) -> set[bytes]:
    """What the tracks hold."""
    return {
        content[box.start + 8 : box.start + 12] for box in boxes
        if box.kind == b"hdlr" and box.within == (b"moov", b"trak", b"mdia") and box.end >= box.start + 12
    }  # fmt: skip


def _sized(content: bytes, box: _Box) -> bool:
    """Whether the track has pictures of a size that can be looked at: its last two numbers, in 65536ths."""
    width, height = (value >> 16 for value in struct.unpack_from(">II", content, box.end - 8))
    if max(width, height) > MOST_SIDE:
        raise ValueError("too many pixels")
    return bool(width and height)


def _require_within(content: bytes, box: _Box, top: list[_Box]) -> None:
    """Each part of the track lies where there are pictures and sound, and nowhere outside."""
    (count,) = struct.unpack_from(">I", content, box.start + 4)
    each = struct.calcsize(_OFFSETS[box.kind])
    if box.start + 8 + count * each > box.end:
        raise ValueError("a list longer than its box")
    places = struct.unpack_from(f">{count}{_OFFSETS[box.kind][1:]}", content, box.start + 8)
    spans = [(held.start, held.end) for held in top if held.kind == b"mdat"]
    if not all(any(start <= place < end for start, end in spans) for place in places):
        raise ValueError("pictures outside the file")


def _require_own(content: bytes, box: _Box) -> None:
    """No track is to be fetched from elsewhere by who plays it: the last bit of each entry's mark says that it is in here."""
    for held in _boxes(content, box.start, box.end, (b"dinf",)):
        if held.kind == b"dref":
            for entry in _boxes(content, held.start + 8, held.end, (b"dref",)):  # after version and count
                if not content[entry.start + 3] & 1:
                    raise ValueError("pictures that lie elsewhere")
