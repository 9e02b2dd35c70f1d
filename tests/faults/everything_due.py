"""A subdistrict in which every job of the clock has something to do at one instant."""

from datetime import timedelta

from sqlalchemy import insert, select, update

from bot.article_api import Article as Draft
from bot.article_api import add_cover, add_draft
from storage.models import (
    Account,
    AlarmFault,
    Announcement,
    AreaNotice,
    AreaNoticeWord,
    Article,
    Attachment,
    CaseBallot,
    CaseVote,
    Council,
    CouncilMeeting,
    Event,
    EventReport,
    EventWord,
    JobRun,
    Outbox,
    Person,
    Place,
    Resolution,
    Shift,
    SignUp,
    StarAward,
    Survey,
    SurveyBox,
    SurveyPerson,
    SurveyQuestion,
    Ticket,
)  # fmt: skip
from tests.duty import at, crew
from tests.faults.platforms_due import platforms
from tests.faults.together_due import together
from tests.journeys.breaking_stars import awards
from tests.journeys.breaking_tickets import DAMP, DANGER, change
from tests.pictures import snapshot
from tests.things import late_things

BEGIN, INSTANT = "2026-10-26T10:00", "2026-11-02T09:30"
"""A Monday, and the next one, which is the second of a month and in the season of the heating."""
LAST = {
    "weekly_brief": "2026-10-26T08:30", "daily_brief": "2026-11-01T08:30", "unpatrolled": "2026-10-23T16:00",
    "visit_plan": "2026-10-01T08:00", "monthly_rates": "2026-10-01T09:00", "shift_plan": "2026-11-01T00:10",
    "visit_round": "2026-10-01T08:10", "thing_inspections": "2026-11-01T05:30", "things_late": "2026-10-26T08:30",
    "rehearsal": "2026-10-25T04:30",
}  # fmt: skip
"""The newest periods that are done."""


def reports(resident, words, floors):
    for floor in floors:
        if "NH" not in resident.says(words.format(floor)):
            resident.says("1")


def bring_about(chat, clock):
    """A week of this and that, and then the morning of the first."""
    at(clock, BEGIN)
    people = crew(chat)
    chat.bound("陈试用", "0001")
    resident, gone = chat.person("李阿姨"), chat.person("张爷爷")
    reports(resident, DAMP, (1, 2))
    reports(resident, DANGER, (3,))
    chat.decide()
    _shift_over(chat)
    change(chat, *(insert(JobRun).values(job=job, period=period, at=clock()) for job, period in LAST.items()))
    clock.turn(days=5)
    gone.says("梧桐里1号院05幢4楼楼道灯坏了")
    gone.says("删除我的资料")
    gone.says("确认删除我的资料")
    at(clock, INSTANT)
    clock.turn(hours=-1)
    chat.person("王叔叔").says("3楼楼道灯坏了")  # where, he does not say
    clock.turn(hours=1)
    reports(resident, DAMP, (5, 6))
    reports(resident, DANGER, (7,))
    for speaker in (*people.members, people.lead, resident):
        speaker.says("帮助")
        speaker.sends_picture()
    _guesses(chat)
    _stars(chat, clock)
    _events(chat)
    _pushes(chat, clock)
    _notices(chat, clock)
    _article(chat, clock)
    _fault(chat, clock)
    _councils(chat, clock)
    _cases(chat, clock)
    _surveys(chat, clock)
    _gone(chat, clock)
    late_things(chat, clock)
    together(chat, clock)
    platforms(chat)


def _guesses(chat):
    """Somebody tries one name after the other."""
    for number, name in enumerate(("陈试用", "王样本", "吴范例", "甲一员", "乙一员")):
        guesser = chat.person(f"猜的{number}")
        for digits in ("9990", "9991"):
            guesser.says(f"绑定 {name} {digits}")


def _events(chat):
    """Three like reports that nobody has looked at, a proposal that waits too long, an answer to all on its way, an event that
    ended days ago and of which one reporter has said nothing.
    """
    for number in range(3):
        chat.person(f"停水户{number}").says("梧桐里2号院9幢停水了")
    now, long_ago = chat.clock(), chat.clock() - timedelta(days=2)
    ticket = chat.rows(select(Ticket).where(Ticket.account_id.is_not(None)).order_by(Ticket.number).limit(3))
    row = {
        "kind": "no_power",
        "title": "梧桐里1号院停电",
        "places": str(ticket[0].place_id),
        "last_report_at": long_ago,
    }
    one, two, three = "SJ20261031-01", "SJ20261031-02", "SJ20261031-03"
    change(
        chat,
        insert(Event).values(number=one, state="proposed", proposed_at=long_ago, **row),
        insert(Event).values(number=two, state="open", proposed_at=now, last_word=1, **row),
        insert(Event).values(number=three, state="ended", proposed_at=long_ago, ended_at=long_ago, **row),
        insert(EventWord).values(id=1, event_number=two, kind="update", text="正在抢修", at=now),
        *(
            insert(EventReport).values(
                number=each.number, kind="no_power", place_id=each.place_id, account_id=each.account_id, at=long_ago, looked=True,
                event_number=event, joined_at=long_ago,
            )
            for event, each in zip((one, two, three), ticket, strict=True)
        ),
    )  # fmt: skip


def _shift_over(chat):
    shifts = [row.id for row in chat.rows(select(Shift.id).order_by(Shift.id).limit(2))]
    who = select(Person.id).where(Person.code.in_(["M10", "M11"])).order_by(Person.code)
    for shift, person in zip(shifts, [row.id for row in chat.rows(who)], strict=True):
        row = {"state": "signed", "stage": 0, "via": "self", "at": chat.clock()}
        change(chat, insert(SignUp).values(shift_id=shift, person_id=person, **row))


def _stars(chat, clock):
    """Posters to draw and to delete, drafts to make and to delete."""
    kinds = (("C1", "star"), ("C2", "star"))
    awards(chat, clock, kinds, drawn=False, month=9)
    for _, announced, picture in awards(chat, clock, kinds, state="withdrawn", month=8, draft="to_delete"):
        media = add_draft(chat.api, Draft("旧", "旧", "<p>旧</p>", add_cover(chat.api, snapshot())))
        change(chat, update(Announcement).where(Announcement.id == announced).values(draft_media_id=media))
        change(chat, update(Attachment).where(Attachment.id == picture).values(state="withdrawn"))
    awards(chat, clock, kinds, state="candidate", round_state="reviewing", month=10, draft="deleted")
    assert chat.rows(select(StarAward.id).where(StarAward.state == "withdrawn"))


def _notices(chat, clock):
    """One on its way to those who live in a courtyard, and one whose time has passed."""
    (place,) = chat.rows(select(Place.id).where(Place.code == "Y1"))
    (person,) = chat.rows(select(Person.id).where(Person.code == "M10"))
    change(chat, update(Account).where(Account.channel == "wechat").values(place_id=place.id))
    for number, state, ends in (("01", "sending", 3), ("02", "sent", -1)):
        row = {
            "kind": "water",
            "text": "停水",
            "places": f"[{place.id}]",
            "audience": 5,
            "by_id": person.id,
            "state": state,
        }
        when = {
            "starts_at": clock() - timedelta(hours=2),
            "ends_at": clock() + timedelta(hours=ends),
            "created_at": clock(),
        }
        change(chat, insert(AreaNotice).values(number=f"TZ20261102-{number}", **row, **when))
    (notice,) = chat.rows(select(AreaNotice.id).where(AreaNotice.state == "sending"))
    change(chat, insert(AreaNoticeWord).values(notice_id=notice.id, name="first", text="【停水】到中午", at=clock()))


def _article(chat, clock):
    """One to all who live in a courtyard, agreed to by somebody else; its time has come."""
    (place,) = chat.rows(select(Place.id).where(Place.code == "Y1"))
    (writer,), (reader,) = (chat.rows(select(Person.id).where(Person.code == code)) for code in ("M10", "M11"))
    now = clock()
    change(
        chat,
        insert(Article).values(
            id=1, title="周六一起包饺子", digest="包给独居老人", body="上午九点，社区活动室。", places=f"[{place.id}]",
            state="scheduled", goes_at=now - timedelta(minutes=1), by_id=writer.id, edited_by_id=writer.id,
            approved_by_id=reader.id, created_at=now, edited_at=now, approved_at=now,
        ),
    )  # fmt: skip


def _fault(chat, clock):
    """A push that is owed for too long: it has held for long enough to be told, and nobody has heard of it."""
    since = {"since": clock() - timedelta(minutes=10), "seen_at": clock() - timedelta(minutes=1)}
    change(chat, insert(AlarmFault).values(name="linli_push_due_seconds", value=600.0, place="", **since))


def _councils(chat, clock):
    """A meeting whose minutes nobody has written, and what it resolved, which nobody has done."""
    (place,) = chat.rows(select(Place.id).where(Place.code == "C1"))
    (person,) = chat.rows(select(Person.id).where(Person.code == "M10"))
    now, held = clock(), clock() - timedelta(days=2)
    change(
        chat,
        insert(Council).values(id=1, kind="assembly", place_id=place.id, created_at=held),
        insert(CouncilMeeting).values(
            id=1, council_id=1, starts_at=held, room="社区会议室", state="closed", code="1234", called_by=person.id, called_at=held,
            minutes_due_at=now - timedelta(hours=1), look_at=now - timedelta(hours=1),
        ),
        insert(Resolution).values(
            id=1, meeting_id=1, text="车棚改成充电棚", owner_id=person.id, written_at=held, due_at=now - timedelta(hours=1),
            state="open", look_at=now - timedelta(hours=1),
        ),
    )  # fmt: skip


def _surveys(chat, clock):
    """One on its way to those who live in a courtyard, an anonymous one whose time has passed, and one about which it was said what
    was done.
    """
    (place,) = chat.rows(select(Place.id).where(Place.code == "Y1"))
    (person,) = chat.rows(select(Person.id).where(Person.code == "M10"))
    account = chat.rows(select(Account.id).where(Account.place_id == place.id).order_by(Account.id))[0].id
    now, row = clock(), {"asked": "residents", "places": f"[{place.id}]", "by_id": person.id}
    for number, state, anonymous, ends in ((1, "sending", False, 3), (2, "open", True, -1), (3, "closed", False, -2)):
        when = {"created_at": now - timedelta(days=3), "ends_at": now + timedelta(hours=ends)}
        change(
            chat,
            insert(Survey).values(id=number, title=f"第{number}次", state=state, anonymous=anonymous, **row, **when),
        )
        question = {"survey_id": number, "position": 1, "form": "words", "text": "好吗", "choices": "[]"}
        change(chat, insert(SurveyQuestion).values(id=number, **question))
    change(
        chat,
        update(Survey).where(Survey.id == 2).values(secret="abc"),
        update(Survey).where(Survey.id == 3).values(done="办了", done_at=now),
        insert(SurveyBox).values(survey_id=2, number=0, held='{"abcd": {"2": "好"}}'),
        insert(SurveyPerson).values(survey_id=3, account_id=account, answered=True),
    )


def _gone(chat, clock):
    """Somebody has left who stands on the last shift of the plan."""
    (person,) = chat.rows(select(Person.id).where(Person.code == "M13"))
    shift = chat.rows(select(Shift.id).order_by(Shift.starts_at.desc(), Shift.id))[0]
    row = {"state": "signed", "stage": 0, "via": "self", "at": clock()}
    change(
        chat,
        insert(SignUp).values(shift_id=shift.id, person_id=person.id, **row),
        update(Person).where(Person.id == person.id).values(left_at=clock()),
    )


def _pushes(chat, clock):
    now = clock() - timedelta(minutes=1)
    row = {"state": "waiting", "attempts": 0, "not_before": now, "created_at": now, "taps": '["接单 1"]'}
    accounts = [
        each.id for each in chat.rows(select(Account.id).where(Account.channel == "wechat").order_by(Account.id))
    ]
    for number in range(8):
        kind = "hazard" if number % 2 else "work"
        owed = {"dedupe_key": f"owed{number}", "account_id": accounts[number % len(accounts)], "kind": kind}
        change(chat, insert(Outbox).values(**owed, text=f"通知{number:04d}", **row))


def _cases(chat, clock):
    """A vote on the year's cases whose time has passed."""
    over = {"opens_at": clock() - timedelta(days=7), "closes_at": clock() - timedelta(hours=1)}
    change(chat, insert(CaseBallot).values(year=2026, **over))
    change(chat, insert(CaseVote).values(year=2026, voter="v", mark="m", choice="1", at=clock()))
