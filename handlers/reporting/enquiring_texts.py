"""What is said to those who ask something: the known answer, or who answers and until when."""

from datetime import datetime

from handlers import texts
from handlers.context import Here
from handlers.outcomes import says
from handlers.reporting.outcomes import AboutWhat, KnownAnswer, NoSparks, WithPerson
from handlers.texts.work import moment
from understanding.hazard import Danger

ANSWERED = "{answer}\n\n没有解答您的问题？请回复“转人工”，马上登记给社区工作人员。"
ANSWERS_BY = "最晚{by}前，工作人员在这里答复您。回复“进度”可查，“撤回”可取消。"
NO_SPARKS = "现在不要。{first}\n您报的 {number} 还没有排除，请在室外等抢修人员，他们说可以了再进屋。"
WITH_PERSON = "您问的“{summary}”已转给工作人员，编号 {number}，最晚{by}前在这里答复您。想问别的，请直接说是什么事。"
ABOUT_WHAT = (
    "好的，转给工作人员。请说说是什么事，马上给您编号，最晚{by}前有人答复；想接电话的，请留下号码和方便的时间。\n"
    "紧急情况请直接拨打110、119或120。"
)


@says
def no_sparks(found: NoSparks, _here: Here) -> str:
    """No first, then why not and whom to call."""
    return NO_SPARKS.format(first=texts.CALL_FIRST[Danger.GAS], number=found.number)


@says
def known_answer(found: KnownAnswer, _here: Here) -> str:
    """And what to say if it is none."""
    return ANSWERED.format(answer=found.answer)


@says
def with_person(found: WithPerson, here: Here) -> str:
    """Its number and until when."""
    return WITH_PERSON.format(number=found.number, summary=found.summary, by=said_at(found.answer_by, here))


@says
def about_what(found: AboutWhat, here: Here) -> str:
    """What to say, and whom to call where it can't wait."""
    return ABOUT_WHAT.format(by=said_at(found.answer_by, here))


def answers_by(at: datetime, here: Here) -> str:
    """The promise of an answer."""
    return ANSWERS_BY.format(by=said_at(at, here))


def said_at(at: datetime, here: Here) -> str:
    """明天 18:00."""
    return moment(at, here.config.zone, here.now)
