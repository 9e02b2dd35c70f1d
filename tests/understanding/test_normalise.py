import pytest
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


@pytest.mark.parametrize(
    ("text", "named", "title"),
    [
        (
            "您好，我是住在二号院的退休教师，有件事想麻烦您：三单元门口的感应灯已经一个星期不亮了，晚上出门很不方便，请派人看看，万分感谢。",
            "感应灯", "感应灯",
        ),
        ("喂我是他媳妇用他手机讲哦楼下那个铁门门锁坏了一推就开夜里我一个人在家蛮怕的能不能今天就来人", "门锁坏了", "门锁坏了"),
        ("听见没有！快递柜！就传达室边上那个，门都关不上", "快递柜", "快递柜"),
        ("早上好。昨天群里也讲过。四号楼门口那块地砖翘起来了", "地砖翘", "地砖翘"),
    ],
)  # fmt: skip
def test_a_line_and_a_title_name_what_is_wrong_however_it_is_led_up_to(text, named, title):
    summary = summary_of(tidy(text))
    assert named in summary
    assert title in title_of(summary)


def test_of_a_text_that_no_phone_sends_the_beginning_and_the_end_are_read():
    begun, ended = "楼道灯坏了", "在梧桐里1号院05幢"
    read = normalise(begun + "长" * 30_000 + ended)
    assert read.startswith(begun)
    assert read.endswith(ended)
    assert len(read) <= 2_048


def test_a_text_as_long_as_the_platform_takes_is_read_whole():
    text = "长" * 1_000 + "灯坏了" + "长" * 1_000
    assert normalise(text) == text


@given(st.text(), st.integers(1, 3000))
def test_a_long_text_is_read_alike_however_often(text, times):
    assert normalise(normalise(text * times)) == normalise(text * times)


@given(st.text())
def test_normalising_twice_changes_nothing_more(text):
    assert normalise(normalise(text)) == normalise(text)


@given(st.text())
def test_a_summary_fits_a_line(text):
    assert len(summary_of(tidy(text))) <= 40
