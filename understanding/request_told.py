"""What a unit's contact says of what the enterprise needs, to the letter; and whether a note tells that somebody got in touch."""

import re

_POLITE = r"(?:请|麻烦|帮我|帮忙|我们?要|我们?想|我来|想|我)*"
_HEAD = r"(?:企业|公司|单位)(?:的)?(?:诉求|需求|求助)"
_WE = r"(?:我们?|本|咱们?)(?:这个?)?(?:公司|企业|单位|厂|店|园区)"
_FOR = r"(?:企业|公司|厂里|园区)"
_ASKS = r"(?:想|要|需要|希望|打算|准备)(?:要|请|找)?(?:问|咨询|了解|反映|申请|办|申办|申报|求助|请教|解决|租|招)"
REQUEST = (
    rf"{_POLITE}(?:提一?个?|登记|反映|新增)?{_HEAD}(?:[\s,，:：]+(?P<rest>.+)|(?P<early>(?!清单|列表|汇总|统计|怎么|在哪|有哪些).{{4,}}))?"
    rf"|(?P<name>{_WE}.{{0,6}}?{_ASKS}.*|.{{2,60}}[\s,，]*{_FOR}(?:也)?(?:想|要|希望)(?:反映|咨询|问).{{0,20}})"
)
"""What the grammar of commands takes for an enterprise's request; whose it is, is decided where it is filed."""
_LED_BY = re.compile(rf"^{_POLITE}(?:提一?个?|登记|反映|新增)?{_HEAD}[\s,，:：]*")
_CONTACT = re.compile(
    r"(?:已|已经|刚|刚刚|今天|上午|下午)?(?:电话)?(?:联系|沟通|对接|打过?电话|通过?电话|致电|上门|见过?面|加过?微信|回过?电)"
)
_NO_CONTACT = re.compile(r"(?:没|未|无法|联系不|打不通|不通|无人接|没人接|停机|关机|待|明天|再)")


def request_text(said: str) -> str:
    """What is asked for, without the words that only say that it is a request."""
    return _LED_BY.sub("", said).strip(" ,，:：。\n")


def tells_of_contact(note: str) -> bool:
    """Whether a worker's note says that they got in touch, and not that they could not, or will."""
    return _CONTACT.search(note) is not None and _NO_CONTACT.search(note) is None
