"""Wherever an address or a form takes a year or a month, an odd one is refused, whatever digits it is written in."""

import re
from typing import Any

import pytest
from sqlalchemy import select

from bot.openapi import methods
from bot.parameters import YEAR_SCHEMA
from governance.roles import Role
from storage.models import CommunityBrand
from tests.chat import Chat
from tests.evaluation import does
from tests.everybody import everybody
from tests.office import Office, plain

ODD = ("0", "1999", "2100", "99999", "02026", "٢٠٢٦", "２０２６", "²")


@pytest.fixture
def office(chat: Chat) -> Office:
    return Office(chat).signs_in(everybody(chat)[Role.SUBDISTRICT_LEAD])


def routes(chat: Chat, method: str) -> list[tuple[Any, Any]]:
    """Each route of this method with what its view takes."""
    found = [rule for rule in chat.app.url_map.iter_rules() if method in methods(rule)]
    return [(rule, getattr(chat.app.view_functions[rule.endpoint], "taken", None)) for rule in found]


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_an_address_of_an_odd_year_or_of_other_digits_is_nowhere(chat, office):
    numbered = [rule for rule, _ in routes(chat, "GET") if re.search("<(row|year):", rule.rule)]
    assert sum("year" in rule.arguments for rule in numbered) == 6
    for rule in numbered:
        assert "year" not in rule.arguments or "<year:year>" in rule.rule
        for odd in ODD if "year" in rule.arguments else ("١", "１", "²"):
            path = re.sub(r"<\w+:\w+>", odd, rule.rule)
            assert office.web.get(path).status_code == 404, path


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_an_odd_year_or_month_that_is_asked_for_is_refused(chat, office):
    asked = [
        (rule.rule, each.name)
        for rule, taken in routes(chat, "GET")
        for each in (taken.query if taken else ())
        if each.name in ("year", "month")
    ]
    assert len(asked) > 15
    for path, name in asked:
        for odd in ODD:
            said = odd if name == "year" else f"{odd}-11"
            response = office.web.get(re.sub("<[^>]+>", "77", path), query_string={name: said})
            assert response.status_code == 400, (path, said)


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_every_form_with_a_year_reads_it_the_same_way(chat, office):
    schemas = [taken.of_form() for _, taken in routes(chat, "POST") if taken and taken.of_form]
    forms = [each for schema in schemas for each in schema.get("anyOf", [schema])]
    years = [each["properties"]["year"] for each in forms if "year" in each["properties"]]
    assert years == [dict(YEAR_SCHEMA)] * 4
    months = [each["properties"]["do"]["const"] for each in forms if "month" in each["properties"]]
    assert sorted(months) == ["propose", "publish"]
    for do in months:
        for odd in ODD:
            sent = {"csrf": office.csrf, "do": do, "month": f"{odd}-11-01"}
            assert office.web.post("/console/rota", data=sent).status_code == 409, (do, odd)


def test_a_brand_of_an_odd_year_is_refused_and_none_is_replaced(chat, office):
    kept = {"community": "梧桐社区", "title": "车棚课堂", "story": "车棚改成了课堂。"}
    assert "2026 年的一居一品已记下" in plain(does(office, "brand", **kept).text)
    for odd in ODD:
        refused = does(office, "brand", **{**kept, "title": "换掉"}, year=odd)
        assert refused.status_code == 422
        assert "请写 2000 到 2099 之间的年份" in plain(refused.text), odd
    assert [row.title for row in chat.rows(select(CommunityBrand.title))] == ["车棚课堂"]
