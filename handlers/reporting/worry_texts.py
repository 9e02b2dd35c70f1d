"""What is said to who worries about a matter that is open."""

from handlers import texts
from handlers.context import Here
from handlers.outcomes import says
from handlers.reporting.worry_outcomes import AdvisedAgain, SafetyAsked

ASKED_IN_DANGER = (
    "{first}\n弄好以前先不要靠近，看好老人孩子。您问的已告诉办理的人（{number}：{summary}），有答复马上发给您。"
)
ASKED = "弄好以前请先绕开，别让孩子过去。您问的已告诉办理的人（{number}：{summary}），有答复马上发给您。"
ADVISED = "{first}\n{number}（{summary}）正按安全隐患加急办理。看好老人孩子，有变化马上告诉我；回复“进度”可查。"


@says
def safety_asked(found: SafetyAsked, _here: Here) -> str:
    """In danger first what to do."""
    if found.danger is None:
        return ASKED.format(number=found.number, summary=found.summary)
    first = texts.CALL_FIRST.get(found.danger, texts.KEEP_AWAY)
    return ASKED_IN_DANGER.format(first=first, number=found.number, summary=found.summary)


@says
def advised_again(found: AdvisedAgain, _here: Here) -> str:
    """First whom to call."""
    first = texts.CALL_FIRST.get(found.danger, texts.KEEP_AWAY)
    return ADVISED.format(first=first, number=found.number, summary=found.summary)
