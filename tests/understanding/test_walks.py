"""A round on which all was well, one that found something, and a visit, told in sentences."""

import pytest

from understanding.normalise import normalise
from understanding.walks import finds_nothing, tells_of_wrong, visited, walked


@pytest.mark.parametrize(
    "text",
    [
        "今天去5幢转了一圈，挺干净的，没啥事", "一切都好", "没什么情况", "早啊，楼道都干净，没啥事", "都蛮好的，没有堆东西",
        "灭火器都在，灯都亮，没异常", "走了一遍，没发现飞线充电", "楼道垃圾清掉了，很清爽",
    ],
)  # fmt: skip
def test_nothing_is_wrong(text):
    assert finds_nothing(normalise(text))


@pytest.mark.parametrize(
    "text",
    [
        "三楼灯不亮，别的没什么", "楼道里堆了个破柜子", "都正常，就是二楼窗户关不上", "没啥大事，消防栓箱门掉下来了",
        "还好，就是一楼有股焦味",
    ],
)  # fmt: skip
def test_something_is(text):
    assert tells_of_wrong(normalise(text))
    assert not finds_nothing(normalise(text))


@pytest.mark.parametrize("text", ["刚把楼上楼下兜了一圈", "从上到下走了一遍", "我把5幢巡了"])
def test_a_round_that_was_made(text):
    assert walked(normalise(text))


@pytest.mark.parametrize("text", ["明天再去转一圈", "谁巡过楼了", "请你们派人检查一遍"])
def test_a_round_that_was_not(text):
    assert not walked(normalise(text))


@pytest.mark.parametrize(
    "text",
    [
        "三单元402的孙爷爷我下午去看望过了，精神不错", "刚到钱大爷家坐了坐 他血压有点高", "走访了独居的吴阿姨 药都按时吃",
        "就是走访 胡奶奶 一幢三单元 腿疼",
    ],
)  # fmt: skip
def test_a_visit(text):
    assert visited(normalise(text))


@pytest.mark.parametrize(
    "text",
    [
        "胡奶奶有人去看过了吗",
        "小陈换的锁我下楼看过了 好的很",
        "张奶奶家水龙头滴水，你看能不能叫个师傅",
        "明天我去看看胡奶奶",
    ],
)
def test_no_visit(text):
    assert not visited(normalise(text))


@pytest.mark.parametrize(
    "text", ["一圈下来都正常，就是三楼摆了个鞋柜", "都好的，只是门口停着辆三轮车", "全都蛮好，除了过道里挂了一排衣服"]
)
def test_what_stands_in_the_way_where_all_else_is_well_is_wrong(text):
    assert tells_of_wrong(text)
    assert not finds_nothing(text)


@pytest.mark.parametrize("text", ["转了一圈都好的，就是有点累", "都正常，车子也停得整齐", "一切都好，就是走得慢"])
def test_who_is_tired_has_found_nothing(text):
    assert finds_nothing(text)
