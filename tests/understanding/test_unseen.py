"""Somebody at home whom nobody has seen for days is a danger; people at work, who is away, and what is only quiet are none."""

import pytest

from understanding.danger import judged
from understanding.hazard import Danger, Hazard
from understanding.normalise import normalise


def danger(text, likelihood=0.0):
    return judged(normalise(text), None, likelihood)


@pytest.mark.parametrize(
    "text",
    [
        "四楼的许奶奶四五天没下过楼了，牛奶在门口摆了一排",
        "对门老丁这一个礼拜没露面，喊他也不应",
        "我家隔壁那户老两口好些日子没动静了，电视一直响着",
        "老孙头怕不是倒在屋里了",
        "独居的阿婆联系不上三天了，她有高血压，我不放心",
        "三天没见到楼下陈大爷了，敲门没人开",
    ],
)
def test_with_a_sign_beside_it_is_sure(text):
    assert danger(text) == Hazard(Danger.PERSON, sure=True)


@pytest.mark.parametrize("text", ["这两天没看见二楼的老太太", "隔壁的大爷好久没出门了"])
def test_of_somebody_old_without_a_sign_it_is_asked_about_while_help_comes(text):
    assert danger(text) == Hazard(Danger.PERSON, sure=False)


@pytest.mark.parametrize(
    "text",
    [
        "好几天没看到网格员了，事情也没人管",
        "三天没见到保洁来扫楼道",
        "隔壁老丁好几天没看到，他女儿说回老家了",
        "楼上两个礼拜没声音了，总算清净",
        "好几天没见太阳了",
        "楼上那户好几天没动静",
        "老人好几天没出门该找谁",
        "对门大爷前几天没露面，原来是住院了",
        "楼道灯三天没亮了",
    ],
)
def test_who_is_at_work_or_away_and_what_is_only_quiet_is_no_danger(text):
    assert danger(text) is None
