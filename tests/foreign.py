"""Of each kind of thing that a form of the office names one that lies in a community, put there directly."""

from datetime import timedelta
from typing import Any

from sqlalchemy import insert, select, update

from storage.models import (
    Agreement,
    AreaNotice,
    Article,
    Base,
    Branch,
    Campaign,
    Council,
    CouncilMeeting,
    CouncilTopic,
    CouncilVote,
    EvaluationEntry,
    EvaluationObjection,
    EvaluationRound,
    Event,
    EventReport,
    Household,
    Milestone,
    Organisation,
    Pairing,
    Person,
    Place,
    Project,
    ProjectClaim,
    ProjectMilestone,
    ProjectNeed,
    Resolution,
    Shift,
    StarAward,
    StarRound,
    Station,
    Survey,
    SurveyQuestion,
    Thing,
    Ticket,
    Visit,
)
from tests import everybody
from tests.chat import Chat, Speaker

YARDS = {"C1": "Y1", "C2": "N4"}
HOUSES = {"C1": "梧桐里1号院05幢", "C2": "虎踞北路4号5幢"}
NAMES = {"C1": "梧桐社区", "C2": "银杏社区"}


def with_outsider(chat: Chat) -> Speaker:
    """Imports a subdistrict whose second community has a secretary; their phone."""
    lines = everybody.lines()
    lines["people"].append({"code": "K2", "name": "银书记样本", "phone": "19911110077"})
    lines["posts"].append({"person": "K2", "role": "社区书记", "place": "C2"})
    chat.subdistrict(lines)
    return chat.bound("银书记样本", "0077")


class Lying:
    """What lies in a community; each is known by the name of its kind."""

    def __init__(self, chat: Chat, code: str, secretary: str) -> None:
        self.chat, self.code, self.now = chat, code, chat.clock()
        places = {row.code: row.id for row in chat.rows(select(Place.code, Place.id))}
        people = {row.code: row.id for row in chat.rows(select(Person.code, Person.id))}
        self.place, self.yard, self.by = places[code], places[YARDS[code]], people[secretary]
        self.house = places[f"{YARDS[code]}-5"]
        self.of: dict[str, str] = {
            "where": HOUSES[code],
            "community": NAMES[code],
            "yard": HOUSES[code].removesuffix("5幢"),
        }
        self.of["council"] = f"assembly-{self.place}"
        self._tickets()
        self._together()
        self._councils()
        self._asked()
        self._served()

    def put(self, model: type[Base], **values: Any) -> int:
        """Writes a row; its id."""
        with self.chat.database.write() as connection:
            made = connection.execute(insert(model).values(**values))
            return int((made.inserted_primary_key or (0,))[0] or 0) if "id" in model.__table__.columns else 0

    def _tickets(self) -> None:
        resident = self.chat.person(f"{self.code}的居民")
        for key, words in (("ticket", "3楼楼道灯坏了"), ("other_ticket", "下水道堵了")):
            resident.says(f"{HOUSES[self.code]}{words}")
            self.chat.work()
            self.of[key] = self.chat.rows(select(Ticket.number).order_by(Ticket.number.desc()))[0].number
        event = f"SJ20261124-9{self.code[1]}"
        self.put(
            Event, number=event, kind="no_water", title="停水", places=str(self.house), state="open", proposed_at=self.now,
            last_report_at=self.now, confirmed_at=self.now,
        )  # fmt: skip
        report = EventReport.number == self.of["other_ticket"]
        with self.chat.database.write() as connection:
            connection.execute(update(EventReport).where(report).values(event_number=event, joined_at=self.now))
        self.of["event"] = event
        notice = f"TZ20261124-9{self.code[1]}"
        self.put(
            AreaNotice, number=notice, kind="water", text="停水", places=f"[{self.yard}]", starts_at=self.now, state="draft",
            by_id=self.by, audience=3, created_at=self.now,
        )  # fmt: skip
        self.of["notice"] = notice
        number = self.put(
            Article, title="样本推文", digest="", body="样本内容", places=f"[{self.yard}]", state="draft", by_id=self.by,
            edited_by_id=self.by, created_at=self.now, edited_at=self.now,
        )  # fmt: skip
        self.of["article"] = str(number)

    def _together(self) -> None:
        unit = self.put(
            Organisation, code=f"U-{self.code}", name=f"{NAMES[self.code]}示范单位", kind="company", place_id=self.place
        )
        ours, theirs = (
            self.put(Branch, code=f"{part}-{self.code}", name=f"{part}{self.code}支部", **about)
            for part, about in (("Z", {"place_id": self.place}), ("D", {"organisation_id": unit}))
        )
        today = self.now.date()
        pairing = self.put(Pairing, code=f"J-{self.code}", branch_id=ours, partner_id=theirs, since=today)
        agreement = self.put(
            Agreement, code=f"X-{self.code}", pairing_id=pairing, kind="governance", title="共建", starts_on=today,
            ends_on=today + timedelta(days=90),
        )  # fmt: skip
        milestone = self.put(
            Milestone, code=f"M-{self.code}", agreement_id=agreement, title="修灯", owner_id=self.by, due_on=today
        )
        about = {"kinds": "", "place_id": self.yard}
        need = self.put(ProjectNeed, text="要桌子", at=self.now, **about)
        row = {"title": "修花坛", "shares": 2, "opened_at": self.now, **about}
        project = self.put(Project, state="claimed", **row)
        self.put(ProjectClaim, project_id=project, slot=1, organisation_id=unit, at=self.now)
        self.put(ProjectMilestone, project_id=project, position=1, title="备料", due_on=today)
        self.of |= {
            "unit": f"U-{self.code}", "pairing": str(pairing), "milestone": str(milestone), "need": str(need),
            "project": str(project),
        }  # fmt: skip

    def _councils(self) -> None:
        council = self.put(Council, kind="assembly", place_id=self.place, created_at=self.now)
        topic = self.put(
            CouncilTopic, council_id=council, title="加长椅", state="proposed", at=self.now, enough_at=self.now
        )
        meeting = self.put(
            CouncilMeeting, council_id=council, starts_at=self.now, room="会议室", state="called", code="1234",
            called_by=self.by, called_at=self.now, minutes_due_at=self.now + timedelta(days=1),
        )  # fmt: skip
        vote = self.put(
            CouncilVote, meeting_id=meeting, text="装灯", secret=False, share="half", opened_at=self.now, box=""
        )
        resolution = self.put(
            Resolution, meeting_id=meeting, text="装灯", owner_id=self.by, written_at=self.now, state="open",
            due_at=self.now + timedelta(days=9),
        )  # fmt: skip
        self.of |= {"topic": str(topic), "meeting": str(meeting), "vote": str(vote), "resolution": str(resolution)}

    def _asked(self) -> None:
        survey = self.put(
            Survey, title="长椅", asked="residents", places=f"[{self.yard}]", anonymous=False, state="draft", by_id=self.by,
            created_at=self.now, ends_at=self.now + timedelta(days=3),
        )  # fmt: skip
        self.put(SurveyQuestion, survey_id=survey, position=1, form="words", text="好吗", choices="[]")
        at = dict.fromkeys(("opens_at", "review_at", "notice_at", "announce_at"), self.now)
        round_id = self.put(
            StarRound, place_id=self.place, month=self.now.date().replace(day=1), state="reviewing", **at
        )
        self.of["survey"] = str(survey)
        for key, kind in (("award", "star"), ("other_award", "building_leader")):
            self.of[key] = str(
                self.put(
                    StarAward, round_id=round_id, kind=kind, area_id=self.yard, place_id=self.yard, name="甲样本",
                    public_name="甲**", state="candidate", consent="given", at=self.now,
                )
            )  # fmt: skip
        evaluation = self.put(
            EvaluationRound, term="july" if self.code == "C1" else "year_end", year=2026, first_on=self.now.date(),
            last_on=self.now.date(), state="open", weights="{}", best=3, opened_at=self.now,
            closes_at=self.now + timedelta(days=5),
        )  # fmt: skip
        entry = self.put(
            EvaluationEntry, round_id=evaluation, kind="unit", ref_id=int(self.of["project"]), name="示范单位",
            place_id=self.place, total=5, commended=False,
        )  # fmt: skip
        account = self.chat.rows(select(Ticket.account_id).where(Ticket.number == self.of["ticket"]))[0].account_id
        self.put(EvaluationObjection, entry_id=entry, account_id=account, text="少算", state="open", at=self.now)
        self.of["entry"] = str(entry)

    def _served(self) -> None:
        begins = self.now + timedelta(days=9)
        campaign = self.put(
            Campaign, title="讲座", kind="contest", place_id=self.yard, goal=20, call_up=False, opened_by=self.by,
            opened_at=self.now,
        )  # fmt: skip
        shift = self.put(
            Shift,
            campaign_id=campaign,
            day=begins.date(),
            starts_at=begins,
            ends_at=begins + timedelta(hours=2),
            capacity=20,
        )
        station = self.put(Station, place_id=self.yard, kind="other", needs_code=False)
        post = {"day": begins.date(), "starts_at": begins, "ends_at": begins + timedelta(hours=2), "capacity": 2}
        self.of["post_shift"] = str(self.put(Shift, station_id=station, **post))
        household = self.put(Household, place_id=self.house, digest=f"d{self.code}", room="101", key_reason="独居")
        visit = self.put(
            Visit, target=f"h{household}", place_id=self.house, household_id=household, person_id=self.by,
            day=self.now.date(), result="met", at=self.now, note="都好",
        )  # fmt: skip
        for key in ("thing", "other_thing"):
            code = f"{key}-{self.code}"
            self.of[f"{key}_id"] = str(
                self.put(Thing, code=code, kind="manhole", name="井盖", place_id=self.house, source="workbook", updated_at=self.now)
            )  # fmt: skip
            self.of[key] = code
        self.of |= {
            "campaign": str(campaign), "shift": str(shift), "household": str(household), "visit": str(visit),
            "room": f"{HOUSES[self.code]}101 独居老人",
        }  # fmt: skip
