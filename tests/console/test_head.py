"""Asking only for the head of an answer does nothing: a form that comes with it is not read, on no address."""

import io

import pytest
from sqlalchemy import func, select

from storage.models import Audit
from tests.console.expected import EXPECTED
from tests.office import Office
from tests.roster import line, written
from tests.staff import lines, staff


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_a_head_with_a_form_imports_nothing_and_needs_no_token_because_of_it(chat, tmp_path):
    office = Office(chat).signs_in(staff(chat).dispatcher)
    changed = lines()
    line(changed, "people", "R7")["unit"] = "改了单位"
    roster = written(tmp_path / "roster.xlsx", changed).read_bytes()

    def asked(method):
        form = {"write": "yes", "csrf": office.csrf if method == "POST" else "", "file": (io.BytesIO(roster), "r.xlsx")}
        answer = office.web.open(
            "/console/directory/import", method=method, data=form, content_type="multipart/form-data"
        )
        return answer.status_code, chat.rows(select(func.count()).where(Audit.action == "person.change"))[0][0]

    assert asked("HEAD") == (200, 0)
    assert asked("POST") == (200, 1), "the same form does it where it is posted"


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_every_page_that_also_takes_a_form_answers_a_head_as_it_answers_a_look(chat):
    office = Office(chat).signs_in(staff(chat).dispatcher)
    both = [name[5:] for name in EXPECTED if name.startswith("POST ") and f"GET {name[5:]}" in EXPECTED]
    addresses = [address for address in both if "<" not in address and "sign-in" not in address]
    assert len(addresses) > 8
    for address in addresses:
        answers = [office.web.open(address, method=method, data={"csrf": ""}) for method in ("GET", "HEAD")]
        assert answers[0].status_code == answers[1].status_code, address
