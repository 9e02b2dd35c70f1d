"""The grammar of what is said of projects to the letter: claimed, planned, done, offered, needed, help at once."""

from understanding.command_names import CommandName
from understanding.grammar import POLITE, SOFT, TELLING, THE_TICKET, TICKET

_PROJECT = r"(?:项目\s*第?\s*[0-9]{1,6}\s*号?|第?\s*[0-9]{1,6}\s*号?\s*项目)"
_RESOLUTION = r"(?:决议\s*第?\s*[0-9]{1,6}\s*号?|第?\s*[0-9]{1,6}\s*号?决议)"
_NO_QUESTION = r"(?!.*(?:什么|怎么|谁|几时|多少|吗|呢|[?？]))"
_WE = r"我们?(?:单位|公司|支部|这边|队)?"

PROJECT_COMMANDS: tuple[tuple[CommandName, str], ...] = (
    (
        CommandName.SHOW_MY_PROJECTS,
        rf"{POLITE}(?:看|查|查看)?(?:我|我们|本)?(?:单位)?(?:认领|领)?(?:了)?(?:的)(?:认领)?项目{SOFT}|(?:我们?|我们?单位|本单位)认领了?(?:哪些|什么)项目[?？]?",
    ),
    (
        CommandName.SHOW_PROJECTS,
        rf"{POLITE}(?:看看?|查|查看)?(?:一下)?(?P<rest>(?:资源|需求|项目|认领)清单){SOFT}|(?:有)?(?:什么|哪些)?(?:可以?|能)?认领的?项目(?:列表|有哪些|有什么)?[?？]?{SOFT}|有(?:什么|哪些)项目(?:可以?|能)(?:认领|领)?[?？]?|项目列表|(?:现在|社区|街道|你们|这里|我们?院里?)*有(?:什么|哪些)项目(?:吗|呢|呀|啊)?[?？]?|看看?(?:有?(?:什么|哪些))?项目{SOFT}|(?:项目)?(?:都)?谁认领了(?:项目)?[?？]?|{POLITE}(?:看|查|查看)\s*(?P<early>{_PROJECT}){SOFT}|(?P<name>{_PROJECT})(?:怎么样了|进度|情况)?[?？]?",
    ),
    (CommandName.THANK_PROJECT, rf"(?:感谢|谢谢)\s*(?P<rest>{_PROJECT}.*)"),
    (
        CommandName.SEND_BACK_PROJECT,
        rf"(?P<rest>{_PROJECT}[\s,，:：]*(?:验收)?(?:不通过|不合格|退回|返工).*)|{POLITE}(?:退回|返工)\s*(?P<early>{_PROJECT}.*)",
    ),
    (
        CommandName.ACCEPT_PROJECT,
        rf"{POLITE}(?:验收通过|通过验收|验收)\s*(?P<rest>{_PROJECT}){SOFT}|(?P<early>{_PROJECT})[\s,，:：]*验收(?:通过|合格)?{SOFT}",
    ),
    (CommandName.WITHDRAW_PROJECT, rf"{POLITE}(?:撤销|撤下|终止|停办)\s*(?P<rest>{_PROJECT}.*)"),
    (
        CommandName.GIVE_UP_CLAIM,
        rf"{POLITE}(?:放弃|退出|取消)(?:认领)?\s*(?P<rest>{_PROJECT}.*)|(?P<early>{_PROJECT}[\s,，]*{_WE}(?:做不了|干不了|不做|退出|放弃|认不了|不认).*)|{POLITE}(?:放弃|退出|取消)认领{SOFT}",
    ),
    (
        CommandName.CLAIM_PROJECT,
        rf"{POLITE}(?:认领|承接|领办)(?:一?个)?\s*(?P<rest>{_PROJECT}.{{0,60}})|(?P<early>{_PROJECT}[\s,，]*(?:由|归)?{_WE}(?:来)?(?:认领|认|接|领|承接)(?:了|下)?.{{0,20}})|{POLITE}认领项目{SOFT}",
    ),
    (
        CommandName.PLAN_PROJECT,
        rf"{_NO_QUESTION}(?P<rest>{_PROJECT}[\s,，:：]*(?:{_WE})?(?:准备|打算|计划)?分(?:成|为|作)?[0-9一二两三四五六七八几]{{1,2}}(?:个)?(?:步|期|段|阶段|次).*)",
    ),
    (
        CommandName.OPEN_PROJECT,
        rf"{POLITE}(?:转项目|转为项目|转认领){TELLING}|(?P<early>需求\s*[0-9]{{1,6}}\s*号?(?:转为?|变成?)项目.*)|{POLITE}(?:开|新建|发布|立)(?:一?个)?项目(?:[\s,，:：]+(?P<name>.+))?",
    ),
    (
        CommandName.OPEN_PROJECT,
        rf"{POLITE}(?P<rest>{_RESOLUTION}[\s,，:：]*(?:转为?|转成|变成?|进入?|放进?)(?:认领)?项目(?:池|清单|库)?.*)|{POLITE}(?:转项目|转为项目)\s*(?P<early>{_RESOLUTION}.*)",
    ),
    (
        CommandName.REPORT_PROJECT_STEP,
        rf"(?:项目进展|报进展|项目进度)(?:[\s,，:：]+(?P<rest>.+))?|{_NO_QUESTION}(?P<early>{_PROJECT}[\s,，:：]*.+)|"
        rf"(?P<name>(?:{_WE})?(?:认领)?的?项目(?:全部|全都|都|已经?)*(?:做完|完工|完成|弄好|做好|搞好){SOFT})",
    ),
    (CommandName.END_OFFER, rf"{POLITE}撤(?:下|回|销)资源\s*(?P<rest>[0-9]{{1,6}})?\s*号?{SOFT}"),
    (CommandName.OFFER_RESOURCE, rf"{POLITE}(?:提供|登记|新增)资源(?P<rest>.*)|资源[\s,，:：]+(?P<early>.+)"),
    (CommandName.STATE_NEED, rf"{POLITE}(?:提出?个?|登记|新增)需求(?P<rest>.*)|需求[\s,，:：]+(?P<early>.+)"),
    (CommandName.CALL_TAKE_ON, rf"{POLITE}(?:应急领办|喊人领办|呼叫领办){TELLING}|{POLITE}(?:喊人领办|呼叫领办){SOFT}"),
    (CommandName.CALL_TAKE_ON, rf"{THE_TICKET}(?:这)?(?:件|个)?(?:事|单子?)?[\s,，]*谁能?(?:来)?领办.*"),
    (
        CommandName.TAKE_ON,
        rf"{POLITE}(?:{_WE})?(?:来)?领办(?:了)?\s*{TICKET}{SOFT}|应急领办[\s,，]*{_WE}(?:上|来|接|领)(?:了)?{SOFT}|这个?急(?:的|事|活)*{_WE}(?:上|来|接|领)(?:了)?{SOFT}",
    ),
)
