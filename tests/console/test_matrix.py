"""Every address, every role, what is theirs and what is not: one table of what each may; an address that is not in it fails."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

import pytest
from sqlalchemy import insert, select

from bot.openapi import methods
from governance.roles import Role
from storage.models import Attachment, Event, Place, Project
from tests.everybody import everybody
from tests.office import Office

R = Role
OFFICE = frozenset({
    R.GRID_WORKER, R.GRID_HEAD, R.COMMUNITY_SECRETARY, R.DEPARTMENT_OFFICER, R.DISPATCHER, R.LINKED_CADRE, R.SUBDISTRICT_LEAD,
    R.ADMINISTRATOR,
})  # fmt: skip
"""Who may sign in. Written out here, not taken from the product's own table."""
WHOLE = frozenset({R.DISPATCHER, R.SUBDISTRICT_LEAD, R.ADMINISTRATOR})
"""Whose post is the whole subdistrict: nothing in it is foreign to them."""
LEADS = WHOLE | {R.COMMUNITY_SECRETARY}
DISPATCH = LEADS | {R.GRID_HEAD}
VISIT = frozenset({R.GRID_WORKER, R.GRID_HEAD, R.COMMUNITY_SECRETARY, R.LINKED_CADRE, R.SUBDISTRICT_LEAD})
PLAN_VISITS = frozenset({R.COMMUNITY_SECRETARY, R.SUBDISTRICT_LEAD})
STARS = frozenset({R.COMMUNITY_SECRETARY, R.SUBDISTRICT_LEAD, R.ADMINISTRATOR})
ALLIANCE = LEADS | {R.DEPARTMENT_OFFICER}
ADMIN = frozenset({R.ADMINISTRATOR})
DATA = frozenset({R.ADMINISTRATOR, R.DISPATCHER})
"""Who serves requests about personal data."""
EVERYBODY = None


@dataclass(frozen=True)
class Expect:
    """Who gets `own` (for what is theirs, or where nothing is anybody's) and `foreign`; other staff get 403, others the sign-in
    page. `who` None: everybody, signed in or not. `form`: what is sent; `but`: who gets
    another answer for what is theirs (a linked cadre sees a ticket and is no party to it).
    """

    who: frozenset[Role] | None = OFFICE
    own: int = 200
    foreign: int = 200
    form: Mapping[str, str] = field(default_factory=dict)
    but: Mapping[Role, int] = field(default_factory=dict)


PUBLIC, OBJECT = Expect(EVERYBODY), Expect(own=200, foreign=404)
NOTHING = Expect(EVERYBODY, 404, 404)
EXPECTED: dict[str, Expect] = {
    "GET /healthz": PUBLIC, "GET /readyz": PUBLIC, "GET /wechat": Expect(EVERYBODY, 400, 400),
    "POST /wechat": Expect(EVERYBODY, 403, 403),
    "GET /stars": Expect(EVERYBODY, 302, 302), "GET /stars/<row:year>": PUBLIC,
    "GET /awards/<code>": NOTHING, "GET /awards/<code>.png": NOTHING, "GET /awards/<code>.pdf": NOTHING,
    "GET /certificates/<code>.pdf": NOTHING, "GET /verify/<code>": NOTHING, "GET /calendar/<secret>.ics": NOTHING,
    "GET /open311/v2/services.<form>": PUBLIC, "GET /open311/v2/services/<code>.<form>": NOTHING,
    "GET /open311/v2/requests.<form>": PUBLIC, "GET /open311/v2/requests/<number>.<form>": PUBLIC,
    "POST /open311/v2/requests.<form>": Expect(EVERYBODY, 403, 403),
    "POST /connect/<platform>": Expect(EVERYBODY, 403, 403),
    "GET /api/v1/tickets": Expect(EVERYBODY, 403, 403), "GET /api/v1/tickets/<number>": Expect(EVERYBODY, 403, 403),
    "GET /api/v1/events": Expect(EVERYBODY, 403, 403), "GET /api/v1/duty": Expect(EVERYBODY, 403, 403),
    "GET /console/static/<path:filename>": PUBLIC, "GET /console/assets/<name>": PUBLIC,
    "GET /console/assets/font/<path:name>": PUBLIC,
    "GET /console/sign-in": Expect(EVERYBODY), "GET /console/sign-in/state": PUBLIC,
    "POST /console/sign-in": Expect(EVERYBODY, 400, 400), "POST /console/sign-out": Expect(own=302, foreign=302),
    "GET /console/": Expect(), "GET /console/board": Expect(), "GET /console/wall": Expect(), "GET /console/wall/live": Expect(),
    "POST /console/board/dispatch": Expect(DISPATCH, form={"whom": "R1"}),
    "GET /console/tickets/<number>": OBJECT, "GET /console/tickets/<number>/live": OBJECT,
    "GET /console/tickets/<number>/print": OBJECT,
    "POST /console/tickets/<number>": Expect(
        foreign=404, form={"do": "remark", "note": "看过了"}, but={R.LINKED_CADRE: 409},
    ),
    "POST /console/tickets/<number>/picture": Expect(own=404, foreign=404),
    "POST /console/tickets/<number>/reporter": Expect(DISPATCH, 200, 404),
    "GET /console/files/<row:file_id>": OBJECT,
    "GET /console/events": Expect(), "GET /console/events/<event>": OBJECT, "GET /console/events/<event>/live": OBJECT,
    "POST /console/events/<event>": Expect(
        foreign=404, form={"do": "update", "text": "正在抢修"}, but={
            R.GRID_WORKER: 409, R.DEPARTMENT_OFFICER: 409, R.LINKED_CADRE: 409,
        },
    ),
    "GET /console/councils": Expect(LEADS), "GET /console/councils/live": Expect(LEADS),
    "GET /console/councils/meetings/<row:meeting_id>": Expect(LEADS, 404, 404),
    "GET /console/councils/meetings/<row:meeting_id>/live": Expect(LEADS, 404, 404),
    "POST /console/councils": Expect(LEADS, 400, 400), "GET /console/councils/resolutions.csv": Expect(LEADS),
    "GET /console/assessment": Expect(LEADS), "GET /console/assessment.xlsx": Expect(LEADS),
    "GET /console/assessment/behind": Expect(LEADS),
    "GET /console/tickets.csv": Expect(LEADS), "GET /console/records": Expect(LEADS), "GET /console/directory": Expect(LEADS),
    "GET /console/directory/import": Expect(WHOLE), "POST /console/directory/import": Expect(WHOLE, 422, 422),
    "GET /console/directory/duty": Expect(WHOLE), "POST /console/directory/duty": Expect(WHOLE, 422, 422),
    "GET /console/directory/roster.xlsx": Expect(WHOLE), "GET /console/directory/duty.xlsx": Expect(WHOLE),
    "GET /console/hotline": Expect(WHOLE), "POST /console/hotline": Expect(WHOLE, 422, 422),
    "GET /console/hotline.xlsx": Expect(WHOLE),
    "GET /console/knowledge": Expect(WHOLE), "POST /console/knowledge": Expect(WHOLE, 422, 422),
    "POST /console/knowledge/<row:answer_id>/retire": Expect(WHOLE, 404, 404),
    "GET /console/platforms": Expect(WHOLE), "GET /console/platforms/live": Expect(WHOLE),
    "POST /console/platforms": Expect(WHOLE, 409, 409, form={"do": "replay", "item": "1"}),
    "GET /console/jobs": Expect(WHOLE), "POST /console/jobs": Expect(WHOLE, 404, 404),
    "GET /console/say": Expect(), "POST /console/say": Expect(form={"text": "帮助"}),
    "GET /console/alliance": Expect(ALLIANCE), "GET /console/alliance/ledger.xlsx": Expect(ALLIANCE),
    "GET /console/alliance/<row:pairing_id>": Expect(ALLIANCE, 404, 404),
    "POST /console/alliance/<row:pairing_id>": Expect(ALLIANCE, 404, 404),
    "GET /console/alliance/pictures/<row:file_id>": Expect(ALLIANCE, 404, 404),
    "GET /console/alliance/book.xlsx": Expect(WHOLE), "GET /console/alliance/import": Expect(WHOLE),
    "POST /console/alliance/import": Expect(WHOLE, 422, 422), "GET /console/activities/records": Expect(LEADS),
    "GET /console/activities": Expect(LEADS), "POST /console/activities": Expect(LEADS, 400, 400),
    "GET /console/activities/records.xlsx": Expect(LEADS),
    "GET /console/activities/<row:campaign_id>": Expect(LEADS, 404, 404),
    "POST /console/activities/<row:campaign_id>": Expect(LEADS, 404, 404),
    "GET /console/activities/<row:campaign_id>/shares.xlsx": Expect(LEADS, 404, 404),
    "GET /console/activities/<row:campaign_id>/thanks.xlsx": Expect(LEADS, 404, 404),
    "GET /console/stars": Expect(STARS), "GET /console/stars/live": Expect(STARS),
    "POST /console/stars": Expect(STARS, 400, 400), "GET /console/stars/pictures/<row:file_id>": Expect(STARS, 404, 404),
    "GET /console/openapi.json": Expect(ADMIN), "GET /notices": PUBLIC, "GET /resolutions": PUBLIC,
    "GET /console/notices": Expect(DISPATCH), "GET /console/notices/live": Expect(DISPATCH),
    "POST /console/notices": Expect(DISPATCH, 400, 400),
    "POST /console/sign-in/code": Expect(EVERYBODY, 400, 400), "GET /console/wall/key": Expect(EVERYBODY),
    "POST /console/wall/key": Expect(EVERYBODY, 403, 403),
    "GET /console/screens": Expect(ADMIN), "POST /console/screens": Expect(ADMIN, form={"name": "大厅"}),
    "POST /console/screens/<row:key_id>/end": Expect(ADMIN, 404, 404),
    "GET /console/audit": Expect(ADMIN), "GET /console/audit.csv": Expect(ADMIN),
    "GET /console/privacy": Expect(DATA), "GET /console/privacy/live": Expect(DATA),
    "POST /console/privacy": Expect(DATA, 400, 400), "POST /console/privacy/copy": Expect(DATA, 404, 404),
    "GET /console/account": Expect(), "POST /console/account/password": Expect(own=422, foreign=422),
    "POST /console/account/sessions/<row:session_id>/end": Expect(own=404, foreign=404),
    "GET /projects": PUBLIC, "GET /surveys": PUBLIC, "GET /console/projects": Expect(LEADS),
    "GET /console/projects/live": Expect(LEADS), "POST /console/projects": Expect(LEADS, 400, 400),
    "GET /console/projects.csv": Expect(LEADS), "GET /console/projects/pictures/<row:file_id>": Expect(LEADS, 404, 404),
    "GET /console/projects/<row:project>": Expect(LEADS, 200, 404),
    "GET /console/projects/<row:project>/live": Expect(LEADS, 200, 404),
    "POST /console/projects/<row:project>": Expect(LEADS, 400, 404),
    "GET /console/visits": Expect(VISIT), "POST /console/visits": Expect(PLAN_VISITS, 400, 400),
    "POST /console/visits/<row:visit_id>/note": Expect(VISIT, 404, 404), "GET /console/visits.csv": Expect(PLAN_VISITS),
    "POST /console/households/<row:household_id>/reason": Expect(PLAN_VISITS, 404, 404),
    "GET /console/cases": Expect(STARS), "POST /console/cases": Expect(STARS, 400, 400),
    "GET /cases/<row:year>": NOTHING, "GET /cases/<row:year>.pdf": NOTHING,
    "GET /console/surveys": Expect(LEADS), "GET /console/surveys/live": Expect(LEADS),
    "POST /console/surveys": Expect(LEADS, 400, 400), "GET /console/surveys/<row:survey_id>": Expect(LEADS, 404, 404),
    "GET /console/surveys/<row:survey_id>/live": Expect(LEADS, 404, 404),
    "GET /console/surveys/<row:survey_id>/answers.csv": Expect(LEADS, 404, 404),
    "GET /my-data/<secret>": NOTHING, "GET /privacy": PUBLIC,
}  # fmt: skip
FOREIGN_WORDS = "暗号丁字库房漏水"
LIMITED = {"POST /console/wall/key"}
EXPORTS = {"GET /console/tickets.csv", "GET /console/audit.csv"}
"""What these hold is looked at where exports are tried."""
FIXED = {
    "form": "json", "platform": "nobody", "year": "2026", "filename": "console.css", "answer_id": "77",
    "pairing_id": "77", "campaign_id": "77", "key_id": "77", "survey_id": "77", "session_id": "7777",
    "meeting_id": "77", "visit_id": "7777", "household_id": "7777", "code": "none", "secret": "none",
}  # fmt: skip
NAMES = {"/console/assets/<name>": "htmx.min.js", "/console/assets/font/<path:name>": "400.css"}


@dataclass(frozen=True)
class Thing:
    """A ticket, its picture, the event and a project of its place, and whether they belong to the first community."""

    number: str
    file: int
    own: bool
    event: str
    project: int


@pytest.fixture
def town(chat):
    people = everybody(chat)
    resident = people[Role.RESIDENT]
    things = []
    for text in ("梧桐里1号院05幢3楼楼道灯坏了", f"虎踞北路4号5幢{FOREIGN_WORDS}"):
        where = text[: text.index("幢") + 1]
        resident.says(text)
        resident.sends_picture()
        chat.work()
        number = chat.tickets()[-1].number
        (file,) = chat.rows(select(Attachment.id).where(Attachment.number == number))
        things.append(Thing(number, file.id, not things, event_at(chat, where), project_at(chat, where)))
    return people, things


def event_at(chat, place):
    """Three people have no water there."""
    for number in range(3):
        chat.person(f"{place}居民{number}").says(f"{place}停水了")
    chat.work()
    return chat.rows(select(Event.number).order_by(Event.number.desc()))[0].number


def project_at(chat, where):
    """One that waits there for who claims it."""
    with chat.database.write() as connection:
        code = "Y1-5" if where.startswith("梧桐里") else "N4-5"
        place = connection.execute(select(Place.id).where(Place.code == code)).scalar_one()
        row = {
            "title": f"{where}{FOREIGN_WORDS if code == 'N4-5' else '修花坛'}",
            "place_id": place,
            "kinds": "",
            "shares": 1,
        }
        made = insert(Project).values(state="withdrawn", opened_at=chat.clock(), ended_at=chat.clock(), **row)
        return connection.execute(made.returning(Project.id)).scalar_one()


def address(rule, thing):
    values = {
        **FIXED,
        "event": thing.event,
        "project": str(thing.project),
        "number": thing.number,
        "file_id": str(thing.file),
        "name": NAMES.get(rule.rule, ""),
    }
    return re.sub(r"<(?:\w+:)?(\w+)>", lambda part: values[part[1]], rule.rule)


def ask(browser, method, path, form):
    if method == "GET":
        return browser.web.get(path)
    return browser.web.post(path, data={"csrf": browser.csrf, **form}, headers={"X-CSRF": browser.csrf})


def expected(expect, role, method, thing):
    if expect.who is EVERYBODY:
        return expect.own
    if role not in OFFICE:
        return 302 if method == "GET" else 403
    if role not in expect.who:
        return 403
    return expect.but.get(role, expect.own) if thing.own or role in WHOLE else expect.foreign


def routes(app):
    return {f"{method} {rule.rule}": (method, rule) for rule in app.url_map.iter_rules() for method in methods(rule)}


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_every_address_has_an_expectation_and_no_other(chat):
    assert set(routes(chat.app)) == set(EXPECTED)


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_every_role_gets_of_every_address_what_the_table_says(chat, town):
    people, things = town
    wrong, last = (
        {},
        (
            "GET /console/sign-in",
            "GET /console/sign-in/state",
            "POST /console/sign-in",
            "POST /console/sign-in/code",
            "POST /console/sign-out",
        ),
    )
    asked = sorted(
        routes(chat.app).items(), key=lambda each: (each[0] in last, last.index(each[0]) if each[0] in last else 0)
    )
    for role in (None, *people):
        browser = Office(chat)
        if role in OFFICE:
            browser.signs_in(people[role])
        for name, (method, rule) in asked:
            for thing in things:
                if name in last and role in OFFICE:
                    continue  # what these do to who is signed in is tried below
                if name in LIMITED and role is not None:
                    continue  # the address has so many tries, whoever sits there
                with ask(browser, method, address(rule, thing), EXPECTED[name].form) as answer:
                    should = expected(EXPECTED[name], role, method, thing)
                    if answer.status_code != should:
                        wrong[f"{role}: {name} of {'their own' if thing.own else 'another'} area"] = (
                            answer.status_code,
                            should,
                        )
                    if role not in WHOLE and name not in EXPORTS and FOREIGN_WORDS.encode() in answer.data:
                        wrong[f"{role}: {name} shows another area's ticket"] = answer.status_code
    assert not wrong, "\n".join(f"{what}: {statuses}" for what, statuses in wrong.items())


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_who_may_not_sign_in_stays_outside_and_who_may_gets_in_and_out(chat, town):
    people, _ = town
    for role, speaker in people.items():
        browser = Office(chat)
        if role in OFFICE:
            browser.signs_in(speaker)
            assert browser.web.get("/console/sign-in").status_code == 302
            assert browser.web.post("/console/sign-out", data={"csrf": browser.csrf}).status_code == 302
        else:
            with pytest.raises(AssertionError):
                browser.signs_in(speaker)
        assert browser.web.get("/console/").headers["Location"] == "/console/sign-in"
