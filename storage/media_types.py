"""What a file really is, read from its first bytes; the sender's word for it is not asked."""

from storage.errors import AttachmentRefused, AttachmentTooLarge

MIB = 1024 * 1024

SIGNATURES: tuple[tuple[str, str, int, bytes], ...] = (
    ("image", "image/jpeg", 0, b"\xff\xd8\xff"),
    ("image", "image/png", 0, b"\x89PNG\r\n\x1a\n"),
    ("image", "image/gif", 0, b"GIF8"),
    ("image", "image/webp", 8, b"WEBP"),
    ("image", "image/bmp", 0, b"BM"),
    ("voice", "audio/amr", 0, b"#!AMR"),
    ("voice", "audio/speex", 0, b"#!SPEEX"),
    ("voice", "audio/mpeg", 0, b"ID3"),
    ("voice", "audio/mpeg", 0, b"\xff\xfb"),
    ("voice", "audio/mpeg", 0, b"\xff\xf3"),
    ("video", "video/mp4", 4, b"ftyp"),
)
"""Kind, media type, offset, the bytes that stand there."""

LIMITS = {"image": 10 * MIB, "voice": 2 * MIB, "video": 10 * MIB}
"""Bytes a file of each kind may have. Source: the platform's limits for media."""

LARGEST = max(LIMITS.values())


def media_type_of(content: bytes, kind: str) -> str:
    """The media type of a file sent as `kind`; raises AttachmentTooLarge or AttachmentRefused."""
    if len(content) > LIMITS[kind]:
        raise AttachmentTooLarge(f"{len(content)} bytes for {kind}")
    for of_kind, media_type, offset, signature in SIGNATURES:
        if of_kind == kind and content[offset : offset + len(signature)] == signature:
            return media_type
    raise AttachmentRefused(f"not a {kind}")
