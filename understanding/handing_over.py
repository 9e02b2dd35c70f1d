"""Whether who asks for a person also says what about: 转人工 does not, 转人工，我想问老年证 does."""

import re

_WISH = re.compile(
    r"转人工服务|转人工|人工服务|人工客服|人工|客服|真人|活人|大活人|机器人?|智能|值班(?:领导|员|的|人员)?|工作人员|专人|负责人|领导|管事的?|"
    r"主任|书记|网格员|社区的?人?|街道的?人?|居委会的?|接线员|热线|电话|号码|微信|语音|"
    r"跟|同|和|与|找|接|转|打|回|听|派|换|请|叫|让|帮|给|要|想|需要|能不能|可不可以|可以|能|可有|有没有|有|没有|是不是|麻烦|劳驾|"
    r"说话|讲话|说说|讲讲|聊聊?|沟通|对话|通话|联系|答复|回复|回话|处理|解决|说|讲|谈|问|"
    r"你们|我们|您|你|我|他|她|它|们|人|个|一|位|下|的|了|吗|嘛|呢|吧|啊|呀|呗|哦|嗯|谢谢|不要|不想|别|再|不|都|就|还|来|去|这|那|直接|当面|几句|话|懂|明白|清楚?|"
    r"东西|什么|哪[个里位]|在|到|好|行|快|赶紧|马上|现在|啥|谁"
)
_LETTERS = re.compile(r"[\u4e00-\u9fffa-z0-9]", re.IGNORECASE)
LEAST = 4
"""So many letters beside the wish say what it is about."""


def matter_in(words: str) -> str:
    """All the words where they say what it is about; empty where they only ask for a person."""
    rest = _WISH.sub("", words)
    return words if len(_LETTERS.findall(rest)) >= LEAST else ""
