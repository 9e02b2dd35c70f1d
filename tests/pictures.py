"""Real small pictures, each another one; and pictures that say when and where they were taken."""

import io
import itertools
import random
import struct
import zlib
from datetime import datetime

from PIL import ExifTags, Image

from governance.clock import SHANGHAI

_COUNTED = itertools.count()


def snapshot(seed: int | None = None, size: tuple[int, int] = (160, 120), kind: str = "JPEG", **how: object) -> bytes:
    """A picture of coloured fields; without a seed one that was never made before."""
    fields = random.Random(f"picture {next(_COUNTED) if seed is None else seed}")
    image = Image.frombytes("RGB", (8, 6), fields.randbytes(8 * 6 * 3)).resize(size, Image.Resampling.BICUBIC)
    out = io.BytesIO()
    image.save(out, kind, **how)
    return out.getvalue()


def bomb(width: int, height: int) -> bytes:
    """A few bytes that say they are so large."""
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", head) + _chunk(b"IDAT", zlib.compress(bytes(100)))


def _chunk(name: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))


def taken(at: datetime, lat: float, lon: float, seed: int | None = None) -> bytes:
    """A photo with the camera's word for when and where."""
    exif = Image.Exif()
    exif.get_ifd(ExifTags.IFD.Exif)[ExifTags.Base.DateTimeOriginal] = f"{at.astimezone(SHANGHAI):%Y:%m:%d %H:%M:%S}"
    gps = exif.get_ifd(ExifTags.IFD.GPSInfo)
    gps[ExifTags.GPS.GPSLatitudeRef], gps[ExifTags.GPS.GPSLatitude] = "N", _sixties(lat)
    gps[ExifTags.GPS.GPSLongitudeRef], gps[ExifTags.GPS.GPSLongitude] = "E", _sixties(lon)
    return snapshot(seed, exif=exif)


def _sixties(degrees: float) -> tuple[float, float, float]:
    whole, rest = divmod(degrees, 1)
    minutes, rest = divmod(rest * 60, 1)
    return whole, minutes, round(rest * 60, 3)
