"""What is told as it is seen, a hole in the way, stays a danger however little the model thinks of it."""

import pytest

from understanding.danger import judged, kind_of
from understanding.hazard import Danger, hazard_in


@pytest.mark.parametrize("text", ["路口窨井盖翘起半边,老人差点一脚踩空", "楼前井盖不见了", "井盖翘着,走路踩空了"])
def test_a_hole_in_the_way_is_asked_about_at_least(text):
    assert judged(text, hazard_in(text), 0.0) is not None


@pytest.mark.parametrize("text", ["气得我要爆炸了", "这事差点掉下来砸了饭碗"])
def test_the_model_takes_back_what_is_only_said_so(text):
    assert judged(text, hazard_in(text), 0.0) is None


def test_who_cannot_get_up_is_told_of_an_ambulance_save_where_gas_is_smelt():
    assert kind_of("二楼大爷头晕得很,躺着起不来") is Danger.PERSON
    assert kind_of("厨房煤气味大,人头晕起不来") is Danger.GAS
