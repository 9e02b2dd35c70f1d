"""What somebody says who has looked at a thing: which it is, and whether it is as it should be."""

import pytest

from understanding.thing_told import ThingTold, thing_told


@pytest.mark.parametrize(
    ("said", "where", "well"),
    [
        ("刚走过7幢后头那个井盖，好的，没得问题", "7幢后头那个井盖", True), ("巡查设施，7幢后头井盖完好", "7幢后头井盖", True),
        ("查过了 西门路灯 有点歪", "西门路灯", False), ("西门路灯没啥毛病", "西门路灯", True),
        ("南墙的消火栓 漏水", "南墙的消火栓", False),
    ],
)  # fmt: skip
def test_a_thing_by_its_words_and_how_it_is(said, where, well):
    told = thing_told(said)
    assert (told.code, told.where, told.well) == ("", where, well)


def test_a_thing_by_its_number():
    assert thing_told("看过了 路灯L-07 灯罩裂了") == ThingTold("l-07", "路灯L-07", "灯罩裂了", False)
