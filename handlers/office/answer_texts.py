"""What is said of known answers that several people look after."""

from handlers.context import Here
from handlers.office.outcomes import AnswerChangedMeanwhile, AnswerRestored
from handlers.outcomes import says

RESTORED = "这条问答又用上了。"
MEANWHILE = (
    "这条问答刚刚被别人改过，您的还没有写入，填的还在，返回那一页就有。\n现在的问题：{question}\n现在的答案：{answer}"
)


@says
def answer_restored(_found: AnswerRestored, _here: Here) -> str:
    """That it is there again."""
    return RESTORED


@says
def answer_changed_meanwhile(found: AnswerChangedMeanwhile, _here: Here) -> str:
    """What the other has written."""
    return MEANWHILE.format(question=found.question, answer=found.answer)
