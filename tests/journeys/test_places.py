"""A report that names a building finds its grid worker by itself."""

import pytest

from tests.roster import line, small


@pytest.fixture
def workers(chat):
    """The grid workers of the first three grids, who have written today."""
    chat.subdistrict()
    people = {"G01": ("陈试用", "0001"), "G02": ("赵演示", "0002"), "G03": ("钱练习", "0003")}
    return {grid: chat.bound(*person) for grid, person in people.items()}


def told(workers, words):
    return [grid for grid, worker in workers.items() if any(words in notice for notice in worker.notices)]


@pytest.mark.parametrize(
    ("text", "grid", "place"),
    [
        ("虎踞北路4号05幢3楼楼道灯坏了", "G03", "虎踞北路4号5幢3楼楼道"),
        ("虎踞北路4号五栋灯坏了", "G03", "虎踞北路4号5幢"),
        ("虎踞北路四号5号楼灯坏了", "G03", "虎踞北路4号5幢"),
        ("虎踞北路4号5#二单元灯坏了", "G03", "虎踞北路4号5幢2单元"),
        ("梧桐里一号院5栋灯坏了", "G01", "梧桐里1号院05幢"),
        ("老纺织大院一号楼灯坏了", "G01", "梧桐里1号院1幢"),
        ("云山菜场门口灯坏了", "G03", "云山菜场门口"),
        ("９幢的灯坏了", "G02", "梧桐里2号院9幢"),
        ("梧桐里2号院1-2-301灯坏了", "G02", "梧桐里2号院1幢301"),
    ],
)
def test_every_usual_way_to_write_a_building_reaches_its_grid_worker(chat, workers, text, grid, place):
    resident = chat.person("李阿姨")
    assert "已登记" in resident.says(text)
    chat.work()
    assert told(workers, "灯坏了") == [grid]
    assert chat.tickets()[0].place_text == place


def test_two_buildings_of_one_number_are_not_guessed(chat, workers):
    answer = chat.person("李阿姨").says("1幢的灯坏了")
    chat.work()
    assert "已登记" in answer
    assert told(workers, "灯坏了") == []


def test_who_said_where_they_live_need_not_say_it_again(chat, workers):
    resident = chat.person("李阿姨")
    assert "记住了，您住梧桐里2号院1幢" in resident.says("我住梧桐里2号院1幢")
    assert "梧桐里2号院1幢3楼楼道" in resident.says("3楼楼道灯坏了")
    assert "梧桐里2号院9幢" in resident.says("9幢门口有积水")
    assert "虎踞北路4号5幢" in resident.says("虎踞北路4号5幢有积水")
    assert "汉口路22号" in resident.says("汉口路22号门口有积水")
    chat.work()
    assert told(workers, "积水") == ["G02", "G03"]
    assert [ticket.place_id is None for ticket in chat.tickets()] == [False, False, False, True]


def test_a_home_that_is_several_or_none_is_asked_for(chat, workers):
    resident = chat.person("李阿姨")
    answer = resident.says("我住1幢")
    assert "梧桐里1号院1幢" in answer
    assert "梧桐里2号院1幢" in answer
    assert "没有找到" in resident.says("我家住在月亮湾88幢")
    assert "有 2 栋楼，您住几幢" in resident.says("我住梧桐里2号院")
    assert "记住了" in resident.says("我家住在梧桐里1号院1幢")


def test_the_place_in_a_second_message_reaches_the_grid_worker_too(chat, workers):
    resident = chat.person("李阿姨")
    assert "还缺地点" in resident.says("路灯不亮")
    assert "梧桐里2号院9幢" in resident.says("梧桐里2号院9幢")
    chat.work()
    assert told(workers, "路灯不亮") == ["G02"]


def test_where_the_grid_worker_has_no_wechat_the_grid_head_is_told(chat):
    chat.subdistrict()
    head = chat.bound("孙模拟", "0004")
    chat.person("李阿姨").says("梧桐里2号院9幢门口有积水")
    chat.work()
    assert "积水" in head.notices[-1]


def test_an_exclusive_grid_has_its_own_worker(chat):
    chat.subdistrict()
    worker = chat.bound("冯例行", "0009")
    chat.person("李阿姨").says("示例中学门口乱停车")
    chat.work()
    assert "乱停车" in worker.notices[-1]


def test_a_changed_roster_counts_from_the_next_message(chat, workers):
    resident = chat.person("李阿姨")
    lines = small()
    line(lines, "grids", "G01")["covers"] = "Y1-1"
    line(lines, "grids", "G02")["covers"] = "Y2、Y1-5"
    line(lines, "places", "Y1-5")["name"] = "六幢"
    chat.subdistrict(lines)
    resident.says("梧桐里1号院6幢灯坏了")
    chat.work()
    assert told(workers, "灯坏了") == ["G02"]
