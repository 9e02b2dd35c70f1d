"""Fingerprints: copies share a mark and few bits differ, other pictures do not."""

import io
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from governance.clock import SHANGHAI
from storage.pictures import BITS_APART, bits_apart, marks_of, read_picture
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
