"""What is said of topics and meetings, and of what can't be done."""

from governance.councils.topics import TopicState
from handlers.context import Here
from handlers.councils import words
from handlers.councils.outcomes import (
    Attended,
    CannotNow,
    InvitationAnswered,
    Lacks,
    MeetingCalled,
    MeetingCancelled,
    MeetingLine,
    MeetingsShown,
    Missing,
    NobodyCalled,
    NoQuorum,
    NoSuch,
    OnAgenda,
    Proposed,
    SeatChanged,
    Supported,
    Thing,
    TopicDropped,
    TopicLine,
    TopicShown,
    TopicsShown,
    WhichOne,
    Why,
)
from handlers.outcomes import says

THING = {
    Thing.COUNCIL: "议事会", Thing.TOPIC: "议题", Thing.MEETING: "会议", Thing.VOTE: "表决", Thing.RESOLUTION: "决议",
}  # fmt: skip
NO_SUCH, NONE = "没有找到{thing}{n}，或者不在您的社区。{how}", "现在没有您可以办的{thing}。{how}"
HOW_TO_SEE = {
    Thing.TOPIC: "回复“看议题”看看有哪些。", Thing.MEETING: "回复“看议事会”看看会议安排。",
    Thing.RESOLUTION: "回复“看决议”看看有哪些。",
}  # fmt: skip
WHICH = "您说的是哪一个？请带上编号再说一遍：\n{listed}"
LACKS = {
    Lacks.HOME: "请先告诉我们您住哪里，再提议题。回复“我住”加小区和楼栋，例如：我住梧桐里1号院1幢",
    Lacks.COUNCIL: "哪个议事会？请带上名字，例如：召开梧桐社区议事会 12月4日19点 社区会议室；街道的说“召开联席会”“召开委员会”",
    Lacks.TOPIC: "想议什么？请写在“提议题”后面，例如：提议题 把自行车棚改成充电棚",
    Lacks.WHICH_TOPIC: "支持哪个议题？请带上编号，例如：支持 议题5。回复“看议题”看看有哪些。",
    Lacks.CODE: "请看会场显示的四位签到码，回复“议事会签到”加签到码，例如：议事会签到 1234",
    Lacks.CHOICE: "表决{n} 同意、反对还是弃权？例如：表决{n} 同意",
    Lacks.WHEN: "什么时候、在哪里开？例如：召开议事会 12月4日19点 社区会议室",
    Lacks.AGENDA: "列入哪个议题或工单？例如：列入议程 议题5，或 列入议程 12",
    Lacks.VOTE: "表决什么？例如：发起表决 议题5 车棚改成充电棚",
    Lacks.RESOLUTION: "决议内容是什么？例如：形成决议 议题5 车棚改成充电棚 由陈试用负责 12月20日前",
    Lacks.OWNER: "决议由谁负责？例如：形成决议 议题5 车棚改成充电棚 由陈试用负责 12月20日前",
    Lacks.DUE: "决议什么时候前办好？例如：形成决议 议题5 车棚改成充电棚 由陈试用负责 12月20日前",
    Lacks.NEWS: "决议{n} 办到哪一步了？例如：决议{n} 材料已到，或 决议{n} 全部办好了",
    Lacks.WHY: "请写明原因，会告诉相关的人。",
}  # fmt: skip
WHY = {
    Why.NOT_BOUND: "表决、签到和请假要先绑定身份。请回复“绑定 姓名 手机后四位”，绑定后再说一遍。",
    Why.LEFT: "您在名册里已经离任或迁出，不能再签到、表决。有疑问请联系社区。",
    Why.NOT_MEMBER: "您不是这个议事会的成员，不能签到、表决。想议什么请回复“提议题 …”，也可以支持别人的议题。",
    Why.NOT_INVITED: "会议{n} 没有邀请您，不用答复。",
    Why.NOT_THERE: "表决{n} 只有到会的成员能投。请先签到：回复“议事会签到”加会场的四位签到码，再表决。",
    Why.WRONG_CODE: "签到码不对。请看会场显示的四位数，再回复“议事会签到”加签到码。",
    Why.TOO_MANY_CODES: "签到码今天已经说错了多次，不能再试。请扫会场的签到二维码，或请主持会议的人代记到会。",
    Why.TOO_EARLY: "会议{n} {at}开，开会前一小时起才能签到、记到会、记讨论，开会后才能散会，散会后才能写纪要。",
    Why.MEETING_OVER: "会议{n} 已经结束或取消，不能再办这件事。",
    Why.VOTE_OVER: "表决{n} 已经结束（{at}），不能再投。",
    Why.VOTE_RUNNING: "表决{n} 还没有投完（{said}），没有散会。等大家投完，或先结束表决 → 结束表决 {n}",
    Why.VOTE_FAILED: "议题{n} 的表决没有通过，不能写成决议，没有记下。改了内容请再发起一次表决。",
    Why.VOTED: "表决{n} 您已经投过了，一人一票，不能再投，也不能改。",
    Why.SUPPORTED: "议题{n} 您已经支持过了，现在 {said} 人支持。",
    Why.OWN_TOPIC: "议题{n} 是您提的，不用再支持。可以请邻居回复“支持 议题{n}”。",
    Why.ENOUGH_TOPICS: "今天您已经提了 {said} 个议题，这一个没有记下。请明天再提；回复“看议题”看已经提的。",
    Why.TOPIC_OVER: "议题{n} 已经议定或没有列入，不能再办。回复“议题{n}”看看结果。",
    Why.ON_AGENDA: "议题{n} 已经在会议议程上了。",
    Why.NOT_ON_AGENDA: "议题{n} 不在这次会议的议程上，请先回复“列入议程 议题{n}”。",
    Why.NOT_ESCALATED: "{said} 没有提交协商议事，不能列入议程。先在工单上回复“议事 编号 原因”。",
    Why.ELSEWHERE: "{said} 不在这个议事会的范围里，请列入当地议事会的议程。",
    Why.IN_PAST: "时间 {at} 已经过了，请换一个。",
    Why.OWN_MINUTES: "会议{n} 的纪要是您写的，请到会成员或别的负责人审定：回复“同意纪要 会议{n}”。",
    Why.NO_DRAFT: "会议{n} 没有等着审定的纪要。",
    Why.NOT_OWNER: "决议{n} 不由您负责，进展请责任人或社区书记来报。",
    Why.RESOLUTION_OVER: "决议{n} 已经办结（{at}），不用再报。",
    Why.POOLED: "决议{n} 已转为认领项目{said}，项目验收通过就算办好，不用另报。看进展回复“看项目{said}”。",
    Why.STRANGE_CODE: "这个二维码不是会议的签到码，没有签到。请扫会场现在显示的码，或回复“议事会签到”加四位签到码。",
    Why.NO_SEAT: "{said}不是这个议事会的成员（名册里的岗位请在名册里改）。",
}  # fmt: skip
NO_QUORUM = "会议{m} 到会 {there} 人，应到 {members} 人，要到会 {needed} 人才能表决。请先请大家签到，再发起表决。"
NOBODY_CALLED = "没有找到“{called}”。请说名册里的全名或人员编号。"
PROPOSED = "议题{n} 已记下 → 请邻居回复“支持 议题{n}”，满 {needed} 人支持就提请列入{council}议程。\n{title}{masked}"
MASKED = "\n里面的姓名、号码已隐去，邻居看不到。"
SUPPORTED = "议题{n} 已记下您的支持，现在 {count} 人支持{more}。\n{title}"
MORE = "，满 {needed} 人就提请列入议程"
ENOUGH = "，已提请列入议程"
NO_TOPICS = "现在没有议题。想议什么请回复“提议题”加内容，例如：提议题 把自行车棚改成充电棚"
TOPICS = "议题（满 {needed} 人支持提请列入议程）→ 支持 议题号\n{listed}"
TOPIC_LINE, MINE = "议题{n} {title}（{state}，{count} 人支持）{mine}", "·您提的"
STATE = {
    TopicState.PROPOSED: "等支持", TopicState.ON_AGENDA: "已列入议程", TopicState.RESOLVED: "已有决议",
    TopicState.DROPPED: "没有列入",
}  # fmt: skip
TOPIC_MEETING, TOPIC_RESOLUTION, TOPIC_WHY = "会议{m}，{at}", "决议{r} {text}", "原因：{why}"
NO_MEETINGS = "您所在的社区最近没有安排议事会。想议什么请回复“提议题”加内容。"
MEETING = "会议{m} {at}，{room}（{council}）{mine}"
ANSWERED, UNANSWERED = {True: "·您参加", False: "·您已请假"}, " → 参加 会议{m} 或 请假 会议{m}"
INVITED = "　已通知成员 {count} 位"
NO_MEMBERS = (
    "这个议事会还没有成员，所以没有通知到人。请先在后台“议事会”增补成员（或在名册登记“议事会成员”），再重新召开。"
)
NOBODY_INVITED = f"　{NO_MEMBERS}"
NO_AGENDA = "　议程还没有定"
CALLED = (
    "会议{m} 已通知 {members} 位成员，{at}，{room} → 列入议程 议题号\n{council}。会场签到码 {code}，开会时给大家看。"
)
MEETING_OFF = "会议{m} 已取消，通知了被邀请的人。"
PUT = "议题{n} 已列入会议{m}议程（{at}），提议人会收到通知。\n{title}"
OFF = "议题{n} 没有列入，原因已告诉提议人。\n{title}"
SEATED = {True: "{name}现在是{council}的成员。", False: "{name}不再是{council}的成员。"}
COMES = {
    True: "会议{m} 已记下您参加：{at}，{room}。到会后回复“议事会签到”加会场的签到码。",
    False: "会议{m} 已记下您请假（{at}）。能来了回复“参加 会议{m}”。",
}
CAME = "会议{m} {who}已签到，到会 {there} 人，应到 {members} 人{quorum}。"
CAME_BEFORE = "会议{m} {who}已经签过到了，到会 {there} 人，应到 {members} 人{quorum}。"
ENOUGH_THERE, FEW_THERE, YOU = "，可以表决", "，满 {needed} 人才能表决", "您"


@says
def no_such(found: NoSuch, _here: Here) -> str:
    """Which, and where to look."""
    how, thing = HOW_TO_SEE.get(found.thing, ""), THING[found.thing]
    return (
        NONE.format(thing=thing, how=how)
        if found.number is None
        else NO_SUCH.format(thing=thing, n=found.number, how=how)
    )


@says
def which(found: WhichOne, _here: Here) -> str:
    """Each with its number."""
    thing = THING[found.thing]
    return WHICH.format(listed="\n".join(f"{thing}{number} {said}" for number, said in found.options))


@says
def missing(found: Missing, _here: Here) -> str:
    """What, with an example."""
    return LACKS[found.what].format(n="" if found.number is None else found.number)


@says
def cannot(found: CannotNow, here: Here) -> str:
    """Why, and what is possible."""
    at = "" if found.at is None else words.when(found.at, here)
    return WHY[found.why].format(n="" if found.number is None else found.number, at=at, said=found.said)


@says
def no_quorum(found: NoQuorum, _here: Here) -> str:
    """How many are there, and how many it takes."""
    return NO_QUORUM.format(m=found.meeting, there=found.there, members=found.members, needed=found.needed)


@says
def nobody_called(found: NobodyCalled, _here: Here) -> str:
    """The whole name is needed."""
    return NOBODY_CALLED.format(called=found.called)


@says
def proposed(found: Proposed, _here: Here) -> str:
    """Its number, and how it comes before the council."""
    return PROPOSED.format(
        n=found.topic, needed=found.needed, council=words.council(found.council), title=words.short(found.title),
        masked=MASKED if found.masked else "",
    )  # fmt: skip


@says
def supported(found: Supported, _here: Here) -> str:
    """How many there are now."""
    more = MORE.format(needed=found.needed) if found.supporters < found.needed else ENOUGH
    return SUPPORTED.format(n=found.topic, count=found.supporters, more=more, title=words.short(found.title))


@says
def topics_shown(found: TopicsShown, _here: Here) -> str:
    """A line each."""
    if not found.topics:
        return NO_TOPICS
    return TOPICS.format(needed=found.needed, listed="\n".join(_topic(each) for each in found.topics))


@says
def topic_shown(found: TopicShown, here: Here) -> str:
    """Where it stands, when it is spoken of, what was resolved."""
    lines = [_topic(found.line), words.council(found.council)]
    if found.why:
        lines.append(TOPIC_WHY.format(why=found.why))
    if found.meeting is not None and found.meeting_at is not None:
        lines.append(TOPIC_MEETING.format(m=found.meeting, at=words.when(found.meeting_at, here)))
    lines += [TOPIC_RESOLUTION.format(r=number, text=words.short(text)) for number, text in found.resolutions]
    return "\n".join(lines)


@says
def meetings_shown(found: MeetingsShown, here: Here) -> str:
    """When, where, what is spoken of."""
    return "\n".join(_meeting(each, here) for each in found.meetings) if found.meetings else NO_MEETINGS


@says
def called(found: MeetingCalled, here: Here) -> str:
    """Who is invited, and the code of the room."""
    said = CALLED.format(
        m=found.meeting, members=found.members, at=words.when(found.at, here), room=found.room,
        council=words.council(found.council), code=found.code,
    )  # fmt: skip
    return said if found.members else f"{said}\n{NO_MEMBERS}"


@says
def cancelled(found: MeetingCancelled, _here: Here) -> str:
    """It is off."""
    return MEETING_OFF.format(m=found.meeting)


@says
def on_agenda(found: OnAgenda, here: Here) -> str:
    """When it is spoken of."""
    title = words.short(found.title)
    return PUT.format(n=found.topic, m=found.meeting, at=words.when(found.at, here), title=title)


@says
def dropped(found: TopicDropped, _here: Here) -> str:
    """It is off."""
    return OFF.format(n=found.topic, title=words.short(found.title))


@says
def seat_changed(found: SeatChanged, _here: Here) -> str:
    """Who sits there now."""
    return SEATED[found.sits].format(name=found.name, council=words.council(found.council))


@says
def invitation_answered(found: InvitationAnswered, here: Here) -> str:
    """What was noted."""
    return COMES[found.comes].format(m=found.meeting, at=words.when(found.at, here), room=found.room)


@says
def attended(found: Attended, _here: Here) -> str:
    """How many are there, and whether they may vote."""
    enough = ENOUGH_THERE if found.there >= found.needed else FEW_THERE.format(needed=found.needed)
    said = CAME_BEFORE if found.before else CAME
    return said.format(m=found.meeting, who=found.name or YOU, there=found.there, members=found.members, quorum=enough)


def _topic(line: TopicLine) -> str:
    return TOPIC_LINE.format(
        n=line.topic, title=words.short(line.title), state=STATE[line.state], count=line.supporters, mine=MINE if line.mine else ""
    )  # fmt: skip


def _meeting(line: MeetingLine, here: Here) -> str:
    mine = "" if not line.invited else UNANSWERED.format(m=line.meeting) if line.comes is None else ANSWERED[line.comes]
    head = MEETING.format(
        m=line.meeting, at=words.when(line.at, here), room=line.room, council=words.council(line.council), mine=mine
    )
    agenda = [f"　{words.TOPIC_NUMBER.format(n=number)} {words.short(title)}" for number, title in line.agenda]
    told = [] if line.told is None else [INVITED.format(count=line.told) if line.told else NOBODY_INVITED]
    return "\n".join([head, *told, *(agenda or [NO_AGENDA])])
