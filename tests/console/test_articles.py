"""Articles: written at the office, looked at by somebody else, sent once to each at their time."""

import io
import re
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from sqlalchemy import select

from storage.models import Account, Article, Attachment, Outbox
from tests.notices import HOMES, dwellers, got
from tests.office import Office, plain
from tests.pictures import snapshot

WORDS = {"title": "周六一起包饺子", "digest": "来的都有份", "body": "上午九点开始\n\n请带围裙", "where": "梧桐里1号院"}


@pytest.fixture
def homes(chat, people):
    found = {name: chat.person(name) for name, _ in HOMES}
    for name, home in HOMES:
        found[name].says(f"我住{home}")
    return found


@pytest.fixture
def secretary(chat, people):
    return Office(chat).signs_in(people.secretary)


def sends(office, path, do="save", **fields):
    """Fills the form of a page as it stands now, and sends it."""
    page = office.web.get(path).text
    version = re.search(r'name="version" value="(\d+)"', page)
    nonce = re.search(r'name="nonce" value="([^"]+)"', page)
    form = {
        "do": do,
        "csrf": office.csrf,
        "version": version[1] if version else "",
        "nonce": nonce[1] if nonce else "n",
    }
    return office.web.post(path, data={**form, **fields})


def written(office, **fields):
    answer = sends(office, "/console/articles/new", **{**WORDS, **fields})
    assert answer.status_code == 303, plain(answer.text)
    return answer.headers["Location"]


def test_it_is_written_looked_at_by_another_and_told_once_at_its_time(chat, people, homes, secretary, clock):
    path = written(secretary, goes_at="2026-11-24T14:00")
    page = secretary.sees(path)
    assert "推文1 草稿" in page
    assert "会收到 4 人" in page
    assert "周六一起包饺子" in page
    assert chat.app.test_client().get("/articles/1").status_code == 404
    assert sends(secretary, path, "ask").status_code == 303
    assert "自己不能同意" in secretary.sees(path)
    assert sends(secretary, path, "agree").status_code == 409
    chat.work()
    assert len(got(people.lead, "推文1请您过目", "要发给 4 人", "今天 14:00")) == 1
    lead = Office(chat).signs_in(people.lead)
    assert sends(lead, path, "agree").status_code == 303
    chat.work()
    assert not got(homes["李阿姨"], "包饺子")
    clock.turn(hours=5)
    for _ in range(2):
        chat.run("articles")
        chat.work()
    for name in ("李阿姨", "王叔叔", "赵奶奶"):
        assert len(got(homes[name], "【周六一起包饺子】来的都有份", "/articles/1")) == 1
    assert not got(homes["钱大爷"], "包饺子")
    public = plain(chat.app.test_client().get("/articles/1").text)
    assert "请带围裙" in public
    assert "2026年11月24日" in public
    secretary.signs_in_again()
    assert "已写给 4 人：送到" in secretary.sees(path)
    assert sends(secretary, path, "withhold").status_code == 409
    assert "已发" in secretary.sees("/console/articles")


def test_what_the_platform_would_not_take_comes_back_with_all_that_was_typed(chat, people, homes, secretary):
    for fields, said in (
        ({"title": "题" * 65}, "标题 65 字，公众号最多 64 字"), ({"digest": "摘" * 121}, "摘要 121 字，公众号最多 120 字"),
        ({"body": "文" * 20_001}, "正文 20001 字"), ({"goes_at": "2026-11-23T09:00"}, "已经过了"), ({"goes_at": "明天"}, ""),
        ({"goes_at": "0001-01-01T00:00"}, ""), ({"goes_at": "9999-12-31T23:59"}, ""),
        ({"where": "没有这个地方苑"}, "没找到"),
    ):  # fmt: skip
        answer = sends(secretary, "/console/articles/new", **{**WORDS, **fields})
        assert answer.status_code in (409, 422), fields
        assert said in plain(answer.text)
        assert next(iter(fields.values())) in answer.text
    assert chat.rows(select(Article.id)) == []
    path = written(secretary, title="", body="")
    answer = plain(sends(secretary, path, "ask").text)
    assert "还没有标题；还没有正文" in answer
    nobody = written(secretary, where="梧桐里2号院1幢")
    answer = sends(secretary, nobody, "ask")
    assert answer.status_code == 409
    assert "发给 0 人" in plain(answer.text)


def test_a_sign_of_markup_reaches_a_phone_as_a_sign(chat, people, homes, secretary):
    path = written(secretary, title="周六<b>一起</b>", digest='<a href="http://x">点</a>')
    sends(secretary, path, "ask")
    sends(Office(chat).signs_in(people.lead), path, "agree")
    chat.run("articles")
    chat.work()
    (told,) = got(homes["李阿姨"], "周六")
    assert "＜a href" in told
    assert "<" not in told


def test_of_two_who_have_it_in_hand_the_second_is_told_and_loses_nothing(chat, people, homes, secretary):
    path = written(secretary)
    lead = Office(chat).signs_in(people.lead)
    first = secretary.web.get(path).text
    version = re.search(r'name="version" value="(\d+)"', first)[1]
    assert sends(lead, path, **{**WORDS, "body": "改成下午三点"}).status_code == 303
    answer = sends(secretary, path, **{**WORDS, "body": "请带擀面杖", "version": version})
    assert answer.status_code == 409
    assert "魏领导" in plain(answer.text)
    assert "请带擀面杖" in answer.text
    assert "改成下午三点" in secretary.sees(path)
    assert sends(lead, path, "ask").status_code == 303
    assert sends(lead, path, "agree").status_code == 409, "who changed it last is no second pair of eyes"
    dispatcher = Office(chat).signs_in(people.dispatcher)
    assert sends(dispatcher, path, "agree").status_code == 303
    assert sends(dispatcher, path, "withhold", why="时间不对").status_code == 303
    chat.work()
    assert not got(homes["李阿姨"], "包饺子")
    assert len(got(people.secretary, "何派单 退回了：时间不对")) == 1
    assert "退回的原因：时间不对" in secretary.sees(path)


def test_the_same_form_again_makes_no_second_article(chat, people, secretary):
    form = {**WORDS, "do": "save", "csrf": secretary.csrf, "nonce": "once", "version": ""}
    where = {secretary.web.post("/console/articles/new", data=form).headers["Location"] for _ in range(2)}
    assert len(where) == 1
    assert len(chat.rows(select(Article.id))) == 1


def test_a_large_picture_is_made_small_and_needs_somebody_s_word_for_those_in_it(chat, people, homes, secretary):
    path = written(secretary, copy="1")
    assert 'value="1" checked' in secretary.web.get(path).text
    assert "要有配图做封面" in plain(sends(secretary, path, "ask").text)
    large = snapshot(7, (3000, 2400), quality=97)
    assert len(large) > 500_000

    def upload(content):
        return secretary.web.post(
            f"{path}/picture", data={"csrf": secretary.csrf, "picture": (io.BytesIO(content), "a.jpg")}
        )

    assert upload(b"no picture").status_code == 415
    assert upload(large).status_code == 303
    assert len(secretary.web.get("/console/articles/pictures/1").data) < 300_000
    assert chat.rows(select(Attachment.purpose))[0].purpose == "article"
    assert "请先勾选" in plain(sends(secretary, path, "ask").text)
    assert sends(secretary, path, "ask", consent="1").status_code == 303
    lead = Office(chat).signs_in(people.lead)
    assert sends(lead, path, "agree").status_code == 303
    chat.work()
    assert "data:image/jpeg" in chat.app.test_client().get("/articles/1").text
    assert len(chat.rows(select(Outbox.id).where(Outbox.kind == "article"))) == 4
    chat.run("article_copies")
    (draft,) = chat.platform.drafts.values()
    assert "周六一起包饺子" in str(draft)
    assert "已在公众号草稿箱" in secretary.sees(path)


def test_a_thousand_are_told_once_each_whoever_works_on_it(chat, people, secretary, clock):
    with chat.database.write() as connection:
        connection.execute(Account.__table__.insert(), dwellers(chat, 1_000, clock() - timedelta(days=9)))
    path = written(secretary)
    assert sends(secretary, path, "ask").status_code == 303
    assert sends(Office(chat).signs_in(people.lead), path, "agree").status_code == 303
    with ThreadPoolExecutor(3) as threads:
        list(threads.map(lambda _: chat.run("articles"), range(3)))
    chat.run("articles")
    told = [row.account_id for row in chat.rows(select(Outbox.account_id).where(Outbox.kind == "article"))]
    assert len(told) == len(set(told)) == chat.rows(select(Article.told))[0].told == 1_001, "and the building's leader"
    assert chat.rows(select(Article.state))[0].state == "sent"


def test_a_number_in_it_is_named_and_has_to_be_ticked_before_it_is_looked_at(chat, people, homes, secretary):
    path = written(secretary, body="找李示范，13912345678；身份证32010219900101123X")
    answer = sends(secretary, path, "ask")
    assert answer.status_code == 409
    for found in ("13912345678", "32010219900101123X"):
        assert found in plain(answer.text).partition("像手机号或身份证号")[0], found
    assert 'name="public"' in secretary.web.get(path).text
    assert sends(secretary, path, "ask", public="1").status_code == 303
    assert 'name="public"' not in secretary.web.get(written(secretary)).text


def test_signs_that_turn_the_direction_of_writing_are_taken_out_of_what_is_typed(chat, people, homes, secretary):
    path = written(secretary, title="\u202e周六\u2066一起\u2069打扫")
    assert [row.title for row in chat.rows(select(Article.title))] == ["周六一起打扫"]
    assert "\u202e" not in secretary.web.get(path).text
