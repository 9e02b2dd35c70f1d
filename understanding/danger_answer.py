"""To "is there still danger?": what an answer says in words of its own. It is over only where that is plainly said."""

import re

from understanding.replies import danger_in

_WHO = r"(?:哪个|哪里|哪儿|哪块|谁|怎么|咋|哪)(?:个|人|家)?"
_NONE = r"(?:没有?|没得|冇)(?:有|得|什么|啥|是)*的?"
REFUTES = re.compile(
    rf"{_WHO}(?:会|能|可能|就|还)*{_NONE}(?:危险|险情)|"
    rf"{_WHO}(?:跟你|告诉你|和你|对你)?(?:讲|说|告诉)(?:的|它|了|过)*(?:{_NONE}(?:危险|险|事)|不危险|安全了|不要紧|没了)|"
    rf"{_WHO}(?:会|可能){_NONE}事"
)
"""Somebody turns against it that there is no danger: 哪个讲没危险了."""
_GOES_ON = re.compile(
    r"(?:还|仍|正|老)(?:是|在|旧|然)?(?:一直|不停地?|不断|那么|往下|往外|往上|往路上)?[^,，。;；\s没好有稳安不]{0,5}?"
    r"(?:摇|晃|漏|冒|掉|吊|挂|悬|烧|响|滴|淌|流|塌|沉|裂|倒|松|漂|闪|麻|困|压|关在|卡|堵|躺|站|飘|颤|抖|垂|耷拉|带电)(?!了?好|过|灭)|"
    r"(?:还|仍)(?:是|旧)?(?:那样|老样子|这样|没(?:断|停|灭|人(?:来|管|弄)|修|拆|处理|弄|关))|"
    r"随时(?:都|就|可能|会|要|有|能)|(?:快|就|马上|眼看)[要会](?:掉|塌|倒|砸|落|断|下来|炸)|越来越(?!好|小|少|轻|稳|淡)|(?:摇|晃|漏|冒|吊|挂|悬|烧|响|流)着呢|"
    r"(?:一直|不停)(?:在|地|的)?[^,，。\s没]{0,2}(?:摇|晃|漏|冒|掉|响|滴|流|抖)"
)
_OVER = re.compile(
    r"(?:没有?|没得|无|冇|不(?:算|是|存在|构成|会有)?|谈不上|算不上|说不上|倒不)(?:什么|啥|多大|太大|大|人身|安全|现实)*的?(?:危险|险情|险|隐患|大碍|问题)|危险(?:倒)?(?:谈不上|没有|没得|解除|排除)|"
    r"(?<![还出])没(?:有|得|啥|什么|多大|大)?(?:的|啥|什么)?事(?!没)|不碍|不得事|不要紧|不打紧|不至于|不急|不着急|用不着急|事不大|小事|"
    r"(?<!不)安全(?!通道|出口|隐患)|无虞|无险|可控|解除|排除|稳(?:当|住|了|得住)|平安|误会|误报|搞错|弄错|看错|报错|开玩笑|"
    r"(?:灭|熄|停|(?<!刚)(?<!还没)好|关|电断|断电|关总闸|关了?阀|拉闸|撤|搬|拆|拿走|清走|扶正|修好|捆|加固|救|抱|散|下来|围起来|拦起来|拦住|围住|拉(?:了|掉)|锁)(?:掉|得|上|住|开|空|好)?了|已(?:经)?(?:止血|断电|控制|控住|围|设围|关|灭|停)|"
    r"不(?:冒|漏|摇|晃|响|掉|滴|烫|流|动|闪|烧|会|麻|砸人|吓人)(?!人家)|(?:掉|砸|倒|塌|出)不(?:了|下来|着|到)|"
    r"^(?:那|这|现在|目前|暂时|眼下|应该|这会儿|这一刻儿)?(?:倒|暂)?(?:没有?|没得|么得|无|不|否|冇)(?:没有?|没得|啦|啊|了|的|不|吧)*(?=$|[\s,，。!！~])|"
    r"(?:现在|目前|暂时|眼下|应该|倒|暂)(?:看|倒|都)?(?:没有?|没得|没了|无|还好|尚可|好了|安全|不|稳)|"
    r"还好|放心|没那么|哪有(?:那么|什么)|多大(?:点)?事|死不了|离人远|人(?:都)?(?:绕|躲|跑开|散|撤|疏散|走)(?:得|开|着|空|了|过)|没人(?:走|去|过|住|关)|人过不去|"
    r"^(?:就|只)是(?:走访|记|脏|丑|吵|难看|不好看|看着|个|声|坏|味|想|咨询|问)|只是|而已|老毛病|就是(?:脏|丑|吵|难看|不好看|看着|味|走访|记一?[笔下])|就难看|没啥|没别的事|走访|好好的|好着|清醒"
)
_ASKED_BACK = re.compile(
    r"(?:你|您)?(?:讲|说)(?:危|阿)[^,，。]*|(?:你|您)?(?:讲|说)危险不(?:危险)?|等[^,，。]{1,8}就不危险[^,，。]*"
)
"""带着电呢 你说危不危险: nothing is denied by it."""
_YES_FIRST = re.compile(r"有(?:的|啊|呀|哎|哦)*[\s,，。!！]|(?:很|真|太)?危险(?:啊|呀|哦|的)*[\s,，。!！]")
_HOW_NOT = re.compile(r"[啊哎哟唉诶呀]*(?:怎么|咋)(?:会|就)?没(?:有|得)?(?=$|啊|呢|呀|[\s,，。!！?？])")
_BEGINS = re.compile(r"[嗯啊哎哟唉诶哦呀对是的,，。!！\s]*")
_SLIP = re.compile(r"[写打说讲报弄记]错")
"""Who puts something right says nothing of the danger."""
_TURNS = re.compile(r"但|可是|不过|就是(?:怕|担心)|又")


def answers_danger(words: str) -> bool | None:
    """Whether an answer says that there is danger, that there is none, or neither plainly. `words`: normalised."""
    if REFUTES.search(words) or _HOW_NOT.match(words) or _YES_FIRST.match(words):
        return True
    words = _ASKED_BACK.sub("", words)
    over = _OVER.search(_GOES_ON.sub("", words))
    if _GOES_ON.search(words):
        return None if over is not None and not _TURNS.search(words) and _at_the_start(words) else True
    return False if over is not None else None


_NO_AT_START = re.compile(
    r"(?:那倒|现在|目前|暂时)?(?:没有?|没得|不|无)(?:危险|事|没有|没得)*(?:啊|的|了|啦)?[\s,，。!！]"
)


def _at_the_start(words: str) -> bool:
    """Whether somebody says no first, and then something that could be either (没有 就是老响着)."""
    return _NO_AT_START.match(words) is not None


def danger_answered(words: str, variant: str | None) -> bool | None:
    """Whether there still is danger by an answer; None where the words are none. What does not plainly deny it keeps it.

    `variant`: how the model takes them as an answer (yes, no, text), None where it takes them for something else.
    """
    plainly = danger_in(words)
    if plainly is not None:
        return plainly
    if _SLIP.search(words) and REFUTES.search(words) is None:
        return None
    said = answers_danger(words)
    if variant is None:
        begins = _BEGINS.match(words)
        goes_on = _GOES_ON.match(words, begins.end() if begins is not None else 0) is not None
        return True if said and (goes_on or REFUTES.search(words)) else None
    return said is True or variant != "no" or said is not False if variant in ("yes", "text", "no") else None
