"""Fingerprints: copies share a mark and few bits differ, other pictures do not."""

import io
import time
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from governance.clock import SHANGHAI
from storage.errors import AttachmentTooLarge
from storage.pictures import BITS_APART, MOST_SCANS, bits_apart, marks_of, read_picture
from tests.pictures import snapshot


@given(st.integers(0, 2**64 - 1), st.sets(st.integers(0, 63), max_size=BITS_APART))
def test_what_differs_in_few_bits_shares_a_mark(print_of, turned):
    copy = print_of ^ sum(1 << bit for bit in turned)
    assert set(marks_of(f"{print_of:016x}")) & set(marks_of(f"{copy:016x}"))
    assert bits_apart(f"{print_of:016x}", f"{copy:016x}") == len(turned)


def test_copies_are_near_and_others_are_not():
    prints = []
    for seed in range(40):
        content, out = snapshot(seed), io.BytesIO()
        Image.open(io.BytesIO(content)).resize((140, 105)).save(out, "JPEG", quality=70)
        first, copy = (read_picture(each, SHANGHAI).fingerprint for each in (content, out.getvalue()))
        assert bits_apart(first, copy) <= BITS_APART
        prints.append(first)
    assert min(bits_apart(*pair) for pair in combinations(prints, 2)) > BITS_APART


def test_a_picture_of_nothing_has_no_fingerprint():
    out = io.BytesIO()
    Image.new("RGB", (200, 200), "black").save(out, "PNG")
    assert read_picture(out.getvalue(), SHANGHAI).fingerprint is None


def test_what_is_turned_or_transparent_is_made_upright_and_white():
    out = io.BytesIO()
    exif = Image.Exif()
    exif[0x0112] = 6
    Image.new("RGB", (200, 100), "red").save(out, "JPEG", exif=exif)
    assert Image.open(io.BytesIO(read_picture(out.getvalue(), SHANGHAI).content)).size == (100, 200)
    out = io.BytesIO()
    Image.new("RGBA", (120, 120), (0, 0, 0, 0)).save(out, "PNG")
    assert Image.open(io.BytesIO(read_picture(out.getvalue(), SHANGHAI).content)).getpixel((60, 60)) == (255, 255, 255)


def in_scans(count: int, size: tuple[int, int] = (640, 480)) -> bytes:
    """A picture that is sent blurred first and ever sharper, its last pass again and again."""
    out = io.BytesIO()
    Image.new("RGB", size, "grey").save(out, "JPEG", progressive=True)
    content = out.getvalue()
    last = content[content.rindex(b"\xff\xda") : -2]
    return content[:-2] + last * (count - content.count(b"\xff\xda")) + b"\xff\xd9"


def test_a_picture_may_be_written_in_passes_but_not_in_so_many_that_it_takes_minutes():
    """Each pass costs a hundred bytes and the time of the whole picture: ten megabytes of them kept a worker for an hour."""
    assert Image.open(io.BytesIO(read_picture(in_scans(MOST_SCANS), SHANGHAI).content)).size == (640, 480)
    with pytest.raises(AttachmentTooLarge):
        read_picture(in_scans(MOST_SCANS + 1), SHANGHAI)
    began = time.process_time()
    with pytest.raises(AttachmentTooLarge):
        read_picture(in_scans(80_000, (4000, 4000)), SHANGHAI)
    assert time.process_time() - began < 5


def test_what_is_held_whole_while_it_is_decoded_may_be_less_large():
    with pytest.raises(AttachmentTooLarge):
        read_picture(in_scans(10, (5000, 4100)), SHANGHAI)
    out = io.BytesIO()
    Image.new("RGB", (5000, 4100), "grey").save(out, "JPEG")
    assert Image.open(io.BytesIO(read_picture(out.getvalue(), SHANGHAI).content)).size == (2560, 2099)


def test_what_stands_behind_a_picture_is_not_counted():
    """Phones put a second picture or a moving one behind the first."""
    picture = snapshot(1)
    assert read_picture(picture + b"\xff\xda" * 500, SHANGHAI).content == read_picture(picture, SHANGHAI).content
