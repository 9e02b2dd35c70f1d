"""What is said of the yearly evaluation."""

from governance.evaluation.kinds import FactKind
from governance.evaluation.scoring import MINUTES_AN_HOUR
from handlers.context import Here
from handlers.evaluation import outcomes as found
from handlers.evaluation.words import FACT, ROUND, TERM
from handlers.outcomes import says
from handlers.texts.work import moment

AND, MOST_SOURCES = "、", 5
HEAD = "{round}{state}："
ENTRY = "评议{number} {name}：共 {total} 分{place}"
PLACED, COMMENDED = "，第{place}名", "，第{place}名，获表扬"
LINE = "{points:+d} 分 {kind} {amount}{unit}{limit}（{sources}）"
LIMIT = "，计 {counted}{unit}"
MORE_SOURCES = "{sources}等 {count} 项"
NO_LINES = "还没有记到事实"
OPEN_STATE, CHECKED_STATE, DONE_STATE = "（公示中，{until}前可提异议）", "（公示期满，正在核对）", "（已发布）"
HOW_TO_OBJECT = "有不对的，回复“评议异议 {number} 哪里不对”。"
NO_ROUND = "还没有年度评议。六月、十二月起草后会发给单位联络员和支部书记。"
NOTHING = "评议里没有您联络的单位、结对或项目。您是单位联络员或支部书记的，请联系社区书记核对共建台账。"
BIND = "看评议要先绑定身份：回复“绑定 姓名 手机尾号”，例如：绑定 张三 1234。"
NOT_YOURS = "没有您能看的评议{number}。回复“单位评议”看您这里的。"
WHICH = "您说的是哪一个？请回复编号：\n{lines}"
WHICH_LINE = "{number} {name}（{total} 分）"
FOR_WHAT = "评议{number} {name} 哪里不对？请直接说，例如：少算了一次党课。"
OBJECTED = "评议{number} {name} 的异议已记下，请社区核对，结果会告诉您。{until}前发布不了。内容只有处理的人看得到。"
OBJECTED_ALREADY = "评议{number} {name} 您上次的异议还在核对，这次没有另记。有结果会告诉您。"
OVER = "评议{number} {name} 的公示期已过（{at}），不再收异议。有疑问请联系社区书记。"
SETTLED = "评议{number} {name} 的异议已按{said}处理：{points}现在共 {total} 分，已告诉 {told} 位提异议的人。"
UPHELD, DISMISSED, CHANGED, UNCHANGED = "成立", "不成立", "{points:+d} 分，", "分数不变，"
SETTLE_HOW = (
    "请写明编号、成立还是不成立、说明；成立的要写加减几分（最多 {most} 分），"
    "例如：评议处理 {number} 成立 +5 补上一次党课，或：评议处理 {number} 不成立 已经算过。"
)
NOTHING_AGAINST = "评议{number} 没有等您处理的异议。"
OWN = "评议{number} 的异议是您提的，请由别人处理。"
DRAFTED = "{round}已起草并公示：单位 {units} 家、结对 {pairings} 个、项目 {projects} 个，{until}截止提异议。"
DRAFTED_ALREADY = "{round}已经起草过，没有重复起草。"
NOT_BEGUN, NOTHING_THERE = (
    "{round}还没到时候，没有可评的事实。",
    "{round}没有可评的单位、结对和项目，请先导入共建台账。",
)
PUBLISHED, NONE_COMMENDED = "{round}已发布，表扬 {count} 个：{names}。", "{round}已发布，这次没有得分的，没有表扬。"
STILL_OPEN, WAITING = "{round}还在公示，{until}以后才能发布。", "{round}还有 {waiting} 条异议没处理，处理完才能发布。"
IS_PUBLISHED = "{round}已经发布过，没有重复发布。"
NO_SUCH = "没有这一轮评议。"
SAME = "核对一致：{round} {count} 项的总分都等于分项之和。"
DIFFERS = "核对不一致：{round}有总分不等于分项之和，请联系管理员。"
CHANGED_SINCE = "起草后台账有更正的：{names}。公示的分数不变，要改请按异议处理。"
BRAND_KEPT = "{community} {year} 年的一居一品{said}：{title}{picture}。文字里的姓名、号码已隐去。"
NEW, AGAIN, WITH_PICTURE, WITHOUT_PICTURE = "已记下", "已更新", "，带照片", "，没有照片"
BRAND_NEEDS = "请写全社区、品牌名称和做了什么。"
BRAND_UNCLEAR = "没有找到社区“{said}”，请写名册里的社区名。"
NO_PICTURE = "{source} 没有可以公开的现场照片，这次没有记。请换一个工单号（要有办理照片）或项目号，或留空。"


def _round(this: found.RoundCalled) -> str:
    return ROUND.format(year=this.year, term=TERM[this.term])


def amount_said(kind: FactKind, amount: int) -> str:
    """Hours out of minutes; all else as it is."""
    if kind is not FactKind.HOURS:
        return str(amount)
    return f"{amount / MINUTES_AN_HOUR:.1f}".removesuffix(".0")


def line_said(line: found.SumLine, most: int | None = MOST_SOURCES) -> str:
    """One line of a sum. `most`: so many of its sources are named; None: all."""
    kind, unit = FACT[line.kind]
    shown = line.sources if most is None else line.sources[:most]
    sources = AND.join(shown)
    if len(shown) < len(line.sources):
        sources = MORE_SOURCES.format(sources=sources, count=len(line.sources))
    limit = "" if line.counted == line.amount else LIMIT.format(counted=amount_said(line.kind, line.counted), unit=unit)
    amount = amount_said(line.kind, line.amount)
    return LINE.format(
        points=line.points, kind=kind, amount=f" {amount} ".lstrip(), unit=unit, limit=limit, sources=sources
    )


def _entry(entry: found.EntryLine) -> str:
    place = "" if entry.place is None else (COMMENDED if entry.commended else PLACED).format(place=entry.place)
    head = ENTRY.format(number=entry.number, name=entry.name, total=entry.total, place=place)
    return "\n".join([head, *(line_said(line) for line in entry.lines)] if entry.lines else [head, NO_LINES])


@says
def shown(of: found.EvaluationShown, here: Here) -> str:
    """Sums line by line, and how to object."""
    state = DONE_STATE if of.published else CHECKED_STATE
    if of.objections_until is not None:
        state = OPEN_STATE.format(until=moment(of.objections_until, here.config.zone, here.now))
    parts = [HEAD.format(round=_round(of.round), state=state), *(_entry(each) for each in of.entries)]
    if of.objections_until is not None:
        parts.append(HOW_TO_OBJECT.format(number=of.entries[0].number))
    return "\n".join(parts)


@says
def nothing(of: found.NothingEvaluated, _here: Here) -> str:
    """Whom to ask."""
    if not of.bound:
        return BIND
    return NOTHING if of.any_round else NO_ROUND


@says
def not_yours(of: found.NotYourEntry, _here: Here) -> str:
    """How to see one's own."""
    return NOT_YOURS.format(number=of.number)


@says
def which(of: found.ObjectToWhichEntry, _here: Here) -> str:
    """Their numbers."""
    return WHICH.format(lines="\n".join(WHICH_LINE.format(**vars(each)) for each in of.entries))


@says
def for_what(of: found.ObjectForWhat, _here: Here) -> str:
    """What is wrong?"""
    return FOR_WHAT.format(number=of.number, name=of.name)


@says
def objected(of: found.EvaluationObjected, here: Here) -> str:
    """Noted."""
    return OBJECTED.format(number=of.number, name=of.name, until=moment(of.until, here.config.zone, here.now))


@says
def objected_already(of: found.EvaluationObjectedAlready, _here: Here) -> str:
    """Wait."""
    return OBJECTED_ALREADY.format(number=of.number, name=of.name)


@says
def over(of: found.ObjectionsAreOver, here: Here) -> str:
    """Since when."""
    return OVER.format(number=of.number, name=of.name, at=moment(of.closed_at, here.config.zone, here.now))


@says
def settled(of: found.EvaluationSettled, _here: Here) -> str:
    """What became of it."""
    said = UPHELD if of.upheld else DISMISSED
    points = CHANGED.format(points=of.points) if of.points else UNCHANGED
    return SETTLED.format(number=of.number, name=of.name, said=said, points=points, total=of.total, told=of.told)


@says
def settle_how(of: found.SettleEntryHow, _here: Here) -> str:
    """How."""
    return SETTLE_HOW.format(number=of.number or 3, most=of.most)


@says
def nothing_against(of: found.NothingAgainst, _here: Here) -> str:
    """Nothing waits."""
    return NOTHING_AGAINST.format(number=of.number)


@says
def own(of: found.OwnObjection, _here: Here) -> str:
    """Somebody else decides."""
    return OWN.format(number=of.number)


@says
def drafted(of: found.EvaluationDrafted, here: Here) -> str:
    """How many, until when."""
    until = moment(of.until, here.config.zone, here.now)
    counts = {"units": of.units, "pairings": of.pairings, "projects": of.projects}
    return DRAFTED.format(round=_round(of.round), until=until, **counts)


@says
def drafted_already(of: found.DraftedAlready, _here: Here) -> str:
    """Once."""
    return DRAFTED_ALREADY.format(round=_round(of.round))


@says
def nothing_to_evaluate(of: found.NothingToEvaluate, _here: Here) -> str:
    """Why not."""
    return (NOTHING_THERE if of.begun else NOT_BEGUN).format(round=_round(of.round))


@says
def published(of: found.EvaluationPublished, _here: Here) -> str:
    """Who is commended."""
    names = AND.join(each.name for each in of.commended)
    said = PUBLISHED if of.commended else NONE_COMMENDED
    return said.format(round=_round(of.round), count=len(of.commended), names=names)


@says
def still_objected_to(of: found.StillObjectedTo, here: Here) -> str:
    """What it waits for."""
    if of.until is not None:
        return STILL_OPEN.format(round=_round(of.round), until=moment(of.until, here.config.zone, here.now))
    return WAITING.format(round=_round(of.round), waiting=of.waiting)


@says
def is_published(of: found.EvaluationIsPublished, _here: Here) -> str:
    """Once."""
    return IS_PUBLISHED.format(round=_round(of.round))


@says
def no_such(_of: found.NoSuchEvaluation, _here: Here) -> str:
    """None."""
    return NO_SUCH


@says
def recounted(of: found.EvaluationRecounted, _here: Here) -> str:
    """Whether it is the same, and what has changed in the books."""
    said = (SAME if of.same else DIFFERS).format(round=_round(of.round), count=of.count)
    return said + (CHANGED_SINCE.format(names=AND.join(of.changed)) if of.changed else "")


@says
def brand_kept(of: found.BrandKept, _here: Here) -> str:
    """Whose, of which year."""
    said, picture = NEW if of.new else AGAIN, WITH_PICTURE if of.picture else WITHOUT_PICTURE
    return BRAND_KEPT.format(community=of.community, year=of.year, title=of.title, said=said, picture=picture)


@says
def brand_needs(of: found.BrandNeeds, _here: Here) -> str:
    """What is missing."""
    return BRAND_UNCLEAR.format(said=of.unclear) if of.unclear else BRAND_NEEDS


@says
def no_picture(of: found.NoBrandPicture, _here: Here) -> str:
    """What would do."""
    return NO_PICTURE.format(source=of.source)
