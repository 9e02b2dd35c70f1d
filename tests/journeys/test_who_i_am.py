"""Who somebody is and where they live, said the way people speak."""

import pytest

from understanding.people import claims_to_be


@pytest.mark.parametrize(
    "words",
    [
        "我陈试用呀 手机最后四位是0001 帮我登记一下", "哎我是陈试用啊 电话尾号零零零一 你给我登上去",
        "我叫陈试用 手机后面四个数零零零一 麻烦绑一下",
    ],
)  # fmt: skip
def test_the_end_of_the_number_may_be_said_in_words(chat, people, words):
    newcomer = chat.person("新邻居")
    answer = newcomer.says(words)
    assert "绑定成功" in answer or "陈**" in answer or "已经" in answer, answer
    assert "没有对上" not in answer


def test_a_wrong_end_is_still_refused(chat, people):
    assert "没有对上" in chat.person("新邻居").says("我陈试用呀 手机最后四位是九九九九 帮我登记一下")


@pytest.mark.parametrize(
    "words", ["我住梧桐里一号院五幢的", "我家住梧桐里1号院05幢那边", "哎 我就住在梧桐里一号院5栋啊"]
)
@pytest.mark.parametrize("how", ["says", "speaks"])
def test_where_somebody_lives_is_their_home_and_no_report(chat, people, how, words):
    newcomer = chat.person("新邻居")
    answer = getattr(newcomer, how)(words)
    assert "出了什么问题" not in answer, answer
    newcomer.says("我家水管爆了")
    assert chat.tickets()[0].place_text.startswith("梧桐里1号院05幢")


@pytest.mark.parametrize("words", ["梧桐里1号院05幢", "我在梧桐里1号院05幢"])
def test_a_mere_place_is_asked_about_as_before(chat, people, words):
    assert "出了什么问题" in chat.person("新邻居").says(words)


def test_what_is_wrong_at_home_is_a_report(chat, people):
    assert "已登记" in chat.person("新邻居").says("我住梧桐里1号院05幢 楼道灯坏了")


@pytest.mark.parametrize(
    "words", ["楼道灯坏了 我电话尾号0012", "帮我登记一下 下水道堵了 电话19900000001", "0001那单登记了吗"]
)
def test_who_only_leaves_a_number_claims_nothing(words):
    assert not claims_to_be(words)
