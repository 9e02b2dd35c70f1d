"""What is said of surveys."""

from datetime import datetime

from handlers.context import Here
from handlers.outcomes import says
from handlers.surveys import words
from handlers.surveys.outcomes import (
    AnswerKept,
    CannotSurvey,
    MovedAway,
    NoSuchChoice,
    NoSuchSurvey,
    NotAskedOf,
    QuestionAsked,
    SurveyDoneTold,
    SurveyDropped,
    SurveyEnded,
    SurveyIsOver,
    SurveyLine,
    SurveyPreview,
    SurveySent,
    SurveysShown,
    WhereToAsk,
    WhichQuestion,
    Why,
)

PREVIEW = "意见征集{n}《{title}》草稿：会发给 {reached} 人，还没有发出。\n问：{places}的{asked}；{at}截止；{anonymous}；{starts}"
AT_ONCE, LATER = "发出后马上可以答", "{at}开始发"
LEFT_OUT = "另有 {muted} 人退订了社区通知、{without} 人没有关注或没有绑定，不会收到。"
NO_QUESTION_YET = "还没有问题，请先加一题再发。"
KINDS = {True: "匿名", False: "实名"}
SENT = "意见征集{n}《{title}》已发出，会问 {people} 人，{at}截止。每人只收到一次，答复可以改到截止。"
SENT_LATER = "意见征集{n}《{title}》定好了，{begins}开始问 {people} 人，{at}截止。"
DROPPED = "意见征集{n}《{title}》不发了。"
ENDED = "意见征集{n}《{title}》已结束，{people} 人中 {answered} 人答复。汇总在后台“征求意见”里。"
TOLD = "意见征集{n}的办理结果已公布，会告诉答复过的 {answered} 人，每人一次。"
KEPT, CHANGED = "意见{n} 收到了，谢谢您。", "意见{n} 已改，以这次为准。"
SAID, UNSEEN = "您答的是：{said}。", "这是匿名的，谁也查不到您答了什么。"
REPORTS = "要报修、要反映的事，请等答完另发一条。"
MORE, MAY_CHANGE = "还有一题：\n{question}", "截止前（{at}）想改，再答一次就行。"
NONE_SUCH = "没有找到意见征集{n}。看现在有哪些，请回复：征求意见"
UNBOUND = "意见征集{n} 问的是{asked}，要先绑定身份才能答。请回复：绑定 姓名 手机后四位"
NOT_ASKED = "意见征集{n} 问的不是您这里的人，您的话没有记进去。有事要反映，直接说就行。"
OVER = "意见征集{n}《{title}》已经截止（{at}），不再收答复。有事要反映，直接说就行。"
MOVED = (
    "意见{n} 只由住在那里的居民投票，您登记的住处已不在那里，这次没有记，以前投的也不计。住处有误请回复“我住”加地址。"
)
NO_CHOICE = "意见{n} 没有这个选项，还没有记。请从下面选：\n{question}"
WHICH = "意见{n} 有 {count} 题，您都答过了。要改哪一题，请回复“意见{n}-题号 答案”，比如：意见{n}-1 2"
NOTHING, LIST = "现在没有要征求您意见的事。有事要反映，直接说就行。", "征求意见："
OPEN_LINE = "意见{n} 《{title}》{at}截止，{mine}。回复：意见{n}"
OVER_LINE = "意见{n} 《{title}》已截止。{done}"
ANSWERED, OPEN = "您答过了，可以改", "等您答复"
RESULT, NO_RESULT = "办理结果：{done}", "正在汇总。"
UNCLEAR, UNKNOWN = "“{said}”可能是{maybe}，请写全名。", "没有找到“{said}”，请写名册里的地名，或留空表示您管的全部地方。"
WHY = {
    Why.TITLE: "请写上标题，比如：要不要加装充电桩。",
    Why.QUESTION: "还没有问题，请先写一个问题。",
    Why.END: "请选截止时间。",
    Why.SPAN: "截止时间（{at}）要在开始以后，请重选。",
    Why.PAST: "截止时间（{at}）已经过了，请重新起草，选以后的时间。",
    Why.CHOICES: "选择题要有 2 到 9 个不重复的选项，每个最多 20 字，用“、”隔开；填写题不要写选项。",
    Why.TOO_MANY: "意见征集{n} 最多 9 题，不能再加了。",
    Why.ON_ITS_WAY: "意见征集{n} 正在发出，还没有问到您，这句没有记。收到后再答一次就行。",
    Why.NOT_THERE: "意见征集{n} 没有这一题，请看题号再试。",
    Why.NOBODY: "意见征集{n} 没有可以问到的人，没有发出。请换个地方或对象重新起草。",
    Why.NOT_DRAFT: "意见征集{n} 已经不是草稿，不能再改、再发或不发。",
    Why.NOT_RUNNING: "意见征集{n} 没有在征集，不用结束。",
    Why.NOT_ENDED: "意见征集{n} 还没有结束，结束后再公布办理结果。",
    Why.WORDS: "请写上做了什么。",
    Why.NO_VOTER: "那里还没有绑定了身份的居民，表决没有发起。请先请居民绑定身份，并说明住处。",
    Why.DOINGS: "请写办了什么，用“、”隔开，比如：项目3、决议5、NH20261124-0001（工单写全号，最多 9 项）。",
    Why.NO_DOING: "没有找到{said}，意见征集{n} 的关联没有改。请核对编号。",
    Why.IS_VOTE: "意见征集{n} 是居民表决，只有同意、反对、弃权这一题，不能加题减题。",
    Why.ELSEWHERE: "{said}不在这次议事会的范围里，表决没有起草。请换个地方，或写上会议号再发一次。",
    Why.VOTE_WORDS: "请说明表决什么、到什么时候，比如：居民表决：要不要装充电棚，到周五晚8点，梧桐里1号院",
    Why.VOTE_END: "请写上到什么时候截止，再发一次，比如：居民表决：要不要装充电棚，到周五晚8点",
    Why.TOLD: "意见征集{n} 的办理结果 {at} 已经公布过，每人只告诉一次。",
}


@says
def preview(found: SurveyPreview, here: Here) -> str:
    """A draft as it would go out."""
    ref = found.survey
    starts = AT_ONCE if found.starts is None else LATER.format(at=_at(found.starts, here))
    lines = [
        PREVIEW.format(
            n=ref.number, title=ref.title, reached=found.reached, places="、".join(found.places), asked=words.ASKED[found.asked],
            at=words.day(ref, here), anonymous=KINDS[ref.anonymous], starts=starts,
        )
    ]  # fmt: skip
    if found.muted or found.without:
        lines.append(LEFT_OUT.format(muted=found.muted, without=found.without))
    lines += [words.question_said(ref, each) for each in found.questions] or [NO_QUESTION_YET]
    return "\n".join(lines)


@says
def sent(found: SurveySent, here: Here) -> str:
    """It goes out."""
    ref, at = found.survey, words.day(found.survey, here)
    if found.begins is not None:
        begins = _at(found.begins, here)
        return SENT_LATER.format(n=ref.number, title=ref.title, begins=begins, people=found.people, at=at)
    return SENT.format(n=ref.number, title=ref.title, people=found.people, at=at)


@says
def dropped(found: SurveyDropped, _here: Here) -> str:
    """The draft goes nowhere."""
    return DROPPED.format(n=found.survey.number, title=found.survey.title)


@says
def ended(found: SurveyEnded, _here: Here) -> str:
    """It is over."""
    ref = found.survey
    return ENDED.format(n=ref.number, title=ref.title, people=found.people, answered=found.answered)


@says
def told(found: SurveyDoneTold, _here: Here) -> str:
    """What was done is said."""
    return TOLD.format(n=found.survey.number, answered=found.answered)


@says
def kept(found: AnswerKept, here: Here) -> str:
    """Taken, and what is asked next; of an anonymous answer nothing is said back."""
    ref = found.survey
    first = (CHANGED if found.changed else KEPT).format(n=ref.number)
    first += SAID.format(said=found.said) if found.said else UNSEEN
    first += REPORTS if found.in_words else ""
    if found.next is not None:
        return first + MORE.format(question=words.question_said(ref, found.next))
    return first + MAY_CHANGE.format(at=words.day(ref, here))


@says
def question(found: QuestionAsked, here: Here) -> str:
    """A question and how to answer it."""
    return words.first_push(found.survey, found.question, here)


@says
def shown(found: SurveysShown, here: Here) -> str:
    """What the reader is asked, and what came of earlier ones."""
    return "\n".join([LIST, *(_line(each, here) for each in found.lines)]) if found.lines else NOTHING


@says
def none_such(found: NoSuchSurvey, _here: Here) -> str:
    """No survey of this number."""
    return NONE_SUCH.format(n=found.number)


@says
def not_asked(found: NotAskedOf, _here: Here) -> str:
    """It asks others."""
    return (UNBOUND if found.unbound else NOT_ASKED).format(n=found.number, asked=words.ASKED[found.asked])


@says
def moved(found: MovedAway, _here: Here) -> str:
    """They live there no more."""
    return MOVED.format(n=found.number)


@says
def over(found: SurveyIsOver, here: Here) -> str:
    """Too late."""
    return OVER.format(n=found.survey.number, title=found.survey.title, at=words.day(found.survey, here))


@says
def no_choice(found: NoSuchChoice, _here: Here) -> str:
    """None of the choices."""
    return NO_CHOICE.format(n=found.survey.number, question=words.question_said(found.survey, found.question))


@says
def which(found: WhichQuestion, _here: Here) -> str:
    """Which answer is to be another."""
    return WHICH.format(n=found.survey.number, count=found.survey.questions)


@says
def cannot(found: CannotSurvey, here: Here) -> str:
    """Why it can't be done, and what is possible."""
    return WHY[found.why].format(n=found.number, at="" if found.at is None else _at(found.at, here), said=found.said)


@says
def where(found: WhereToAsk, _here: Here) -> str:
    """The place is not known, or may be several."""
    if found.maybe:
        return UNCLEAR.format(said=found.said, maybe="、".join(found.maybe))
    return UNKNOWN.format(said=found.said)


def _line(each: SurveyLine, here: Here) -> str:
    ref = each.survey
    if each.state.value == "closed":
        done = RESULT.format(done=each.done) if each.done else NO_RESULT
        return OVER_LINE.format(n=ref.number, title=ref.title, done=done)
    mine = ANSWERED if each.mine else OPEN
    return OPEN_LINE.format(n=ref.number, title=ref.title, at=words.day(ref, here), mine=mine)


def _at(at: datetime, here: Here) -> str:
    return f"{at.astimezone(here.config.zone):%-m月%-d日 %H:%M}"
