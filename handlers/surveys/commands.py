"""What is asked of surveys: by staff, who make them, and by whom they ask. What is answered is said to the letter (意见3 2)."""

from dataclasses import dataclass
from datetime import datetime

from governance.councils.votes import Share
from governance.permissions import PERMISSIONS, Act
from governance.surveys.kinds import Asked, Form
from handlers.catalogue import Effect, command, slot
from understanding.intents import Intent

RUN = PERMISSIONS[Act.RUN_SURVEYS]
SURVEY, QUESTION, FORM, CHOICES = "意见征集号", "问题", "怎么答", "选项，用、隔开"


@command("答征求意见", Intent.SURVEY, effect=Effect.REVERSIBLE)
@dataclass(frozen=True)
class AnswerSurvey:
    """Answer a question of a survey; until its end a later answer replaces an earlier. Without words the question is shown."""

    survey: int = slot(SURVEY)
    question: int | None = slot("第几题", default=None)
    said: str = slot("您的意见", default="")


@command("看征求意见", Intent.SURVEY, effect=Effect.NONE)
@dataclass(frozen=True)
class ShowSurveys:
    """Show what the sender is asked now, and what came of earlier surveys."""


@command("起草征求意见", Intent.SURVEY, effect=Effect.REVERSIBLE, roles=RUN)
@dataclass(frozen=True)
class DraftSurvey:
    """Write a survey with its first question; who would be asked is counted, nobody is asked yet.

    `where`: a place in words, empty for all that is the sender's. `starts`, `ends`: instants, or as the subdistrict's clock shows.
    """

    title: str = slot("标题", default="")
    question: str = slot("第一题", default="")
    form: Form | None = slot(FORM, default=None)
    choices: str = slot(CHOICES, default="")
    asked: Asked | None = slot("问谁", default=None)
    where: str = slot("问哪里的人", default="")
    ends: datetime | None = slot("截止", default=None)
    starts: datetime | None = slot("什么时候发", default=None)
    anonymous: bool = slot("匿名", default=False)


@command("加一题", Intent.SURVEY, effect=Effect.REVERSIBLE, roles=RUN)
@dataclass(frozen=True)
class AddSurveyQuestion:
    """One more question in a draft."""

    survey: int = slot(SURVEY)
    question: str = slot(QUESTION, default="")
    form: Form | None = slot(FORM, default=None)
    choices: str = slot(CHOICES, default="")


@command("去掉一题", Intent.SURVEY, effect=Effect.REVERSIBLE, roles=RUN)
@dataclass(frozen=True)
class DropSurveyQuestion:
    """A question of a draft is not asked."""

    survey: int = slot(SURVEY)
    question: int | None = slot("第几题", default=None)


@command("发出征求意见", Intent.SURVEY, effect=Effect.BINDING, roles=RUN)
@dataclass(frozen=True)
class SendSurvey:
    """It goes out to all whom it asks, once each."""

    survey: int = slot(SURVEY)


@command("不发征求意见", Intent.SURVEY, effect=Effect.BINDING, roles=RUN)
@dataclass(frozen=True)
class DropSurvey:
    """A draft does not go out."""

    survey: int = slot(SURVEY)


@command("结束征求意见", Intent.SURVEY, effect=Effect.BINDING, roles=RUN)
@dataclass(frozen=True)
class EndSurvey:
    """It ends now, before its time."""

    survey: int = slot(SURVEY)


@command("公布办理结果", Intent.SURVEY, effect=Effect.BINDING, roles=RUN)
@dataclass(frozen=True)
class TellSurveyDone:
    """Say what was done about the opinions; whoever answered is told, once."""

    survey: int = slot(SURVEY)
    text: str = slot("做了什么", default="")


@command("关联办理事项", Intent.SURVEY, effect=Effect.REVERSIBLE, roles=RUN)
@dataclass(frozen=True)
class LinkSurvey:
    """Say which projects, tickets and resolutions came of a survey, in place of what stood there."""

    survey: int = slot(SURVEY)
    about: str = slot("办了什么，如 项目3、决议5、工单全号", default="")


@command("起草居民表决", Intent.COUNCIL, effect=Effect.REVERSIBLE, roles=PERMISSIONS[Act.RUN_COUNCIL])
@dataclass(frozen=True)
class DraftResidentVote:
    """Write a residents' vote and count who may vote; nobody is asked before it is sent. `where`: a place inside the council's."""

    meeting: int | None = slot("会议号", default=None)
    text: str = slot("表决什么", default="")
    ends: datetime | None = slot("截止", default=None)
    where: int | None = slot("哪里的居民", default=None)
    share: Share | None = slot("多少同意才通过", default=None)
    household: bool = slot("一户一票", default=False)
    secret: bool = slot("不记名", default=False)


@command("发起居民表决", Intent.COUNCIL, effect=Effect.BINDING, roles=PERMISSIONS[Act.RUN_COUNCIL])
@dataclass(frozen=True)
class OpenResidentVote:
    """Let all who live at a council's place vote, until an instant. `household`: a household has one vote, else each person."""

    meeting: int = slot("会议号")
    text: str = slot("表决什么", default="")
    ends: datetime | None = slot("截止", default=None)
    share: Share | None = slot("多少同意才通过", default=None)
    household: bool = slot("一户一票", default=False)
    secret: bool = slot("不记名", default=False)
