"""What a reporter is to be told, without the words that only ask for them to be told."""

import re

_WHO = (
    r"(?:那个|那位)?(?:报的人|上报人|报修人?的?|报事人?的?|居民|人家|对方|业主|住户|他|她|反映人|反映的人|"
    r"[\u4e00-\u9fff]{1,3}?(?:阿姨|大爷|大妈|先生|女士|师傅|叔叔?|姐|哥|奶奶|爷爷))"
)
_TELL = re.compile(
    rf"^(?:麻烦|请|帮我|帮忙|你|再|先|去|给我|替我)*(?:跟|和|给|向|同|与|告诉|转告|通知|回复|回)\s*{_WHO}"
    r"(?:那边)?(?:讲|说|带|回|知会|告知|通知|交代|解释|传|捎)*(?:一(?:声|下|句话?)|声|句话|个话|个信|清楚)?(?:说)?[\s,，:：。]*"
)
_TOLD_LAST = re.compile(
    rf"[\s,，。;；]*(?:麻烦|请|帮我|帮忙|你|再|先|去|给我|替我)*(?:跟|和|给|向|同|与|告诉|转告|通知|回复|回)\s*{_WHO}"
    r"(?:那边)?(?:讲|说|带|回|知会|告知|通知|交代|解释|传|捎)*(?:一(?:声|下|句话?)|声|句话|个话|个信|清楚)?(?:吧|哈|呗)?[。!！]*$"
)


def to_be_told(text: str) -> str:
    """The message; empty where a sentence holds nothing else than that they are to be told."""
    rest = _TELL.sub("", text.strip(), count=1)
    return _TOLD_LAST.sub("", rest).strip(" ,，:：")
