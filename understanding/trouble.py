"""What kind of trouble several people may have at once: told from the words of a report, 停水 apart from 漏水.

A kind is what goes wrong, not the category of who mends it: no water and a dripping pipe are both 供水. What only one
household has, what is over, what is planned and what comes again and again is of no kind: no event is made of it.
"""

import re
from enum import StrEnum
from functools import lru_cache

from understanding.pattern_set import PatternSet


class Trouble(StrEnum):
    """A kind of trouble that a whole building, courtyard or street may have."""

    NO_WATER = "no_water"
    NO_POWER = "no_power"
    NO_GAS = "no_gas"
    NO_HEAT = "no_heat"
    NO_NET = "no_net"
    DIRTY_WATER = "dirty_water"
    LIFT = "lift"
    GAS_SMELL = "gas_smell"
    FIRE = "fire"
    FLOOD = "flood"
    SEWER = "sewer"
    LEAK = "leak"
    STREET_LIGHT = "street_light"
    TREE = "tree"
    FALLING = "falling"
    ACCESS = "access"
    GARBAGE = "garbage"
    SMELL = "smell"
    WORKS_NOISE = "works_noise"
    """Of building, drilling, diggers."""
    MUSIC_NOISE = "music_noise"
    """Of loudspeakers, singing, dancing in the square."""
    NOISE = "noise"


CUT_OFF = frozenset({Trouble.NO_WATER, Trouble.NO_POWER, Trouble.NO_GAS, Trouble.NO_HEAT, Trouble.NO_NET})
"""A supply is gone."""
CATEGORY_OF = {
    Trouble.NO_WATER: "water", Trouble.NO_POWER: "power", Trouble.NO_GAS: "gas", Trouble.NO_HEAT: "heating",
    Trouble.DIRTY_WATER: "water", Trouble.LIFT: "lift", Trouble.GAS_SMELL: "gas", Trouble.FIRE: "fire_safety",
    Trouble.FLOOD: "flood", Trouble.SEWER: "sewage", Trouble.LEAK: "water", Trouble.STREET_LIGHT: "lighting",
    Trouble.TREE: "green", Trouble.FALLING: "falling", Trouble.ACCESS: "access", Trouble.GARBAGE: "garbage",
    Trouble.WORKS_NOISE: "noise", Trouble.MUSIC_NOISE: "noise", Trouble.NOISE: "noise",
}  # fmt: skip
"""The code of the category that a report of a kind is of; a bad smell and no internet are of none for certain."""

_READ = 400
_NONE = r"(?:没有得?|没得|没|莫得|冇得?|无|断了?|停了?|缺)"
_GAS = r"(?:煤气|燃气|天然气|管道气|液化气|瓦斯)"
_LIFT_IS = (
    r"(?:停|坏|不动|不走|不上|不下|不开|不关|没反应|故障|罢工|罢了?工|用不|不能用|不好用|打不开|失灵|不来|卡|困|关[人着了在]|"
    r"维修|检修|下不来|上不去|瘫|趴窝|歇|没法(?:用|坐)|不得动|不运行|动不了|按不|按了)"
)
_LOUD = r"(?:响|吵|声|闹|睡不|大|震|轰|噪|扰)"
_PUBLIC = r"马路|路上|路边|路口|路面|街|大门|门口|地下|小区|院子|院里|院门|施工|挖机|挖断|挖破|总管|主管|干管|自来水管|楼下|外面"
_AT_HOME = r"家里|家中|厨房|厕所|卫生间|楼上|天花板|阳台|洗手|水槽|马桶|我家|客厅|吊顶"

_PATTERNS: tuple[tuple[Trouble, str], ...] = (
    (
        Trouble.NO_WATER,
        rf"{_NONE}(?:自来)?水(?!平|准|印|彩|费|管|电费|果|龙|泥|沟|池|表|箱盖|渍|痕)|停(?:了)?(?:自来)?水|自?来?水(?:又|也|都|全|怎么|突然|一下子|已经)*"
        r"(?:停|断|没|冇)(?:了|掉|得|的|有)|"
        r"(?:不|没|冇)(?:得)?出水|(?:放|出|打|拧|流|滴)不(?:出|下)?来?(?:一?[滴点])?水|(?:没(?:有|得)?|不)来水|(?:几点|啥时候?|什么时候|哪天)[^,，。]{0,3}(?:能|才|会)?(?:有|来)水|水(?:一直)?(?:还|仍|也|都|就)*(?:没|不|冇)(?:有|得)?来|"
        r"(?:一|半)滴(?:水)?(?:都|也)?(?:没|不|冇)|龙头.{0,10}(?:干的|没反应|空响|只响|没得|没有水|没水|不出|不来)|"
        r"水.{0,4}又(?:停|断|没)|水压.{0,5}(?:小|低|没|不足|不够|弱)|水(?:流|量)?(?:还|也)?(?:变|这么|那么|好|太|很|越来越|特别)?(?:小|细)(?:得|的|到|跟|像|成|了)|"
        r"水(?:细|小)(?:得|的)?(?:像|跟|成)|(?:用|喝|洗|冲|烧|煮|吃)不(?:上|到|了|成|得)水|没(?:有|得|的)?水(?:用|喝|吃|洗|冲|烧)|(?:总管|主管|干管|主水管|总水管)"
        r".{0,6}(?:爆|破|裂|炸|断)|爆管|水(?:就|又|也|都|全|突然|忽然|刚刚?)?断(?:了|掉)|断的(?:自来)?水|无水|水[没冇]得(?:了|啦|咯)?",
    ),
    (
        Trouble.NO_POWER,
        r"停(?:了)?电|断(?:了)?电(?!线)|(?:没有得?|没得|没|莫得|冇得?|无)电(?!梯|话|视|动|瓶|池|脑|子|影|工|扶|费|表|线|压|信|灯泡)|"
        r"电(?:又|也|都|全|怎么|突然|一下子|已经)*(?:停|断|没|冇|么|莫)(?:了|掉|得|的|有)|(?:没(?:有|得)?|不)来电(?!话)|(?:几点|啥时候?|什么时候|哪天)[^,，。]{0,3}(?:能|才|会)?(?:有|来)电(?![话梯池瓶车影])|电(?:一直)?(?:还|仍|也|都|就)*(?:没|不)(?:有|得)?(?:来|通)(?!话)|"
        r"(?:整|全|一)(?:栋|幢|楼|院|小区|单元|层|个楼|条街|片).{0,8}(?:跳闸|漆黑|黑了|黑的|全黑|乌黑|黑咕隆咚)|黑灯瞎火(?![^,，。]{0,6}(?:绊|摔|撞|走|骑))|一片(?:漆)?黑|"
        r"(?:(?<!路)灯|电器|空调|冰箱).{0,4}(?:全|都|一起|同时)(?:灭|黑|停|不亮|关)(?:了)?|变压器.{0,6}(?:爆|炸|烧|坏)|电路(?:断|坏|故障)|突然.{0,4}(?:黑了|全黑)|"
        r"(?:供电|电).{0,3}中断|(?<![充来])电(?:就|又|刚刚?|忽然)断(?:了|掉)|断的电|(?:把|给)?.{0,8}电.{0,3}打没|(?:楼里|院里|屋里|家里)[^,，。]{0,4}(?:漆黑|黑漆|一点亮都没)|"
        r"黑[漆灯][抹麻]乌?",
    ),
    (
        Trouble.NO_GAS,
        rf"停(?:了)?(?:{_GAS}|气)(?!味)|(?:没有得?|没得|没|冇|断了?)(?:{_GAS}|气)(?!味|力|派|泡|候|息|的味)|{_GAS}.{{0,6}}(?:停|断|没[了得有气来]|冇|点不|打不|不来|用不)|"
        r"(?:灶|煤气炉|炉子|热水器).{0,8}(?:打不着|点不着|打不起|没火|点不起|不着火|没气|没得气)|(?:火|气)(?:打|点)不着|(?<![天空暖])气(?:又|也|都|全|突然)*(?:停|断)了|气(?:一直)?(?:还|也)?(?:没|不)(?:有|得)?来(?!人)|"
        r"供气.{0,3}(?:中断|停)",
    ),
    (
        Trouble.NO_HEAT,
        r"暖气.{0,8}(?:不热|停|冰|凉|没|冷)|停暖|没(?:有|得)?暖气|供暖.{0,6}(?:停|没|不|断)|地暖.{0,6}(?:不热|凉|停)",
    ),
    (
        Trouble.NO_NET,
        r"断(?:了)?网|(?:没有得?|没得|没|冇)(?:网(?!格|点|上|购|管|红)|信号|wifi)|网(?:络|线)?(?:又|也|都|全|怎么|突然)*(?:断|掉|崩|瘫|卡死|不通|没)(?:了|得|线)?|"
        r"上不(?:了|去|成|到)网|(?:宽带|光纤|网络|wifi|光猫).{0,8}(?:断|不通|不能|用不|中断|故障|坏|掉|没|连不|红灯)|(?:连|联)不上(?:网|wifi)|"
        r"电视.{0,6}(?:没信号|无信号|看不|没得信号|收不到)|信号.{0,3}(?:中断|全无)",
    ),
    (
        Trouble.DIRTY_WATER,
        r"(?:自来水|龙头|放出来|流出来|出来的|家里的?(?!.{0,3}黑)|烧的|水管).{0,8}(?:浑|黄|黑|红|脏|锈|泥|异味|怪味|有味|酱油|白的|腥)|"
        r"(?<![喝薄污河臭积泪])(?:黄水|浑水|泥水|铁锈水)|水(?:质|是|都|很|有点|怎么|好|全)+.{0,4}(?:浑|黄|锈|发黄)",
    ),
    (Trouble.LIFT, rf"电梯.{{0,14}}{_LIFT_IS}|(?:停|坏|卡|困|关|维修)[了在着]?.{{0,4}}电梯|两部?梯都|梯子.{{0,4}}(?:停|坏)"),
    (
        Trouble.GAS_SMELL,
        rf"{_GAS}.{{0,8}}(?:味|漏|泄)|(?:味|闻).{{0,6}}{_GAS}|臭鸡蛋|{_GAS}.{{0,6}}(?:爆|挖断|挖破)",
    ),
    (
        Trouble.FIRE,
        r"着火|起火|失火|火灾|烧起来|浓烟|黑烟|(?<!厨房)冒(?:大|浓|黑|白)?烟|火光|火苗|(?:烧|着)(?:得|了).{0,4}(?:旺|大)|着(?:了)?(?:大)?火了",
    ),
    (
        Trouble.FLOOD,
        r"积(?:了)?水|内涝|水(?:都|已经|快)?(?:淹|漫)|被淹|淹(?:了|到|水|进|没|成)|(?<![手机脑])进水|水(?:往|朝|向|从)?.{0,5}(?:倒灌|灌进|涌进)|"
        r"一片汪洋|水(?:都|已经)?(?:到|没过|没到|齐|没)(?:了)?(?:脚|膝|小腿|腿|腰|台阶|车轮|轮胎)|"
        r"发(?:了)?大?水(?![费卡票票])|(?:路面?|地面|地上|马路|路口)[^,，。]{0,8}(?:冒|喷|涌|翻|鼓)[^,，。]{0,4}水|(?:路|街|门口|外面)[^,，。]{0,8}(?:全是水|水哗哗)|(?:像|跟)[^,，。]{0,2}(?:河|喷泉)|"
        r"水深|成(?:了)?(?:河|湖|水塘)|水漫金山|蹚水|淌水过|排水.{0,6}(?:不|慢)",
    ),
    (
        Trouble.SEWER,
        r"下水(?:道|管|口)?.{0,8}(?:堵|满|不通|返|反|冒|溢|不下|走不)|(?:马桶|地漏|厕所|阴沟|窨井|化粪池|污水(?:井|管)?|粪|便池|水槽).{0,8}"
        r"(?:堵|返|反|冒|溢|漫|满|倒灌|外流|不下)|(?:返|反)(?:上来)?(?:污)?水|污水.{0,6}(?:横流|冒|溢|外流|流出|涌)|粪水|臭水.{0,6}(?:流|冒|溢)|管道.{0,4}堵",
    ),
    (
        Trouble.LEAK,
        r"漏(?:了)?(?:好多|很多|一?点)?水|(?<!一)滴水|渗水|漏雨|水管.{0,8}(?:爆|裂|破|漏|炸|断|喷)|跑水|往下(?:滴|漏|渗)|水(?:往外|直|到处)?喷|漏得|漏个不停|滴滴答答",
    ),
    (Trouble.STREET_LIGHT, r"路灯.{0,10}(?:不亮|坏|灭|没亮|不开|黑|没开|全|没电)|(?:一排|整条|一路).{0,6}灯.{0,6}(?:不亮|坏|灭)"),
    (Trouble.TREE, r"(?:树(?!枝修|叶)|枝).{0,8}(?:倒|断|砸|压|歪|刮|掉|折|横)"),
    (Trouble.FALLING, r"(?:外墙|墙皮|瓷砖|墙砖|保温|墙面|雨棚|广告牌|玻璃|瓦).{0,10}(?:掉|脱落|砸|坠|落)"),
    (
        Trouble.ACCESS,
        r"(?:门禁|单元门|楼道门|大门|道闸|楼下的?门).{0,8}(?:坏|打不开|开不|刷不|进不|失灵|关不上|故障|没反应)|(?:进|出)不(?:了|去)(?:单元)?门",
    ),
    (
        Trouble.GARBAGE,
        r"垃圾.{0,12}(?:没人|没(?:有|得)?(?:清|收|运|拖)|堆|满|溢|爆|几天|成山|没来)|(?:没人|不)(?:收|清|拖|运)垃圾",
    ),
    (
        Trouble.SMELL,
        r"(?:刺鼻|怪味|异味|恶臭|焦糊?味|糊味|臭味|化学品?味|塑料味|难闻|臭得|臭死|熏(?:人|死|得))",
    ),
    (
        Trouble.WORKS_NOISE,
        rf"(?:电钻|施工|装修|打桩|夯|工地|渣土车|挖机|切割|打孔|拆墙|敲墙).{{0,14}}{_LOUD}|"
        rf"{_LOUD}.{{0,6}}(?:施工|工地|装修)",
    ),
    (
        Trouble.MUSIC_NOISE,
        rf"(?:广场舞|音响|喇叭|ktv|唱歌|蹦迪|音乐|跳舞|低音炮|卡拉).{{0,14}}{_LOUD}|{_LOUD}.{{0,6}}(?:广场舞|音响|喇叭|唱歌|音乐)",
    ),
    (
        Trouble.NOISE,
        r"太吵|吵(?!架|起来|嘴|翻)(?:死|得|人|闹|了|到|的|啊|$)|好吵|很吵|噪[音声]|扰民|(?:发电机|机器|水泵|空调外机|夜市|狗|麻将|打牌).{0,14}(?:响|吵|声|闹|震|轰)|"
        r"睡不(?:着|成|好)|轰隆|轰轰|嗡嗡|哐哐|咚咚|叮叮当当|声音(?:太|好|很)大",
    ),
)  # fmt: skip
"""In the order in which they count: without water or power much else stands still."""
_ALL = PatternSet([pattern for _, pattern in _PATTERNS], whole=False)

_DENIED = re.compile(
    r"(?:并没有?|没有?|未|不是|不算|又没|也没|不会|不用|避免|防止)(?:停|断)(?:水|电|气|网)|(?:没有?|不是|不算|未)(?:在)?(?:漏水|积水|着火|起火|煤气味|堵)|"
    r"不是(?:没水|没电|没气)"
)
"""What is denied is not told: 没停电, 不是漏水."""
_OWN_THINGS = re.compile(
    r"(?:红绿灯|信号灯|霓虹灯|灯箱|显示屏|广告屏)[^,，。]{0,6}(?:不亮|坏|灭|黑)|(?:配电房|机房|电梯井|底坑|表箱|阀门?井|充电口|地下室)[^,，。]{0,4}进水|"
    r"(?:手机|电动车|电瓶车?|电池|充电宝|遥控器?|门锁|指纹锁|门铃|平板|电脑|小电驴|烟感|手表|助听器|轮椅|车子?)[^,，。]{0,6}(?:没(?:有|得)?电|断电)|"
    r"(?:热水器|饮水机|净水器|太阳能|空调|加湿器|景观池?|喷泉|泳池|河里?|池子|水池|鱼缸|消防栓|消火栓|桶装)[^,，。]{0,6}(?:没(?:有|得)?水|不出水|漏水|滴水|进水)|"
    r"(?:轮胎|车胎|球|打气)[^,，。]{0,4}没(?:有|得)?气|(?:手机|耳机|车(?!库|棚|位)|电脑|电表箱?)[^,，。]{0,3}进水|(?:没|不)(?:有)?热水|(?:油烟|打火机|冒火|火气|上火)|"
    r"电梯[^,，。]{0,5}(?:灯|广告|垃圾|脏|狗|空调|监控|电瓶车|小广告|卫生|费)[^,，。]{0,8}|加装电梯|装电梯"
)
"""What goes wrong with one thing of one's own, or looks like it only."""
_ONE_HOUSEHOLD = re.compile(
    r"(?<!不)(?<!不是)(?<!以为)(?:就|只有?|单单?|唯独|光是?|仅仅?)(?:是)?(?:我|咱|俺)们?(?:这)?(?:一)?(?:家|户)|"
    r"(?:别人|人家|邻居|隔壁|对门|楼上楼下|别家|其他(?:人|家|住户|邻居))家?(?:里)?(?:(?:都|是)?有(?!没)的?|(?:都|是|也)?(?:正常|好好的|没事|没问题|不停))|"
    r"(?<!不)(?<!没)(?<!不是)(?<!是不是)(?<!以为)欠(?:了)?费(?!还是|吧|吗|呢)|忘(?:记)?了?(?:交|缴|充)|(?:水|电|气|燃气)费(?:用)?(?:没|忘|不够)|"
    r"(?:我|自己)家?(?:里)?(?:的)?(?:空开|空气开关|开关|电闸|保险丝)?(?<!没)跳(?:闸|了)|表(?:停|没走|坏)|"
    r"(?:灶|热水器|门锁|遥控器?|表)[^,，。]{0,4}电池|(?:想|要|怎么|如何|去哪)[^,，。]{0,4}(?:开通|申请|办理|新装|安装)"
)
"""What only one household has."""
_TRIPPED = re.compile(r"跳(?:了)?闸|空开|空气开关|保险丝")
_TOGETHER = re.compile(
    r"(?:整|全)个?(?:栋|幢|楼|院|小区|单元|层)|一(?:栋|幢|楼|院|小区|单元|层|个楼|条巷)|都跳|家家|[几百]多?[户家]|一起跳|都这样|"
    r"(?:邻居|隔壁|对[门面]|楼[上下道]|群里)[^,，。]{0,8}(?:也|都|一样|黑)|推上去[^,，。]{0,6}(?:没|不)|不是跳闸|没跳闸"
)
"""A fuse or a bill is one household's, unless others have no power either."""
_OVER = re.compile(
    r"(?:水|电|气|网)(?:已经|又|刚|刚刚|终于|都)*(?:来|有|恢复|通)了|(?<!没)(?<!没得)(?<!自)(?:来|有)(?:水|电|气|网)了|"
    r"恢复(?:了)?(?:供水|供电|供气|正常)|不用来了|后来(?:才)?(?:发现|知道)是|原来是(?:我|自己|阀|开关)|修好了|好了(?:谢谢)?$"
)
_NOT_OVER = re.compile(
    r"又(?:停|断|没)|还(?:是)?(?:没|不)|仍|现在(?:又|还)?(?:没|停)|才?(?:来|有)了?(?:一会|几分钟|没多久)|"
    r"(?:来|通|好|有)了?(?:没有?|吗|不)(?:[啊呀哪,，?？]|各位|$)|几点|什么时候|啥时候|啥时|说好|等会|黄|浑|泥|锈|白沫"
)
_PLANNED = re.compile(
    r"(?:明天|明早|明晚|后天|下周|下个?月|过几天|几号|哪天|几点|什么时候|啥时候|会不会|要不要|是否会|还会不会)[^,，。]{0,8}(?:停|断)(?:水|电|气|网)|(?:停|断)(?:水|电|气|网)(?:通知|公告|费|补偿|赔偿|安排|计划)"
)
_STILL = re.compile(r"(?:已经|现在|从|都|还)[^,，。]{0,8}(?:停|断|没)|没(?:有|得)?(?:水|电|气|网)")
_CHRONIC = re.compile(
    r"频繁|持续[^,，。]{0,4}(?:月|年)|[一二两三四五六几好多0-9]年(?:多|来|了)|每年|几乎每|(?:经常|老是|老(?=停|断|没[水电气]|漏|堵|积)|总是|总(?=停|断|没[水电气]|漏|堵|积)|三天两头|动不动|隔三差五|每年|每个月|长期|以前|上个?月|去年|前年|上次|那次)[^,，。]{0,6}(?:停|断|没|漏|坏|堵|积)"
)

_PIPE = re.compile(r"水管.{0,8}(?:爆|裂|破|炸|断|喷)|水.{0,4}喷")
_STREET, _HOME = re.compile(_PUBLIC), re.compile(_AT_HOME)
_BURST = re.compile(
    rf"(?:{_PUBLIC}|地上|地面).{{0,12}}(?:(?:水|总|主|干)管.{{0,8}}(?:爆|裂|破|炸|断|淌|漏)|水.{{0,4}}[喷涌冒翻]|[喷涌冒翻鼓].{{0,6}}水)|爆管|"
    rf"(?:水|总|主|干)管.{{0,8}}(?:爆|裂|破|炸|断|淌).{{0,12}}(?:{_PUBLIC})|总水?管|自来水管.{{0,6}}(?:爆|裂|炸)"
)
_NOW = re.compile(r"现在|今[天早晚年]|刚刚?|这会|忽然|突然|(?:一|整)(?:楼|栋|幢|个?单元)都没")
"""What has come again and again is here again."""


@lru_cache(maxsize=2048)
def trouble_in(normalised: str) -> Trouble | None:
    """The kind of trouble that a report tells of, the first of the table; None where it tells of none that others may have too.

    `normalised`: as understanding.normalise makes it.
    """
    if of_nobody_else(normalised):
        return None
    text = told_of_others(normalised)
    found = {_PATTERNS[place][0] for place, _ in _ALL.matching(text)}
    first = next((kind for kind, _ in _PATTERNS if kind in found), None)
    if first is Trouble.LEAK and _is_main(text):
        return Trouble.NO_WATER
    return first


def of_nobody_else(normalised: str) -> bool:
    """Whether a text tells of one household, of what comes again and again, is over, or is planned: no event is made of that."""
    text = told_of_others(normalised)
    if (
        _ONE_HOUSEHOLD.search(text)
        or _ONE_HOUSEHOLD.search(normalised[:_READ])
        or (_CHRONIC.search(text) and not _NOW.search(text))
    ):
        return True
    if _TRIPPED.search(text) and not _TOGETHER.search(text):
        return True
    if _OVER.search(text) and not _NOT_OVER.search(text):
        return True
    return _PLANNED.search(text) is not None and not _STILL.search(_PLANNED.sub("", text))


def told_of_others(normalised: str) -> str:
    """What is told, without what is denied and what is only one's own (an e-bike, a phone)."""
    return _OWN_THINGS.sub("，", _DENIED.sub("，", normalised.lower()[:_READ]))


def tells_of_burst(normalised: str) -> bool:
    """Whether a main in the street or the yard has burst: some there have no water, others stand in it."""
    text = told_of_others(normalised)
    return _BURST.search(text) is not None and _HOME.search(text) is None


def _is_main(text: str) -> bool:
    """Whether a pipe that has burst is one in the street: then those around it have no water."""
    return _PIPE.search(text) is not None and _STREET.search(text) is not None and _HOME.search(text) is None
