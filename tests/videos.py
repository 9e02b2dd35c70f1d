"""Small videos made box by box, as phones and the platform write them: a track of pictures, and something to see."""

import struct


def box(kind: bytes, *parts: bytes) -> bytes:
    content = b"".join(parts)
    return struct.pack(">I", 8 + len(content)) + kind + content


def head(brand: bytes = b"mp42") -> bytes:
    return box(b"ftyp", brand, bytes(4), b"isom", brand)


def video(
    *, brand: bytes = b"mp42", handler: bytes = b"vide", seconds: int = 5, side: int = 320, place: int | None = None, own: int = 1,
    remark: bytes = b"", pictures: bytes = b"pictures and sound", tail: bytes = b"", extra: bytes = b"",
) -> bytes:  # fmt: skip
    """A video that is well made, or not in what is said otherwise."""
    first = head(brand) + box(b"mdat", pictures)
    at = len(head(brand)) + 8 if place is None else place
    data = box(b"dinf", box(b"dref", struct.pack(">II", 0, 1), box(b"url ", struct.pack(">I", own))))
    table = box(b"stbl", box(b"stco", struct.pack(">III", 0, 1, at)))
    media = box(b"mdia", box(b"hdlr", bytes(8), handler, bytes(13)), box(b"minf", data, table))
    size = struct.pack(">II", side << 16, side << 16)
    track = box(b"trak", box(b"tkhd", bytes(76), size), media)
    clock = box(b"mvhd", bytes(12), struct.pack(">II", 1000, seconds * 1000), bytes(80))
    remarks = box(b"udta", remark) if remark else b""
    return first + box(b"moov", clock, track, remarks) + extra + tail
