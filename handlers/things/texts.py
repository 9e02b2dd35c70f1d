"""What is said of things."""

from governance.things.inspections import Result
from governance.things.kinds import ThingKind
from governance.things.texts import KIND
from handlers.context import Here
from handlers.outcomes import in_words, says
from handlers.things import outcomes as found
from handlers.things.words import again, called

MEASURE = {
    ThingKind.LAMP: "盏", ThingKind.TREE: "棵", ThingKind.LIFT: "部", ThingKind.PUMP: "台", ThingKind.AED: "台",
    ThingKind.PIPE: "条", ThingKind.FIRE_LANE: "条", ThingKind.WALL: "段",
}  # fmt: skip
TAP = "上报这{measure}{kind}坏了"
HEAD = "要查的设施 {total} 个{late}，先查这些："
HEAD_LATE, NOTHING_DUE = "（逾期 {late} 个）", "现在没有要查的设施。到了检查时间会列在这里。"
LINE, LINE_LATE = "{thing}　{due:%m月%d日}前", "{thing}　已逾期（{due:%m月%d日}）"
FOOT = "查完回复，例如：查过了 {code} 正常；有问题直接说，例如：{code} {wrong}"
WRONG = {ThingKind.MANHOLE: "盖板松了", ThingKind.LAMP: "不亮", ThingKind.TREE: "有枯枝", ThingKind.LIFT: "异响"}
WRONG_USUAL = "坏了"
RECORDED, RECORDED_AGAIN = "已登记检查：{thing}，正常。{left}", "已登记：{thing}，正常；本期已查过，以这次为准。{left}"
RECORDED_WRONG = "已登记检查：{thing}，发现问题，已转成工单。{left}"
LEFT, NONE_LEFT = "还有 {count} 个要查，回复“今天要查什么”看名单。", "要查的都查完了。"
PHOTO = "可以再发张照片作凭据。"
WHAT = "查的是哪个设施？请写编号和情况，例如：查过了 井盖J-012 正常。不知道编号，回复“今天要查什么”看名单。"
WHICH = "是哪一个？请写编号和情况：\n{listed}"
HOW = "{thing}怎么样？正常就回复“正常”，有问题直接说，例如：{wrong}"
NO_SUCH = "没有编号 {said} 的设施，请核对牌子上的编号；要报修，请直接说哪里出了什么问题。"
SHOWN = "这是{thing}。哪里不对？直接说一句，例如：{wrong}；也可以发照片。地点已经知道，不用再写。"
SHOWN_INSPECT = "这是{thing}{due}。正常就回复“正常”，有问题直接说，例如：{wrong}"
DUE = "，{due:%m月%d日}前要查"
PICTURE_KEPT = "照片已附在 {code} 的检查里。"
NO_PICTURE = "照片已收到，但不知道是哪次检查的。请先登记检查，例如：查过了 井盖J-012 正常，再发照片。"
SET, UNSET = "{number} 的设施已改为{thing}。{again}", "{number} 不再和设施关联。"
JOINED = "已合并：{code} 停用，它的工单都归到 {into}。"
APART = "已记下：{code} 和 {other} 不是同一个，以后不再提示。"
NOT_ALIKE = "{code} 和 {other} 不能合并：要是同一类的两个设施。"


def tap_for(kind: ThingKind) -> str:
    """上报这盏灯坏了: what a resident taps."""
    return TAP.format(measure=MEASURE.get(kind, "个"), kind=KIND[kind])


def _wrong(kind: ThingKind) -> str:
    return WRONG.get(kind, WRONG_USUAL)


@says
def shown(of: found.InspectionsShown, here: Here) -> str:
    """How many, the most urgent, and how to tell of one."""
    if not of.lines:
        return NOTHING_DUE
    head = HEAD.format(total=of.total, late=HEAD_LATE.format(late=of.late) if of.late else "")
    lines = [
        (LINE_LATE if line.late else LINE).format(thing=called(line.thing, here), due=line.due) for line in of.lines
    ]
    first = of.lines[0].thing
    return "\n".join([head, *lines, FOOT.format(code=first.code, wrong=_wrong(first.kind))])


@says
def recorded(of: found.InspectionRecorded, here: Here) -> str:
    """That it was looked at, how many are left, and the ticket of what was found."""
    left = LEFT.format(count=of.left) if of.left else NONE_LEFT
    thing = called(of.thing, here)
    if of.result is Result.WRONG:
        said = RECORDED_WRONG.format(thing=thing, left=left)
        return said if of.report is None else f"{said}\n{in_words(of.report, here)}"
    return (RECORDED if of.new else RECORDED_AGAIN).format(thing=thing, left=left + PHOTO)


@says
def inspect_what(of: found.InspectWhat, here: Here) -> str:
    """Which one."""
    if not of.several:
        return WHAT
    return WHICH.format(listed="\n".join(called(each, here) for each in of.several))


@says
def inspect_how(of: found.InspectHow, here: Here) -> str:
    """How it is."""
    return HOW.format(thing=called(of.thing, here), wrong=_wrong(of.thing.kind))


@says
def no_such_thing(of: found.NoSuchThing, _here: Here) -> str:
    """What to look at."""
    return NO_SUCH.format(said=of.said)


@says
def thing_shown(of: found.ThingShown, here: Here) -> str:
    """What it is, and what can be said."""
    due = "" if of.due is None else DUE.format(due=of.due)
    said = SHOWN_INSPECT if of.inspects else SHOWN
    return said.format(thing=called(of.thing, here), due=due, wrong=_wrong(of.thing.kind))


@says
def picture_kept(of: found.InspectionPictureKept, _here: Here) -> str:
    """Where it lies."""
    return PICTURE_KEPT.format(code=of.code)


@says
def no_inspection(_of: found.NoInspectionForPicture, _here: Here) -> str:
    """What to do first."""
    return NO_PICTURE


@says
def thing_set(of: found.TicketThingSet, here: Here) -> str:
    """What the ticket is about."""
    if of.thing is None:
        return UNSET.format(number=of.number)
    return SET.format(number=of.number, thing=called(of.thing, here), again=again(of.thing))


@says
def joined(of: found.ThingsJoined, _here: Here) -> str:
    """Which one stays."""
    return JOINED.format(code=of.code, into=of.into)


@says
def kept_apart(of: found.ThingsKeptApart, _here: Here) -> str:
    """They are two."""
    return APART.format(code=of.code, other=of.other)


@says
def not_alike(of: found.NotAlike, _here: Here) -> str:
    """Why not."""
    return NOT_ALIKE.format(code=of.code, other=of.other)
