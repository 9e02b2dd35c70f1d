"""What is said to what is sent without being about one matter, and around other answers."""

from collections.abc import Sequence

from handlers.catalogue import entry_named
from handlers.context import Here
from handlers.conversation.commands import Option
from handlers.conversation.outcomes import (
    Calmed,
    Farewell,
    GoneAway,
    Greeted,
    Help,
    HelpOn,
    HelpTopic,
    LeftOpen,
    LinkNotOpened,
    Listened,
    MediaJoined,
    NotDone,
    NotUnderstood,
    Offered,
    PlaceShown,
    SeveralDone,
    TellWhat,
    UnknownCode,
    Welcomed,
    WhoseIsIt,
    WordsWanted,
)
from handlers.outcomes import in_words, says
from handlers.texts import EXAMPLE
from understanding.summary import title_of

GOODBYE = "再见，有事随时说一声。"
CAN_DO = (
    f"直接用一句话告诉我哪里出了什么问题，例如：{EXAMPLE}\n"
    "也可以发照片、语音或位置。\n"
    "回复“进度”查办理情况，“撤回”取消上报，“帮助”看说明。"
)
HELP = "邻里可以这样用：\n" + CAN_DO + "\n遇到火情、煤气泄漏等紧急情况，请先拨打119。"
HELP_WORK = (
    "办工单时，7 是编号末几位，只有一件时可以不写；办结要再发一张照片。\n"
    "要上报问题，直接用一句话说哪里出了什么问题。回复“进度”查自己上报的，“撤回”取消。"
)
HELP_TOPIC, HELP_SAID, HELP_MORE = "{name}：{examples}", "、", "，回复“帮助 {name}”看全部"
HELP_OTHERS = "还有：{names}。想看哪样，回复“帮助 {first}”这样问。"
HELP_ON, HELP_LINE = "{topic}可以这样说：\n{lines}", "{label}　{examples}"
FALLBACK = "这类消息我还看不懂。\n" + CAN_DO
GREETING = "您好，我是社区的“邻里”。\n" + CAN_DO
INTRODUCTION = (
    "我是“邻里”，{whose}的服务机器人，不是真人。您说的事由我登记、编号，交给社区网格员和各科室的工作人员去办，办到哪一步都会告诉您。\n"
    + CAN_DO
    + "\n想找工作人员，回复“转人工”。"
)
OF, OF_THE_COMMUNITY = "{area}", "街道和社区"
TELL_WHAT = f"请直接用一句话告诉我：哪里、出了什么问题？例如：{EXAMPLE}"
LINK = "链接我打不开，请用一句话说说哪里出了什么问题，也可以发照片。"
WELCOME = "您好，欢迎关注“邻里”，大事小情有回音。\n" + CAN_DO
SCANNED = "您好，这里是{place}。有事直接用一句话告诉我，不用再写楼栋，例如：3楼楼道灯坏了"
WELCOME_AT = "欢迎关注“邻里”，大事小情有回音。\n" + SCANNED
PRIVACY = "\n您的信息怎样使用、保存多久（版本 {version}）：回复“隐私说明”。"
UNKNOWN_CODE = "这个二维码还没有登记楼栋，上报时请写上小区和楼栋。\n" + CAN_DO
MEDIA_NAMES = {"image": "照片", "voice": "语音", "video": "视频", "location": "位置"}
MEDIA_FIRST = "{what}收到了。请再用一句话说说哪里出了什么问题，我就登记上报。"
MEDIA_FOR_WORK = (
    "{what}收到了。办结请回复“办结 编号 说明”，到场请回复“到场 编号”；要上报新问题，请用一句话说说哪里出了什么问题。"
)
WHOSE = "{what}收到了，是哪一件的？\n{options}\n{other} 都不是，是新问题\n回复前面的数字就行；办好了的，直接说哪一件、做了什么。"
WHOSE_OPTION = "{at} {about}（{number}）"
MEDIA_JOINED = "{what}已加到工单 {number}（{summary}）。办理有进展会告诉您，回复“进度”随时可查。"
LEFT = "好的，有事随时再说。"
LEFT_OPEN = "好的，{numbers} 先这样登记，工作人员会联系核实。想起来了随时补充。"
NOT_DONE = "好的，没有办理。"
LISTENED = "嗯，我听着呢。社区里哪里出了问题，直接说一声就行。"
OFFERED = "我没有完全听懂，您是想：\n{options}\n回复前面的数字就行；都不是的话，请换个说法告诉我。"
OFFERED_AGAIN = (
    "{what}先留着了，还没有办结什么。您刚才是想：\n{options}\n回复前面的数字就用上；都不是的话，请换个说法告诉我。"
)
OFFERED_ONE = "您是想{option}吗？回复“是”就办；不是的话，请换个说法告诉我。"
OPTION, OPTION_OF_TICKET, OPTION_OF_SHIFT = "{label}", "{label}“{about}”（{number}）", "{label}：{shift}"
OPTION_CALLED = {"choose_home": "改您登记的住址", "correct_report": "更正上报"}
OPTION_SAYS = {"good": "（满意）", "bad": "（不满意）", "fair": "（基本满意）"}
_JUDGES = ("rate_ticket",)
"""What is offered with the verdict that it would write down."""
CALM = "您的心情我理解，话已记下。有具体的事请说说哪里、出了什么问题，我马上登记。"
KEPT = "—— 之前没能推送给您的通知 ——"
NOTICE_DRAFT = "有人上报没说完 {number}：{summary}，请联系核实。"
DRAFT_OF_PLACE = "上报人只说了地点：{place}，没有说明问题"
DRAFT_OF_MEDIA = "上报人只发来照片、语音或位置，没有说明问题"


@says
def help_in_short(found: Help, _here: Here) -> str:
    """How to begin, then the topics."""
    others = [HELP_OTHERS.format(names="、".join(found.others), first=found.others[0])] if found.others else []
    return "\n".join([HELP_WORK if found.works else HELP, *map(_topic, found.topics), *others])


def _topic(topic: HelpTopic) -> str:
    said = HELP_TOPIC.format(name=topic.name, examples=HELP_SAID.join(topic.examples))
    return said + (HELP_MORE.format(name=topic.name) if topic.more else "")


@says
def help_on(found: HelpOn, _here: Here) -> str:
    """A line for each thing."""
    lines = [HELP_LINE.format(label=label, examples=HELP_SAID.join(said)) for label, said in found.lines]
    return HELP_ON.format(topic=found.topic, lines="\n".join(lines))


@says
def greeted(found: Greeted, here: Here) -> str:
    """Who speaks, and what can be done."""
    if not found.who:
        return GREETING
    roots = [here.places.full_name(place) for place in here.places.roots()]
    behind = here.places.full_name(found.community) if found.community is not None else "".join(roots[:1])
    return INTRODUCTION.format(whose=OF.format(area=behind) if behind else OF_THE_COMMUNITY)


@says
def farewell(_found: Farewell, _here: Here) -> str:
    """Until next time."""
    return GOODBYE


@says
def tell_what(_found: TellWhat, _here: Here) -> str:
    """With an example."""
    return TELL_WHAT


@says
def calmed(_found: Calmed, _here: Here) -> str:
    """What to say instead."""
    return CALM


@says
def left_open(found: LeftOpen, _here: Here) -> str:
    """What was said stays."""
    return LEFT_OPEN.format(numbers="、".join(found.numbers)) if found.numbers else LEFT


@says
def not_done(_found: NotDone, _here: Here) -> str:
    """Nothing happened."""
    return NOT_DONE


@says
def media_joined(found: MediaJoined, _here: Here) -> str:
    """To which report."""
    return MEDIA_JOINED.format(what=MEDIA_NAMES[found.kind], number=found.number, summary=found.summary)


@says
def words_wanted(found: WordsWanted, _here: Here) -> str:
    """What to say now."""
    return (MEDIA_FOR_WORK if found.works else MEDIA_FIRST).format(what=MEDIA_NAMES[found.kind])


@says
def whose_is_it(found: WhoseIsIt, _here: Here) -> str:
    """One line a ticket."""
    lines = [
        WHOSE_OPTION.format(at=at, about=title_of(about), number=number)
        for at, (number, about) in enumerate(found.tickets, 1)
    ]
    what, other = MEDIA_NAMES[found.kind], len(lines) + 1
    return WHOSE.format(what=what, options="\n".join(lines), other=other)


@says
def listened(_found: Listened, _here: Here) -> str:
    """Heard; nothing is filed."""
    return LISTENED


@says
def offered(found: Offered, _here: Here) -> str:
    """One line a choice."""
    if found.kept:
        lines = (f"{at} {_option(option)}" for at, option in enumerate(found.options, 1))
        return OFFERED_AGAIN.format(what=MEDIA_NAMES[found.kept], options="\n".join(lines))
    if len(found.options) == 1:
        return OFFERED_ONE.format(option=_option(found.options[0]))
    lines = (f"{at} {_option(option)}" for at, option in enumerate(found.options, 1))
    return OFFERED.format(options="\n".join(lines))


def option_called(name: str) -> str:
    """What a command is called where it is offered."""
    return OPTION_CALLED.get(name) or entry_named(name).label


def _option(option: Option) -> str:
    label = option_called(option.command or "") + OPTION_SAYS.get(
        option.variant if option.command in _JUDGES else "", ""
    )
    if option.ticket is not None:
        return OPTION_OF_TICKET.format(label=label, about=title_of(option.about), number=option.ticket)
    if option.shift_title:
        return OPTION_OF_SHIFT.format(label=label, shift=option.shift_title)
    return OPTION.format(label=label)


@says
def several_done(found: SeveralDone, here: Here) -> str:
    """Each by itself."""
    return "\n\n".join(in_words(each, here) for each in found.outcomes)


@says
def link_not_opened(_found: LinkNotOpened, _here: Here) -> str:
    """What to do instead."""
    return LINK


@says
def not_understood(_found: NotUnderstood, _here: Here) -> str:
    """What can be sent."""
    return FALLBACK


@says
def place_shown(found: PlaceShown, here: Here) -> str:
    """How to report from here."""
    return SCANNED.format(place=here.places.full_name(found.place))


@says
def unknown_code(_found: UnknownCode, _here: Here) -> str:
    """How to report all the same."""
    return UNKNOWN_CODE


@says
def welcomed(found: Welcomed, here: Here) -> str:
    """What can be done; at the place of the code. Of another code first what came of it."""
    said = WELCOME if found.place is None else WELCOME_AT.format(place=here.places.full_name(found.place))
    said += PRIVACY.format(version=here.config.privacy.version)
    return said if found.scanned is None else f"{in_words(found.scanned, here)}\n{said}"


@says
def gone_away(_found: GoneAway, _here: Here) -> str:
    """Nobody is there to read it."""
    return ""


def fitting(kept: Sequence[str], room: int) -> list[str]:
    """As many texts as there is room for (bytes), in order; one that alone is too long is cut."""
    said: list[str] = []
    left = room - len(KEPT.encode()) - 4
    for text in kept:
        content = text.encode()
        if len(content) + 2 > left:
            return said or [content[: left - 3].decode("utf-8", "ignore") + "…"]
        said.append(text)
        left -= len(content) + 2
    return said
