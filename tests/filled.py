"""A subdistrict with something on every page, put there row by row for who looks how pages look: long words, many lines."""

import json
import re
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from sqlalchemy import func, insert, select

from governance.roles import Role
from storage import keyring
from storage.models import (
    Account,
    Announcement,
    AreaNotice,
    Article,
    Attachment,
    Branch,
    Campaign,
    CaseBallot,
    Certificate,
    CommunityBrand,
    Council,
    CouncilMeeting,
    CouncilTopic,
    EvaluationEntry,
    EvaluationFact,
    EvaluationRound,
    Pairing,
    Person,
    Place,
    Project,
    Resolution,
    ResolutionWord,
    Shift,
    StarAward,
    StarRound,
    Survey,
    SurveyPerson,
    SurveyQuestion,
    YearCase,
)
from storage.surveys.links import token_of
from tests.chat import Chat, Speaker
from tests.everybody import everybody
from tests.lying_there import kept_at
from tests.pictures import snapshot

LONG = "楼道里的储物柜装好以后大家把杂物都收进去了，婴儿车也有地方停，请各位邻居互相转告，谢谢大家的支持和理解"
CODE, CERTIFICATE = "award1", "hours1"


@dataclass
class Filled:
    """Who is there, a ticket in somebody's hands and a danger, the address of its page, and the rows that pages are named by."""

    chat: Chat
    people: dict[Role, Speaker]
    numbers: list[str] = field(default_factory=list)
    status: str = ""
    answer: str = ""
    ids: dict[str, Any] = field(default_factory=dict)

    def put(self, model: Any, **values: Any) -> Any:
        """A row; its key."""
        with self.chat.database.write() as connection:
            return connection.execute(insert(model).values(**values)).inserted_primary_key[0]

    def of(self, model: Any, **values: Any) -> int:
        """The id of the first row that has these values."""
        asked = select(model.id).order_by(model.id)
        for name, value in values.items():
            asked = asked.where(getattr(model, name) == value)
        return int(self.chat.rows(asked)[0][0])

    def now(self, **by: float) -> Any:
        """An instant so far from now."""
        return self.chat.clock() + timedelta(**by)


def filled(chat: Chat) -> Filled:
    """All of it."""
    town = Filled(chat, everybody(chat))
    town.ids |= {"place": town.of(Place, code="C1"), "home": town.of(Place, code="Y1-5")}
    town.ids |= {"person": town.of(Person, code="R1"), "account": town.of(Account)}
    for fill in (_reported, _outage, _praised, _resolved, _offered, _asked, _evaluated, _together):
        fill(town)
    return town


def _reported(town: Filled) -> None:
    """A ticket with a picture that is in work, a danger, an event of three reports, and something that is kept."""
    resident, chat = town.people[Role.RESIDENT], town.chat
    resident.says("梧桐里1号院05幢3楼楼道灯坏了，晚上老人上下楼看不见")
    resident.sends_picture()
    chat.work()
    town.people[Role.GRID_WORKER].says("接单 1")
    town.status = re.search(r"/tickets/\S+", resident.says("进度 1"))[0]  # type: ignore[index]
    chat.person("张大爷").says("梧桐里1号院05幢外墙瓷砖往下掉，很危险")
    for number in range(3):
        chat.person(f"停水户{number}").says("梧桐里1号院05幢停水了")
    chat.work()
    town.numbers = [row.number for row in chat.tickets()]
    thing, grid = kept_at(chat, "梧桐里")
    town.ids |= {"thing_id": thing, "grid_id": grid}


def _outage(town: Filled) -> None:
    for at, (kind, state) in enumerate((("water", "sent"), ("power", "sending"))):
        town.put(
            AreaNotice, number=f"TZ20261124-0{at + 1}", kind=kind, text="管网抢修，请提前接水备用", state=state, audience=4,
            places=json.dumps([town.ids["home"]]), starts_at=town.now(hours=at), ends_at=town.now(hours=at + 6),
            by_id=town.ids["person"], created_at=town.now(hours=-1),
        )  # fmt: skip
    town.put(
        Certificate, person_id=town.ids["person"], digest=keyring.digest("certificate", CERTIFICATE), minutes=600,
        first=date(2026, 1, 1), last=date(2026, 11, 1), at=town.now(),
    )  # fmt: skip


def _praised(town: Filled) -> None:
    file = town.chat.tools.files
    poster = file.put(snapshot(1, (300, 400), "PNG"))
    picture = town.put(
        Attachment, kind="image", state="stored", media_type="image/png", sha256=poster, account_id=town.ids["account"],
        received_at=town.now(), not_before=town.now(), attempts=0,
    )  # fmt: skip
    instants = {name: town.now(days=-9) for name in ("opens_at", "review_at", "notice_at", "announce_at")}
    around = {"place_id": town.ids["place"], "month": date(2026, 10, 1), "state": "announced"}
    round_id = town.put(StarRound, **around, **instants)
    announced = town.put(Announcement, round_id=round_id, running=0, at=town.now(days=-9), draft="made")
    fact = {"kind": "patrol", "key": "巡楼", "day": "2026-10-03", "amount": 12, "confirmed": True}
    facts = json.dumps([{"fact": fact, "counted": 10, "points": 20, "why": "counted"}])
    town.put(
        StarAward, round_id=round_id, kind="star", area_id=town.ids["home"], place_id=town.ids["home"], name="欧阳示范",
        public_name="欧阳阿姨", state="announced", consent="given", score=20, facts=facts, deeds=LONG, code=CODE,
        announcement_id=announced, picture_id=picture, at=town.now(days=-9),
    )  # fmt: skip
    town.ids["picture"] = picture


def _resolved(town: Filled) -> None:
    council = town.put(Council, kind="assembly", place_id=town.ids["place"], created_at=town.now(days=-9))
    meeting = town.put(
        CouncilMeeting, council_id=council, starts_at=town.now(days=-8), room="社区会议室", state="closed", code="1234",
        called_by=town.ids["person"], called_at=town.now(days=-9), minutes_due_at=town.now(days=-5),
    )  # fmt: skip
    topic = town.put(CouncilTopic, council_id=council, title="车棚改造", state="resolved", at=town.now(days=-9))
    for days, state in ((-2, "open"), (9, "done")):
        resolution = town.put(
            Resolution, meeting_id=meeting, topic_id=topic, text=f"车棚改成充电棚，{LONG}", owner_id=town.ids["person"],
            written_at=town.now(days=-8), due_at=town.now(days=days), state=state,
        )  # fmt: skip
    town.put(ResolutionWord, resolution_id=resolution, kind="done", text="已全部装好", at=town.now())
    town.ids["meeting_id"] = meeting


def _offered(town: Filled) -> None:
    for state in ("open", "working", "closed"):
        town.ids["project"] = town.put(
            Project, title=f"楼道加装扶手（{state}）", place_id=town.ids["home"], kinds="", state=state, shares=2,
            until=date(2026, 12, 31), opened_at=town.now(days=-9), ended_at=town.now() if state == "closed" else None,
        )  # fmt: skip


def _asked(town: Filled) -> None:
    for state in ("closed", "open"):
        survey = town.put(
            Survey, title="单元门口要不要加装电梯和休息座椅", asked="residents", places=json.dumps([town.ids["place"]]),
            state=state, anonymous=False, by_id=town.ids["person"], created_at=town.now(days=-9), starts_at=town.now(days=-8),
            ends_at=town.now(days=3), sent_at=town.now(days=-8), about=json.dumps([["project", str(town.ids["project"])]]),
        )  # fmt: skip
        for at, (form, choices) in enumerate(
            (("one", ["赞成", "反对"]), ("several", ["充电桩", "长椅"]), ("words", [])), 1
        ):
            kept = json.dumps(choices, ensure_ascii=False)
            town.put(SurveyQuestion, survey_id=survey, position=at, form=form, text=f"第{at}件事您怎么看", choices=kept)
        asked = town.put(SurveyPerson, survey_id=survey, account_id=town.ids["account"])
    town.answer = f"/surveys/answer/{token_of(asked)}"
    town.ids["survey_id"] = survey
    town.ids["article"] = town.put(
        Article, title="周六上午一起包饺子送给独居老人", digest=LONG, body=f"{LONG}\n{LONG}",
        places=json.dumps([town.ids["place"]]), state="draft",
        by_id=town.ids["person"], edited_by_id=town.ids["person"], created_at=town.now(), edited_at=town.now(),
        picture_id=town.ids["picture"],
    )  # fmt: skip
    town.ids["sent_article"] = town.put(
        Article, title=LONG, digest=LONG, body=f"{LONG}\n{LONG}", places=json.dumps([town.ids["place"]]), state="sent",
        by_id=town.ids["person"], edited_by_id=town.ids["person"], created_at=town.now(), edited_at=town.now(),
    )  # fmt: skip


def _evaluated(town: Filled) -> None:
    year = {
        "year": 2026,
        "opens_at": town.now(days=-20),
        "closes_at": town.now(days=-6),
        "closed_at": town.now(days=-6),
    }
    town.put(CaseBallot, **year, voters=8)
    of = {"community_id": town.ids["place"], "at": town.now(days=-20), "picture_id": town.ids["picture"]}
    town.put(
        YearCase,
        year=2026,
        number=1,
        ticket=town.numbers[0],
        title="楼道里的储物柜",
        story=LONG,
        votes=7,
        place=1,
        score=1.0,
        **of,
    )
    town.put(CommunityBrand, year=2026, title="梧桐楼道管家", story=LONG, **of)
    current = town.put(
        EvaluationRound, term="july", year=2026, first_on=date(2026, 1, 1), last_on=date(2026, 6, 30), state="published", best=3,
        weights=json.dumps({"lecture": [10, 1, 5]}), opened_at=town.now(days=-20), closes_at=town.now(days=-9),
        published_at=town.now(days=-9),
    )  # fmt: skip
    entry = town.put(
        EvaluationEntry,
        round_id=current,
        kind="unit",
        ref_id=1,
        name="示范市审计局机关第一党支部",
        total=30,
        place=1,
        commended=True,
    )
    town.put(EvaluationFact, entry_id=entry, kind="lecture", amount=3, source="lecture:1", about="党课")
    assert town.chat.rows(select(func.count()).select_from(YearCase))[0][0] == 1


def _together(town: Filled) -> None:
    """A pairing, and an activity."""
    branches = [
        town.put(Branch, code=f"B{at}", name=name, place_id=town.ids["place"], secretary_id=town.ids["person"])
        for at, name in enumerate(("梧桐社区第一网格党支部", "示范市审计局机关第一党支部"))
    ]
    town.ids["pairing_id"] = town.put(
        Pairing, code="J1", branch_id=branches[0], partner_id=branches[1], since=date(2026, 3, 1)
    )
    town.ids["campaign_id"] = town.put(
        Campaign, title="周末一起包饺子送给独居老人", kind="salon", place_id=town.ids["place"], goal=12, call_up=False,
        opened_by=town.ids["person"], opened_at=town.now(days=-2),
    )  # fmt: skip
    town.put(
        Shift, campaign_id=town.ids["campaign_id"], day=date(2026, 11, 28), starts_at=town.now(days=4), capacity=9,
        ends_at=town.now(days=4, hours=2),
    )  # fmt: skip
