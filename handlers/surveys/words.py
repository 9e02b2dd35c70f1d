"""Words that several of the surveys' texts share: the pushes, a question with its choices, and what an answer says."""

from collections.abc import Sequence

from governance.surveys.answers import chosen_in
from governance.surveys.kinds import Asked, Form
from handlers.context import Here
from handlers.surveys.outcomes import QuestionLine, SurveyRef

LONGEST = 40
ASKED = {Asked.RESIDENTS: "居民", Asked.LEADERS: "楼栋长", Asked.MEMBERS: "党员", Asked.VOTERS: "绑定了身份的居民"}
FORM = {Form.ONE: "单选", Form.SEVERAL: "多选", Form.WORDS: "填写"}
OVER = "意见征集{n}《{title}》已结束，{people} 人中 {answered} 人答复。汇总在后台“征求意见”里，看过后请公布办理结果。"
DONE = "意见征集{n}《{title}》有结果了：{done}\n谢谢您提的意见。"
ASKS = "意见征集{n}《{title}》{anonymous}请您说说看，{at}截止。\n{question}"
ANONYMOUS, NAMED = "（匿名，谁也查不到您答了什么）", "（实名）"
BY_PAGE = "也可以打开网页填（只给您用，请别转发）：{url}/surveys/answer/{link}"
QUESTION = "第 {p} 题（{form}）：{text}"
ONLY = "（{form}）{text}"
CHOICE = "{at} {choice}"
HOW = {
    Form.ONE: "回复“{words} 1”这样的序号",
    Form.SEVERAL: "可选几个，回复“{words} 1 3”这样的序号",
    Form.WORDS: "回复“{words} 您的意见”",
}
WHERE, WHERE_OF = "意见{n}", "意见{n}-{p}"
TAP = "{words} {at} {choice}"
BETWEEN = "、"


def short(text: str) -> str:
    """A title as a line of a push holds it."""
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"


def day(ref: SurveyRef, here: Here) -> str:
    """When it ends, as people say it."""
    return f"{ref.ends.astimezone(here.config.zone):%-m月%-d日 %H:%M}"


def address(ref: SurveyRef, question: QuestionLine) -> str:
    """What an answer begins with: 意见3, of several questions 意见3-2."""
    return (WHERE if ref.questions == 1 else WHERE_OF).format(n=ref.number, p=question.position)


def question_said(ref: SurveyRef, question: QuestionLine) -> str:
    """A question, its choices a line each, and how to answer."""
    form = QUESTION if ref.questions > 1 else ONLY
    head = form.format(p=question.position, form=FORM[question.form], text=question.text)
    choices = [CHOICE.format(at=at, choice=choice) for at, choice in enumerate(question.choices, 1)]
    return "\n".join([head, *choices, HOW[question.form].format(words=address(ref, question))])


def first_push(ref: SurveyRef, question: QuestionLine, here: Here, link: str = "") -> str:
    """What somebody is asked with. `link`: the end of the address at which they may answer on a page."""
    anonymous = ANONYMOUS if ref.anonymous else NAMED
    said = question_said(ref, question)
    if link:
        said += "\n" + BY_PAGE.format(url=here.config.public_url, link=link)
    return ASKS.format(n=ref.number, title=short(ref.title), anonymous=anonymous, at=day(ref, here), question=said)


def taps_of(ref: SurveyRef, question: QuestionLine) -> tuple[str, ...]:
    """The choices to tap; for words one tap that opens the question."""
    words = address(ref, question)
    if question.form is Form.WORDS:
        return (words,)
    return tuple(TAP.format(words=words, at=at, choice=choice) for at, choice in enumerate(question.choices, 1))


def answer_said(question: QuestionLine, kept: str) -> str:
    """An answer as it is kept, in words."""
    if question.form is Form.WORDS:
        return short(kept)
    return chosen_said(question.choices, kept)


def chosen_said(choices: Sequence[str], kept: str) -> str:
    """The choices of an answer."""
    return BETWEEN.join(choices[at - 1] for at in chosen_in(kept) if at <= len(choices))
