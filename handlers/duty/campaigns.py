"""Campaigns with a goal and a count by unit, and call-ups that stop when they are filled."""

import re
from collections import Counter
from datetime import datetime, timedelta

from sqlalchemy import insert

from governance.clock import local_day
from governance.permissions import Act, may
from handlers.duty.fitting import who_fit
from handlers.duty.members import Member, member
from handlers.duty.shift_words import line, rest_of, what
from handlers.inbound import Reply
from handlers.notices import tell
from handlers.posts import refused
from handlers.texts import duty as duty_words
from handlers.texts import service as words
from handlers.turn import Turn
from handlers.work.finding import said
from storage.duty.members import enrolments, units_of
from storage.duty.shifts import ShiftRow, add_shift, filled, shift_by_id, shift_rows
from storage.duty.sign_ups import on_shift
from storage.models import Campaign, Enrolment, Shift
from storage.serving import followed_accounts
from understanding.duty import people_wanted, skills_in
from understanding.place_search import decided, search
from understanding.times import Span, time_in

CALL_UP_HOURS = 4
LONGEST_TITLE = 60
_COUNT_FIRST = re.compile(r"^[0-9一二两三四五六七八九十]{1,3}\s*(?:个人|人|名|位)\s*[,，、]?(?:到|去|来|在)?\s*")


def call_up(turn: Turn) -> Reply:
    """急需 5 人 …: told at once to all who fit, first come first served."""
    who = _who_may(turn)
    if isinstance(who, Reply):
        return who
    text = said(turn)
    count = people_wanted(text)
    if not count:
        return Reply(words.CALL_UP_HOW)
    span = _span(turn, text)
    start = max(span.start, turn.now) if span is not None else turn.now
    end = span.end if span is not None and _is_range(span) else start + timedelta(hours=CALL_UP_HOURS)
    title = _COUNT_FIRST.sub("", text)[:LONGEST_TITLE] or text[:LONGEST_TITLE]
    row = _open(turn, who, title, text, start, end, count, call=True)
    skills = set(skills_in(text))
    told = _invite(turn, row, words.CALL_UP_NOTICE.format(n=row.id, what=what(turn, row), goal=count), skills)
    said_so = words.CALLED_UP.format(n=row.id, what=what(turn, row), goal=count, count=told)
    return Reply(said_so if told else said_so + words.NOBODY_TOLD)


def campaign(turn: Turn) -> Reply:
    """发起活动 防汛巡查 12月6日 9点到11点 20人."""
    who = _who_may(turn)
    if isinstance(who, Reply):
        return who
    text = said(turn)
    count, span = people_wanted(text), _span(turn, text)
    title = next(iter(text.split()), "")[:LONGEST_TITLE]
    if not count or span is None or not title:
        return Reply(words.CAMPAIGN_HOW)
    if span.end <= turn.now:
        return Reply(duty_words.ADD_PAST)
    row = _open(turn, who, title, text, span.start, span.end, count, call=False)
    told = _invite(turn, row, words.CAMPAIGN_NOTICE.format(n=row.id, what=what(turn, row), goal=count), set())
    return Reply(words.CAMPAIGN_OPENED.format(n=row.id, what=what(turn, row), goal=count, count=told))


def campaigns(turn: Turn) -> Reply:
    """活动: what runs; 活动 N: how it gets on, by unit."""
    who = member(turn)
    if isinstance(who, Reply):
        return who
    if rest_of(turn):
        row = shift_by_id(turn.uow, int(rest_of(turn)))
        if row is None or row.campaign_id is None:
            return Reply(words.NO_CAMPAIGN.format(n=rest_of(turn)))
        return Reply(_progress(turn, row))
    rows = shift_rows(
        turn.uow, Shift.campaign_id.is_not(None), Shift.ends_at > turn.now, Shift.cancelled_at.is_(None), most=10
    )
    if not rows:
        return Reply(words.NO_CAMPAIGNS)
    full = filled(turn.uow, [row.id for row in rows])
    lines = [line(turn, row, f"　{full[row.id].taken}/{row.goal}") for row in rows]
    return Reply("\n".join([words.CAMPAIGNS_HEAD, *lines, duty_words.HOW_TO_SIGN_UP.format(n=rows[0].id)]))


def _progress(turn: Turn, row: ShiftRow) -> str:
    people = [place.person_id for place in on_shift(turn.uow, row.id, "signed", "present", "done", "absent")]
    full = filled(turn.uow, [row.id])[row.id]
    units = units_of(turn.uow, people)
    counts = Counter(units.get(person, words.NO_UNIT) for person in people)
    said_units = "、".join(f"{unit} {count} 人" for unit, count in counts.most_common())
    head = words.CAMPAIGN_PROGRESS.format(
        n=row.id, what=what(turn, row), taken=full.taken, goal=row.goal, waiting=full.waiting
    )
    return f"{head}\n{words.CAMPAIGN_UNITS.format(units=said_units)}" if said_units else head


def _who_may(turn: Turn) -> Member | Reply:
    who = member(turn)
    if isinstance(who, Reply) or may(Act.RUN_DUTY, who.terms):
        return who
    return Reply(refused(turn, Act.RUN_DUTY))


def _open(
    turn: Turn, who: Member, title: str, text: str, start: datetime, end: datetime, count: int, *, call: bool
) -> ShiftRow:
    posts = [term.place_id for term in who.terms if term.place_id is not None]
    found = decided(search(turn.places, text))
    place = found.place if found is not None else posts[0] if posts else turn.places.roots()[0]
    row = {
        "title": title,
        "place_id": place,
        "goal": count,
        "call_up": call,
        "opened_by": who.person_id,
        "opened_at": turn.now,
    }
    campaign_id = turn.uow.execute(insert(Campaign).values(**row).returning(Campaign.id)).scalar_one()
    day = local_day(start, turn.config.zone)
    shift = add_shift(turn.uow, campaign_id=campaign_id, day=day, starts_at=start, ends_at=end, capacity=count)
    made = shift_by_id(turn.uow, shift)
    assert made is not None
    return made


def _invite(turn: Turn, row: ShiftRow, text: str, skills: set[str]) -> int:
    """Tells all who have enrolled in its community (of the whole subdistrict, where it lies in none), who can and who fit."""
    nodes = turn.places.nodes
    line_here = turn.places.line_of(row.place_id)
    here = [place for place in line_here if nodes[place].kind == "community"]
    members = enrolments(turn.uow, *([Enrolment.place_id.in_(here)] if here else []))
    able = [each for each in members if not skills or skills & set(each.skills)] or members
    people = [person for person in who_fit(turn, row, (each.person_id for each in able)) if person != turn.person_id]
    accounts = followed_accounts(turn.uow, people)
    kind = "call_up" if row.call_up else "campaign"
    tell(turn, accounts, f"call:{row.id}", kind, text, taps=(f"报名 {row.id}",))
    return len(accounts)


def _span(turn: Turn, text: str) -> Span | None:
    return time_in(text, turn.now.astimezone(turn.config.zone), turn.config.calendar)


def _is_range(span: Span) -> bool:
    return span.end - span.start != timedelta(hours=1) and span.end - span.start < timedelta(hours=24)
