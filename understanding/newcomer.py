"""Who is new asks how one begins here: 我是新搬来的，在哪弄啊; 怎么注册."""

import re

_NEW = re.compile(
    r"新搬(?:来|过来|进来|到)|刚搬(?:来|过来|进来|到)|新来的|新住户|新邻居|新居民|(?:第一次|头一?回|头一次)(?:用|来|加)|刚(?:关注|加上?|扫)"
)
_HOW = re.compile(
    r"(?:在|去|到)?(?:哪[里块儿个]?|怎么|咋|如何|怎样)(?:个|样|才能|能|可以|去)?(?:弄|搞|登记|注册|绑定?|开始|用|办|加入|填|录)"
)
_REGISTER = re.compile(
    r"(?:我|这个?|那|请问|问下|要|想|先|你好|您好|[\s,，。])*(?:怎么|咋|如何|怎样|在?哪[里块儿]|要不要|需要|是不是要)(?:个|样|才能|能|可以|去|先)?"
    r"(?:注册|绑定|登记(?:身份|信息|名字)?|认证(?:身份)?|实名(?:登记|认证)?)(?:账号|身份|信息)?(?:啊|呀|呢|吗|哦|的|一下|$|[\s,，。?？])*"
)
_OF_SOMETHING = re.compile(
    r"居住证|户口|身份证|车|狗|猫|医保|社保|疫苗|入学|上学|活动|志愿|租房|合同|补贴|水电|宽带|燃气|煤气|物业"
)
LONGEST = 36


def asks_how_to_begin(normalised: str) -> bool:
    """Whether somebody asks how to begin here, and about nothing else."""
    if len(normalised) > LONGEST or _OF_SOMETHING.search(normalised):
        return False
    if _REGISTER.fullmatch(normalised):
        return True
    return _NEW.search(normalised) is not None and _HOW.search(normalised) is not None
