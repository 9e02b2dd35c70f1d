"""Pictures as they come from outside: decoded within limits, read for when and where they were taken, made anew without it."""

import hashlib
import io
import math
import re
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from PIL import ExifTags, Image, ImageOps

from storage.errors import AttachmentRefused, AttachmentTooLarge, PictureTooSmall
from storage.media_types import media_type_of

FORMATS = ("JPEG", "PNG", "GIF", "WEBP", "BMP")
MEDIA_TYPE = "image/jpeg"
LEAST_SIDE = 48
"""Pixels. Smaller ones show nothing that could be looked at."""
MOST_PIXELS = 50_000_000
MOST_PIXELS_ELSE = 20_000_000
"""A JPEG in one scan is decoded at a fraction of its size, all others as they are: 20 million pixels are 80 MB."""
MOST_SCANS = 64
"""Cameras write one scan and encoders a dozen; each takes the time of the whole picture, and a hundred bytes of the file."""
_MARKER = re.compile(rb"\xff[^\x00\xff\xd0-\xd7]")
_JPEG = b"\xff\xd8"
_END, _SCAN, _ALONE = 0xD9, 0xDA, (0x01, 0xD8)
LONGEST_SIDE = 2560
QUALITY = 85
BITS_APART = 3
"""So many of the 64 may differ between two copies of one picture that were packed or made smaller on the way."""
_FLAT = 8


@dataclass(frozen=True)
class Picture:
    """A picture made anew (`content`, a JPEG without remarks). `original`: the SHA-256 of the file that came.

    `fingerprint`: 64 bits in hex that copies share, None where there is next to nothing in it; `taken_at`, `lat`, `lon`
    (WGS-84): what the camera wrote.
    """

    content: bytes
    original: str
    fingerprint: str | None
    taken_at: datetime | None
    lat: float | None
    lon: float | None


def read_picture(content: bytes, zone: ZoneInfo) -> Picture:
    """Decodes it. `zone`: of a camera that doesn't say. Raises AttachmentTooLarge, PictureTooSmall or AttachmentRefused."""
    media_type_of(content, "image")
    try:
        with Image.open(io.BytesIO(content), formats=FORMATS) as image:
            _require_size(image, _scans(content) if content.startswith(_JPEG) else 0)
            exif = image.getexif()
            taken, spot = _taken(exif, zone), _spot(exif)
            plain = _upright(image)
    except (AttachmentTooLarge, PictureTooSmall):
        raise
    except Image.DecompressionBombError as error:
        raise AttachmentTooLarge("a bomb") from error
    except Exception as error:  # a hostile file makes a decoder raise whatever it stumbles over
        raise AttachmentRefused("not a picture that can be decoded") from error
    out = io.BytesIO()
    plain.save(out, "JPEG", quality=QUALITY)
    return Picture(out.getvalue(), hashlib.sha256(content).hexdigest(), fingerprint(plain), taken, *spot)


def fingerprint(image: Image.Image) -> str | None:
    """The difference hash: of 9 by 8 grey fields, whether each is brighter than the one before."""
    small = image.convert("L").resize((9, 8), Image.Resampling.LANCZOS).tobytes()
    if max(small) - min(small) < _FLAT:
        return None
    bits = "".join("1" if small[row * 9 + at] < small[row * 9 + at + 1] else "0" for row in range(8) for at in range(8))
    return f"{int(bits, 2):016x}"


def bits_apart(one: str, other: str) -> int:
    """In how many bits two fingerprints differ."""
    return (int(one, 16) ^ int(other, 16)).bit_count()


def marks_of(print_of: str) -> tuple[str, ...]:
    """Four marks, of which two fingerprints that are no more than three bits apart share one: what an index can find."""
    return tuple(f"{at}:{print_of[at : at + 4]}" for at in range(0, 16, 4))


def _require_size(image: Image.Image, scans: int) -> None:
    """By what its head says, before a pixel is decoded. `scans`: of a JPEG, 0 for anything else."""
    width, height = image.size
    if scans > MOST_SCANS:
        raise AttachmentTooLarge(f"{scans} scans")
    if width * height > (MOST_PIXELS if scans == 1 else MOST_PIXELS_ELSE):
        raise AttachmentTooLarge(f"{width} by {height} pixels")
    if min(width, height) < LEAST_SIDE:
        raise PictureTooSmall(f"too small: {width} by {height} pixels")


def _scans(content: bytes) -> int:
    """In how many passes a JPEG is written: its markers are gone through as the decoder does, to its end."""
    found, at = 0, 0
    while mark := _MARKER.search(content, at):
        kind, at = content[mark.end() - 1], mark.end()
        if kind == _END:
            break
        found += kind == _SCAN
        if kind not in _ALONE:
            at += int.from_bytes(content[at : at + 2], "big")
    return found


def _upright(image: Image.Image) -> Image.Image:
    """As it is to be looked at: its first frame, turned as the camera says, on white where it is transparent."""
    image.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
    image.load()
    turned = ImageOps.exif_transpose(image)
    if "A" in turned.getbands() or "transparency" in turned.info:
        seen = turned.convert("RGBA")
        turned = Image.new("RGB", seen.size, "white")
        turned.paste(seen, mask=seen.getchannel("A"))
    plain = turned.convert("RGB")
    plain.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    plain.info.clear()
    return plain


def _taken(exif: Image.Exif, zone: ZoneInfo) -> datetime | None:
    own = exif.get_ifd(ExifTags.IFD.Exif)
    written = own.get(ExifTags.Base.DateTimeOriginal) or exif.get(ExifTags.Base.DateTime)
    offset = own.get(ExifTags.Base.OffsetTimeOriginal)
    try:
        at = datetime.strptime(str(written).strip("\0 "), "%Y:%m:%d %H:%M:%S").replace(tzinfo=zone)
        return datetime.fromisoformat(at.replace(tzinfo=None).isoformat() + str(offset)) if offset else at
    except (ValueError, OverflowError):
        return None


def _spot(exif: Image.Exif) -> tuple[float | None, float | None]:
    found = exif.get_ifd(ExifTags.IFD.GPSInfo)
    lat = _degrees(found.get(ExifTags.GPS.GPSLatitude), found.get(ExifTags.GPS.GPSLatitudeRef), "S", 90)
    lon = _degrees(found.get(ExifTags.GPS.GPSLongitude), found.get(ExifTags.GPS.GPSLongitudeRef), "W", 180)
    return (None, None) if lat is None or lon is None else (lat, lon)


def _degrees(parts: Any, side: Any, minus: str, most: int) -> float | None:
    try:
        degrees, minutes, seconds = (float(part) for part in parts)
    except (TypeError, ValueError, ZeroDivisionError):
        return None
    value = degrees + minutes / 60 + seconds / 3600
    if not math.isfinite(value) or not 0 < value <= most:
        return None
    return -value if str(side).strip("\0 ") == minus else value
