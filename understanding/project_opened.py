"""发布一个共建项目：给院子添两张长椅，元旦前装好，哪家单位愿意认领: a project is to be put on the list."""

import re

_OPENS = re.compile(
    r"^(?:都不是|不是|那|好的?|你好|请|麻烦|帮我|[\s,，])*(?:我们?|社区)?(?:要|想|准备|打算)?(?:发布|新建|新增|建|开|发起|挂|立|登记|加)(?:一?[个下]|新|一条)*(?:的)?"
    r"(?:共建|认领|民生|微)?项目(?!进展|清单|照片|分步|讨论|结)[\s:：,，]*(?P<rest>.{4,})$"
)
_ASKS = re.compile(r"[?？]|吗|怎么|什么时候|在哪|有没有")
_WHO = re.compile(
    r"[\s,，]*(?:看看|问问)?(?:哪家|哪个|有没有|谁|请各?)(?:单位|支部|企业|商户|人)?[^,，。;；]{0,6}(?:认领|领走|来领|能出|出力)[^,，。;；]{0,3}"
)


def project_opened(normalised: str) -> str:
    """What is to be done; empty where no project is to be opened."""
    found = _OPENS.match(normalised)
    if found is None or _ASKS.search(_WHO.sub("", normalised)):
        return ""
    return _WHO.sub("", found["rest"]).replace("元旦前", "1月1日前").strip(" ,，。;；")
