"""Questions about what is known already: how a matter stands, whether somebody came, who the bot is, whose business it is."""

import re

from understanding.trouble import trouble_in
from understanding.walks import tells_of_wrong

_HOW_FAR = re.compile(
    r"(?:处理|办|弄|搞|解决|推进|查|修|跟进|落实|进行)(?:到|得|的)(?:哪|什么|啥|怎么?样|咋样|如何)"
    r"|(?:什么|啥|有没有|有没得|有啥)(?:新)?的?(?:进展|进度|结果|下文|动静|眉目)"
    r"|(?:进展|进度)(?:如何|怎么?样|到哪|咋样|呢|$)"
    r"|(?:那个|那件|那单|那起|那事|这单|这件|的事情?)[^,，。]{0,6}(?:怎么?样了|咋样了|到哪(?:一步|了)|如何了|什么情况)"
    r"|(?:弄|办|修|处理|解决|搞)(?:好|完|掉|妥)?了(?:没有?|吗|没)[啊呀呢]?[?？]?$"
)
_CAME = re.compile(
    r"(?:有没有|有没得|有无|阿有)(?:人|师傅|工人)(?:[^,，。]{0,4})(?:来|到|去|管|看|修|弄)|^(?:今天|到底|师傅|他们|那|还|人)*(?:来不来|来没来)了?[啊呀呢哦]*$|"
    r"(?:(?:师傅|工人|修的人|维修的?|你们的?人|有人|人|他们?|网格员|工作人员)[^,，。]{0,6})?(?:来|到|上门|去)(?:看|修|瞧)?(?:过了|过|了)?(?:没有|没|吗|不曾)(?:人)?[啊呀呢哦喔撒]*[?？]?$"
)
_STILL_NOT = re.compile(r"怎么还|咋还|为什么|为啥|还不来|还没来|一直没|快点|赶紧")
_WHO = re.compile(
    r"(?:你|你们|您|这)(?:这|们)?(?:到底)?(?:是不是|是|算)?(?:谁|哪个单位|哪个部门|哪里的|哪一?家|哪位|什么单位|什么部门|什么机构|什么人|干什么的|干啥的|干嘛的|做什么的|做啥的|机器人|真人|人工)"
    r"|(?:这个?|你这)(?:公众)?号?是?(?:干什么|干啥|干嘛|做什么|哪个单位|谁(?:家|弄|管))的?|是?(?:真人|人工|活人)还是(?:机器|电脑|程序)|是?(?:机器|电脑|程序)人?还是(?:真人|人工|人)|自我介绍|介绍(?:一下)?(?:你|您)自己"
)
_LONGEST_WHO, SHORTEST_CLAUSE = 40, 3
_WHOSE_BUSINESS = re.compile(
    r".{6,}[,，。;；\s].{0,8}(?:归不归|归谁管|该谁管|归哪个?管|你们管(?:不管|吗)|管不管|有没有人管|谁来管|找谁管)"
)
_SERVICE = re.compile(
    r"医保|社保|养老金|养老保险|退休|老年[证卡]|居住证|身份证|户口|公积金|低保|残疾证|高龄|补贴|补助|生育|准生|疫苗|体检|养犬|狗证|"
    r"上班时间|办公时间|(?:几点|什么时候|啥时候)(?:上班|下班|开门|关门)|(?:周末|礼拜天|双休)[^,，。]{0,4}(?:上班|开门|办公)|电话(?:是)?(?:多少|几)"
)
_QUESTION = re.compile(
    r"吗|[?？]|能不能|可不可以|还能|怎么|咋|如何|几点|多少|哪[里块个天]|在哪|叫(?:什么|啥)|什么时候|啥时候|要带|是不是|要不要|有没有"
)
_ASKS_PLAINLY = re.compile(
    r"(?:想|要|来|先|再)?(?:问一?[问下声个]|请问|打听|咨询|请教)|(?:在|去|到|找)?(?:哪[里块儿个]|什么地方|啥地方|谁)(?:可以|能|去)?(?:办|补办|领|申请|交|打|报名|登记)|"
    r"(?:怎么|如何|咋)(?:办理|申请|补办|认证|领|预约|交)"
)
_ASKED = re.compile(
    r"(?:不是|哦|唉|哎|嗯)*我?(?:就|只|是|单纯|也)*(?:想|来|随便)*(?:问问|问一?下|问一?声|问个事|咨询一?下?|打听一?下?|了解一?下?)(?:的|而已|呀|啊|哦|吧|就行|罢了|了)*"
)
_NO_REPORT = re.compile(
    r"(?:哦|唉|哎|嗯|我|这|那|个|条|件)*不是(?:来|要|在|说)*(?:报修|上报|投诉|应急|报事)(?:的|呀|啊|哦|了|哈)*"
)
_OWN_WORK = re.compile(
    r"(?:有|没)(?:没有?|得)?(?:派|分|给)?(?:给)?我的?(?:新的?)?(?:活儿?|单子?|任务|工单)|"
    r"(?:今天|今儿|现在|上午|下午|这会儿?|目前|我|还|手[上头里])(?:[^,，。]{0,4})(?:有|剩)?(?:什么|啥|哪些|几[个件单张]|多少)(?:新的?)?(?:活儿?|单子?|任务|工单)|"
    r"我手[上头里](?:[^,，。]{0,5})(?:几|多少|哪些|什么|啥)|有(?:什么|啥)活|(?:活儿?|单子)(?:派|分)(?:给)?我(?:没|了没|吗)"
)
_OF_SHIFTS = re.compile(r"班|岗|值|报名|驿站|活动|志愿|谁|他|她|小[陈王李张刘赵孙周吴]")
_NOBODY = re.compile(r"(?:不用|别|不要|无需|不需要)(?:再)?(?:派人|派单|来人|修|跑|上门)(?:来|了|的|过来|哦|啊)*")
_CLAUSES = re.compile(r"[,，。;；!！\s]+")
_SPARK = re.compile(
    r"(?:开|关|碰|按|动|拉|拔|插|合)[^,，。]{0,3}(?:灯|电|闸|开关|插座|插头|风扇|空调|油烟机)|(?:灯|电闸|开关|插座|插头|风扇|空调|油烟机)[^,，。]{0,3}(?:开|摁|按|揿|拉|关|插|拔)|点火|打火|点个?(?:烟|火|蜡烛)|抽(?:根|支)?烟|烧水|做饭"
)
_MAY_ONE = re.compile(r"吗|[?？]|能不能|可不可以|可以|能(?:开|关|碰|点|打|抽|烧)|要不要|行不行|敢不敢|没事吧|不要紧")
_URGES = re.compile(r"催[一促个催]?")


_ONLY_ASKS = re.compile(
    r"(?:我们?|哦|嗯|啊|哎|没事|没什么|[\s,，。])*+(?:只是|就是|就|只|不过|随便|也就|这个?是)*(?:想)?(?:问问|问一[下声]|问下|打听一?下?|了解一?下?)"
    r"(?:而已|罢了|的|呀|啊|嘛|清楚|情况|看|就行|[\s,，。!！])*+(?:(?:不是|没有?|没要|不用|别|不要|不必)(?:要|说)?(?:报修|上报|应急|急事|投诉|登记|派人|"
    r"来人|别的意思?|事)(?:的|了|啊|哦|来)*[\s,，。!！]*)*"
)


def only_asks(normalised: str) -> bool:
    """Whether somebody says that they only asked, and want nobody sent."""
    return _ONLY_ASKS.fullmatch(normalised) is not None


_CONTENT = re.compile(
    r"(?:好+的?|哦+|嗯+|行|不用了|不用|晓得了?|知道了?|明白了?|清楚了?|有数了?|那就好|没事了?|谢谢[你您]?|多谢|麻烦了|来[水电气](?:了)?就[行好]|"
    r"能(?:用|来)就[行好]|就这样|[\s,，。!！])++"
)


def is_content(normalised: str) -> bool:
    """Whether somebody who was answered wants no more: 晓得了，来水就行."""
    return _CONTENT.fullmatch(normalised) is not None


def asks_how_it_stands(normalised: str) -> bool:
    """Whether somebody asks how far a matter is that is known already."""
    return _HOW_FAR.search(normalised) is not None


def asks_whether_came(normalised: str) -> bool:
    """Whether a reporter asks if anybody was there yet; a complaint that nobody came is none."""
    return _CAME.search(normalised) is not None and _STILL_NOT.search(normalised) is None


def asks_who_it_is(normalised: str) -> bool:
    """Whether somebody asks with whom they speak."""
    return len(normalised) <= _LONGEST_WHO and _WHO.search(normalised) is not None


def asks_whose_business(normalised: str) -> bool:
    """Whether somebody tells of a trouble and asks if it is the community's to mend."""
    return _WHOSE_BUSINESS.search(normalised) is not None


def urges(normalised: str) -> bool:
    """Whether somebody says that a matter is to be hurried."""
    return _URGES.search(normalised) is not None


def asks_for_service(normalised: str) -> bool:
    """Whether somebody asks about what residents ask of an office every day (医保怎么交, 几点上班), and not of a matter."""
    return _SERVICE.search(normalised) is not None and _QUESTION.search(normalised) is not None


def asks_only(normalised: str) -> bool:
    """Whether somebody asks something and tells of nothing that is wrong."""
    return (
        _ASKS_PLAINLY.search(normalised) is not None
        and trouble_in(normalised) is None
        and not tells_of_wrong(normalised)
    )


def asks_for_own_work(normalised: str) -> bool:
    """Whether somebody asks what there is for them to do (有我的活吗, 我手上几单); a shift is something else."""
    return _OWN_WORK.search(normalised) is not None and _OF_SHIFTS.search(normalised) is None


_WAITS_FOR_ME = re.compile(
    r"(?:有|还有)(?:没有|没得)?(?:什么|啥|哪些|几件)?(?:事情?|活儿?|任务|工作|要)[^,，。]{0,4}?(?:要|需要|等着?|归|该|得|让)我(?:来|去)?(?:弄|做|办|干|管|忙|处理|完成|$|[?？])|"
    r"我(?:今天|今儿个?|这周|这几天|现在|最近|还)*(?:要|该|得|需要)(?:做|干|弄|办|忙)(?:些|点)?(?:什么|啥|哪些)|有(?:什么|啥)(?:要|需要|该)我(?:做|弄|办|干)|我(?:还)?有(?:什么|啥|哪些)(?:没做|没办|没干|没弄|要办|要做)"
)


def asks_what_waits(normalised: str) -> bool:
    """Whether somebody asks what waits for them, of whatever kind (今儿个有什么事要我弄的)."""
    return _WAITS_FOR_ME.search(normalised) is not None


def only_asked(normalised: str) -> bool:
    """Whether somebody says that what they said before was a question and no report (不是报修，就是问问)."""
    clauses = [clause for clause in _CLAUSES.split(normalised) if clause]
    said = [_ASKED.fullmatch(clause) is not None or _NO_REPORT.fullmatch(clause) is not None for clause in clauses]
    rest = [clause for clause, is_said in zip(clauses, said, strict=True) if not is_said]
    return any(said) and all(_NOBODY.fullmatch(clause) or len(clause) < SHORTEST_CLAUSE for clause in rest)


def denies_report(normalised: str) -> bool:
    """Whether somebody says in so many words that it was no report."""
    return any(_NO_REPORT.fullmatch(clause) for clause in _CLAUSES.split(normalised))


def asks_about_sparks(normalised: str) -> bool:
    """Whether somebody asks if they may switch on, light or cook something: where gas is in the air, they must not."""
    return _SPARK.search(normalised) is not None and _MAY_ONE.search(normalised) is not None
