from hypothesis import given
from hypothesis import strategies as st

from understanding.normalise import normalise, tidy
from understanding.summary import summary_of, title_of


def test_full_width_forms_and_invisible_characters():
    assert normalise("　３幢\u200b　灯坏了！\n\n谢谢　") == "3幢 灯坏了! 谢谢"


def test_emoji_that_are_joined_stay_joined():
    assert tidy("👨‍👩‍👧‍👦") == "👨‍👩‍👧‍👦"


def test_a_summary_keeps_the_writers_punctuation():
    assert summary_of(tidy("三楼灯坏了，老人下楼危险。请快来")) == "三楼灯坏了，老人下楼危险"


def test_a_title_names_the_matter_and_not_how_the_morning_went():
    text = "大早上的，拿个笤帚下楼，四楼门口那味道冲死了，臭鸡蛋一样的，他耳朵背我敲了半天也没得人应"
    assert "大早上" not in title_of(text)


@given(st.text())
def test_normalising_twice_changes_nothing_more(text):
    assert normalise(normalise(text)) == normalise(text)


@given(st.text())
def test_a_summary_fits_a_line(text):
    assert len(summary_of(tidy(text))) <= 40
