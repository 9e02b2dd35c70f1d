"""What somebody tells from their work: that they are there, what they did, and what is still to be done."""

import re
from dataclasses import dataclass

_CLAUSES = re.compile(r"[,，。;；!！\s]+")
_SOMEBODY_ELSE = re.compile(
    r"师傅|工人|工程队|施工|队伍|吊车|人手|配件|零件|材料|货|快递|通知|电话|时间|民警|消防|物业|家属"
)
_THERE = re.compile(
    r"(?<![收接找看买轮拿遇听闻碰做办等想没不感达延弄修换推说讲谈直])到(?:了|现场|场了?|地方|门口|楼下|位了?|这[儿里边]|那[儿里边])"
    r"|(?<![收接找看买轮拿遇听闻碰做办等想没不感达延推])到[^,，。;；到]{1,8}(?:门口|现场|楼下|楼上|这[儿里边]|那[儿里边]|家|院里?)了?"
    r"|(?<![收接找看买轮拿遇听闻碰做办等想没不感达延推修换清扫装弄查])到(?:[0-9一二三四五六七八九十]{1,3})(?:楼|层|单元|幢|栋|号楼)了"
    r"|(?:来到|赶到|人在|已在|就在)[^,，。;；]{0,6}(?:现场|门口|楼下|这[儿里边])|(?:上门|过来|过去|去)(?:看过?|查过?|瞧过?)了|我看过了"
)
_LATER_THERE = re.compile(
    r"(?:就|马上|这就|准备|打算|一会儿?|待会儿?|快|要|再|才|还没|没有?|明天|下午)[^,，。]{0,3}(?:到|过去|过来|上门)"
)
_LEFT = re.compile(
    r"还没(?!人|到|来|去|看|见)|还(?:要|得|差|剩|缺|不能)|没(?:有)?(?:修|换|弄|搞|装|做|处理)(?:好|完|成|上|得)|(?:修|换|弄|搞|装|做)不(?:了|好|上|成)|"
    r"(?<![不])要(?:先)?(?:去|回去|回|等|买|拿|请|叫|找|取|订|借|重新)|(?<![觉记值懂显])得(?:先)?(?:去|回|等|买|拿|请|叫|找|取|订|借|重新)|"
    r"(?<![不])等(?:着|一下|会儿?|配件|零件|材料|厂家|师傅|物业|人|货|明|后|下|天|他|她|新|水|电|通知|审批)(?!核查|验收|来?核|来?验)|"
    r"(?:去|来)(?:拿|买|取|借|找|叫|请)|回去(?:拿|取|换)|缺(?:个|配|零|材|人)|才能|没法|不算(?:办)?完"
)
_AHEAD = re.compile(
    r"准备|打算|计划|预计|估计|马上|待会|等下|一会儿?|回头|晚点|稍后|明[天早]|后天|大后天|今晚|今天就|下次|改天|下周|先(?!前|生)|要(?![求紧不])|再[来去换修装弄]"
)
_DONE = re.compile(
    r"(?<![没不未])(?:修|换|弄|清|装|补|接|处理|搞|疏通|通|拆|焊|扫|擦|冲|刷|加固|固定|解决|办|整|铺|填|盖|剪|锯|搬|关|锁|理顺|拖|放|送)"
    r"(?:理|走|回|到位)?(?:好|完|掉|干净|妥|通|开|走|牢|回去|上去|起来|整齐)(?:了|啦|喽|咯)|(?<![没不未])(?:换|修|清|补|装|扫|冲)了|[不没](?:漏|响|闪|堵|臭|冒|滴|晃|卡)了|(?:亮|通|恢复|正常)了"
)
_MORE_TIME = re.compile(
    r"延|宽限|缓[一几两]?[天日]|推(?:迟|到|后)|给我?[^,，。]{0,3}[一二两三四五六七八九十0-9几]天|晚[一二两三几]天"
)
ON_THE_WAY = re.compile(r"(?:已经?|正|人)?(?:在|快?到)?(?:路上|半路上?)(?=了|跑|赶|走|骑|开|呢|$)")
"""Who says so has arrived nowhere, and names no street lamp."""
_COMES = re.compile(
    r"(?:这就|马上|现在就?|立马|立刻)(?:骑?车)?(?:过?去|赶?过去|过来|来(?!不|得)|赶来|动身|出发|出门)|我(?:过去|赶过去|赶来)(?:看|瞧|修|弄|一趟|处理|了|$|[\s,，。])|(?:在|快?到)?(?:路上|半路)(?:了|上|跑|赶|走|骑|开|呢)|"
    r"(?:车子?|电瓶车|三轮车?)(?:都|已经)?(?:骑|开|发动)(?:上|起来|出来)?了|往(?:那边|那里|那儿|过)(?:走|赶|去)|[0-9一二两三四五六七八九十半]+(?:来)?分钟(?:就|后)?(?:到|能到)"
)
_NOT_COMING = re.compile(r"不(?:去|来|过)|没空|去不了|来不了|走不开|晚点|明天|后天|下午|等[一下会]")
_SHORTEST = 4


@dataclass(frozen=True)
class Told:
    """`there`: the teller has arrived; `rest`: what is said besides. `done`, `left`: something is, and is still to be done;
    `more_time`: they ask for it; `comes`: they set out now.
    """

    there: bool
    rest: str
    done: bool
    left: bool
    more_time: bool
    comes: bool = False


def told_at_work(normalised: str) -> Told:
    """What a sentence of somebody at work tells."""
    clauses = [clause for clause in _CLAUSES.split(normalised) if clause]
    there = [clause for clause in clauses if _is_there(clause)]
    rest = "，".join(clause for clause in clauses if clause not in there or _tells_more(clause))
    left = any(_LEFT.search(clause) for clause in clauses)
    done = any(_DONE.search(clause) and not _LEFT.search(clause) and not _speaks_of_later(clause) for clause in clauses)
    left = left or (not done and any(_AHEAD.search(clause) for clause in clauses))
    more = _MORE_TIME.search(normalised) is not None
    comes = not there and _COMES.search(normalised) is not None and _NOT_COMING.search(normalised) is None
    return Told(bool(there), rest if len(rest) >= _SHORTEST else "", done, left, more, comes)


def _is_there(clause: str) -> bool:
    if _SOMEBODY_ELSE.search(clause) or _LATER_THERE.search(clause):
        return False
    return _THERE.search(clause) is not None


def _tells_more(clause: str) -> bool:
    """Whether a clause that tells of the arrival tells of work, too."""
    return bool(_DONE.search(clause) or _LEFT.search(clause))


def _speaks_of_later(clause: str) -> bool:
    """Whether a clause speaks of what will be done, not of what is."""
    return re.search(r"^(?:等|明|后天|下午才|再|才|准备|打算|要)", clause) is not None
