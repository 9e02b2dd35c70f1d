"""What is said of what was done to a ticket."""

from governance.texts import LINE, ROLE
from governance.tickets.lifecycle import Move
from handlers import texts
from handlers.context import Here
from handlers.outcomes import says
from handlers.texts import people as people_words
from handlers.texts import work as words
from handlers.tickets.denial_texts import head
from handlers.tickets.outcomes import (
    Ahead,
    AlreadyTheirs,
    Answered,
    AtCouncil,
    DispatchUndone,
    HandedOn,
    Handled,
    JustDispatched,
    Listed,
    MyTickets,
    NobodyNamed,
    NobodyThere,
    NoDispatchToUndo,
    NotReachable,
    NotStaff,
    OnSite,
    Planned,
    Rejected,
    Remarked,
    Returned,
    StoodDown,
    Supervised,
    Taken,
    ToYourself,
    Verified,
)
from handlers.tickets.relay_outcomes import NobodyToTell, Relayed
from handlers.tickets.showing_outcomes import Reached, WorkShown

TO_INSPECT, TO_INSPECT_LATE = "要查的设施 {total} 个{late}，回复“今天要查什么”看名单。", "（逾期 {late} 个）"
SENT = {"image": "照片", "voice": "语音", "video": "视频", "location": "位置"}
WORK_SHOWN, SHOWN_ARRIVED = "{what}已放进 {head}{arrived}。{done}\n{steps}", "，已记到场（{at}）"
SHOWN_DONE = "办好了就说一句做了什么，刚发的就是凭据。"
JUST_DISPATCHED = (
    "{by}刚刚（{at}）已把{head}派给{who}，您的派单没有执行。确实要改派给{other}，请回复：改派 {n} 给{other}"
)
UNDONE = "已撤销派单 {head}，{whose}。要另派请回复：派单 {n} 给谁"
NOTHING_TO_UNDO = "{head} 的派单已经撤销过，没有可撤销的了。要另派请回复：派单 {n} 给谁"
AGAIN_OF, AGAIN_NOBODYS = "仍由{who}负责", "现在还没有责任人"
STOOD_DOWN = "已解除隐患 {head}：{note}。改按{as_what}办理，{next}"
STOOD_DOWN_MINE, STOOD_DOWN_THEIRS = "办好了请回复：办结 {n} 说明", "办理人已收到通知。"


def dues(ahead: Ahead, here: Here) -> str:
    """By when what is promised."""
    terms = [
        (words.moment(at, here.config.zone, here.now), [words.DEADLINE[k] for k in kinds]) for at, kinds in ahead.dues
    ]
    return words.dues(terms)


@says
def taken(found: Taken, here: Here) -> str:
    """By when, and what comes next."""
    steps = words.steps(list(found.ahead.moves), found.ticket.number)
    return words.TAKEN.format(head=head(found.ticket), due=dues(found.ahead, here), steps=steps).strip()


@says
def on_site(found: OnSite, here: Here) -> str:
    """Since when, and what comes next."""
    done = words.ARRIVED if found.move is Move.ARRIVE else words.CREW_IN
    steps = words.steps(list(found.moves), found.ticket.number)
    return done.format(head=head(found.ticket), at=words.clock(found.at, here.config.zone), steps=steps).strip()


@says
def work_shown(found: WorkShown, here: Here) -> str:
    """Where it lies, and what comes next."""
    arrived = "" if found.arrived is None else SHOWN_ARRIVED.format(at=words.clock(found.arrived, here.config.zone))
    done = SHOWN_DONE if Move.HANDLE in found.moves and found.kind in ("image", "video") else ""
    steps = words.steps(list(found.moves), found.ticket.number)
    what = SENT.get(found.kind, "")
    return WORK_SHOWN.format(what=what, head=head(found.ticket), arrived=arrived, done=done, steps=steps).strip()


@says
def planned(found: Planned, here: Here) -> str:
    """The plan, by when, and what comes next."""
    steps = words.steps(list(found.ahead.moves), found.ticket.number)
    due = dues(found.ahead, here)
    return words.PLANNED.format(head=head(found.ticket), note=found.note, due=due, steps=steps)


@says
def reached(found: Reached, _here: Here) -> str:
    """Who was reached, and what comes next."""
    steps = words.steps(list(found.ahead.moves), found.ticket.number)
    return words.REACHED.format(head=head(found.ticket), note=found.note, steps=steps)


@says
def handled(found: Handled, _here: Here) -> str:
    """Who looks at it."""
    if not found.verifiers:
        return words.HANDLED_NOBODY.format(head=head(found.ticket))
    return words.HANDLED.format(head=head(found.ticket), who=found.verifiers)


@says
def answered(found: Answered, _here: Here) -> str:
    """The reporter will rate it."""
    return (words.ANSWERED_ELSEWHERE if found.elsewhere else words.ANSWERED).format(head=head(found.ticket))


@says
def returned(found: Returned, _here: Here) -> str:
    """Who dispatches it anew."""
    return words.RETURNED.format(head=head(found.ticket), note=found.note, who=found.who)


@says
def handed_on(found: HandedOn, _here: Here) -> str:
    """Whose it is."""
    return words.HANDED_ON.format(verb=words.VERB[found.move], head=head(found.ticket), who=found.who)


@says
def already_theirs(found: AlreadyTheirs, _here: Here) -> str:
    """Whose it was before."""
    return words.ALREADY_THEIRS.format(head=head(found.ticket), who=found.who)


@says
def to_yourself(found: ToYourself, _here: Here) -> str:
    """How one takes it."""
    return words.TO_YOURSELF.format(n=words.short(found.ticket.number))


@says
def just_dispatched(found: JustDispatched, here: Here) -> str:
    """What the other did, and how to do it all the same."""
    at = words.clock(found.at, here.config.zone)
    n = words.short(found.ticket.number)
    return JUST_DISPATCHED.format(by=found.by, at=at, head=head(found.ticket), who=found.who, other=found.other, n=n)


@says
def dispatch_undone(found: DispatchUndone, _here: Here) -> str:
    """Whose it is now."""
    whose = AGAIN_NOBODYS if found.who is None else AGAIN_OF.format(who=found.who)
    return UNDONE.format(head=head(found.ticket), whose=whose, n=words.short(found.ticket.number))


@says
def no_dispatch_to_undo(found: NoDispatchToUndo, _here: Here) -> str:
    """How to dispatch it anew."""
    return NOTHING_TO_UNDO.format(head=head(found.ticket), n=words.short(found.ticket.number))


@says
def nobody_there(found: NobodyThere, _here: Here) -> str:
    """Of whom there is none."""
    whom = words.LINE_STAFF.format(line=LINE[found.line]) if found.line is not None else ""
    return words.NOBODY_THERE.format(place=found.place, whom=whom or (ROLE[found.role] if found.role else ""))


@says
def nobody_named(found: NobodyNamed, _here: Here) -> str:
    """The name as it was written."""
    return people_words.NOBODY_NAMED.format(name=found.name)


@says
def not_staff(found: NotStaff, _here: Here) -> str:
    """Somebody else is needed."""
    return words.NOT_STAFF.format(who=found.name)


@says
def not_reachable(found: NotReachable, _here: Here) -> str:
    """They have to bind an account first."""
    return words.NOT_REACHABLE.format(who=found.name)


@says
def verified(found: Verified, _here: Here) -> str:
    """What comes next."""
    ended = words.VERIFIED_RATED if found.rated else words.VERIFIED_CLOSED
    return (ended if found.closed else words.VERIFIED).format(head=head(found.ticket))


@says
def rejected(found: Rejected, _here: Here) -> str:
    """Whose it is again, and why."""
    return words.REJECTED.format(who=found.who, head=head(found.ticket), note=found.note)


@says
def stood_down(found: StoodDown, _here: Here) -> str:
    """As what it goes on."""
    after = STOOD_DOWN_MINE.format(n=words.short(found.ticket.number)) if found.mine else STOOD_DOWN_THEIRS
    as_what = texts.AS_WHAT[found.urgency]
    return STOOD_DOWN.format(head=head(found.ticket), note=found.note, as_what=as_what, next=after)


@says
def supervised(found: Supervised, _here: Here) -> str:
    """Who sees it."""
    return words.SUPERVISED.format(head=head(found.ticket), who=found.who)


@says
def remarked(found: Remarked, _here: Here) -> str:
    """What is kept."""
    return words.REMARKED.format(head=head(found.ticket), note=found.note)


@says
def at_council(found: AtCouncil, _here: Here) -> str:
    """How it comes back."""
    return words.TO_COUNCIL.format(head=head(found.ticket), n=words.short(found.ticket.number))


@says
def relayed(found: Relayed, _here: Here) -> str:
    """Their answer comes back."""
    sent = words.RELAY_SENT.format(head=head(found.ticket))
    return sent + words.RELAY_ANSWERS.format(n=words.short(found.ticket.number)) if found.asked else sent


@says
def nobody_to_tell(found: NobodyToTell, _here: Here) -> str:
    """The words are kept, nobody reads them."""
    return words.NOBODY_TO_RELAY.format(head=head(found.ticket))


@says
def my_tickets(found: MyTickets, here: Here) -> str:
    """Theirs with the next step, then the others."""
    count, shown = found.mine_count, _shown(found.mine_count, found.mine)
    said = [words.MINE_HEAD.format(count=count, shown=shown) if count else words.NOTHING_MINE]
    said += [_listed(each, here) for each in found.mine]
    if found.others_count:
        shown = _shown(found.others_count, found.others)
        said.append(words.THERE_HEAD.format(count=found.others_count, shown=shown))
        said += [_listed(each, here) for each in found.others]
    total, late = found.inspections
    if total:
        said.append(TO_INSPECT.format(total=total, late=TO_INSPECT_LATE.format(late=late) if late else ""))
    return "\n\n".join(said)


def _shown(count: int, listed: tuple[Listed, ...]) -> str:
    return words.FIRST_SHOWN.format(most=len(listed)) if count > len(listed) else words.ALL_SHOWN


def _listed(each: Listed, here: Here) -> str:
    due = ""
    if each.due is not None:
        late = words.OVERDUE if each.due < here.now else ""
        due = words.DUE.format(due=words.moment(each.due, here.config.zone, here.now), late=late)
    n = words.short(each.ticket.number)
    step = "" if each.step is None else words.HOW[each.step].format(n=n)
    what = texts.where_and_what(each.ticket.place, each.ticket.summary)
    return words.mine_line(each.ticket.number, each.state, each.urgency, what, due, step)
