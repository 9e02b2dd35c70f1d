"""The poster of one award: a picture to look at on a phone."""

import io
import math
from pathlib import Path

import segno
from PIL import Image, ImageDraw

from bot import texts
from bot.lettering import drawable, fitting, letters, lines_of
from handlers.stars.posters import PosterFacts

WIDTH, HEIGHT = 1080, 1440
_RED, _DARK, _GOLD, _PAPER, _INK, _GREY = "#b5121b", "#7d0c14", "#f6d58a", "#fffaf0", "#2b2118", "#7a6a58"
_CARD = (70, 470, WIDTH - 70, HEIGHT - 70)
_CODE = 190
_DEED_SIZES = (52, 46, 40, 34)


def render_poster(facts: PosterFacts, fonts: Path) -> bytes:
    """The picture as PNG. `fonts`: the folder of the Chinese font."""
    image = Image.new("RGB", (WIDTH, HEIGHT), _RED)
    draw = ImageDraw.Draw(image)
    _rays(draw)
    _middle(draw, facts.community, 72, letters(fonts, 44), _GOLD)
    draw.polygon(_star(WIDTH / 2, 210, 70), fill=_GOLD)
    _middle(draw, facts.title, 290, letters(fonts, 112, bold=True), _GOLD)
    draw.rounded_rectangle(_CARD, 36, fill=_PAPER)
    name = drawable(facts.name, fonts) or texts.UNNAMED
    font = fitting(name, fonts, WIDTH - 280, 128, 56)
    y = 520
    for line in lines_of(name, font, WIDTH - 280, 2):
        _middle(draw, line, y, font, _RED)
        y += int(font.size) + 24
    _middle(draw, facts.area, y + 16, letters(fonts, 44), _INK)
    _middle(draw, facts.month, y + 84, letters(fonts, 40), _GREY)
    y += 156
    draw.line((WIDTH / 2 - 120, y, WIDTH / 2 + 120, y), fill=_GOLD, width=6)
    _deeds(draw, drawable(facts.deeds, fonts), y + 34, fonts)
    _foot(image, draw, facts, fonts)
    out = io.BytesIO()
    image.quantize(64).save(out, "PNG", optimize=True)
    return out.getvalue()


def _deeds(draw: ImageDraw.ImageDraw, deeds: str, top: int, fonts: Path) -> None:
    """The deeds in the largest letters in which all of them have room above the foot."""
    bottom = HEIGHT - 70 - _CODE - 50
    for size in _DEED_SIZES:
        font, step = letters(fonts, size), round(size * 1.5)
        most = (bottom - top) // step
        lines = lines_of(deeds, font, WIDTH - 300, max(most, 1))
        if "".join(lines) == deeds.replace("\n", ""):
            break
    for number, line in enumerate(lines):
        draw.text((150, top + number * step), line, font=font, fill=_INK)


def _foot(image: Image.Image, draw: ImageDraw.ImageDraw, facts: PosterFacts, fonts: Path) -> None:
    picture = io.BytesIO()
    segno.make(facts.url, error="m", micro=False).save(picture, kind="png", scale=8, border=2)
    code = Image.open(picture).convert("RGB").resize((_CODE, _CODE), Image.Resampling.NEAREST)
    top = HEIGHT - 70 - _CODE - 30
    image.paste(code, (WIDTH - 70 - _CODE - 50, top))
    draw.text((150, top + 40), texts.POSTER_FOOT, font=letters(fonts, 40, bold=True), fill=_RED)
    draw.text((150, top + 104), texts.POSTER_SCAN, font=letters(fonts, 34), fill=_GREY)


def _middle(draw: ImageDraw.ImageDraw, text: str, y: float, font: object, colour: str) -> None:
    draw.text((WIDTH / 2, y), text, font=font, fill=colour, anchor="ma")  # type: ignore[arg-type]


def _rays(draw: ImageDraw.ImageDraw) -> None:
    """Light from behind the star."""
    for number in range(0, 36, 2):
        from_angle, to_angle = math.radians(number * 10), math.radians(number * 10 + 10)
        edge = [(WIDTH / 2 + 1600 * math.cos(a), 210 + 1600 * math.sin(a)) for a in (from_angle, to_angle)]
        draw.polygon([(WIDTH / 2, 210), *edge], fill=_DARK)


def _star(x: float, y: float, radius: float) -> list[tuple[float, float]]:
    """The ten corners of a five-pointed star."""
    corners = []
    for number in range(10):
        length, angle = radius if number % 2 == 0 else radius * 0.382, math.radians(number * 36 - 90)
        corners.append((x + length * math.cos(angle), y + length * math.sin(angle)))
    return corners
