"""A report finds its thing in many ways of saying it, and what is not clear stays open."""

import pytest

from understanding.thing_meant import ThingThere, said_alike, things_meant
from understanding.thing_words import codes_said, kinds_said

THERE = (
    ThingThere(1, "J-011", "manhole", "雨水井盖 2单元门口"),
    ThingThere(2, "J-012", "manhole", "污水井盖 3单元门口"),
    ThingThere(3, "J-013", "manhole", "井盖 楼后"),
    ThingThere(4, "L-001", "lamp", "路灯 大门口", own=False),
    ThingThere(5, "L-002", "lamp", "庭院灯 花坛边", own=False),
    ThingThere(6, "L-003", "lamp", "楼道灯 3单元2楼楼道"),
    ThingThere(7, "T-001", "tree", "香樟 东侧"),
    ThingThere(8, "T-002", "tree", "梧桐 西侧围墙边"),
    ThingThere(9, "DT-1", "lift", "1号电梯"),
    ThingThere(10, "DT-2", "lift", "2号电梯"),
    ThingThere(11, "W-1", "wall", "围墙 西侧", own=False),
    ThingThere(12, "Y-1", "drain", "雨水口 车棚边"),
    ThingThere(13, "S-1", "camera", "摄像头 大门口", own=False),
    ThingThere(14, "C-1", "charger", "充电桩 车棚"),
    ThingThere(15, "A-1", "aed", "AED 居委会"),
    ThingThere(16, "X-1", "hydrant", "消防栓 1层", unit="1"),
    ThingThere(17, "X-2", "hydrant", "消防栓 1层", unit="2"),
    ThingThere(18, "JS-1", "playground", "健身器材", own=False),
)
SENTENCES = [
    ("三单元门口那个井盖翘起来了", 2), ("3单元门口窨井盖没了", 2), ("二单元门前的下水道盖子响个不停", 1),
    ("楼后面那个井盖松了，踩上去晃", 3), ("屋后阴井堵了往外冒水", 3), ("J-012井盖板裂了", 2), ("井盖J012", None),
    ("j-013这个盖子不见了", 3), ("大门口路灯不亮了", 4), ("小区大门那盏灯一闪一闪的", 4), ("花坛边上的灯坏了", 5),
    ("花园里那盏灯不亮", 5), ("三单元二楼楼道灯坏了", 6), ("3单元2层声控灯不亮", 6), ("东边那棵树要倒了", 7),
    ("东侧香樟树枯枝掉下来了", 7), ("西面那棵树压到电线了", 8), ("围墙边的树歪了", 8), ("西侧围墙裂了个大口子", 11),
    ("围墙要塌了", 11), ("1号电梯关不上门", 9), ("二号电梯困人了", 10), ("2号梯一直响，电梯", 10),
    ("车棚旁边雨水篦子堵了", 12), ("车棚边排水沟全是树叶", 12), ("大门口摄像头歪了", 13), ("监控坏了几天了", 13),
    ("车棚的充电桩充不上电", 14), ("充电口冒火花", 14), ("AED没电了", 15), ("居委会那个除颤仪过期了", 15),
    ("一单元消防栓漏水", 16), ("2单元的消火栓没有水带", 17), ("健身器材螺丝松了", 18), ("滑滑梯坏了", 18),
    ("井盖坏了", None), ("电梯坏了", None), ("路灯不亮", None), ("5单元门口井盖坏了", None), ("水管爆了", None),
    ("楼上太吵了", None), ("红绿灯坏了", None), ("树立的牌子倒了", None), ("垃圾没人收", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), SENTENCES)
def test_a_sentence_finds_its_thing(text, expected):
    found = things_meant(text, THERE)
    assert (found[0] if len(found) == 1 else None) == expected, found


def test_where_two_fit_both_are_named():
    assert set(things_meant("电梯坏了", THERE)) == {9, 10}
    assert things_meant("井盖坏了", THERE) == (1, 2, 3)


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("围墙边的树倒了", ("tree",)),
        ("探头那根杆子上面的灯坏了", ("lamp",)),
        ("石板缝里走水的那条沟堵了", ("drain",)),
        ("电梯里的灯不亮", ("lift", "lamp")),
        ("电梯旁边的灯不亮", ("lamp",)),
        ("灭火的那个消防拴坏了", ("hydrant",)),
        ("西边的进盖没了", ("manhole",)),
        ("楼后头那一盏又灭了", ("lamp",)),
        ("消防栓的盖子没了", ("hydrant", "manhole")),
        ("指示灯红的", ()),
        ("监控被树叶挡住了", ("camera",)),
        ("马桶盖子坏了", ()),
        ("下水道堵了", ("manhole", "drain", "pipe")),
        ("树倒了砸到路灯", ("tree", "lamp")),
        ("我想问社保", ()),
    ],
)
def test_the_kinds_that_are_spoken_of(text, kinds):
    assert kinds_said(text) == kinds


def test_what_looks_like_a_number_on_a_thing():
    assert codes_said("井盖j-012和l3坏了5幢201") == ("j-012", "l3")


LIKE = (
    ThingThere(1, "B-L01", "lamp", "3号路灯 球场边"),
    ThingThere(2, "B-L02", "lamp", "4号路灯 后门口"),
    ThingThere(3, "B-K01", "camera", "大门口摄像机"),
    ThingThere(4, "B-K02", "camera", "后门摄像机"),
    ThingThere(5, "B-C01", "charger", "停车棚充电插座A排 东半"),
    ThingThere(6, "B-C02", "charger", "停车棚充电插座B排 西半"),
    ThingThere(7, "B-Y01", "playground", "健身角漫步机"),
    ThingThere(8, "B-Y02", "playground", "健身角单杠"),
    ThingThere(9, "B-J01", "manhole", "中心喷泉旁雨水井"),
    ThingThere(10, "B-J02", "manhole", "东头化粪池"),
    ThingThere(11, "B-J03", "manhole", "西头化粪池"),
    ThingThere(12, "B-G01", "pipe", "给水立管 管道井"),
    ThingThere(13, "B-G02", "pipe", "排水立管 厨房外墙"),
)
ALIKE = [
    ("后门灯坏", 2), ("后门的摄像头歪了", 4), ("大门的监控好的，后门的坏了", 4), ("三号灯杆漏电", 1), ("车棚A排充不了电", 5),
    ("停车棚西边那排插座没电", 6), ("漫步机踏板掉了", 7), ("健身角的单杠松了", 8), ("喷水池旁边雨水井盖丢了", 9),
    ("东头化粪池满了", 10), ("化粪池满了", None), ("管道井里的水管爆了", 12), ("打篮球那儿的灯不亮", 1),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), ALIKE)
def test_a_gate_a_row_and_a_sort_tell_one_from_another(text, expected):
    found = things_meant(text, LIKE)
    assert (found[0] if len(found) == 1 else None) == expected, found


YARD = (
    ThingThere(1, "A-L01", "lamp", "东门北侧路灯L01 进门右手，快递柜旁"),
    ThingThere(2, "A-L02", "lamp", "东门南侧路灯L02 进门左手，传达室对面"),
    ThingThere(3, "A-L03", "lamp", "池塘路灯L03 木桥头"),
    ThingThere(4, "A-L04", "lamp", "2幢北侧路灯", own=False),
    ThingThere(5, "A-S01", "tree", "东门雪松 门内绿岛"),
    ThingThere(6, "A-S02", "tree", "4幢北侧法桐 4幢楼后"),
    ThingThere(7, "A-S03", "tree", "4幢北侧水杉 4幢楼后，法桐以东"),
    ThingThere(8, "A-W01", "wall", "北围墙 与小学相邻"),
    ThingThere(9, "A-W02", "wall", "西围墙 与菜场相邻"),
    ThingThere(10, "A-C01", "charger", "车棚充电桩1号 进门第一个"),
    ThingThere(11, "A-C02", "charger", "车棚充电桩2号 最里端"),
    ThingThere(12, "A-Y01", "playground", "活动广场滑梯（红）"),
    ThingThere(13, "A-Y02", "playground", "活动广场滑梯（蓝）"),
    ThingThere(14, "A-Y03", "playground", "活动广场秋千 滑梯旁"),
    ThingThere(15, "A-J01", "manhole", "6幢与7幢间检查井（东）"),
    ThingThere(16, "A-J02", "manhole", "6幢与7幢间检查井（西）"),
    ThingThere(17, "A-G01", "pipe", "供水立管 1单元1至7层", unit="1"),
    ThingThere(18, "A-G02", "pipe", "供水立管 2单元1至7层", unit="2"),
    ThingThere(19, "A-D01", "lift", "2幢客梯 大堂左"),
    ThingThere(20, "A-D02", "lift", "2幢货梯 大堂右"),
    ThingThere(21, "A-P01", "pump", "地库1号集水坑水泵"),
    ThingThere(22, "A-P02", "pump", "地库2号集水坑水泵"),
)
IN_THE_YARD = [
    ("快递柜那边的路灯不亮", 1), ("东门左手那盏灯闪", 2), ("传达室门口的灯灭了", 2), ("湖边灯坏了", 3),
    ("东门路灯不亮", None), ("门口那棵松树枯了", None), ("绿岛里的雪松枯了", 5), ("4栋屋后的法国梧桐压到屋顶", 6),
    ("4幢后头水杉歪了", 7), ("4幢后面的树歪了", None), ("靠小学的墙裂了", 8), ("菜市场那面墙鼓出来了", 9), ("北墙掉砖", 8),
    ("南围墙掉砖", None), ("围墙根子烂了", None), ("二号桩充不上电", 11), ("车棚最里头那个充电的不来电", 11),
    ("第一个充电桩黑屏", 10), ("3号充电桩黑屏", None), ("红色的滑滑梯裂了", 12), ("蓝滑梯螺丝松了", 13),
    ("滑梯旁边的秋千断了", 14), ("滑梯裂了", None), ("秋千链子断了", 14), ("六幢七幢之间靠西的窨井盖碎了", 16),
    ("6幢和7幢当中井盖碎了", None), ("2单元从5楼往下漏水，水管裂了", 18), ("三单元水管裂了", None), ("货梯门关不上", 20),
    ("左边那部电梯不动", 19), ("地下车库一号集水坑满了，泵不转", 21), ("地库的水泵不转", None),
    ("东门的灯，哦不是，湖边的灯不亮", 3), ("不是快递柜的灯，是湖边的灯坏了", 3), ("左边电梯没事，右边那部停了", 20),
    ("东边围墙没问题，北面那堵裂了", 8), ("主路2幢后头能不能再装一盏路灯", None), ("想种几棵雪松", None),
    ("车棚里的插座没电，最里头那个", 11), ("木桥那边的灯能不能修，坏了", 3),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), IN_THE_YARD)
def test_one_of_many_that_are_alike_is_found_by_where_it_is_or_none(text, expected):
    found = things_meant(text, YARD)
    assert (found[0] if len(found) == 1 else None) == expected, found


def test_without_a_known_place_only_what_names_the_building_is_meant():
    assert things_meant("4幢屋后的法桐歪了", YARD, only_numbered=True) == (6,)
    assert things_meant("9幢门口的秋千断了", YARD, only_numbered=True) == ()


ESTATE = (
    ThingThere(1, "P-D01", "lift", "2号楼客梯 大堂南侧"),
    ThingThere(2, "P-D02", "lift", "2号楼货梯 大堂北侧"),
    ThingThere(3, "P-C01", "charger", "北车棚电动自行车充电桩"),
    ThingThere(4, "P-C02", "charger", "南门汽车充电桩1号 靠岗亭第一位"),
    ThingThere(5, "P-C03", "charger", "南门汽车充电桩2号 靠岗亭第二位"),
    ThingThere(6, "P-B01", "pump", "地下室增压水泵"),
    ThingThere(7, "P-B02", "pump", "地下室排污泵 集水坑"),
    ThingThere(8, "P-A01", "aed", "游泳馆AED"),
    ThingThere(9, "P-X01", "fire_lane", "商铺后消防通道"),
    ThingThere(10, "P-R01", "drain", "商铺前雨水口"),
    ThingThere(11, "P-Y01", "playground", "会所旁沙池"),
    ThingThere(12, "P-J01", "manhole", "西侧检查井1号 由北往南第一只"),
    ThingThere(13, "P-J02", "manhole", "西侧检查井2号 由北往南第二只"),
    ThingThere(14, "P-J03", "manhole", "西侧检查井3号 由北往南第三只"),
    ThingThere(15, "P-L01", "lamp", "河堤路灯L41 河堤起点"),
    ThingThere(16, "P-L02", "lamp", "河堤路灯L42 河堤中段"),
    ThingThere(17, "P-L03", "lamp", "河堤路灯L43 河堤末端"),
    ThingThere(18, "P-S01", "camera", "台阶坡顶摄像头"),
    ThingThere(19, "P-S02", "camera", "台阶坡底摄像头"),
)
BY_USE = [
    ("坐人的那部老是夹人", 1), ("运货的那部停了三天", 2), ("电梯里面灯灭了，运货的那部", 2), ("那部又停了", None),
    ("车棚里充小电驴的，插上没反应", 3), ("南门那边充轿车的，靠岗亭第二位，屏幕不亮", 5), ("充轿车的屏幕黑了", None),
    ("地下室增压的那个家伙响得睡不着", 6), ("往楼上送水的那个机器停了", 6), ("抽污水的那台不转，水漫上来了", 7), ("泵坏了", None),
    ("游泳馆墙上救心的机子没电了", 8), ("游泳馆电击盒子的门打不开", 8),
    ("商铺后头给救火车走的道停满了", 9), ("黄格子上停了三辆车", 9),
    ("云梯车停的地方摆了花盆", 9), ("商铺跟前走水的口子堵死了", 10), ("商铺门前漏水眼子糊住了", 10),
    ("会所边上小孩玩沙的地方有碎玻璃", 11),
    ("西边并盖翘了，从北头数头一个", 12), ("西面由北向南第3个窨井冒水", 14),
    ("西面窨井从南往北第一个冒水", None), ("西边窨井冒水", None),
    ("L43不亮", 17), ("河堤上当中那一盏灭了", 16), ("河堤上两头的都好好的，中间那一盏不亮", 16), ("河堤走到头那盏不亮", 17),
    ("河堤的灯有一盏不亮", None), ("爬到顶那个探头歪了", 18), ("最下面那个监控没图像", 19),
    ("有人从窗口拉线下来充电瓶车", None), ("晚上照样吵得要命", None), ("能不能补充车位", None), ("门口那堵得走不动", None),
    ("我爸心脏不好，东西拿不动", None), ("外墙瓷砖往下掉", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), BY_USE)
def test_a_thing_is_found_by_what_it_does_and_by_its_turn_in_a_row(text, expected):
    found = things_meant(text, ESTATE)
    assert (found[0] if len(found) == 1 else None) == expected, found


def test_what_stands_behind_something_is_behind_it():
    there = (
        ThingThere(1, "R-Y01", "playground", "广场滑梯 戏台后"),
        ThingThere(2, "R-Y02", "playground", "广场滑梯 戏台前"),
    )
    assert things_meant("戏台后面的滑滑梯裂了", there) == (1,)


def test_an_office_that_is_spoken_to_is_no_place():
    there = (ThingThere(1, "Q-D01", "lift", "11幢客梯 大堂"), ThingThere(2, "Q-L01", "lamp", "居委会门口路灯"))
    assert things_meant("喂，是居委会啊，我们那个电梯扶手掉了", there) == (1,)
    assert things_meant("居委会门口的灯不亮", there) == (2,)


COURT = (
    ThingThere(1, "T-01", "hydrant", "西门室外消火栓 岗亭边"),
    ThingThere(2, "T-02", "hydrant", "球场边消火栓 看台下"),
    ThingThere(3, "T-03", "drain", "7幢南侧雨水口 墙根"),
    ThingThere(4, "T-04", "lift", "客梯 门厅", unit="1"),
    ThingThere(5, "T-05", "lift", "消防梯 后走道，大轿厢", unit="1"),
    ThingThere(6, "T-06", "pump", "2号泵 地下泵房，供高区（7至12层）"),
    ThingThere(7, "T-07", "pump", "1号泵 地下泵房，供低区（1至6层）"),
    ThingThere(8, "T-08", "charger", "车库充电桩01 快充"),
    ThingThere(9, "T-09", "charger", "车库充电桩02 慢充"),
    ThingThere(10, "T-10", "manhole", "8幢北侧窨井 8幢背面，自东起第一座"),
    ThingThere(11, "T-11", "manhole", "8幢北侧窨井 8幢背面，自东起第二座"),
    ThingThere(12, "T-12", "playground", "游园滑道"),
    ThingThere(13, "T-13", "playground", "游园摆荡架"),
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("看台下的消火栓箱子玻璃碎了", (2,)),
        ("后走道那部大电梯关不上门", (5,)),
        ("我住九楼，泵房的泵是不是坏了，没水", (6,)),
        ("五楼没水，泵又停了", (7,)),
        ("充得慢的那个跳闸了", (9,)),
        ("8幢屋后最东头第一个窨井盖子翘了", (10,)),
        ("小公园的秋千链子断了", (13,)),
        ("小花园滑梯有个尖角", (12,)),
    ],
)
def test_people_and_the_register_look_at_the_same_spot_with_other_eyes(text, expected):
    assert things_meant(text, COURT) == expected


@pytest.mark.parametrize("text", ["北门岗亭那个消火栓倒了", "9幢北面从西起第二个窨井冒水", "3号泵响"])
def test_what_is_said_of_quite_another_spot_is_not_bent_to_one_that_is_there(text):
    assert len(things_meant(text, COURT)) != 1


def test_a_burst_main_of_fire_engines_is_no_railway():
    there = (
        ThingThere(1, "F-1", "fire_lane", "1幢北侧消防通道 晾衣场边"),
        ThingThere(2, "F-2", "fire_lane", "铁路边消防通道"),
    )
    assert things_meant("救火车走的通道停满了车，晾衣场那头", there) == (1,)


def test_at_home_only_what_is_said_in_the_register_s_words_is_meant():
    lamp = ThingThere(1, "H-1", "lamp", "甲楼乙楼之间 路灯")
    assert said_alike("甲楼乙楼当中的灯灭了", lamp)
    assert not said_alike("菜场路口的灯灭了", lamp)
    assert said_alike("门口到3幢的灯不亮", ThingThere(2, "H-2", "lamp", "3幢山墙外路灯"))
