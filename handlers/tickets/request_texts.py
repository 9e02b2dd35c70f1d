"""What is said of joined tickets, of more time, and of the emergency pool."""

from handlers import texts
from handlers.context import Here
from handlers.outcomes import says
from handlers.texts import work as words
from handlers.tickets.denial_texts import head
from handlers.tickets.request_outcomes import (
    ApartHow,
    EmergencyPool,
    ExtensionAsked,
    ExtensionDecided,
    ExtensionPast,
    ExtensionTooLong,
    FundDecided,
    FundSpent,
    IntoEnded,
    Joined,
    KeptApart,
    Merged,
    MergeWithWhich,
    MovedMeanwhile,
    NothingSpent,
    NothingToDecide,
    NotIntoItself,
    OverCase,
    OverPool,
    OwnRequest,
    Settled,
    TakenApart,
    Unmerged,
    WhichRequest,
    WhyExtend,
)

MERGED = "已把 {n} 并入 {into}，上报人都会收到进展。要分开请回复：拆分 {n}"
APART = "已拆成 {count} 件：\n{listed}\n新的一件会另外派单，上报人也会收到编号。"
APART_LINE = "{number}　{summary}"
APART_HOW = "{head}要拆成哪几件？请一件一件说，例如：一个楼道灯，一个单元门"
UNMERGED = "已拆分 {head}，重新派单。"
MERGE_WHICH = "{number}（{summary}）要并到哪一件？请回复：合并 {n} 到 另一件的编号"
NOT_ITSELF = "一件工单不能并入自己，请写另一件的编号。"
INTO_ENDED = "{into} {state}，不能并入。"
MOVED_MEANWHILE = "{head}刚被别人合并或拆分，您的合并没有执行。请看过后再发一次。"
JOINED = "好的，{number} 并入邻居上报的 {into}，每一步进展都会告诉您。要分开请回复：拆分 {n}"
KEPT_APART = "好的，{number} 单独办理。"
WHY_EXTEND = "{n} 为什么要延到{until}？请用一句话说明，例如：等配件"
EXTENSION_PAST = "延期的日子要在今天以后，请重写，例如：延期 {n} 到12月5日 等配件"
EXTENSION_LONG = "一次最多延 {most} 天（到{last}）。更久的请提交议事：议事 {n} 说明"
EXTENSION_ASKED = "已申请把 {n} 延到{until}，等{who}批准。批准前原来的时限照算。"
EXTENSION_ALONE = "当地没有能审批的人，申请已转给派单人员。"
EXTENSION_GRANTED = "已同意 {head}延到{until}。"
EXTENSION_REFUSED = "已不同意 {head}延期，原来的时限照算。"
NOTHING_TO_APPROVE = "{head}没有等您审批的申请。"
OWN_REQUEST = "{head}是您自己申请的，要由别人审批。"
WHICH_APPROVAL = "{n} 有延期和应急两项申请，请写明：同意延期 {n}，或 同意应急 {n}"
OVER_CASE = "{n} 已动用 {already}，加上这次 {estimate} 超过单件上限 {limit}。请街道领导回复：应急 {n} 加说明和金额，或走正常维修。"
OVER_POOL = "应急包今年还剩 {left}，不够 {estimate}。请报街道领导。"
DRAWN = "应急已启动 {head}：{what}。{crew}先解决、后结算；完工后回复：结算 {n} 实际金额"
DRAWN_CREW = "已通知{who}马上进场。"
DRAWN_NO_CREW = "当地没有能联系上的维修队，请您直接联系队伍。"
NO_DRAW = "{head}没有动用应急包。要动用请回复：应急 {n} 加说明和金额"
DRAW_APPROVED = "已批准 {head}的应急支出 {amount}。"
DRAW_REFUSED = "已不批准 {head}的应急支出 {amount}，金额退回应急包。"
SETTLED = "已结算 {head}：估 {estimate}，实际 {actual}。{approval}"
WAITS_APPROVAL = "还在等审批。"
POOL = "应急包 {year}年：总额 {budget}，已用 {used}，还剩 {left}。\n本月 {count} 件，{month}。{listed}"
SPENDING = "\n{n}　{what}　{amount}"


@says
def merged(found: Merged, _here: Here) -> str:
    """Into which, and how to take it back."""
    return MERGED.format(n=words.short(found.ticket.number), into=found.into)


@says
def taken_apart(found: TakenApart, _here: Here) -> str:
    """The numbers of what was one."""
    listed = "\n".join(APART_LINE.format(number=number, summary=summary) for number, summary in found.parts)
    return APART.format(count=len(found.parts), listed=listed)


@says
def apart_how(found: ApartHow, _here: Here) -> str:
    """With an example."""
    return APART_HOW.format(head=head(found.ticket))


@says
def unmerged(found: Unmerged, _here: Here) -> str:
    """It is dispatched anew."""
    return UNMERGED.format(head=head(found.ticket))


@says
def merge_with_which(found: MergeWithWhich, _here: Here) -> str:
    """Both numbers are needed."""
    return MERGE_WHICH.format(
        number=found.ticket.number, summary=found.ticket.summary, n=words.short(found.ticket.number)
    )


@says
def not_into_itself(_found: NotIntoItself, _here: Here) -> str:
    """Another number is needed."""
    return NOT_ITSELF


@says
def into_ended(found: IntoEnded, _here: Here) -> str:
    """Where the other stands."""
    return INTO_ENDED.format(into=found.into, state=texts.STATE[found.state])


@says
def moved_meanwhile(found: MovedMeanwhile, _here: Here) -> str:
    """Look, and say it again."""
    return MOVED_MEANWHILE.format(head=head(found.ticket))


@says
def joined(found: Joined, _here: Here) -> str:
    """Which is followed, and how to take it back."""
    return JOINED.format(number=found.number, into=found.into, n=words.short(found.number))


@says
def kept_apart(found: KeptApart, _here: Here) -> str:
    """On its own."""
    return KEPT_APART.format(number=found.number)


@says
def extension_asked(found: ExtensionAsked, _here: Here) -> str:
    """Who decides, and what counts until then."""
    if not found.who:
        return EXTENSION_ALONE
    n = words.short(found.ticket.number)
    return EXTENSION_ASKED.format(n=n, until=words.day(found.until), who=found.who)


@says
def why_extend(found: WhyExtend, _here: Here) -> str:
    """The question for the reason."""
    return WHY_EXTEND.format(n=words.short(found.ticket.number), until=words.day(found.until))


@says
def extension_past(found: ExtensionPast, _here: Here) -> str:
    """An example of a day to come."""
    return EXTENSION_PAST.format(n=words.short(found.ticket.number))


@says
def extension_too_long(found: ExtensionTooLong, _here: Here) -> str:
    """The last day, and what else is possible."""
    return EXTENSION_LONG.format(most=found.most, last=words.day(found.last), n=words.short(found.ticket.number))


@says
def extension_decided(found: ExtensionDecided, _here: Here) -> str:
    """Which time counts."""
    said = EXTENSION_GRANTED if found.granted else EXTENSION_REFUSED
    return said.format(head=head(found.ticket), until=words.day(found.until))


@says
def nothing_to_decide(found: NothingToDecide, _here: Here) -> str:
    """Nothing waits."""
    return NOTHING_TO_APPROVE.format(head=head(found.ticket))


@says
def own_request(found: OwnRequest, _here: Here) -> str:
    """Somebody else decides."""
    return OWN_REQUEST.format(head=head(found.ticket))


@says
def which_request(found: WhichRequest, _here: Here) -> str:
    """How each is said."""
    return WHICH_APPROVAL.format(n=words.short(found.ticket.number))


@says
def fund_spent(found: FundSpent, _here: Here) -> str:
    """Who comes, and how it is settled."""
    crew = DRAWN_CREW.format(who=found.crew) if found.crew else DRAWN_NO_CREW
    return DRAWN.format(head=head(found.ticket), what=found.what, crew=crew, n=words.short(found.ticket.number))


@says
def over_case(found: OverCase, _here: Here) -> str:
    """The limit, and who may go beyond it."""
    amounts = {name: words.yuan(getattr(found, name)) for name in ("already", "estimate", "limit")}
    return OVER_CASE.format(n=words.short(found.ticket.number), **amounts)


@says
def over_pool(found: OverPool, _here: Here) -> str:
    """What is left."""
    return OVER_POOL.format(left=words.yuan(found.left), estimate=words.yuan(found.estimate))


@says
def fund_decided(found: FundDecided, _here: Here) -> str:
    """How much, and whether."""
    said = DRAW_APPROVED if found.granted else DRAW_REFUSED
    return said.format(head=head(found.ticket), amount=words.yuan(found.amount))


@says
def nothing_spent(found: NothingSpent, _here: Here) -> str:
    """How it is used."""
    return NO_DRAW.format(head=head(found.ticket), n=words.short(found.ticket.number))


@says
def settled(found: Settled, _here: Here) -> str:
    """Estimate and bill, and whether the approval is still to come."""
    approval = "" if found.approved else WAITS_APPROVAL
    return SETTLED.format(
        head=head(found.ticket), estimate=words.yuan(found.estimate), actual=words.yuan(found.actual), approval=approval
    )  # fmt: skip


@says
def emergency_pool(found: EmergencyPool, _here: Here) -> str:
    """The year, then the month."""
    listed = "".join(
        SPENDING.format(n=words.short(each.number), what=each.what[:20], amount=words.yuan(each.amount))
        for each in found.month
    )
    return POOL.format(
        year=found.year, budget=words.yuan(found.budget), used=words.yuan(found.budget - found.left),
        left=words.yuan(found.left), count=found.count, month=words.yuan(found.amount), listed=listed,
    )  # fmt: skip
