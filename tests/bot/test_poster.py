"""Posters and certificates of awards: every name can be drawn, and reads on a phone."""

import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from bot.award_pdf import award_pdf
from bot.lettering import drawable, fitting, letters, lines_of
from bot.poster import HEIGHT, WIDTH, render_poster
from handlers.stars.posters import PosterFacts
from linli.fonts import FONTS

INK, PAPER = (43, 33, 24), (255, 250, 240)


def facts(name, deeds="每天帮独居老人取奶"):
    url = "http://127.0.0.1:8080/awards/0123456789abcdef01234567"
    return PosterFacts("美善之星", "2026年11月", name, "梧桐里1号院", "示例街道 · 梧桐社区", deeds, url)


def picture(*about):
    return Image.open(io.BytesIO(render_poster(facts(*about), FONTS))).convert("RGB")


@pytest.mark.parametrize(
    "name",
    ["甲大姐", "🌟小王🌟", "🌟🌟", "", "阿不都热合曼·买买提明·艾合买提江", "M. Müller-Lüdenscheidt von und zu", "龘𠮷"],
)
def test_every_name_makes_a_poster_and_a_certificate(name):
    assert picture(name).size == (WIDTH, HEIGHT)
    assert award_pdf(facts(name), FONTS)[:4] == b"%PDF"


def test_an_emoji_leaves_no_empty_box():
    assert drawable("🌟小王🌟", FONTS) == "小王"
    assert picture("🌟小王🌟").tobytes() == picture("小王").tobytes()


def test_names_are_large_and_never_wider_than_the_card():
    assert fitting("甲大姐", FONTS, WIDTH - 280, 128, 56).size == 128
    long = "阿不都热合曼·买买提明·艾合买提江·示例甲"
    font = fitting(long, FONTS, WIDTH - 280, 128, 56)
    assert all(font.getlength(line) <= WIDTH - 280 for line in lines_of(long, font, WIDTH - 280, 2))
    assert font.size * 360 / WIDTH >= 18  # pixels on a phone 360 wide


def test_long_deeds_stay_above_the_foot():
    full = picture("甲大姐", "连续三年每天清晨为楼里的独居老人取奶送报" * 8)
    row = [full.getpixel((x, HEIGHT - 70 - 190 - 40)) for x in range(100, 700)]
    assert set(row) == {PAPER} or all(sum(abs(a - b) for a, b in zip(p, PAPER, strict=True)) < 30 for p in row)


@given(st.text(max_size=200), st.integers(100, 900), st.integers(1, 6))
@settings(max_examples=50)
def test_lines_fit_whatever_the_text(text, width, most):
    font = letters(FONTS, 46)
    shown = drawable(text, FONTS).replace("\n", " ")
    lines = lines_of(shown, font, width, most)
    assert len(lines) <= most
    slack = font.getlength("……")
    assert all(font.getlength(line) <= width + slack for line in lines if len(line) > 2)
