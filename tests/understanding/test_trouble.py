"""The kind of a trouble from its words: what several people may have at once, apart from what one household has."""

import pytest

from governance.events.kinds import KINDS
from handlers.events.words import KIND
from understanding.normalise import normalise
from understanding.trouble import Trouble, tells_of_burst, trouble_in

TOLD = {
    Trouble.NO_WATER: (
        "停水了|家里没得水了|水龙头拧开一滴水都没有|自来水没了|水没得了嘛|怎么又没水了"
        "|早上起来洗脸发现没得水|咋个没得水了嘛|水压低得很，热水器打不着|我们楼水小得跟线一样"
        "|龙头拧开只有呼呼的空响|水一直没来|一天没水用了|家里断水了，老人要烧饭|大门口水管爆了，水往外喷"
        "|路上爆管了|没停电，但是没水|水来了又停了|水压小得洗不了澡|厨房放不出水|楼里不出水了"
        "|怎么还不来水啊|啥时候才有水|停水了还有煤气味|3幢全都没水|打开龙头是干的|水龙头不出水|还没来水|停水到现在六个钟头了"
        "|我家停水了，邻居也没水|烧饭没有水了|没得水了，现在没有自来水了|冷水热水都没有"
    ),
    Trouble.LEAK: "家里漏水|楼上漏水漏到我家|厨房水管爆了|不是停水，是漏水|卫生间天花板滴水|水管爆了水往外喷",
    Trouble.NO_POWER: (
        "停电了|全院黑灯瞎火|家里没电了|整栋楼都跳闸了|突然没得电|断电了|一片漆黑，没电|电停了|变压器炸了"
        "|楼里怎么还不来电|到底几点来电|家里灯全灭了|没来电|没有电了|一户电都没有，全停了"
    ),
    Trouble.NO_GAS: "煤气打不着火|没得气了|燃气停了|停气了|灶台点不着|天然气没了|没有气了，烧不了饭|气停了",
    Trouble.NO_NET: "宽带断了|没网|断网了|网络不通|上不了网|没有网了",
    Trouble.LIFT: "电梯坏了|电梯停了不动|电梯卡在8楼|两部电梯都用不了|电梯里关人了",
    Trouble.GAS_SMELL: "楼道里有煤气味|闻到燃气味|燃气漏了",
    Trouble.FLOOD: (
        "路面往上冒水，喷得好高|十字路口发大水了|巷口街上全是水|门口跟条河一样"
        "|路上积水到膝盖|院子被淹了|地下车库进水了|门口一片汪洋"
    ),
    Trouble.SEWER: "下水道堵了返水|马桶不下水|窨井冒污水|化粪池满了溢出来",
    Trouble.DIRTY_WATER: "水很黄|自来水是浑的|龙头放出来的水发黑",
    Trouble.WORKS_NOISE: "半夜施工太吵|对面工地打桩吵得睡不着",
    Trouble.MUSIC_NOISE: "广场舞音响太大声|楼下ktv吵死了",
    Trouble.NOISE: "夜里打麻将吵死人|外面太吵了睡不着",
    Trouble.STREET_LIGHT: "外面路灯全都不亮|整条街路灯灭了",
    Trouble.TREE: "树倒了压车",
    Trouble.GARBAGE: "垃圾三天没人收",
}
"""What strangers say, one after the other."""
NOBODYS = (
    "楼道灯坏了|电动车没电了|手机没电|只有我家没水|对门有水我家没水|我家空开跳闸了|跳闸了没电|来水了|水来了"
    "|明天停水吗|什么时候停水|经常停电|电梯灯坏了|空调滴水|没有电梯|停水通知怎么没贴|我家水费没交"
    "|现在有水了|有电了，谢谢|邻居吵架了|太阳能没水|小孩在楼道给电动车充电|轮胎没气了|没有热水|去年也停水|水平太差|没停水吧"
    "|路口的信号灯不亮|黑灯瞎火的被那辆破车绊了一跤|灶上电池没电了，火打不着|打不着火，后来发现是阀门没开"
    "|电梯井进水了|叫人半夜来电话|就我一家停电|电梯广告太多"
)


@pytest.mark.parametrize(("kind", "words"), [(kind, words) for kind, told in TOLD.items() for words in told.split("|")])
def test_a_kind_is_told_from_strangers_words(kind, words):
    assert trouble_in(normalise(words)) is kind


@pytest.mark.parametrize("words", NOBODYS.split("|"))
def test_what_one_household_has_or_nobody_is_of_no_kind(words):
    assert trouble_in(normalise(words)) is None


def test_each_kind_has_its_figures_and_its_name():
    assert set(KINDS) == {kind.value for kind in Trouble} == set(KIND)


@pytest.mark.parametrize(
    "words",
    [
        "马路上水管爆了",
        "院子里地面往外冒水",
        "小区门口总管炸了水在喷",
        "爆管了快来关阀门",
        "自来水管裂了，水淌到大门口",
    ],
)
def test_a_burst_main_is_told(words):
    assert tells_of_burst(normalise(words))


@pytest.mark.parametrize("words", ["家里厨房水管爆了", "水龙头滴水", "停水了", "路上积水", "阳台地上冒水，水管裂了"])
def test_a_pipe_at_home_or_water_alone_is_no_burst_main(words):
    assert not tells_of_burst(normalise(words))
