"""What each role gets at each address, for what is theirs and for what is not: the table that the matrix is tried against."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from governance.roles import Role

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
KEEP_THINGS = DISPATCH | {R.GRID_WORKER}
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
    "GET /stars": Expect(EVERYBODY, 302, 302), "GET /stars/<year:year>": PUBLIC,
    "GET /awards/<code>": NOTHING, "GET /awards/<code>.png": NOTHING, "GET /awards/<code>.pdf": NOTHING,
    "GET /certificates/<code>.pdf": NOTHING, "GET /verify/<code>": NOTHING, "GET /calendar/<secret>.ics": NOTHING,
    "GET /open311/v2/services.<form>": PUBLIC, "GET /open311/v2/services/<code>.<form>": NOTHING,
    "GET /open311/v2/requests.<form>": PUBLIC, "GET /open311/v2/requests/<number>.<form>": PUBLIC,
    "POST /open311/v2/requests.<form>": Expect(EVERYBODY, 403, 403),
    "GET /console/static/<path:filename>": PUBLIC, "GET /console/assets/<name>": PUBLIC,
    "GET /console/assets/font/<path:name>": PUBLIC,
    "GET /console/sign-in": Expect(EVERYBODY), "GET /console/sign-in/state": PUBLIC,
    "POST /console/sign-in": Expect(EVERYBODY, 400, 400), "POST /console/sign-out": Expect(own=302, foreign=302),
    "GET /console/": Expect(), "GET /console/board": Expect(), "GET /console/wall": Expect(), "GET /console/wall/live": Expect(),
    "POST /console/board/dispatch": Expect(DISPATCH, form={"whom": "R1"}),
    "POST /console/board/undo": Expect(DISPATCH), "POST /console/board/views": Expect(own=409, foreign=409),
    "POST /console/board/views/drop": Expect(own=409, foreign=409), "POST /console/board/views/start": Expect(own=303, foreign=303),
    "POST /console/board/wishes": Expect(own=303, foreign=303),
    "POST /console/tickets/<number>/undo": Expect(own=400, foreign=404, form={"do": "remark"}),
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
    **{f"GET /console/councils/meetings/<row:meeting_id>/{part}": Expect(LEADS, 404, 404) for part in ("live", "code")},
    "POST /console/councils": Expect(LEADS, 400, 400), "GET /console/councils/resolutions.csv": Expect(LEADS),
    "GET /console/assessment": Expect(LEADS), "GET /console/assessment.xlsx": Expect(LEADS),
    "GET /console/assessment/behind": Expect(LEADS),
    **{f"GET /console/figures{part}": Expect(LEADS) for part in ("", "/behind", ".xlsx", ".pdf")},
    "GET /console/tickets.csv": Expect(LEADS), "GET /console/records": Expect(LEADS), "GET /console/directory": Expect(LEADS),
    "GET /console/directory/import": Expect(WHOLE), "POST /console/directory/import": Expect(WHOLE, 422, 422),
    "GET /console/directory/duty": Expect(WHOLE), "POST /console/directory/duty": Expect(WHOLE, 422, 422),
    "GET /console/directory/roster.xlsx": Expect(WHOLE), "GET /console/directory/duty.xlsx": Expect(WHOLE),
    "GET /console/hotline": Expect(WHOLE), "POST /console/hotline": Expect(WHOLE, 422, 422),
    "GET /console/hotline/empty.xlsx": Expect(WHOLE),
    "GET /console/hotline.xlsx": Expect(WHOLE), "GET /console/visits/looks.csv": Expect(PLAN_VISITS),
    "GET /console/knowledge": Expect(LEADS), "POST /console/knowledge": Expect(WHOLE, 422, 422),
    "POST /console/knowledge/<row:answer_id>/retire": Expect(WHOLE, 404, 404),
    "POST /console/knowledge/<row:answer_id>/restore": Expect(WHOLE, 404, 404),
    "GET /console/jobs": Expect(WHOLE), "POST /console/jobs": Expect(WHOLE, 404, 404),
    "GET /console/say": Expect(), "POST /console/say": Expect(form={"text": "帮助"}),
    "GET /console/alliance": Expect(ALLIANCE), "GET /console/alliance/ledger.xlsx": Expect(ALLIANCE),
    "GET /console/alliance/<row:pairing_id>": Expect(ALLIANCE, 404, 404),
    "POST /console/alliance/<row:pairing_id>": Expect(ALLIANCE, 404, 404),
    "GET /console/alliance/pictures/<row:file_id>": Expect(ALLIANCE, 404, 404),
    "GET /console/alliance/book.xlsx": Expect(WHOLE), "GET /console/alliance/import": Expect(WHOLE),
    "POST /console/alliance/import": Expect(WHOLE, 422, 422), "GET /console/activities/records": Expect(LEADS),
    "GET /console/rota": Expect(LEADS), "GET /console/rota/live": Expect(LEADS), "POST /console/rota": Expect(LEADS, 400, 400),
    "GET /console/activities": Expect(LEADS), "POST /console/activities": Expect(LEADS, 400, 400),
    "GET /console/activities/records.xlsx": Expect(LEADS), "GET /console/grid-branches": Expect(ALLIANCE),
    "GET /console/activities/<row:campaign_id>": Expect(LEADS, 404, 404),
    "POST /console/activities/<row:campaign_id>": Expect(LEADS, 404, 404),
    "GET /console/activities/<row:campaign_id>/shares.xlsx": Expect(LEADS, 404, 404),
    "GET /console/activities/<row:campaign_id>/thanks.xlsx": Expect(LEADS, 404, 404),
    "GET /console/stars": Expect(STARS), "GET /console/stars/live": Expect(STARS),
    "POST /console/stars": Expect(STARS, 400, 400), "GET /console/stars/pictures/<row:file_id>": Expect(STARS, 404, 404),
    "GET /console/openapi.json": Expect(ADMIN), "GET /notices": PUBLIC, "GET /resolutions": PUBLIC,
    "GET /fonts/<path:name>": PUBLIC, "GET /page.js": PUBLIC, "GET /tickets/<token>": NOTHING,
    "GET /console/notices": Expect(DISPATCH), "GET /console/notices/live": Expect(DISPATCH),
    "POST /console/notices": Expect(DISPATCH, 400, 400), "GET /console/grid-branches.xlsx": Expect(ALLIANCE),
    "POST /console/sign-in/code": Expect(EVERYBODY, 400, 400), "GET /console/wall/key": Expect(EVERYBODY),
    "POST /console/wall/key": Expect(EVERYBODY, 403, 403),
    "GET /console/screens": Expect(ADMIN), "POST /console/screens": Expect(ADMIN, form={"name": "大厅"}),
    "POST /console/screens/<row:key_id>/end": Expect(ADMIN, 404, 404),
    "GET /console/audit": Expect(ADMIN), "GET /console/audit.csv": Expect(ADMIN), "GET /console/requests": Expect(LEADS),
    "GET /console/privacy": Expect(DATA), "GET /console/privacy/live": Expect(DATA),
    "POST /console/privacy": Expect(DATA, 400, 400), "POST /console/privacy/copy": Expect(DATA, 404, 404),
    "GET /console/account": Expect(), "POST /console/account/password": Expect(own=422, foreign=422),
    "POST /console/account/sessions/<row:session_id>/end": Expect(own=404, foreign=404),
    "GET /projects": PUBLIC, "GET /surveys": PUBLIC, "POST /surveys/answer/<token>": NOTHING,
    "GET /console/projects": Expect(LEADS), "GET /console/projects/live": Expect(LEADS),
    "POST /console/projects": Expect(LEADS, 400, 400), "GET /console/projects.csv": Expect(LEADS),
    "GET /console/projects/pictures/<row:file_id>": Expect(LEADS, 404, 404),
    "GET /console/projects/<row:project>": Expect(LEADS, 200, 404),
    "GET /console/projects/<row:project>/live": Expect(LEADS, 200, 404),
    "POST /console/projects/<row:project>": Expect(LEADS, 400, 404),
    "GET /console/visits": Expect(VISIT), "POST /console/visits": Expect(PLAN_VISITS, 400, 400),
    "POST /console/visits/<row:visit_id>/note": Expect(VISIT, 404, 404), "GET /console/visits.csv": Expect(PLAN_VISITS),
    "POST /console/households/<row:household_id>/reason": Expect(PLAN_VISITS, 404, 404),
    "GET /console/cases": Expect(STARS), "POST /console/cases": Expect(STARS, 400, 400),
    "GET /cases/<year:year>": NOTHING, "GET /cases/<year:year>.pdf": NOTHING,
    "GET /console/evaluation": Expect(STARS), "GET /console/evaluation/live": Expect(STARS),
    "POST /console/evaluation": Expect(STARS, 400, 400), "GET /console/evaluation/<row:round_id>.xlsx": Expect(STARS, 404, 404),
    "GET /commendations/<year:year>": NOTHING, "GET /commendations/letters/<row:number>.pdf": NOTHING,
    "GET /booklets/<year:year>": NOTHING, "GET /booklets/<year:year>.pdf": NOTHING,
    "GET /console/surveys": Expect(LEADS), "GET /console/surveys/live": Expect(LEADS),
    "POST /console/surveys": Expect(LEADS, 400, 400), "GET /console/surveys/<row:survey_id>": Expect(LEADS, 404, 404),
    "GET /console/surveys/<row:survey_id>/live": Expect(LEADS, 404, 404),
    "GET /console/surveys/<row:survey_id>/answers.csv": Expect(LEADS, 404, 404),
    "GET /my-data/<secret>": NOTHING, "GET /privacy": PUBLIC, "GET /console/requests.xlsx": Expect(LEADS),
    "POST /console/requests": Expect(LEADS, 400, 400),
    "GET /surveys/answer/<token>": NOTHING,
    "POST /connect/<platform>": Expect(EVERYBODY, 403, 403),
    "GET /api/v1/tickets": Expect(EVERYBODY, 403, 403), "GET /api/v1/tickets/<number>": Expect(EVERYBODY, 403, 403),
    "GET /api/v1/events": Expect(EVERYBODY, 403, 403), "GET /api/v1/duty": Expect(EVERYBODY, 403, 403),
    "GET /console/platforms": Expect(WHOLE), "GET /console/platforms/live": Expect(WHOLE),
    "GET /console/joins": Expect(WHOLE), "GET /console/joins/live": Expect(WHOLE),
    "POST /console/joins": Expect(WHOLE, 409, 409, form={"do": "dismiss", "item": "1"}),
    "POST /console/platforms": Expect(WHOLE, 409, 409, form={"do": "replay", "item": "1"}),
    "GET /console/things": Expect(), "GET /console/things/<row:thing_id>": OBJECT,
    "POST /console/things/<row:thing_id>/keeper": Expect(KEEP_THINGS, 200, 404),
    "GET /console/things/doubles": Expect(KEEP_THINGS), "POST /console/things/doubles": Expect(KEEP_THINGS, 400, 400),
    "GET /console/map": Expect(), "GET /console/map/live": Expect(), "GET /console/map/behind": Expect(own=404, foreign=404),
    "GET /console/map/outlines": Expect(WHOLE), "POST /console/map/outlines": Expect(WHOLE, 422, 422),
    "GET /console/things/import": Expect(WHOLE), "POST /console/things/import": Expect(WHOLE, 422, 422),
    "GET /console/things/book.xlsx": Expect(WHOLE), "GET /console/grids/<row:grid_id>": OBJECT,
    "GET /console/grids/<row:grid_id>/ledger.xlsx": OBJECT,
    "GET /console/directory/edit": Expect(WHOLE), "POST /console/directory/edit": Expect(WHOLE, 400, 400),
    "POST /console/directory/leave/<code>": Expect(WHOLE, 404, 404),
    "GET /console/directory/setting": Expect(ADMIN), "POST /console/directory/setting": Expect(ADMIN, 400, 400),
    "GET /console/keys": Expect(ADMIN), "POST /console/keys": Expect(ADMIN, 422, 422),
    "POST /console/keys/<row:key_id>/end": Expect(ADMIN, 404, 404),
    "GET /console/directory/roster-now.xlsx": Expect(WHOLE),
    "GET /console/deliveries": Expect(WHOLE), "POST /console/deliveries": Expect(WHOLE, 409, 409),
    "GET /console/photos": Expect(), "POST /console/photos": Expect(DISPATCH, 409, 409, form={"number": "NH20200101-0001"}),
    "GET /console/find": Expect(), "GET /articles/<row:number>": NOTHING,
    "GET /console/articles": Expect(DISPATCH), "GET /console/articles/new": Expect(DISPATCH),
    "POST /console/articles/new": Expect(DISPATCH, 409, 409, form={"where": "没有这个地方苑"}),
    "GET /console/articles/<row:article>": Expect(DISPATCH, 404, 404),
    "POST /console/articles/<row:article>": Expect(DISPATCH, 404, 404),
    "POST /console/articles/<row:article>/picture": Expect(DISPATCH, 404, 404),
    "GET /console/articles/pictures/<row:article>": Expect(DISPATCH, 404, 404),
}  # fmt: skip
