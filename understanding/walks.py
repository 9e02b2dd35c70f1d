"""What building leaders tell of their rounds in sentences: a walk on which nothing was wrong, one that found something, a visit."""

import re

_FINE = re.compile(
    r"(?:一切|全都?|都|均|也都?|目前|到处|各处|各层|楼里|楼道里?)*(?:[还很蛮挺特非常比较都是]{0,3})"
    r"(?:没(?:有|得)?(?:啥|什么|任何|发现|看到|见到|遇到|大|别的)*(?:事情?|情况|问题|异常|毛病|状况|隐患|不对|动静|乱堆乱放|岔子)|"
    r"没(?:啥|什么|事|有事)|无(?:异常|事|情况)|不错|正常|平安|太平|干净|整洁|清爽|清清爽爽|干干净净|安安静静|(?:都|一切|全|还|蛮|挺|很|都还)+(?:好|行|可以|在|亮|齐|稳当)|好得很|好着呢|挺好|蛮好|还好)"
    r"(?:的|了|呢|哦|啊|得很|着呢)*"
)
"""Said of what is as it should be."""
_WRONG = re.compile(
    r"坏|漏|堵|堆|脏|臭|破|不亮|不转|不通|不关|关不|打不开|裂|断|(?<![清收扫拿搬])掉(?:下|了|落)|烂|满|积水|松|垮|斜|溢|违|飞线|充电|占|滴水|生锈|锈|冒|烧|焦|烟|(?<!灭)火(?!栓|器|险|灾)|味|塌|缺|"
    r"丢|少了|没有?(?:灯|盖|灭火器|电|水)|失灵|故障|绊|滑|乱[堆停放贴]|小广告|吵|闹|危险|隐患|松动|老化|裸露|蟑螂|老鼠|垃圾(?!清|收|倒|扔|都|分类|桶都|房都)|杂物(?!清|收|搬)|跳闸|异响|卡"
)
"""Said of what is not."""
_BUT = re.compile(
    r"(?:就是|只是|不过|但是?|可是|除了)(?:有|还有|是)?[^,，。;；]{0,12}(?:停|放|摆|挂|拉|贴|睡|晾|养|躺|蹲)(?!好|心|正|得整齐)[着了在]?[^,，。;；]"
)
"""What stands, lies or hangs where all else is well: 都好的，就是楼道里停了两部电瓶车."""
_NOT_WRONG = re.compile(r"(?:没(?:有|得)?|无|不|未)(?:发现|看到|见到|什么|啥|再|任何|人|有)*[^,，。;；\s]{0,2}$")
_CLAUSES = re.compile(r"[,，。;；!！\s]+")
_WALKED = re.compile(
    r"(?:转|走|巡|看|跑|查|兜|检查|巡查|巡视)(?:了|过|完|好)?(?:一|两|几|一大)?(?:圈|遍|趟|下来)|从上(?:到|往)下|从下(?:到|往)上|巡(?:过|了|完|好)?(?:楼|查|逻)(?:了|过|完)?|巡(?:过|了|完|好)|"
    r"上上下下|挨(?:家|层)|一层一层"
)
_OLD = (
    r"奶奶|爷爷|阿姨|阿婆|阿公|婆婆|大爷|大妈|大娘|老太太?|老人家?|老伯|老爹|老先生|老两口|老夫妻|老头|伯伯|叔叔|大叔|大伯|独居|孤寡|残疾|空巢|"
    r"老邻居|邻居|孤老"
)
_VISITED = re.compile(
    rf"(?:{_OLD})[^,，。]{{0,12}}(?:看(?:过|了|望过|望了|望|了看)|探望|走访|慰问|问候|上门(?:看|去|瞧)?)|"
    rf"(?:看(?:过|了|望过|望了|望|了看)|探望|走访|慰问|问候|上门看|去看|串门)(?:过|了|一下|下|完)*[^,，。]{{0,12}}(?:{_OLD})|"
    rf"(?:{_OLD})[^,，。]{{0,4}}(?:家|那)[^,，。]{{0,6}}(?:去|到|坐)(?:过|了)|(?:去|到)(?:过|了)?[^,，。]{{0,8}}(?:{_OLD})[^,，。]{{0,2}}(?:家|那)[^,，。]{{0,4}}(?:看|坐|转)"
)
_DONE = re.compile(r"(?:看|探|望|访|问|去|坐|转|门)[^,，。]{0,3}(?:过|了|完|回来)|刚|(?:我|才)去|就是走访|是去")
_ASKS = re.compile(r"[?？]|吗|(?:谁|哪个|有没有|能不能|可不可以|要不要|麻烦|请(?!了)|帮忙|你们|派人|安排)")
_NOT_DONE = re.compile(r"没(?:有)?(?:去|来得及|人|空|顾上)|还没|明天|等会|待会|打算|准备|要去|想去|下午再|晚上再")


def finds_nothing(normalised: str) -> bool:
    """Whether a sentence says that all is well, or what there is not, and tells of nothing that is wrong."""
    rest, fine = _FINE.subn(" ", normalised)
    denied, told = _wrongs(rest)
    return not told and (fine > 0 or denied > 0)


def tells_of_wrong(normalised: str) -> bool:
    """Whether a sentence tells of something that is not as it should be; 没有堆东西 does not."""
    return _wrongs(normalised)[1] > 0


def _wrongs(normalised: str) -> tuple[int, int]:
    """How many wrongs are denied, and how many told."""
    found = [(clause[: each.start()]) for clause in _CLAUSES.split(normalised) for each in _WRONG.finditer(clause)]
    denied = sum(_NOT_WRONG.search(before) is not None for before in found)
    return denied, len(found) - denied + (_BUT.search(normalised) is not None)


def walked(normalised: str) -> bool:
    """Whether a sentence tells of a round that was made."""
    return _WALKED.search(normalised) is not None and not (_ASKS.search(normalised) or _NOT_DONE.search(normalised))


def visited(normalised: str) -> bool:
    """Whether a sentence tells that its writer has looked in on an old person or a neighbour."""
    if _ASKS.search(normalised) or _NOT_DONE.search(normalised):
        return False
    return _VISITED.search(normalised) is not None and _DONE.search(normalised) is not None
