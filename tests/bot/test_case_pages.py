"""A case in the booklet: whatever its length, words and picture stand within the frame."""

import pytest

from bot.case_pdf import FOOT_MM, case_page
from bot.pdf_page import framed_page
from handlers.cases.outcomes import CaseLine
from handlers.office.cases import PublishedCase
from linli.fonts import FONTS
from tests.pictures import snapshot


@pytest.mark.parametrize(("length", "pages"), [(30, 2), (300, 2), (330, 2), (1000, 3)])
def test_a_story_of_any_length_and_its_picture_stay_within_the_frame(length, pages):
    pdf = framed_page(FONTS)
    line = CaseLine(1, "楼道里的储物柜", "梧桐社区", votes=8, place=1)
    bottoms = []
    draw = pdf.image
    pdf.image = lambda *given, **how: (bottoms.append(pdf.get_y() + how["h"]), draw(*given, **how))
    case_page(pdf, PublishedCase(line, "柜" * length, "环境卫生", 3, None), snapshot(), FONTS)
    assert pdf.pages_count == pages
    assert bottoms[0] <= pdf.h - FOOT_MM + 0.1
