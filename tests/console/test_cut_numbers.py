"""A number that a report's line was cut in is shown nowhere: what is left of it would be known for no number any more."""

import re

import pytest

from tests.office import Office
from tests.staff import staff
from understanding.masking import masked_text

NUMBERS = (
    "13812345678",
    "138 1234 5678",
    "138，1234，5678",
    "1 3 8 1 2 3 4 5 6 7 8",
    "32010619900101123X",
    "320106 19900101 1234",
)
SHOWN = ("/console/", "/console/wall", "/console/tickets/{number}", "/console/tickets/{number}/print")


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_wherever_the_line_is_cut_no_more_than_the_ends_of_a_number_are_seen(chat):
    people = staff(chat)
    office = Office(chat).signs_in(people.secretary)
    for each, number in enumerate(NUMBERS):
        for length in range(each % 4, 24, 4):
            said = f"梧桐里1号院05幢煤气味很重{'很重很重很重很重很重很重很重'[:length]}我电话是{number}快来人"
            chat.person(f"居民{each}-{length}").says(said)
    chat.work()
    pages = [office.sees(path.format(number=ticket.number)) for ticket in chat.tickets() for path in SHOWN[2:]]
    pages += [office.sees(path) for path in SHOWN[:2]] + people.worker.notices + people.secretary.notices
    assert len(chat.tickets()) > len(NUMBERS)
    for text in pages:
        assert not re.search(r"1 ?3 ?8[ ，]?1|3201|320106|4[ ，]?5 ?6 ?7 ?8", text), text


def test_a_name_of_four_characters_and_a_number_in_groups_are_masked():
    assert masked_text("灯坏了，我叫欧阳小明，电话138，1234，5678") == "灯坏了，我叫欧***，电话138，****，5678"
    assert masked_text("13，14，15，16，17，18幢停水") == "13，14，15，16，17，18幢停水"
    assert masked_text("1 3 5 7 9 11 13 15幢停水") == "1 3 5 7 9 11 13 15幢停水"
