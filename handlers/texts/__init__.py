"""Everything the bot says to people, in one place. Short, polite, with the number and what happens next."""

from datetime import datetime
from zoneinfo import ZoneInfo

from governance.tickets.states import TicketState
from understanding.hazard import Danger, Hazard

TicketLine = tuple[str, TicketState, str, datetime]
"""Number, state, summary, instant of the report."""

STATE = {
    TicketState.REPORTED: "已上报，等待受理",
    TicketState.ACCEPTED: "已受理",
    TicketState.DISPATCHED: "已派单",
    TicketState.IN_PROGRESS: "处理中",
    TicketState.HANDLED: "已处理，等待核查",
    TicketState.VERIFIED: "已核查",
    TicketState.CLOSED: "已办结",
    TicketState.RETURNED: "退回重派中",
    TicketState.TRANSFERRED: "已转办",
    TicketState.SUSPENDED: "已延期",
    TicketState.MERGED: "已并入同类工单",
    TicketState.WITHDRAWN: "已撤回",
    TicketState.REOPENED: "重新办理中",
    TicketState.ESCALATED: "已提交协商议事",
}

CALL_FIRST = {
    Danger.GAS: "请先开窗、勿碰任何开关和明火，到室外再拨打119或燃气抢修电话。",
    Danger.FIRE: "请先拨打119，远离烟火，走楼梯撤离。",
    Danger.ELECTRIC: "请远离、不要触碰，有人触电先断电并拨打120。",
    Danger.LIFT: "请先按电梯里的报警铃或拨打119，不要扒门。",
    Danger.PERSON: "请先拨打120或110，有人被困拨打119。",
    Danger.VIOLENCE: "请先拨打110，注意自身安全。",
}
"""What comes before everything else, by danger. Source: design, section 5 (gas and fire: the reply first says whom to call)."""
KEEP_AWAY = "请先远离，提醒旁人绕行；有人受伤请拨打120。"
EXAMPLE = "虎踞北路4号5幢3楼楼道灯坏了"
CAN_DO = (
    f"直接用一句话告诉我哪里出了什么问题，例如：{EXAMPLE}\n"
    "也可以发照片、语音或位置。\n"
    "回复“进度”查办理情况，“撤回”取消上报，“帮助”看说明。"
)
HELP = "邻里可以这样用：\n" + CAN_DO + "\n遇到火情、煤气泄漏等紧急情况，请先拨打119。"
FALLBACK = "这类消息我还看不懂。\n" + CAN_DO
GREETING = "您好，我是社区的“邻里”。\n" + CAN_DO
THANKS = "不客气，有事随时说一声。"
NOISE = f"请告诉我：哪里、出了什么问题？一句话就行，例如：{EXAMPLE}"
LINK = "链接我打不开，请用一句话说说哪里出了什么问题，也可以发照片。"
WELCOME = "您好，欢迎关注“邻里”，大事小情有回音。\n" + CAN_DO
MEDIA_FIRST = "{what}收到了。请再用一句话说说哪里出了什么问题，我就登记上报。"
MEDIA_NAMES = {"image": "照片", "voice": "语音", "video": "视频", "location": "位置"}
JOINED = "{what}已加到工单 {number}（{summary}）。办理有进展会告诉您，回复“进度”随时可查。"
NO_TICKETS = "您最近没有上报记录。有事直接用一句话告诉我，例如：" + EXAMPLE
NOTHING_TO_WITHDRAW = "没有可以撤回的上报：已开始处理或已结束的不能撤回。回复“进度”可查办理情况。"
BUSY = "抱歉，系统暂时繁忙，刚才这条没有记下来。请过几分钟再发一次；紧急情况请直接打社区电话或拨打110、119。"
HAZARD_MARK = "（安全隐患，已加急）"
NEXT = "接下来由社区工作人员受理，办理有进展会告诉您。可以继续发照片或位置补充；回复“进度”可查，“撤回”可取消。"
STILL_WHERE = "您说的已记下。请再告诉我在哪里：小区和楼栋，或发个位置。回复“算了”先这样登记。"
ASK_DANGER = "现在还有危险吗？回复“有”或“没有”。没收到回复前先按有危险处理。"
NO_DANGER = "好的，{number} 改按一般事项办理。情况有变请马上告诉我。"
IS_DANGER = "明白，{number} 按安全隐患加急处理，请注意安全。"
KEPT_TOGETHER = "好的，{number} 作为一件办理，您说的内容都已记下。"
LEFT = "好的，有事随时再说。"
CALM = "您的心情我理解，话已记下。有具体的事请说说哪里、出了什么问题，我马上登记。"
URGED = "已催办 {numbers}，工作人员会收到提醒。\n{progress}"
NOTHING_TO_URGE = "您没有正在办理的上报，不用催办。有事直接用一句话告诉我，例如：" + EXAMPLE
JOINED_BY_OTHERS = "{number} 还有邻居一起跟进，不能撤回。如情况有变，请直接说明，我们会转告工作人员。"
GOES_WITH = "{summary}（随 {into} 办理：{state}）"
KEPT = "—— 之前没能推送给您的通知 ——"
LEAST_ROOM = 200
SOMEWHERE = "地点未明"
NOTICE_URGED = "上报人催办 {number}：{summary}"
NOTICE_DRAFT = "有人上报没说完 {number}：{summary}，请联系核实。"
DRAFT_OF_PLACE = "上报人只说了地点：{place}，没有说明问题"
DRAFT_OF_MEDIA = "上报人只发来照片、语音或位置，没有说明问题"
URGENCY_MARK = {"hazard": "【安全隐患】", "urgent": "【应急】", "normal": "", "enquiry": "【咨询】"}
SCANNED = "您好，这里是{place}。有事直接用一句话告诉我，不用再写楼栋，例如：3楼楼道灯坏了"
UNKNOWN_CODE = "这个二维码还没有登记楼栋，上报时请写上小区和楼栋。\n" + CAN_DO
REPORT_FIRST = f"请直接用一句话告诉我哪里出了什么问题，例如：{EXAMPLE}"
PLACE_ONLY = "{place}出了什么问题？请连地点一起用一句话告诉我，例如：{place}楼道灯坏了"
SAME_START = 5
MOST_LISTED = 5


def reported(number: str, summary: str, place: str | None, hazard: Hazard | None, question: str) -> str:
    """The answer to a report: in danger first whom to call; number, what was understood; what is asked, or what comes next."""
    first = f"{CALL_FIRST.get(hazard.danger, KEEP_AWAY)}\n" if hazard else ""
    known = f"已登记，编号 {number}{HAZARD_MARK if hazard else ''}\n事项：{summary}\n" + (
        f"地点：{place}\n" if place else ""
    )
    return first + known + (question or NEXT)


def ask_place(names: list[str]) -> str:
    """Where is it? The likeliest places are numbered."""
    if not names:
        return "还缺地点：在哪里？请回复小区和楼栋，或发个位置。回复“算了”先这样登记。"
    listed = "\n".join(f"{number}. {name}" for number, name in enumerate(names, 1))
    return f"还缺地点：是下面哪一处？回复数字就行，也可以写小区和楼栋，或发个位置。\n{listed}"


def ask_split(summaries: list[str]) -> str:
    """Several things in one message: apart or together?"""
    listed = "\n".join(f"· {summary}" for summary in summaries)
    return f"您说的像是 {len(summaries)} 件事：\n{listed}\n回复 1 分开登记、分别办理；回复 2 就作一件办理。"


def split(opened: list[tuple[str, str]], question: str) -> str:
    """The numbers of what was one message."""
    listed = "\n".join(f"{number}　{summary}" for number, summary in opened)
    return f"已分成 {len(opened)} 件：\n{listed}\n" + (question or NEXT)


def left_open(numbers: list[str]) -> str:
    """The answer to 算了: what was said stays."""
    if not numbers:
        return LEFT
    return f"好的，{'、'.join(numbers)} 先这样登记，工作人员会联系核实。想起来了随时补充。"


def placed(number: str, place: str) -> str:
    """The answer when the place of a report arrives in a second message."""
    return f"地点已补充到工单 {number}：{place}。办理有进展会告诉您，回复“进度”随时可查。"


def fitting(kept: list[str], room: int) -> list[str]:
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


def joined(kind: str, number: str, summary: str) -> str:
    """The answer when a picture, voice, video or location joins an open report."""
    return JOINED.format(what=MEDIA_NAMES[kind], number=number, summary=summary)


def media_first(kind: str) -> str:
    """The question when a picture comes before any words."""
    return MEDIA_FIRST.format(what=MEDIA_NAMES[kind])


def progress(lines: list[TicketLine], total: int, zone: ZoneInfo, own: bool = True) -> str:
    """Tickets of the reporter, or (not `own`) of those who work there; newest first."""
    head = f"您最近共上报 {total} 件" if own else f"找到 {total} 件"
    return "\n".join([head + _shown(len(lines), total), *_lines(lines, zone)])


def workplace(posts: list[str], lines: list[TicketLine], total: int, zone: ZoneInfo) -> str:
    """The sender's posts and what is open there."""
    head = f"未办结的上报 {total} 件" + _shown(len(lines), total) if total else "目前没有未办结的上报。"
    return "\n".join(["您负责：", *posts, head, *_lines(lines, zone)])


def _shown(shown: int, total: int) -> str:
    return f"，显示最近 {shown} 件：" if total > shown else "："


def _lines(lines: list[TicketLine], zone: ZoneInfo) -> list[str]:
    """Number, state, summary, local time of the report."""
    return [
        f"{number}　{STATE[state]}\n{summary}（{opened_at.astimezone(zone):%m月%d日 %H:%M}上报）"
        for number, state, summary, opened_at in lines
    ]


def no_such_ticket(name: str) -> str:
    """The sender named a ticket that is not theirs or does not exist."""
    return f"没有找到您上报的工单 {name}。回复“进度”可看您的全部上报。"


def several(name: str, numbers: list[str]) -> str:
    """Digits that fit several tickets of the sender."""
    return f"{name} 对应多件工单：\n" + "\n".join(numbers[:MOST_LISTED]) + "\n请回复完整编号。"


def withdrawn(number: str, summary: str) -> str:
    """The answer to a withdrawal."""
    return f"工单 {number}（{summary}）已撤回。以后有事随时再说。"


def choose_withdrawal(lines: list[tuple[str, str]]) -> str:
    """The question when several reports could be meant."""
    listed = "\n".join(f"{number}　{summary}" for number, summary in lines[:MOST_LISTED])
    short = lines[0][0].rpartition("-")[2]
    return f"要撤回哪一件？\n{listed}\n请回复“撤回”加编号后四位，例如：撤回 {short}"


def cannot_withdraw(number: str, state: TicketState) -> str:
    """A ticket that is too far to be taken back."""
    return f"工单 {number} {STATE[state]}，不能撤回。如情况有变，请直接说明，我们会转告工作人员。"


def welcome_at(place: str) -> str:
    """The welcome of someone who subscribed by a building's code."""
    return "欢迎关注“邻里”，大事小情有回音。\n" + SCANNED.format(place=place)


def notice_new(number: str, summary: str, place: str, urgency: str) -> str:
    """What a grid worker reads when a report comes from their grid."""
    return f"新上报 {number}{URGENCY_MARK[urgency]}\n{where_and_what(place, summary)}"


def where_and_what(place: str | None, summary: str) -> str:
    """Place and summary; the place is not said twice where the summary begins with it."""
    if not place or summary.startswith(place[:SAME_START]):
        return summary
    return f"{place}：{summary}"


def notice_withdrawn(number: str, summary: str) -> str:
    """What a grid worker reads when it is taken back."""
    return f"工单 {number}（{summary}）已由上报人撤回，无需处理。"
