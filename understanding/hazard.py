"""Whether a text tells of a danger: high recall first, then negation, what is over, and figures of speech.

Classes from the design's table (falling objects, bare wires, gas, flooding, leaning trees and walls, blocked fire
lanes, people trapped …) and GB/T 30428's hidden dangers. A match is a sign in a clause; the clause, and what the
writer says after it, can take it back.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from understanding.pattern_set import PatternSet


class Danger(StrEnum):
    """What threatens."""

    GAS = "gas"
    FIRE = "fire"
    ELECTRIC = "electric"
    LIFT = "lift"
    PERSON = "person"
    VIOLENCE = "violence"
    DESPAIR = "despair"
    SELF_HARM = "self_harm"
    AT_HOME = "at_home"
    FALLING = "falling"
    COLLAPSE = "collapse"
    TREE = "tree"
    MANHOLE = "manhole"
    FIRE_LANE = "fire_lane"
    FLOOD = "flood"
    OTHER = "other"


OF_A_LIFE = frozenset({Danger.DESPAIR, Danger.SELF_HARM, Danger.AT_HOME})
"""Somebody does not want to live, is about to end it, is beaten at home: heard before anything else, and kept from neighbours."""


@dataclass(frozen=True)
class Hazard:
    """A danger that a text tells of; `sure` False: it may be none, so one question is asked while help is on its way."""

    danger: Danger
    sure: bool


def of_a_life(hazard: Hazard | None) -> bool:
    """Whether it is one of those."""
    return hazard is not None and hazard.danger in OF_A_LIFE


_GAS = r"(?:煤气|燃气|天然气|液化气|瓦斯|沼气|管道气|氨气|一氧化碳|煤改气)"
_WIRE = r"(?:电线|电缆|高压线|线头|飞线|电闸|配电箱|电表箱|配电房|变压器|插座|插板|电箱|灯杆|电线杆|线路)"
_HIGH = r"(?:外墙|墙皮|墙面|墙砖|瓷砖|瓦片|瓦|砖头?|水泥块?|石块|保温层|天花板|吊顶|空调外机|外机|广告牌|广告字|店招|招牌|雨棚|花盆|窗户|窗扇|玻璃|幕墙|晾衣架|脚手架|围挡|水箱盖子?|排烟管道?|烟囱|屋檐|钢筋|塔吊|铁架子?|灯罩|阳台|屋顶|楼顶)"
_DOWN = r"(?:掉(?:下|落|了|砸)|往下掉|[快要]掉|掉下来|脱落|坠落|砸(?:到|下|伤)|[要快会]砸|落下|悬[在着]空|悬空|挂在?(?:上面|半空|着)|摇摇欲坠|摇摇晃晃|松[动了得]|吊着|[快要]落|随时会落|刮下)"
_NO_STREET = r"(?![^,，。0-9]{0,3}[里路街巷弄苑园坊村区院][0-9一二三四五六七八九十]+[号幢栋])"
"""梧桐里3号院水断了: a street is called after its trees, and no tree has broken."""
_BROKEN = r"(?:裂|断|破|塌|鼓包?|倾斜|歪|倒|碎|翘)"
_PERSON = r"(?:人|老人|老太太?|老头|老爷子|大爷|大妈|奶奶|爷爷|小孩|孩子|小朋友|女的|男的|居民|工人|邻居|住户|儿童)"

SIGNS: tuple[tuple[Danger, bool, str], ...] = (
    (
        Danger.GAS,
        True,
        rf"{_GAS}.{{0,8}}(?:味|漏|泄|爆|中毒|挖断|挖破|挖穿|断了|破了|冒气|滋滋|呛|关不上|松了|裂|老化)",
    ),
    (
        Danger.GAS,
        True,
        rf"(?:漏|泄漏?|泄露|冒)(?:了|着|出来?的?)?(?:的)?{_GAS}|(?:闻到|一股|有股|好大的?|很重的?).{{0,6}}{_GAS}|{_GAS}(?:罐|瓶|管).{{0,10}}(?:冒|漏|滚|楼道|堆|电焊|裂|破|断)|堆.{{0,6}}{_GAS}[罐瓶]|{_GAS}管?旁.{{0,4}}(?:电焊|动火|烧)",
    ),
    (
        Danger.GAS,
        True,
        r"臭鸡蛋(?:味|一样|似的|那种|气|的味)|刺鼻.{0,6}(?:化学|睁不开|气味)|化学品?.{0,4}(?:味道?|泄漏)|有毒气体|头晕.{0,4}恶心",
    ),
    (
        Danger.FIRE,
        True,
        r"(?<![打点]不)着火|起火|失火|火灾|烧起来|烧着|烧焦|浓烟|冒烟|冒火|火势|点火.{0,4}烧|爆炸|焦糊味?|糊味.{0,4}(?:烟|电)|有烟.{0,4}(?:出来|冒)|发烫|烧了$|电焊.{0,6}火花|火花.{0,6}(?:掉|溅)",
    ),
    (
        Danger.ELECTRIC,
        True,
        rf"(?:漏电|触电|被电(?![信动话视网商梯脑])|电到|有电.{{0,4}}麻|打火(?!机?(?:老|总|一直|都|又)?(?:打|点)?不(?:着|起|了))|火花|脚麻|手麻)|{_WIRE}.{{0,12}}(?:裸露|露[着出在]|破皮|皮都?破|掉[下了]|断了|垂|拖在?地|耷拉|吊|没盖|没有盖|敞|歪|倒|烧|发烫|着火|冒)|(?:裸露|露着|露出).{{0,4}}(?:电线|铜丝|电缆|线头|铜线)|拉满了?电线|飞线充电",
    ),
    (
        Danger.ELECTRIC,
        True,
        r"电.{0,3}(?:露在外面|裸露)|(?:水|雨).{0,8}(?:漫到|流到|漏到|喷到|滴到|进了?|从).{0,3}(?:配电|电表|插座|电箱|电线|线路)|铜丝",
    ),
    (
        Danger.ELECTRIC,
        False,
        r"(?:电瓶车|电动车|电池).{0,8}(?:楼道|屋里|家里|上楼|进楼).{0,6}充电|楼道.{0,12}充电|充电.{0,6}楼道",
    ),
    (
        Danger.LIFT,
        True,
        r"电梯.{0,12}(?:困|关[人着了]|关在|卡住?了?人|下坠|坠|往下掉|冲顶|夹[住到]?人|夹住|没平层|里面有人|轿厢不在|失控|突然)|(?:困|关|卡)在?.{0,4}电梯",
    ),
    (
        Danger.PERSON,
        True,
        rf"救命|呼救|落水|溺水|掉[进到].{{0,4}}(?:水|河|池塘|湖|井|坑)|{_PERSON}.{{0,8}}(?:被困|困在|困住|昏迷|晕倒|昏倒|叫不醒|卡[在住]|反锁|想不开|割腕|自杀|轻生|走失|掉下去|出不[去来]|不动了)|(?:晕倒|昏倒|昏迷|割腕|轻生|自杀)|跳楼|心脏病(?!史|的?药|老|患者|好几|多年|很多|[一二三四五六七八九十几0-9]+年|[、和跟])|没(?:有)?呼吸|流血|满头是血|中毒",
    ),
    (
        Danger.PERSON,
        True,
        rf"摔倒.{{0,10}}(?:没人|开门|不动|起不来|不起来|流血)|{_PERSON}.{{0,12}}(?:敲门|没人应|叫不开门|没人开门|没出门)|叫不开门|没人应门|倒在.{{0,8}}(?:不动|地上|楼梯)|一直听到.{{0,6}}惨叫|想不开",
    ),
    (Danger.VIOLENCE, True, r"拿着?.{0,3}刀|持刀|动刀|菜刀|砍人|家暴|有枪|行凶|打得很凶|威胁.{0,4}(?:杀|砍)"),
    (
        Danger.OTHER,
        True,
        r"疯狗|见人就咬|咬(?:伤|人|了)|毒蛇|蛇.{0,4}(?:楼道|屋|家里|院)|马蜂|蜇(?:人|了)|胡蜂|油罐车|鞭炮.{0,6}(?:仓库|堆|存)|危险品|(?:漏油|结冰).{0,10}(?:滑|摔|满地)|(?:摔|滑)[倒伤]?了?.{0,3}好?几个|扎到|割到|(?:砸|伤|压|夹|撞)到?(?:了|住)?(?:行)?(?:人|孩子|老人|小孩)|撞了人|碎一地",
    ),
    (
        Danger.OTHER,
        True,
        r"(?:滑梯|秋千|健身器材|游乐设施|护栏|栏杆|扶手|楼梯|铁门|道闸|链子).{0,10}(?:断|松得|松了|裂|塌|倒|翘|缺|快掉|一推就)|栏杆.{0,4}(?:断|缺)|踩空|(?:水泵房|机房|泵房|楼顶|天台).{0,6}没锁.{0,8}(?:小孩|孩子)?|楼顶.{0,8}(?:小孩|孩子).{0,4}玩",
    ),
    (
        Danger.FALLING,
        True,
        rf"{_HIGH}.{{0,14}}{_DOWN}|{_DOWN}.{{0,6}}(?:瓷砖|砖头|墙皮|水泥|花盆|玻璃|瓦片|空调|广告牌)|高空抛物|从(?:楼上|上面|高处|楼顶).{{0,4}}(?:扔|掉|抛|落)|往下扔|扔下来?|差点砸|{_HIGH}.{{0,6}}(?:鼓起来|歪了|倒了|塌|刮倒|快倒|裂了$|有一块裂|在晃|吹翻|爆)",
    ),
    (
        Danger.COLLAPSE,
        True,
        r"承重墙|(?:围墙|院墙|挡土墙|墙体|墙|房子|楼体|楼房|老房子|房屋|地基|房梁|楼板|楼梯|天花板|阳台|车棚|山坡|山体|屋顶|横梁|脚手架).{0,10}(?:[要快]倒|倒了|倾斜|塌|开裂|裂缝|裂了|裂开|下沉|鼓包|断了?|滑坡|往下滑|歪)|危房|要塌|塌方|塌陷|溃坝|冲垮|压塌|一条.{0,4}(?:裂|缝)",
    ),
    (
        Danger.COLLAPSE,
        True,
        r"(?:路面?|马路|地面|人行道|地|路中间).{0,8}(?:塌|陷|下沉|空了|裂开|沉下|深坑|大坑|大洞|没围)|(?:深坑|大坑|坑).{0,6}(?:没有?警示|没围|没有?围|没盖)|一踩就陷|坑没围",
    ),
    (
        Danger.TREE,
        True,
        rf"(?:树|槐|梧桐|枝|树杈|树干|枯枝){_NO_STREET}.{{0,12}}(?:[要快会]倒|倒[在了下]|歪[向了在]?|断了|断裂|挂在|吊着|刮斜|吹歪|空心|摇摇欲坠|裂开|压[在到住]|砸|倾斜|快断|拱歪|斜了)|枯树.{{0,6}}(?:危险|倒|摇)",
    ),
    (
        Danger.MANHOLE,
        True,
        r"(?:井盖|窨井|盖板|井口|雨水篦子|篦子|化粪池|污水井|下水道盖|检查井|盖子).{0,8}(?:没了|没盖|没有盖|没有了|不见|丢|破|塌|翻|缺|坏|敞开|裂|松动|大口子|大洞|陷)|(?:井盖|窨井盖|盖板)(?:没|丢|少)|没(?:有)?(?:井盖|盖子)",
    ),
    (
        Danger.FIRE_LANE,
        True,
        r"(?:消防(?:通道|车道|出口|登高面|车)|安全出口|逃生(?:门|通道|口)|防火门|疏散通道|救生通道|生命通道|救护车|单元门|地下室出口).{0,12}(?:堵|占|锁|封|停满|停车|进不[来去]|打不开|出不去|堆|杂物|挡)|(?:堵|占|锁|堆|挡)[住了在]?.{0,4}(?:消防|安全出口|逃生)|堵死|消[防火]栓.{0,6}(?:没有?水|埋|坏|打不开|堵)",
    ),
    (Danger.FIRE_LANE, True, r"楼(?:道|梯间?).{0,6}堆.{0,14}(?:出不去|易燃|堵|走不了|过不去)|堆.{0,10}易燃"),
    (
        Danger.FLOOD,
        True,
        r"(?:被|给)水?淹|淹了|淹到|水.{0,4}(?:漫[到上进]|倒灌|漫过)|倒灌|内涝|(?:水管|管子|管道|爆管|自来水管).{0,8}(?:爆|喷|街上全是水)|爆水管|爆管|进水了?.{0,6}(?:泡|车|淹|深)|积水.{0,6}(?:到|没过|齐)(?:大腿|膝|腰|小腿)|水还?在涨|出不来.{0,3}水",
    ),
    (Danger.GAS, True, r"(?:燃气灶|煤气灶|灶具?|阀门).{0,4}关不(?:掉|上|了)|煤炉中毒|炭火.{0,4}中毒"),
    (
        Danger.FIRE,
        True,
        r"(?:锅|壶|灶)[^,，。]{0,6}(?:烧干|烧穿|冒着?烟)|(?:屋|家|房|楼道|厨房)[^,，。]{0,6}(?:全|都|尽)是烟|满(?:屋|楼)[子道里]?(?:都是|全是)?的?烟|冒着烟|烟[^,，。]{0,6}(?:往外|还在|一直|不停)冒",
    ),
    (Danger.FIRE, True, r"(?:焦|糊)味|烟雾.{0,4}大|冒(?:黑|白|浓)烟|火星(?![镇村路社街])|冒蓝光"),
    (Danger.ELECTRIC, True, r"私拉.{0,2}电线|飞线|短路"),
    (Danger.LIFT, True, r"电梯.{0,6}(?:困|卡[住了在]|关人|关住)"),
    (
        Danger.PERSON,
        True,
        r"(?:跌|滑|摔)[倒在].{0,10}(?:起不来|不动|叫不应|没人应)|叫不应|里面.{0,4}没(?:有)?动静|(?:打不开|锁了|反锁).{0,6}(?:老人|孩子|小孩|人)在里面|窗台.{0,6}(?:小孩|孩子|有人|站|爬)|(?:小孩|孩子).{0,8}(?:窗台|窗户边)|差点.{0,4}(?:摔|掉|砸|压|撞|电)",
    ),
    (
        Danger.FALLING,
        True,
        r"(?:快|[要会]|随时|马上).{0,3}(?:掉|坠|砸|滑|落)(?:下来|下去|到|了)|坠落|随时(?:都|就)?(?:[要会]|可能|能)+(?:掉|坠|砸|落|塌|倒|断|炸)|(?:要|快)下来了|(?<!叶)(?<!毛)掉下来|冰(?:柱|溜子|凌)|(?:牌|架|杆|柱|塔|棚|门|梯).{0,3}[要快]倒|(?:架子|支架|托架).{0,4}(?:锈断|断了|松[了动])|空鼓",
    ),
    (
        Danger.COLLAPSE,
        True,
        r"(?:楼|楼板|房子|桥|阳台).{0,2}(?:在晃|晃动|摇晃)|(?:桥面?|台阶|天桥|路基).{0,4}(?:裂|塌|断)|窟窿|大坑|大洞|(?:电线杆|路灯杆|监控杆|杆子).{0,3}(?:歪|倒|斜)|(?:护栏|栏杆|扶手).{0,3}(?:坏|没了|晃)",
    ),
    (Danger.MANHOLE, True, r"(?:井盖|盖板|篦子).{0,4}(?:松|晃|翘)"),
    (
        Danger.FIRE_LANE,
        True,
        r"(?:消防|疏散|救生|生命|逃生).{0,6}(?:停了?车|停满|锁死|堆|堵|占|锁|挡)|楼梯[口间].{0,3}(?:锁|封|堵)",
    ),
    (
        Danger.FLOOD,
        True,
        r"(?:地下室|车库|家里|屋里|楼道|客厅|店里).{0,4}(?:全是水|都是水|进水|成河)|水漫|(?:自来水|水管|水).{0,3}爆[了裂]?",
    ),
    (Danger.OTHER, True, r"蜂窝|有.{0,3}蛇|蛇(?:钻|爬|进)"),
    (Danger.GAS, True, r"漏气|刺激性气味|刺鼻"),
    (
        Danger.GAS,
        False,
        rf"(?:怕|好像|像|疑似|怀疑|担心|是不是).{{0,4}}{_GAS}|{_GAS}.{{0,6}}(?:不对劲|异常|怪)|怪味.{{0,4}}(?:呛|头晕)|呛得?.{{0,4}}(?:头晕|难受|喘)",
    ),
    (Danger.FIRE, True, r"(?:电瓶|电池|充电器|充电宝|锅炉|热水器|高压锅|罐子?|管子?).{0,4}(?:炸|爆)"),
    (Danger.LIFT, True, r"电梯.{0,8}(?:忽上忽下|下滑|乱动|失灵|还在走|开着门|剧烈|猛|抖得)"),
    (Danger.PERSON, True, rf"{_PERSON}.{{0,6}}没反应"),
    (
        Danger.PERSON,
        True,
        r"(?:天台|楼顶|窗外|桥栏).{0,6}(?:有人|坐着|站着|晃)|(?:动不了|喊不应|叫不醒|不省人事|绊倒|摔伤|摔断|骨折)|手?(?:卡|夹)在.{0,4}(?:门|缝|栏|里)",
    ),
    (Danger.VIOLENCE, True, r"(?:呼喊|喊叫|哭喊|惨叫).{0,4}(?:声|被)|像?被打|打人|动手打|家暴"),
    (
        Danger.FALLING,
        True,
        r"往(?:楼下|下面|窗外|外).{0,2}(?:丢|扔|抛|泼|倒).{0,3}(?:东西|瓶|砖|烟头|垃圾|物)|(?:吹|刮)(?:跑|走|倒|翻|落|下来)|(?:路灯|灯杆|电杆|树|墙|棚|杆子?|架子?|牌子?|门楼|雕塑).{0,3}(?:倒了|断了|塌了|斜了|歪了)",
    ),
    (Danger.MANHOLE, True, r"(?:盖板|井口|井).{0,3}(?:断|敞|开着|张着)"),
    (Danger.FIRE_LANE, True, r"(?:灭火|消防|安全|逃生|防火).{0,2}门.{0,3}(?:锁|堵|封)"),
    (Danger.FLOOD, True, r"(?:家|屋|车|地下室|库|店|房).{0,3}泡水|水.{0,3}泡[了着]"),
    (
        Danger.OTHER,
        True,
        r"(?:钉子|玻璃渣|碎玻璃|铁丝|铁皮|钢筋头?).{0,10}(?:扎|伤|刺|划)|沼气|冒泡.{0,4}(?:臭|气)|冒气",
    ),
)
"""Danger, whether the sign alone is enough, and the sign. Read from the top; the first that stands counts."""

_COMPILED = tuple((danger, sure, re.compile(sign)) for danger, sure, sign in SIGNS)

_ALL = PatternSet([sign for _, _, sign in SIGNS], whole=False)

_CLAUSE = re.compile(r"[,，。;；!！?？\n、…~]+")
_OVER = re.compile(
    r"(?:已经?|都|早就?|全|又|刚|昨天|上次|之前|上周|后来|终于).{0,8}(?:修好|处理好|处理完|换好|换新|换了|补好|补了|包好|清理|解决|扶正|救出|送医|灭了|灭掉|搬走|拆掉|加固|恢复|退了)"
    r"|(?:修|处理|弄|补|换|包|装|清理|解决|加固)(?:好|完|干净)了|换新的?了|已经换|灭了|救出来了|退了|扶正了|补过?了$|补了$|没事了|没问题|现在好好的|不用来|不用管|误报|看错了|搞错了|已送医|已经送|送医院了"
)
_AGAIN = re.compile(
    r"(?:又|但是?|可是|还是|还在|还有|仍|再次|现在.{0,4}(?:更|又|还)|没修好|没处理|没有处理|没解决|没人修|没清理)(?!没)"
)
_NOT = re.compile(
    r"(?:没有?|没有再|不是|并非|并不是|未|无|没再|没闻到|没看到|没看见|不会|没发生|没有发生|没闻到什么|以为是|以为|防止|预防|避免|听说.{0,6})(?:谁|什么)?(?:闻到|发现|看到|发生|有)?$"
    r"|(?:没有?|没得|并没有?)人(?:被)?$|^(?:什么|啥)$|(?:哪来的?|哪有|算什么|算哪门子)$"
)
_IN_THE_HAND = re.compile(
    r"(?:掉|断|脱|落)(?:下来)?(?:在|到|进)?(?:了)?(?:我|人)?手[里上心]|(?:把手|拉手|执手|插销)[^,，。;；]{0,4}松[了动]?"
)
"""What comes off in somebody's hand falls on nobody."""
_FIGURE = re.compile(
    r"(?:气|热|吵|急|累|烦|涨|堵|笑|饿|晒|冷)得.{0,10}(?:爆炸|着火|跳楼|炸|冒烟|晕)|(?:嗓子眼?|喉咙|嗓门|脑壳|脚底板?|屁股|耳朵|缺德)[^,，。]{0,3}冒(?:烟|火)|头都?[要快].{0,2}(?:炸|爆)|(?:气|笑|吓|急|热|累|饿)死|火冒三丈|火大|一肚子火|气炸|气球|烧香|熬中药|蒸汽|演练|演习|宣传|讲座|培训|预案|知识"
)
_ASKS = re.compile(
    r"(?:怎么|如何|什么时候|啥时候|何时|哪里|哪儿|多少|几时|几点|能不能|可不可以|可以.{0,6}吗|是否可以|会不会让|要不要)(?!.{0,4}(?:办啊|没人管|还没人|不管))"
    r"|(?:想|希望|建议|申请|咨询|请问|请教|办理).{0,12}(?:装|换|加|办|改|划|封|种|修剪|粉刷|刷新|统一|增加|搞|报|参加|借)"
)


@lru_cache(maxsize=256)
def hazard_in(normalised: str) -> Hazard | None:
    """The first danger that the text tells of, None when it tells of none, or only of one that is over."""
    joined = _CLAUSE.sub("", normalised)
    signs = [_COMPILED[place] for place, _ in _ALL.matching(joined)]
    if not signs or _over(normalised):
        return None  # a sign in a clause is one in the joined text as well
    doubtful: Hazard | None = None
    for clause in (*_CLAUSE.split(normalised), joined[:200]):
        found = _in_clause(clause, signs)
        if found is not None and found.sure:
            return found
        doubtful = doubtful or found
    return doubtful


def denies_danger(normalised: str) -> bool:
    """Whether a text names a danger only to say that there is none: 没着火, 没有人触电."""
    joined = _CLAUSE.sub("", normalised)
    signs = [_COMPILED[place][2] for place, _ in _ALL.matching(joined)]
    found = [
        (clause, match) for clause in _CLAUSE.split(normalised) for sign in signs for match in sign.finditer(clause)
    ]
    return bool(found) and all(_NOT.search(clause[: match.start()]) for clause, match in found)


def _over(text: str) -> bool:
    over = _OVER.search(text)
    return over is not None and _AGAIN.search(text, over.end()) is None


def _in_clause(clause: str, signs: Sequence[tuple[Danger, bool, re.Pattern[str]]]) -> Hazard | None:
    if _FIGURE.search(clause):
        return None
    for danger, sure, sign in signs:
        told = _IN_THE_HAND.sub("", clause) if danger is Danger.FALLING else clause
        match = sign.search(told)
        if match is None or _NOT.search(told[: match.start()]):
            continue
        return Hazard(danger, sure and not _ASKS.search(clause))
    return None
