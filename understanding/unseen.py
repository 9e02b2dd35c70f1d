"""Somebody who lives here has not been seen for days: papers pile up, nobody answers the door, the neighbours are afraid."""

import re

_WHO = (
    r"(?:老[\u4e00-\u9fff]?头子?|老人家?|老太太?|老爷子|老伯|大爷|大妈|大叔|大婶|奶奶|爷爷|阿婆|阿公|婆婆|老两口|老夫妻|老师傅|"
    r"邻居|隔壁|对门|对面|楼[上下]|房客|租户|住户|独居|那[户家]|[一二三四五六七八九十0-9]+(?:室|楼|层)?那?[户家]|老[\u4e00-\u9fff](?![板师是在]))"
)
_DAYS = (
    r"(?:(?:好几|几|两|三|四|五|六|[2-9])天|好?[几些]?日子|(?:一个?|个把|两|好几)(?:多)?个?(?:礼拜|星期|周)|"
    r"(?:半|一|个把)个?月|好久|好长时间|这几天|这些天|这两天)"
)
_SEEN = (
    r"(?:看[见到着]|瞧[见到]|见[到着]?|碰[见到]|遇[见到]|撞见|露面|露头|出来|出过?门|下过?楼|开过?门|"
    r"动静|声音|响动|影子?|人影|消息|音讯|联系)"
)
_UNSEEN = (
    rf"(?:(?:没得?|没有|不|未)(?:再|怎么|人)?(?:过)?{_SEEN}|看不[见到]|见不[到着]|不见人|没人影|失联|联系不[上到]|"
    r"没(?:了)?(?:动静|音讯|消息|人影))"
)
_FOR_DAYS = (
    rf"{_WHO}[^。;；!！?？]{{0,14}}{_DAYS}[^。;；!！?？]{{0,6}}{_UNSEEN}",
    rf"{_WHO}[^。;；!！?？]{{0,12}}{_UNSEEN}[^。;；!！?？]{{0,8}}{_DAYS}",
    rf"{_DAYS}[^。;；!！?？]{{0,6}}{_UNSEEN}[^。;；!！?？]{{0,8}}{_WHO}",
)
_UNSEEN_FOR_DAYS = re.compile("|".join(f"(?:{each})" for each in _FOR_DAYS))
_MAY_BE = r"(?:怕是|怕不是|别是|莫不是|恐怕|可能|好像|是不是|不会是?|怕)"
_WORST = r"(?:出事|出了?什?么?事|倒[在下里]|走了|不行了|没了|有事)"
_FEARED = re.compile(rf"{_WHO}[^。;；!！?？]{{0,10}}{_MAY_BE}[^,，。]{{0,4}}{_WORST}")
_BESIDE = re.compile(
    r"电话[^。]{0,8}(?:没[得有]?人接|不接|没接|打不通|不通|关机)|(?:敲|喊|叫)[^。]{0,6}(?:没[得有]?人?[应答开]|不[应答开])|"
    r"(?:报纸|牛奶|快递|包裹|外卖|菜|信箱|邮箱|奶箱)[^。]{0,8}(?:堆|摆|塞|满|没[人]?[拿收取动]|还在)|灯[^。]{0,6}(?:亮|没关)|电视[^。]{0,6}(?:响|开)|水[^。]{0,6}(?:流|响)|"
    r"怕[^。]{0,8}(?:出事|出什么|有事|意外|不好|万一)|出事|出了?什么事|不放心|不踏实|担心|心慌|发慌|急死|独居|(?:一个|独自?一?个?)人(?:住|在家|过)|"
    r"(?:味道?|臭)[^。]{0,6}(?:出来|飘|重|难闻)|飘[^。]{0,6}(?:味|臭)|倒在"
)
_AT_WORK = re.compile(
    r"(?:网格员|物业|保洁|保安|门卫|师傅|工人|民警|警察|快递员?|领导|工作人员|干部|书记|主任|维修|清洁工|环卫|楼长|城管|施工队?|房东|中介|老板)"
    r"[^,，。]{0,10}(?:没|不)[^,，。]{0,6}(?:见|看|影|来|露面)|(?:没|不)[^,，。]{0,4}(?:见|看|碰)[^,，。]{0,6}"
    r"(?:网格员|物业|保洁|保安|师傅|工人|民警|领导|书记|主任|清洁工|环卫|楼长|城管)"
)
_AWAY = re.compile(
    r"出差|旅游|回(?:了)?(?:老家|娘家|乡下)|住院|走亲戚|(?:儿子|女儿|闺女|亲戚)家|搬(?:走|家)|去世|度假|出国|疗养|养老院|已经联系上|找到了|回来了|原来是|没事了|没什么事|清[净静]|装修|[猫狗店]|"
    r"(?:怎么|如何)[^,，。]{0,4}(?:报|办|联系)|该?找谁"
)


_OLD = re.compile(
    r"老[\u4e00-\u9fff]?头|老人|老太|老爷子|老伯|大爷|大妈|大叔|大婶|奶奶|爷爷|阿婆|阿公|婆婆|老两口|老夫妻"
)


def unseen(text: str) -> bool | None:
    """Whether a normalised text tells that somebody at home has not been seen for days, or may lie there: True where it tells of
    a sign beside (nobody answers, papers pile up, a fear), False where of none but of somebody old, None where it tells of no
    such thing.
    """
    if _AWAY.search(text) or _AT_WORK.search(text):
        return None
    if _FEARED.search(text):
        return True
    if _UNSEEN_FOR_DAYS.search(text) is None:
        return None
    return True if _BESIDE.search(text) else (False if _OLD.search(text) else None)
