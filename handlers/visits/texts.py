"""What is said of visits."""

from governance.visits.results import VisitResult
from handlers.context import Here
from handlers.outcomes import in_words, says
from handlers.reporting.outcomes import Reported
from handlers.texts.work import moment
from handlers.visits import outcomes as found
from handlers.visits import words

RECORDED = "已记走访：{home}，{result}{note}。"
ADDED = "已补到今天的走访：{home}，{result}{note}。"
AGAIN_LATER = "这户还算没走到，方便时再去一次。"
LEFT_TO_GO = "本月计划 {all} 户，已走 {made} 户{rest}。"
STILL, ALL_DONE = "，还剩 {count} 户，回复“走访计划”看名单", "，全部走完了，辛苦"
NO_VISITS = "{home} 在{at}说过以后不要走访，这次没有记。请尊重住户意愿，不要再上门。"
NO_VISITS_PROBLEM = "反映的问题照样登记了："
WHERE = "走访的是哪一栋？请回复小区和楼栋，例如：梧桐里1号院3幢"
WHERE_OF = "走访的是哪一栋？可能是：{places}。请回复完整的小区和楼栋。"
HOW = "{home} 走访得怎么样？请回复见到谁、反映什么，例如：老人独居 反映水压低；没见到人就回复：没人"
NOTHING_PLANNED = "{month}月没有安排给您的走访。走访了哪一户，直接回复：走访 楼栋房号 情况"
PLAN = "{month}月走访计划 {all} 户，已走 {made} 户，还剩 {count} 户。回复“走访 楼栋房号 情况”记录。"
PLAN_DONE = "{month}月走访计划 {all} 户，全部走完了，辛苦。"
MORE_LEFT = "还有 {count} 户没列出。"
OVERSEEN = "{month}月走访计划 {all} 户，已走 {made} 户，还剩 {count} 户。"
NONE_PLANNED = "{month}月还没有走访计划，每月 1 日上午自动排好。"
ONE = "{name} {made}/{all}"
PLANNED = "已排 {month}月走访：新增 {new} 户，共 {all} 户，已通知同去的人。回复“走访计划”看进度。"
NOTHING_NEW = "{month}月走访没有要新增的，共 {all} 户。回复“走访计划”看进度。"
DECLINED = "好的，以后不再上门走访 {home}。有事随时在这里说一声；想恢复，回复“可以来走访”。"
WELCOME = "好的，{home} 以后可以走访，下个月起排进计划。不想了，随时回复“以后不要来走访了”。"
WHICH_ROOM = "请告诉我您家的楼栋和房号，例如：3幢201，只用来不再上门打扰您。"
KEPT = "已列入重点走访：{home}，每月都会排进计划。原因加密保存，只有您和书记能看。取消回复：取消重点走访 {home}"
RELEASED = "已取消重点走访：{home}，原因已删除。"
NOT_KEPT = "{home} 不在重点走访里，不用取消。"
NEEDS_REASON = "{home} 为什么要重点走访？请回复原因，例如：独居，刚出院。没有原因不能列入。"
WHICH_HOUSEHOLD = "是哪一户？请回复小区、楼栋和房号，例如：梧桐里1号院3幢201"

PROBLEM_SET = "已定本季度院落难题 {number}：{yard} {title}，{owner}负责，{day}前解决，已通知。"
YARD_HAS_ONE = "{yard} 本季度已经有一件难题了，一个院落一季度只攻一件。"
LACKS = {
    "yard": "没认出是哪个院落，请写小区名，例如：梧桐里1号院", "title": "请写是什么难题。",
    "owner": "没认出负责人，请写名册里的姓名。", "until": "完成日期已经过了，请写以后的日期。",
}  # fmt: skip
PROBLEM_ENDED = "难题 {number}（{yard} {title}）记为已解决，已请 {asked} 位居民说一句解决没有。辛苦了！"
WORD_KEPT = "难题 {number} 您说{said}，已记下。改主意随时再回复一次。"
SOLVED, NOT_SOLVED = "解决了", "没解决"
NO_PROBLEM = "没有这个难题，请核对编号，例如：难题 3 解决了"
PROBLEM_RUNS = "难题 {number}（{yard} {title}）还在办，{day}前完成。处理好了会请居民说一句解决没有。"
PROBLEM_OVER = "难题 {number}（{yard} {title}）是您负责的，解决没有由居民说了算。"


def _report(report: Reported | None, here: Here) -> str:
    return "" if report is None else f"\n{in_words(report, here)}"


def _left(left: found.Left | None) -> str:
    if left is None:
        return ""
    rest = ALL_DONE if left.made >= left.all else STILL.format(count=left.all - left.made)
    return LEFT_TO_GO.format(all=left.all, made=left.made, rest=rest)


@says
def recorded(of: found.VisitRecorded, here: Here) -> str:
    """Which household, and the number of what it brought."""
    note = f"，{of.note}" if of.note and of.result is VisitResult.MET else ""
    said = (RECORDED if of.new else ADDED).format(
        home=words.home(of.home, here), result=words.RESULT[of.result], note=note
    )
    again = AGAIN_LATER if of.result is VisitResult.NOT_MET else ""
    return said + again + _left(of.left) + _report(of.report, here)


@says
def wants_none(of: found.WantsNoVisits, here: Here) -> str:
    """Since when; a trouble is reported all the same."""
    said = NO_VISITS.format(home=words.home(of.home, here), at=moment(of.since, here.config.zone, here.now))
    return said if of.report is None else f"{said}{NO_VISITS_PROBLEM}{_report(of.report, here)}"


@says
def where(of: found.VisitWhere, here: Here) -> str:
    """Which building?"""
    if len(of.places) < 2:
        return WHERE
    return WHERE_OF.format(places=words.AND.join(here.places.full_name(place) for place in of.places))


@says
def how(of: found.VisitHow, here: Here) -> str:
    """What was said there?"""
    return HOW.format(home=words.home(of.home, here))


@says
def shown(of: found.VisitsShown, here: Here) -> str:
    """What is left, the first due first."""
    if of.left.all == 0:
        return NOTHING_PLANNED.format(month=of.month.month)
    if of.left.made >= of.left.all:
        return PLAN_DONE.format(month=of.month.month, all=of.left.all)
    count = of.left.all - of.left.made
    lines = [words.line(each, here) for each in of.lines]
    more = [MORE_LEFT.format(count=count - len(lines))] if count > len(lines) else []
    return "\n".join(
        [PLAN.format(month=of.month.month, all=of.left.all, made=of.left.made, count=count), *lines, *more]
    )


@says
def overseen(of: found.VisitsOverseen, _here: Here) -> str:
    """How far each one is."""
    if of.left.all == 0:
        return NONE_PLANNED.format(month=of.month.month)
    head = OVERSEEN.format(month=of.month.month, all=of.left.all, made=of.left.made, count=of.left.all - of.left.made)
    return "\n".join(
        [head, *(ONE.format(name=each.name, made=each.left.made, all=each.left.all) for each in of.people)]
    )


@says
def planned(of: found.VisitsPlanned, _here: Here) -> str:
    """How many are new."""
    return (PLANNED if of.new else NOTHING_NEW).format(month=of.month.month, new=of.new, all=of.all)


@says
def declined(of: found.VisitsDeclined, here: Here) -> str:
    """What stays possible."""
    return DECLINED.format(home=words.home(of.home, here))


@says
def welcome(of: found.VisitsWelcome, here: Here) -> str:
    """From when."""
    return WELCOME.format(home=words.home(of.home, here))


@says
def which_room(_of: found.WhichRoom, _here: Here) -> str:
    """Where do they live?"""
    return WHICH_ROOM


@says
def kept(of: found.HouseholdKept, here: Here) -> str:
    """Who may read the reason."""
    return KEPT.format(home=words.home(of.home, here))


@says
def released(of: found.HouseholdReleased, here: Here) -> str:
    """The reason is gone."""
    return RELEASED.format(home=words.home(of.home, here))


@says
def not_kept(of: found.NotKept, here: Here) -> str:
    """There is nothing to take back."""
    return NOT_KEPT.format(home=words.home(of.home, here))


@says
def needs_reason(of: found.NeedsReason, here: Here) -> str:
    """Why?"""
    return NEEDS_REASON.format(home=words.home(of.home, here))


@says
def which_household(_of: found.WhichHousehold, _here: Here) -> str:
    """Which?"""
    return WHICH_HOUSEHOLD


def _problem(of: found.ProblemRef, here: Here) -> dict[str, object]:
    return {"number": of.number, "yard": here.places.full_name(of.place), "title": of.title}


@says
def problem_set(of: found.ProblemSet, here: Here) -> str:
    """Who answers for it, until when."""
    return PROBLEM_SET.format(**_problem(of.problem, here), owner=of.owner, day=words.day_said(of.due_on))


@says
def yard_has_one(of: found.YardHasOne, here: Here) -> str:
    """One a quarter."""
    return YARD_HAS_ONE.format(yard=here.places.full_name(of.place))


@says
def problem_lacks(of: found.ProblemLacks, _here: Here) -> str:
    """What is missing."""
    return LACKS[of.what]


@says
def problem_ended(of: found.ProblemEnded, here: Here) -> str:
    """How many are asked."""
    return PROBLEM_ENDED.format(**_problem(of.problem, here), asked=of.asked)


@says
def word_kept(of: found.WordKept, _here: Here) -> str:
    """What was understood."""
    return WORD_KEPT.format(number=of.problem.number, said=SOLVED if of.solved else NOT_SOLVED)


@says
def no_such_problem(_of: found.NoSuchProblem, _here: Here) -> str:
    """None."""
    return NO_PROBLEM


@says
def problem_runs(of: found.ProblemRuns, here: Here) -> str:
    """Until when, or whose word counts."""
    text = PROBLEM_OVER if of.over else PROBLEM_RUNS
    return text.format(**_problem(of.problem, here), day=words.day_said(of.due_on))
