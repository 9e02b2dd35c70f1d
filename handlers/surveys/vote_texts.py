"""What is said of a residents' vote, and of what came of a survey."""

from handlers.context import Here
from handlers.outcomes import says
from handlers.surveys import words
from handlers.surveys.outcomes import ResidentVoteOpened, ResidentVotePreview, SurveyLinked

OPENED = (
    "居民表决（意见{n}）已发起，会通知 {people} 位绑定了身份的居民，{at}截止。{rule}结果到时告诉投过票的人。\n{title}"
)
PREVIEW = (
    "居民表决（意见{n}）还没有发出，核对后请回复“发出居民表决{n}”；不要了回复“不发居民表决{n}”。\n"
    "{title}\n会通知{place} {people} 位绑定了身份的居民，{at}截止{secret}。{rule}"
)
SECRET = "，不记名"
LINKED = "意见征集{n} 已关联：{doings}，公开的结果页能看到。"


@says
def opened(found: ResidentVoteOpened, here: Here) -> str:
    """Who may vote, and by which rule it counts."""
    ref = found.survey
    rule = "" if ref.rule is None else words.rule_said(ref.rule)
    at = words.day(ref, here)
    return OPENED.format(n=ref.number, people=found.people, at=at, rule=rule, title=words.short(ref.title))


@says
def previewed(found: ResidentVotePreview, here: Here) -> str:
    """What would go out, and how it is sent."""
    ref = found.survey
    return PREVIEW.format(
        n=ref.number, title=ref.title, place=found.place, people=found.people, at=words.day(ref, here),
        secret=SECRET if ref.anonymous else "", rule="" if ref.rule is None else words.rule_said(ref.rule),
    )  # fmt: skip


@says
def linked(found: SurveyLinked, _here: Here) -> str:
    """Which."""
    return LINKED.format(n=found.survey.number, doings=words.doings_said(found.doings))
