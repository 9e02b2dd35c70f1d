"""What is an answer, when it counts, and boxes of anonymous answers: tables and properties."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from governance.councils.votes import Share
from governance.surveys.answers import LONGEST_ANSWER, answer_in, counted, says_whose, share
from governance.surveys.boxes import box_of, boxes_for, with_answer, without_marks
from governance.surveys.doings import doings_in
from governance.surveys.kinds import Form, SurveyState, fits_choices, is_span, takes_answers
from governance.surveys.votes import needed_of, result_of

NOW = datetime(2026, 11, 24, 2, tzinfo=UTC)
HOUR = timedelta(hours=1)
CHOICES = ("赞成", "反对", "无所谓")
MARKS = st.text("0123456789abcdef", min_size=32, max_size=32)


@pytest.mark.parametrize(
    ("form", "said", "kept"),
    [
        (Form.ONE, "2", "2"),
        (Form.ONE, "２", "2"),
        (Form.ONE, "2 反对", "2"),
        (Form.ONE, "2.反对", "2"),
        (Form.ONE, "反对。", "2"),
        (Form.ONE, "2 赞成", None),
        (Form.ONE, "0", None),
        (Form.ONE, "4", None),
        (Form.ONE, "1 2", None),
        (Form.ONE, "赞成反对", None),
        (Form.ONE, "", None),
        (Form.SEVERAL, "1 3", "1,3"),
        (Form.SEVERAL, "3、1", "1,3"),
        (Form.SEVERAL, "31", "1,3"),
        (Form.SEVERAL, "1 1", "1"),
        (Form.SEVERAL, "1 4", None),
        (Form.SEVERAL, "赞成、无所谓", "1,3"),
        (Form.SEVERAL, "赞成、还行", None),
        (Form.SEVERAL, "2", "2"),
        (Form.WORDS, " 很好 ", "很好"),
        (Form.WORDS, "2", "2"),
        (Form.WORDS, "  ", None),
    ],
)
def test_what_is_kept_of_an_answer(form, said, kept):
    assert answer_in(form, CHOICES, said) == kept


def test_words_are_kept_up_to_a_length():
    assert answer_in(Form.WORDS, (), "好" * 1000) == "好" * LONGEST_ANSWER


@given(st.sampled_from(list(Form)), st.text(max_size=40))
def test_an_answer_of_choice_names_only_choices_that_are_there(form, said):
    kept = answer_in(form, CHOICES, said)
    if kept is not None and form is not Form.WORDS:
        assert set(kept.split(",")) <= {"1", "2", "3"}
        assert form is Form.SEVERAL or "," not in kept


def test_counts_and_shares():
    assert counted(CHOICES, ["1", "1,3", "3", "（已注销）"]) == (2, 0, 2)
    assert [share(each, 3) for each in (0, 1, 2, 3)] == [0, 33, 67, 100]
    assert share(1, 0) == 0


@pytest.mark.parametrize(
    ("state", "ends_in", "counts"),
    [
        (SurveyState.OPEN, HOUR, True),
        (SurveyState.SENDING, HOUR, True),
        (SurveyState.OPEN, timedelta(0), False),
        (SurveyState.OPEN, -HOUR, False),
        (SurveyState.DRAFT, HOUR, False),
        (SurveyState.CLOSED, HOUR, False),
        (SurveyState.DROPPED, HOUR, False),
    ],
)
def test_when_an_answer_counts(state, ends_in, counts):
    assert takes_answers(state, NOW + ends_in, NOW) is counts


@pytest.mark.parametrize(
    ("starts", "ends", "fits"),
    [
        (None, HOUR, True),
        (None, timedelta(0), False),
        (HOUR, 2 * HOUR, True),
        (HOUR, HOUR, False),
        (2 * HOUR, HOUR, False),
        (-HOUR, HOUR, True),
        (-2 * HOUR, -HOUR, False),
    ],
)
def test_a_survey_ends_after_it_begins_and_after_now(starts, ends, fits):
    assert is_span(None if starts is None else NOW + starts, NOW + ends, NOW) is fits


@pytest.mark.parametrize(
    ("form", "choices", "fits"),
    [
        (Form.ONE, ("好", "坏"), True),
        (Form.SEVERAL, tuple("一二三四五六七八九"), True),
        (Form.ONE, tuple("一二三四五六七八九十"), False),
        (Form.ONE, ("好" * 20, "坏"), True),
        (Form.ONE, ("好" * 21, "坏"), False),
        (Form.ONE, ("好",), False),
        (Form.ONE, (), False),
        (Form.ONE, ("好", "好"), False),
        (Form.WORDS, (), True),
        (Form.WORDS, ("好", "坏"), False),
    ],
)
def test_which_choices_a_question_can_have(form, choices, fits):
    assert fits_choices(form, choices) is fits


def test_nobody_of_few_has_a_box_of_their_own():
    assert [boxes_for(people) for people in (0, 1, 63, 127, 128, 1000)] == [1, 1, 1, 1, 2, 15]


@given(MARKS, st.integers(1, 100))
def test_a_mark_is_always_in_the_same_box(mark, boxes):
    assert box_of(mark, boxes) == box_of(mark, boxes)
    assert 0 <= box_of(mark, boxes) < boxes


@given(st.permutations([(f"{at:032x}", question, f"答{at % 3}") for at in range(4) for question in (1, 2)]))
def test_a_box_says_nothing_of_the_order_in_which_answers_came(came):
    held = {}
    for mark, question, answer in came:
        held = with_answer(held, mark, question, answer)
    assert list(held) == sorted(held)
    assert [list(answers) for answers in held.values()] == [["1", "2"]] * 4
    assert without_marks([held]) == {"1": ["答0", "答0", "答1", "答2"], "2": ["答0", "答0", "答1", "答2"]}


def test_a_later_answer_takes_the_place_of_an_earlier():
    held = with_answer(with_answer({}, "a" * 32, 1, "好"), "a" * 32, 1, "不好")
    assert without_marks([held, with_answer({}, "b" * 32, 1, "好")]) == {"1": ["不好", "好"]}


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("项目3、单NH20261124-0012、决议5", [("project", "3"), ("ticket", "NH20261124-0012"), ("resolution", "5")]),
        ("nh20261124-0001", [("ticket", "NH20261124-0001")]),
        ("决议 5 和 决议5", [("resolution", "5")]),
        ("项目3，装好了", None),
        ("单12", None),
        ("12", None),
        ("项目NH20261124-0001", None),
        ("", None),
        ("、".join(f"项目{at}" for at in range(1, 11)), None),
    ],
)
def test_what_came_of_a_survey_is_read_whole_or_not_at_all(said, found):
    read = doings_in(said)
    assert (None if read is None else [(each.kind.value, each.number) for each in read]) == found


@pytest.mark.parametrize(
    ("yes", "no", "abstain", "asked", "share", "enough", "passed"),
    [
        (3, 2, 0, 10, Share.HALF, True, True),
        (2, 2, 0, 10, Share.HALF, False, False),
        (5, 5, 0, 10, Share.HALF, True, False),
        (3, 0, 3, 6, Share.HALF, True, False),
        (4, 2, 0, 6, Share.TWO_THIRDS, True, True),
        (4, 2, 1, 6, Share.TWO_THIRDS, True, False),
        (0, 0, 0, 0, Share.HALF, False, False),
        (2, 0, 0, 3, Share.HALF, True, True),
        (1, 0, 0, 3, Share.HALF, False, False),
    ],
)
def test_a_residents_vote_needs_enough_who_take_part_and_enough_who_agree(
    yes, no, abstain, asked, share, enough, passed
):
    answers = ["1"] * yes + ["2"] * no + ["3"] * abstain
    result = result_of(answers, asked, 0, share, 50)
    assert (result.is_enough, result.passed) == (enough, passed)


@given(st.integers(1, 500), st.integers(1, 100))
def test_the_share_that_has_to_take_part_is_never_less_than_it_says(asked, percent):
    needed = needed_of(asked, percent)
    assert needed * 100 >= asked * percent > (needed - 1) * 100


@pytest.mark.parametrize(
    ("answers", "anonymous", "is_vote", "hidden"),
    [
        (0, True, False, True),
        (2, True, False, True),
        (3, True, False, False),
        (1, False, False, False),
        (1, True, True, False),
    ],
)
def test_a_few_anonymous_answers_would_say_whose_they_are(answers, anonymous, is_vote, hidden):
    assert says_whose(answers, anonymous=anonymous, is_vote=is_vote) is hidden
