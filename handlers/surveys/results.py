"""What a survey that has ended came to: counts and shares of choices, open answers grouped, nobody named in them."""

from dataclasses import dataclass

from governance.surveys.answers import counted, says_whose, share
from governance.surveys.kinds import Form, SurveyState
from handlers.context import Context
from handlers.surveys.outcomes import QuestionLine
from storage.kept_words import masked_words
from storage.surveys.answers import answers_of
from storage.surveys.rows import QuestionRow, SurveyRow
from storage.texts import FORGOTTEN_TEXT
from understanding.opinions import grouped


@dataclass(frozen=True)
class ChoiceCount:
    """A choice, how many chose it, and which share of those who answered the question (per cent)."""

    choice: str
    count: int
    share: int


@dataclass(frozen=True)
class QuestionResult:
    """A question with its answers: `choices` of one with choices, `groups` of one in words, like answers together.

    `too_few`: so few anonymous ones that nothing but their number is told.
    """

    question: QuestionLine
    answers: int
    choices: tuple[ChoiceCount, ...]
    groups: tuple[tuple[str, ...], ...]
    too_few: bool = False


def results(ctx: Context, survey: SurveyRow, questions: list[QuestionRow]) -> tuple[QuestionResult, ...]:
    """By question; nothing while answers may still come, since who watches the counts grow would learn who said what."""
    if survey.state is not SurveyState.CLOSED:
        return ()
    answers = answers_of(ctx.uow, survey)
    return tuple(_result(ctx, survey, each, answers.get(each.id, [])) for each in questions)


def _result(ctx: Context, survey: SurveyRow, row: QuestionRow, answers: list[str]) -> QuestionResult:
    about = QuestionLine(row.position, row.form, row.text, row.choices)
    if says_whose(len(answers), anonymous=survey.anonymous, is_vote=survey.is_vote):
        return QuestionResult(about, len(answers), (), (), too_few=True)
    if row.form is Form.WORDS:
        said = [masked_words(text, ctx.names) for text in answers if text != FORGOTTEN_TEXT]
        return QuestionResult(about, len(answers), (), grouped(said))
    counts = counted(row.choices, answers)
    shares = tuple(
        ChoiceCount(choice, count, share(count, len(answers)))
        for choice, count in zip(row.choices, counts, strict=True)
    )
    return QuestionResult(about, len(answers), shares, ())
