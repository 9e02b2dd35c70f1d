"""What counts as a video, and what of it is kept."""

import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.errors import AttachmentRefused, AttachmentTooLarge
from storage.media_types import LIMITS
from storage.videos import MOST_BOXES, plain_video
from tests.videos import box, head, video

SCRIPT = b"<script>alert(1)</script>"


@pytest.mark.parametrize("brand", [b"mp42", b"isom", b"qt  ", b"3gp4", b"avc1"])
def test_a_video_of_a_phone_is_kept_as_it_is(brand):
    made = video(brand=brand)
    assert plain_video(made) == made


def test_a_last_box_may_go_on_to_the_end():
    made = video() + b"\0\0\0\0mdat" + b"more pictures"
    assert plain_video(made) == made


@pytest.mark.parametrize("kind", [b"free", b"skip", b"uuid", b"meta", b"udta"])
def test_what_is_no_picture_is_blanked_where_it_stands(kind):
    """A place, a maker, or a page of script: what points into the file still points there."""
    made = video(remark=b"+32.0603+118.7969/", extra=box(kind, SCRIPT))
    kept = plain_video(made)
    assert len(kept) == len(made)
    assert b"pictures and sound" in kept
    assert b"32.06" not in kept
    assert b"script" not in kept
    assert plain_video(kept) == kept


BAD = {
    "first bytes alone": b"\0\0\0\x18ftypmp42" + b"0" * 100,
    "twenty bytes": b"\0\0\0\x14ftypmp42" + bytes(8),
    "a head and no more": head(),
    "script behind": video(tail=SCRIPT),
    "a page behind": video(tail=b"\r\n<html>" + b" " * 40 + SCRIPT),
    "an archive behind": video(tail=b"PK\x05\x06" + bytes(18)),
    "a byte behind": video(tail=b"\0"),
    "another box behind": video(tail=box(b"html", SCRIPT)),
    "cut off": video()[:-1],
    "cut in the middle": video()[: len(video()) // 2],
    "a box longer than the file": head() + struct.pack(">I", 5000) + b"mdat" + b"x" * 40 + video()[len(head()) :],
    "a box of no length inside": video(extra=box(b"moov", b"\0\0\0\0mvhd")),
    "a box shorter than its head": head() + b"\0\0\0\x07mdat" + video()[len(head()) :],
    "a box for huge files": head() + b"\0\0\0\x01mdat" + struct.pack(">Q", 24) + b"x" * 8,
    "two heads": head() + video(),
    "two tables of contents": video(extra=video()[len(head()) + 26 :]),
    "nothing to see": video(pictures=b""),
    "a picture that calls itself so": video(brand=b"heic").replace(b"isom", b"mif1"),
    "sound only": video(handler=b"soun"),
    "no size": video(side=0),
    "too many pixels": video(side=9000),
    "no time": video(seconds=0),
    "a day": video(seconds=24 * 3600),
    "pictures behind the end": video(place=100_000),
    "pictures in the head": video(place=4),
    "pictures elsewhere": video(own=0),
    "boxes in boxes": video(extra=b"").replace(b"udta", b"trak") + b"".join(
        struct.pack(">I", 8 + 8 * (5000 - at)) + b"trak" for at in range(5000)
    ),
    "boxes deep in the contents": head() + box(b"mdat", b"x") + b"".join(
        struct.pack(">I", 8 + 8 * (5000 - at)) + b"moov" for at in range(5001)
    ),
    "endless boxes": video(extra=box(b"free") * (MOST_BOXES + 1)),
    "a list longer than its box": video().replace(b"stco" + struct.pack(">II", 0, 1), b"stco" + struct.pack(">II", 0, 2**32 - 1)),
    "a picture": b"\x89PNG\r\n\x1a\n" + bytes(100),
    "nothing": b"",
}  # fmt: skip


@pytest.mark.parametrize("name", BAD)
def test_what_is_no_video_is_refused(name):
    with pytest.raises(AttachmentRefused):
        plain_video(BAD[name])


def test_a_video_over_ten_megabytes_is_too_large():
    with pytest.raises(AttachmentTooLarge):
        plain_video(video(pictures=bytes(LIMITS["video"])))


@given(st.data())
def test_whatever_is_turned_in_a_video_it_is_refused_or_stays_one(data):
    made = bytearray(video(remark=b"made up"))
    for _ in range(data.draw(st.integers(1, 4))):
        made[data.draw(st.integers(0, len(made) - 1))] = data.draw(st.integers(0, 255))
    cut = bytes(made)[: data.draw(st.one_of(st.just(len(made)), st.integers(0, len(made))))]
    try:
        kept = plain_video(cut)
    except AttachmentRefused:
        return
    assert len(kept) == len(cut)
    assert plain_video(kept) == kept
