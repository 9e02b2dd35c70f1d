"""What plain words settle, however unsure the model is."""

import pytest

from understanding.by_words import settled_by_words
from understanding.candidate import Candidate
from understanding.command_names import CommandName
from understanding.normalise import normalise
from understanding.situation import OwnTicket, Situation

CLOTHES = OwnTicket("2", "门口堆了几袋旧衣服", "梧桐里1号院1幢", "reported", "reporter")
LAMP = OwnTicket("1", "楼道的灯不亮了", "梧桐里1号院1幢", "reported", "reporter")
SURE = 0.9


def most_likely(words, doubtful):
    candidates, _ = settled_by_words(normalise(words), [doubtful], Situation("resident", (CLOTHES, LAMP)))
    return candidates[0]


@pytest.mark.parametrize(
    "words", ["旧衣服那个算了，收废品的刚搬走", "旧衣服的事就算了吧", "旧衣服那堆算了 物业的车来过了"]
)
def test_one_thing_that_is_let_go_by_its_name_is_surely_taken_back(words):
    best = most_likely(words, Candidate(CommandName.WITHDRAW_REPORT, 0.7, ticket="2"))
    assert best.probability >= SURE
    assert best.ticket == "2"


@pytest.mark.parametrize("words", ["旧衣服那个算了一下要三百块", "旧衣服那个算了吗", "算了"])
def test_what_is_reckoned_or_asked_or_names_nothing_is_not(words):
    assert most_likely(words, Candidate(CommandName.WITHDRAW_REPORT, 0.7, ticket="2")).probability < SURE
