"""Who is on the demo's chat page, and by which template they are reached; the stand-in needs no more of the sample."""

from dataclasses import dataclass

TEMPLATE_ID = "demo-notice"
TEMPLATE_FIELDS = {"character_string1": "number", "thing2": "rest", "time3": "time"}
RULES = f"""[[template]]
groups = ["news", "work", "reminder", "brief"]
id = "{TEMPLATE_ID}"
kind = "subscribe"
fields = {{ {", ".join(f'{name} = "{source}"' for name, source in TEMPLATE_FIELDS.items())} }}
"""
"""The demo's rules: outside the 48 hours notices go by a template of the stand-in."""


@dataclass(frozen=True)
class SamplePhone:
    """A phone on the chat page; `person`: the code of whom it is bound to in the roster, `home`: of the building."""

    openid: str
    name: str
    about: str
    person: str | None = None
    home: str | None = None


LEAD = "R00729"
PHONES = (
    SamplePhone("o-demo-resident-li", "李示例", "居民 · 梧桐里1号院1幢", "R00001", "Y01-01"),
    SamplePhone("o-demo-leader-wang", "王样本", "红色楼栋长 · 梧桐里1号院1幢", "R00002", "Y01-01"),
    SamplePhone("o-demo-worker-chen", "陈试用", "网格员 · 第1网格", "R00003"),
    SamplePhone("o-demo-head-kong", "孔模拟", "网格长 · 第1网格", "R00089"),
    SamplePhone("o-demo-secretary-zhao", "赵试写", "社区书记 · 梧桐社区", "R00709"),
    SamplePhone("o-demo-crew-shen", "沈假设", "维修队 · 示例东片联盟", "R00718"),
    SamplePhone("o-demo-lead-kong", "孔主任", "街道领导", LEAD),
    SamplePhone("o-demo-member-zhou", "周虚构", "在职党员 · 梧桐社区", "R00004"),
    SamplePhone("o-demo-new", "新邻居", "还没有绑定：试试“绑定 赵演示 0005”"),
)
