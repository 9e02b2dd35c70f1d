"""What is said of a change made by hand."""

from governance.roster.changes import Action
from governance.roster.one_change import Difference
from handlers.context import Here
from handlers.master_data.outcomes import (
    CAUGHT_DAYS,
    EntryAsItWas,
    EntryChanged,
    EntryChangedMeanwhile,
    EntryHow,
    EntryStillNeeded,
    EntryWouldChange,
    NoSuchEntry,
)
from handlers.outcomes import says

CAUGHT = "最近 {days} 天的上报里，有 {count} 件说到新加的说法，会受影响。"
WOULD = {
    Action.ADD: "将新增 {title}，还没有写入，请核对后点“确认”。",
    Action.CHANGE: "将修改 {title}，共 {count} 处，还没有写入，请核对后点“确认”。",
    Action.REMOVE: "将撤销 {title}，还没有写入，请核对后点“确认”。以前的工单和记录都保留。",
}
DONE = {
    Action.ADD: "已新增 {title}。马上生效；写错了可以点“撤销这次改动”。",
    Action.CHANGE: "已修改 {title}，共 {count} 处。马上生效；写错了可以点“撤销这次改动”。",
    Action.REMOVE: "已撤销 {title}。马上生效；写错了可以点“撤销这次改动”。",
}
LINE = "· {field}：{before} → {after}"
EMPTY = "（空）"
HOW = "还不能写入，请改好再提交："
PROBLEM = "· {field}：{text}"
AS_IT_WAS = "{title} 和现在的一样，没有改动。"
MEANWHILE = "{title} 刚刚被别人改过，您的还没有写入。别人改了："
MEANWHILE_GONE = "{title} 刚刚被别人撤销了，您的没有写入。要恢复，请重新新增。"
MERGED = "您没改的栏已换成新的，您填的都还在；请再看一遍，没问题就重新提交。"
STILL_NEEDED = "{title} 现在不能撤销，还有 {count} 处用到它，请先处理："
STILL_OPEN = "· 没办结的工单：{numbers}"
STILL_HANGING = "· {what}"
AT_HAND = "手上还有没办结的工单：{numbers}。撤销后请改派。"
NO_SUCH = "没有这个编号，或已经撤销。请回到名录重新选。"
IF_LEFT = {
    "shifts": "还排着{what}：离任后空出来，候补自动递补，缺人会告诉站长或社区书记。",
    "stations": "是{what}的站长：离任后没有站长，请在“站点”里另填。",
    "councils": "是{what}的成员：离任后少一位，会告诉社区书记补人。",
    "resolutions": "负责{what}：离任后转给社区书记。",
}
IF_POST_ENDS = {
    "shifts": "还排着{what}：只结束岗位不会取消，不来了请在“排班”里撤下。",
    "stations": "是{what}的站长：只结束岗位不会换人，要换请在“站点”里另填。",
    "councils": "是{what}的成员：议事会的岗位结束就少一位；议事会自己增补的不变。",
    "resolutions": "负责{what}：只结束岗位不会转给别人。",
}
MOST = 8


@says
def entry_how(found: EntryHow, _here: Here) -> str:
    """What is wrong, field by field."""
    return "\n".join(
        [HOW, *(PROBLEM.format(field=field, text=text) if field else f"· {text}" for field, text in found.problems)]
    )


@says
def entry_would_change(found: EntryWouldChange, _here: Here) -> str:
    """将修改 R5 王样本，共 1 处."""
    first = WOULD[found.action].format(title=found.title, count=len(found.differences))
    caught = [] if found.caught is None else [CAUGHT.format(days=CAUGHT_DAYS, count=found.caught)]
    more = [AT_HAND.format(numbers=listed(found.tickets))] if found.tickets else []
    more += [STILL_HANGING.format(what=each) for each in found.hanging]
    shown = () if found.action is Action.REMOVE else found.differences
    return "\n".join([first, *map(line, shown), *caught, *more])


@says
def entry_changed(found: EntryChanged, _here: Here) -> str:
    """已修改 R5 王样本，共 1 处."""
    first = DONE[found.action].format(title=found.title, count=len(found.differences))
    return "\n".join([first, *map(line, found.differences)])


@says
def entry_as_it_was(found: EntryAsItWas, _here: Here) -> str:
    """Nothing to do."""
    return AS_IT_WAS.format(title=found.title)


@says
def entry_changed_meanwhile(found: EntryChangedMeanwhile, _here: Here) -> str:
    """Who comes second hears what the first has written."""
    if not found.differences:
        return MEANWHILE_GONE.format(title=found.title)
    return "\n".join([MEANWHILE.format(title=found.title), *map(line, found.differences), MERGED])


@says
def entry_still_needed(found: EntryStillNeeded, _here: Here) -> str:
    """What to settle first."""
    lines = [STILL_HANGING.format(what=each) for each in found.hanging[:MOST]]
    if len(found.hanging) > MOST:
        lines.append(STILL_HANGING.format(what=f"……共 {len(found.hanging)} 处"))
    tickets = [STILL_OPEN.format(numbers=listed(found.tickets))] if found.tickets else []
    count = len(found.hanging) + len(found.tickets)
    return "\n".join([STILL_NEEDED.format(title=found.title, count=count), *tickets, *lines])


@says
def no_such_entry(_found: NoSuchEntry, _here: Here) -> str:
    """It is not there."""
    return NO_SUCH


def line(found: Difference) -> str:
    """· 单位：示例单位 → （空）."""
    return LINE.format(field=found.field, before=found.before or EMPTY, after=found.after or EMPTY)


def listed(numbers: tuple[str, ...]) -> str:
    """The first few numbers, and how many there are in all."""
    shown = "、".join(numbers[:MOST])
    return shown if len(numbers) <= MOST else f"{shown} 等 {len(numbers)} 件"
