"""The place that was said counts, not the one that is known of the writer; where it is not clear it is asked for."""

import pytest

from tests.roster import line
from tests.staff import lines


def numbered():
    """The small subdistrict, with a second number on the road and more buildings."""
    found = lines()
    for code, name, kind, parent in (
        ("N8", "虎踞北路8号", "门牌", "C1"), ("N8-2", "2幢", "楼栋", "N8"), ("N8-6", "6幢", "楼栋", "N8"),
        ("N4-2", "2幢", "楼栋", "N4"), ("Y1-2", "2幢", "楼栋", "Y1"), ("Y1-3", "3幢", "楼栋", "Y1"), ("Y2-3", "3幢", "楼栋", "Y2"),
    ):  # fmt: skip
        found["places"].append({"code": code, "name": name, "kind": kind, "parent": parent})
    line(found, "grids", "G03")["covers"] = "N4、N8、M1"
    return found


@pytest.fixture
def resident(chat):
    chat.subdistrict(numbered())
    speaker = chat.person("李阿姨")
    speaker.says("我住梧桐里1号院1幢")
    return speaker


def place(chat):
    return chat.tickets()[-1].place_text


def test_a_road_without_its_number_is_each_number_that_has_the_building(chat, resident):
    answer = resident.says("虎踞北路那头2幢大门锁坏了")
    for each in ("虎踞北路4号2幢", "虎踞北路8号2幢"):
        assert each in answer, answer
    assert place(chat) is None or "梧桐里" not in place(chat)
    number = next(line[0] for line in answer.splitlines() if line.endswith("虎踞北路8号2幢"))
    resident.says(number)
    assert place(chat) == "虎踞北路8号2幢"


def test_it_is_the_only_number_that_has_it(chat, resident):
    resident.says("虎踞北路那头6幢大门锁坏了")
    assert place(chat).startswith("虎踞北路8号6幢")


@pytest.mark.parametrize("words", ["虎踞北路那边的6幢", "是虎踞北路的6幢"])
def test_a_place_alone_puts_right_what_was_guessed_from_the_home(chat, resident, words):
    resident.says("2幢垃圾桶满了")
    assert place(chat) == "梧桐里1号院2幢"
    answer = resident.says(words)
    assert "已更正" in answer, answer
    assert place(chat) == "虎踞北路8号6幢"


@pytest.mark.parametrize("words", ["弄错了，是7号院的3幢", "搞错了，是青石巷那个3幢"])
def test_a_right_place_that_is_not_clear_is_asked_for(chat, resident, words):
    resident.says("2幢垃圾桶满了")
    answer = resident.says(words)
    assert "还缺地点" in answer, answer
    answer = resident.says("梧桐里2号院3幢")
    assert place(chat) == "梧桐里2号院3幢", answer


def test_a_courtyard_is_meant_by_its_number_alone(chat, resident):
    resident.says("2幢垃圾桶满了")
    answer = resident.says("弄错了，是2号院的3幢")
    assert "已更正" in answer, answer
    assert place(chat) == "梧桐里2号院3幢"


def test_what_named_its_place_itself_is_not_put_right_by_another(chat, resident):
    resident.says("梧桐里2号院3幢大门锁坏了")
    assert "出了什么问题" in resident.says("虎踞北路那边的6幢")
    assert place(chat) == "梧桐里2号院3幢大门"


def test_who_is_at_work_elsewhere_today_means_the_number_there(chat, clock, resident):
    leader = chat.bound("王样本", "0005")
    leader.says("我住梧桐里1号院05幢")
    leader.says("打卡 梧桐里2号院")
    leader.says("打卡 梧桐里2号院9幢")
    leader.says("3幢单元门前堆满纸箱")
    there = place(chat)
    clock.turn(days=1)
    leader.says("3幢单元门前又堆满花盆")
    assert (there, place(chat)) == ("梧桐里2号院3幢单元门前", "梧桐里1号院3幢") or there.startswith("梧桐里2号院3幢")
    assert place(chat).startswith("梧桐里1号院3幢")


def test_our_building_is_the_own_one_wherever_one_works(chat, resident):
    leader = chat.bound("王样本", "0005")
    leader.says("我住梧桐里1号院05幢")
    leader.says("打卡 梧桐里2号院9幢")
    leader.says("我们院3幢单元门前堆满纸箱")
    assert place(chat).startswith("梧桐里1号院3幢")
