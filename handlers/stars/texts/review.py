"""What is said to who reviews the candidates."""

from handlers.context import Here
from handlers.outcomes import says
from handlers.stars.outcomes.review import (
    AwardReturned,
    AwardsAccepted,
    AwardsMerged,
    CandidateLine,
    CannotAccept,
    CannotMerge,
    CannotReturn,
    MergeHow,
    NoneAccepted,
    NoSuchAward,
    NothingToReview,
    ReturnHow,
    ReviewDetail,
    ReviewList,
    RoundList,
    Unfit,
)
from handlers.stars.texts import (
    AWARD_STATE,
    CONSENT,
    FLAGGED,
    KIND,
    REVIEW_RECENT,
    ROUND_STATE,
    WHY_HEAD,
    month_said,
    why_lines,
)

EXAMPLE, OTHER_EXAMPLE = 12, 15
REVIEW_HEAD = "{community}　{month}（{state}）"
REVIEW_AREA = "◇ {kind}　{area}"
REVIEW_LINE = "{mark}{n}　{name}　{score}分　{notes}"
REVIEW_MARK, REVIEW_NO_MARK = "★", "　"
REVIEW_MORE = "……还有 {count} 位，回复“评议 编号”看详情。"
REVIEW_TAIL = (
    "★ 是按得分的建议；同分时，距上次得奖更久的在前，再按提名先后。\n"
    "同意建议请回复：评议通过；只通过几位：评议通过 {n}；退回：评议退回 {n} 理由；看依据：评议 {n}"
)
REVIEW_NONE = "您负责的社区现在没有候选人。"
REVIEW_DETAIL = "{n} 号 {name}（{kind}，{area}）　{state}　{consent}"
REVIEW_DEEDS = "拟公布的事迹：{deeds}\n要改写：评议通过 {n} 事迹 改写后的话"
REVIEW_REASON = "推荐：{reason}{flags}"
REVIEW_FLAGS = "（提到{kinds}，公布前请改写）"
ACCEPTED = "已通过 {count} 位：{names}。"
ACCEPTED_ASKED = "其中 {names} 还要本人同意，已去征求；当面同意的请回复：代记同意 编号"
ACCEPTED_NONE = "没有可以通过的候选人。回复“评议”看名单。"
CANNOT_ACCEPT = "{n} 号不能通过：{why}"
CANNOT_CHANGE = "{n} 号不能改动：{why}"
WHY_CANNOT = {
    Unfit.STATE: "现在是“{state}”",
    Unfit.OWN: "您是本人，请别的负责人来评",
    Unfit.RECENT: "{month}得过，要隔 {apart} 个月",
    Unfit.AREA: "{area}已通过 {other} 号，要换人请先退回 {other} 号",
    Unfit.PERSON: "本人已通过另一项（{other} 号）",
    Unfit.LEFT: "名册显示本人已离开",
    Unfit.REFUSED: "本人不同意公示",
    Unfit.ROUND: "{month}评选现在是“{state}”",
}
NO_SUCH_AWARD = "您负责的社区没有 {n} 号候选人。回复“评议”看名单。"
RETURN_HOW = "退回请写编号和理由，例如：评议退回 {n} 事迹需要核实"
RETURNED = "已退回 {n} 号 {name}：{reason}"
MERGE_HOW = "合并请写两个编号，例如：评议合并 {n} 到 {other}（{n} 的推荐并入 {other}）"
MERGED = "已把 {n} 号并入 {other} 号 {name}，推荐合计 {count} 户，得分 {score}。"
MERGE_CANNOT = "不能合并：两位要在同一轮、同一种称号，都还没公示。"


@says
def review_list(found: ReviewList, here: Here) -> str:
    """The candidates, and what can be answered."""
    lists = ["\n".join(_round_lines(each, here)) for each in found.rounds]
    return "\n".join([*lists, REVIEW_TAIL.format(n=found.example)])


def _round_lines(found: RoundList, here: Here) -> list[str]:
    """A heading for each area above its candidates."""
    community = here.places.full_name(found.community)
    lines = [REVIEW_HEAD.format(community=community, month=month_said(found.month), state=ROUND_STATE[found.state])]
    area = None
    for line in found.lines:
        if (line.kind, line.area) != area:
            area = (line.kind, line.area)
            lines.append(REVIEW_AREA.format(kind=KIND[line.kind], area=here.places.full_name(line.area)))
        lines.append(_candidate_line(line))
    return [*lines, REVIEW_MORE.format(count=found.more)] if found.more else lines


def _candidate_line(line: CandidateLine) -> str:
    notes = [AWARD_STATE[line.state], CONSENT[line.consent]]
    if line.recent is not None:
        notes.append(REVIEW_RECENT.format(month=month_said(line.recent)))
    mark = REVIEW_MARK if line.best else REVIEW_NO_MARK
    return REVIEW_LINE.format(mark=mark, n=line.number, name=line.name, score=line.score, notes="，".join(notes))


@says
def nothing_to_review(_found: NothingToReview, _here: Here) -> str:
    """No candidates."""
    return REVIEW_NONE


@says
def review_detail(found: ReviewDetail, here: Here) -> str:
    """The facts, what neighbours said, and the words to be published."""
    about = {
        "n": found.number, "name": found.name, "kind": KIND[found.kind], "area": here.places.full_name(found.area),
    }  # fmt: skip
    head = REVIEW_DETAIL.format(**about, state=AWARD_STATE[found.state], consent=CONSENT[found.consent])
    facts = [WHY_HEAD.format(**about, total=found.score), *why_lines(found.rows)] if found.rows else []
    reasons = [_reason(text, flags) for text, flags in found.reasons]
    deeds = [REVIEW_DEEDS.format(n=found.number, deeds=found.deeds)] if found.deeds else []
    return "\n".join([head, *facts, *reasons, *deeds])


def _reason(text: str, flags: tuple[str, ...]) -> str:
    kinds = "、".join(FLAGGED[flag] for flag in flags)
    return REVIEW_REASON.format(reason=text, flags=REVIEW_FLAGS.format(kinds=kinds) if kinds else "")


@says
def no_such_award(found: NoSuchAward, _here: Here) -> str:
    """Not among the sender's."""
    return NO_SUCH_AWARD.format(n="" if found.number is None else found.number)


@says
def accepted(found: AwardsAccepted, here: Here) -> str:
    """Who was accepted, who is asked now, and who could not be."""
    names = "、".join(f"{number} 号 {name}" for number, name in found.accepted)
    lines = [ACCEPTED.format(count=len(found.accepted), names=names)]
    lines += [ACCEPTED_ASKED.format(names="、".join(found.asked))] if found.asked else []
    return "\n".join([*lines, *(_problem(each, here) for each in found.problems)])


@says
def none_accepted(found: NoneAccepted, here: Here) -> str:
    """Why not, one by one."""
    return "\n".join(_problem(each, here) for each in found.problems) or ACCEPTED_NONE


def _problem(found: CannotAccept, here: Here) -> str:
    if found.why is Unfit.UNKNOWN:
        return NO_SUCH_AWARD.format(n=found.number)
    state = ROUND_STATE[found.round_state] if found.why is Unfit.ROUND else AWARD_STATE[found.state]
    area = here.places.full_name(found.area) if found.area else ""
    why = WHY_CANNOT[found.why].format(
        state=state, month=month_said(found.month), apart=found.apart, area=area, other=found.other
    )
    return CANNOT_ACCEPT.format(n=found.number, why=why)


@says
def return_how(found: ReturnHow, _here: Here) -> str:
    """How to send one back."""
    return RETURN_HOW.format(n=found.number or EXAMPLE)


@says
def returned(found: AwardReturned, _here: Here) -> str:
    """Sent back, and why."""
    return RETURNED.format(n=found.number, name=found.name, reason=found.reason)


@says
def cannot_return(found: CannotReturn, _here: Here) -> str:
    """How it stands."""
    why = WHY_CANNOT[Unfit.STATE].format(state=AWARD_STATE[found.state])
    return CANNOT_CHANGE.format(n=found.number, why=why)


@says
def merge_how(_found: MergeHow, _here: Here) -> str:
    """How to make one of two."""
    return MERGE_HOW.format(n=EXAMPLE, other=OTHER_EXAMPLE)


@says
def merged(found: AwardsMerged, _here: Here) -> str:
    """What the one that is left rests on now."""
    return MERGED.format(n=found.number, other=found.other, name=found.name, count=found.households, score=found.score)


@says
def cannot_merge(_found: CannotMerge, _here: Here) -> str:
    """What can be merged."""
    return MERGE_CANNOT
