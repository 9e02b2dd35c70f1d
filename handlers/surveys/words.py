"""Words that several of the surveys' texts share: the pushes, a question with its choices, and what an answer says."""

from collections.abc import Sequence

from governance.councils.votes import Share
from governance.surveys.answers import chosen_in
from governance.surveys.doings import Doing, DoingKind
from governance.surveys.kinds import Asked, Form
from governance.surveys.votes import EachIs, VoteResult
from handlers.context import Here
from handlers.surveys.outcomes import QuestionLine, SurveyRef, VoteRule

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
VOTE_ASKS = "居民表决（意见{n}）：{title}{anonymous}\n{rule}{at}截止，截止前可以改。\n{question}"
RULE = "{each}，{percent}%以上的{unit}投票才有效，{share}同意就通过。"
EACH = {EachIs.PERSON: "一人一票", EachIs.HOUSEHOLD: "一户一票（同住的人后投的替换先投的）"}
UNIT = {EachIs.PERSON: "人", EachIs.HOUSEHOLD: "户"}
SHARE = {Share.HALF: "投票的过半数", Share.TWO_THIRDS: "投票的三分之二"}
PASSED, TOO_FEW = {True: "通过", False: "没有通过"}, "投票的太少，没有生效"
RESULT = "{head}。同意 {yes}，反对 {no}，弃权 {abstain}；应投 {asked} {unit}，投了 {voted} {unit}，至少 {needed} {unit}才有效。"
MOVED = "另有 {moved} {unit}已搬走，没有计。"
VOTE_OVER = "居民表决（意见{n}）《{title}》已结束：{result}会告诉投过票的人，结果登在公开页。请把后面怎么办写成决议，并在后台关联。"
REPLACED = (
    "居民表决（意见{n}）《{title}》：您家这一户又有人投了，替换了您投的，以最后一次为准。\n"
    "想改，回复“意见{n} ”加选项序号。不是您家里人投的，请告诉社区：可能有人说错了房号。"
)
VOTE_DONE = "居民表决（意见{n}）《{title}》有结果了：{done}"
REMIND = "居民表决（意见{n}）《{title}》{at}截止，您还没有投。回复“意见{n} 1”同意，“意见{n} 2”反对，“意见{n} 3”弃权。"
VOTE_CHOICES = ("同意", "反对", "弃权")
DOING = {DoingKind.PROJECT: "项目", DoingKind.RESOLUTION: "决议", DoingKind.TICKET: "工单"}
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
    rule = "" if ref.rule is None else rule_said(ref.rule)
    said = question_said(ref, question)
    if link:
        said += "\n" + BY_PAGE.format(url=here.config.public_url, link=link)
    return (VOTE_ASKS if ref.rule else ASKS).format(
        rule=rule, n=ref.number, title=short(ref.title), anonymous=anonymous, at=day(ref, here), question=said
    )


def rule_said(rule: VoteRule) -> str:
    """How a residents' vote is counted, as it is told at its start."""
    return RULE.format(each=EACH[rule.each_is], percent=rule.percent, unit=UNIT[rule.each_is], share=SHARE[rule.share])


def result_said(result: VoteResult, rule: VoteRule) -> str:
    """What a residents' vote came to."""
    head = PASSED[result.passed] if result.is_enough else TOO_FEW
    tally, unit = result.tally, UNIT[rule.each_is]
    said = RESULT.format(
        head=head, yes=tally.yes, no=tally.no, abstain=tally.abstain, voted=tally.ballots, asked=result.asked, unit=unit,
        needed=result.needed,
    )  # fmt: skip
    return said + (MOVED.format(moved=result.moved, unit=unit) if result.moved else "")


def doings_said(doings: Sequence[Doing]) -> str:
    """What came of a survey: 项目3、决议5."""
    return BETWEEN.join(DOING[each.kind] + each.number for each in doings)


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
