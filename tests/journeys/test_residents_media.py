"""Voices, pictures and positions of residents: a new matter is a new report, more about the same one joins it."""

import pytest
from sqlalchemy import select

from storage.models import Attachment
from tests.journeys.handling import LAMP, reported

LAMP_NUMBER, NEXT_NUMBER = "NH20261124-0001", "NH20261124-0002"


def belongings(chat):
    return [tuple(row) for row in chat.rows(select(Attachment.kind, Attachment.number).order_by(Attachment.id))]


@pytest.mark.parametrize(
    "told",
    [
        "梧桐里1号院06幢门口垃圾堆成山了没人收",
        "楼下的下水道又堵了一股味道",
        "梧桐里1号院05幢电梯停在五楼不动了",
    ],
)
def test_a_voice_that_tells_another_matter_is_a_report_of_its_own(chat, resident, told):
    reported(chat, resident)
    assert f"已登记，编号 {NEXT_NUMBER}" in resident.speaks(told)
    assert belongings(chat) == [("voice", NEXT_NUMBER)]


@pytest.mark.parametrize("told", ["就在三楼楼梯口", "三楼往四楼拐弯的那一盏", None])
def test_a_voice_that_tells_more_of_the_same_joins_the_open_report(chat, resident, told):
    reported(chat, resident)
    resident.speaks(told)
    assert len(chat.tickets()) == 1
    assert belongings(chat) == [("voice", LAMP_NUMBER)]


def test_a_danger_that_is_spoken_is_never_only_attached(chat, resident):
    reported(chat, resident)
    answer = resident.speaks("梧桐里1号院05幢楼道里煤气味好大，嘶嘶地响")
    assert "119" in answer
    assert len(chat.tickets()) == 2


def test_a_spoken_command_is_a_command(chat, resident):
    reported(chat, resident)
    assert resident.speaks("我报的那个到哪一步了").startswith("NH20261124-0001　已派单")
    assert len(chat.tickets()) == 1


@pytest.mark.parametrize(
    "words", ["就照片上这个，梧桐里1号院05幢门口路灯坏了", "看照片，梧桐里1号院05幢门口路灯不亮了"]
)
def test_a_picture_waits_for_its_words_and_both_are_one_ticket(chat, resident, words):
    assert "照片收到了" in resident.sends_picture()
    assert f"已登记，编号 {LAMP_NUMBER}" in resident.says(words)
    assert belongings(chat) == [("image", LAMP_NUMBER)]
    assert len(chat.tickets()) == 1


def test_a_picture_goes_to_the_report_that_was_just_asked_about(chat, clock, resident):
    reported(chat, resident)
    reported(chat, resident, "梧桐里1号院06幢门口下水道堵了，污水往外冒")
    clock.turn(minutes=40)
    assert LAMP_NUMBER in resident.says("进度 1")
    assert f"照片已加到工单 {LAMP_NUMBER}" in resident.sends_picture()
    assert belongings(chat) == [("image", LAMP_NUMBER)]


def test_a_position_goes_to_the_report_that_was_just_made(chat, resident):
    reported(chat, resident, LAMP)
    assert f"位置已加到工单 {LAMP_NUMBER}" in resident.sends_location("梧桐里")
