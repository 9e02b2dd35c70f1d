"""Things in words: a line each, for whoever reads of one."""

from governance.things.texts import KIND
from handlers.context import Here
from handlers.things.seen import ThingSeen

WITH_SPOT, PLAIN = "{kind} {code}（{where}）", "{kind} {code}"
AGAIN = "一年内第 {count} 次"
THIRD = "{thing}一年内第 {count} 次报修，最近的是 {number}（{summary}）。可能要整体修或换，请看一下。"
EXTRA = "\n设施：{thing}{more}"
KEEPER, WARRANTY, CONTRACT, LAST = "管护：{who}", "质保到 {day}", "维保合同 {contract}", "上次：{at:%Y-%m-%d} {summary}"


def called(thing: ThingSeen, here: Here) -> str:
    """井盖 J-012（梧桐里1号院1幢3单元门口）."""
    where = (here.places.full_name(thing.place) if thing.place in here.places.nodes else "") + thing.spot
    return (WITH_SPOT if where else PLAIN).format(kind=KIND[thing.kind], code=thing.code, where=where)


def again(thing: ThingSeen) -> str:
    """How often it has failed within a year, from the second time on."""
    return AGAIN.format(count=thing.failures) if thing.failures > 1 else ""


SCAN_PUSH = "点下面直接上报；也可以说一句哪里不对，或者发张照片。"
LATE_HEAD = "{grid}有 {count} 个设施到期没有检查："
LATE_LINE, LATE_MORE = "{thing}　应在{due:%m月%d日}前", "另有 {count} 个，后台“设施”页可看全部。"
