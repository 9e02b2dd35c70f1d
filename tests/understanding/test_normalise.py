from hypothesis import given
from hypothesis import strategies as st

from understanding.normalise import normalise, tidy
from understanding.summary import summary_of


def test_full_width_forms_and_invisible_characters():
    assert normalise("　３幢\u200b　灯坏了！\n\n谢谢　") == "3幢 灯坏了! 谢谢"


def test_emoji_that_are_joined_stay_joined():
    assert tidy("👨‍👩‍👧‍👦") == "👨‍👩‍👧‍👦"


def test_a_summary_keeps_the_writers_punctuation():
    assert summary_of(tidy("三楼灯坏了，老人下楼危险。请快来")) == "三楼灯坏了，老人下楼危险"


@given(st.text())
def test_normalising_twice_changes_nothing_more(text):
    assert normalise(normalise(text)) == normalise(text)


@given(st.text())
def test_a_summary_fits_a_line(text):
    assert len(summary_of(tidy(text))) <= 40
