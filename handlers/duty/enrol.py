"""报到: a member serves in a community, with unit, skills and the times when they are free."""

from governance.roles import Role
from handlers.duty.members import Member, member
from handlers.inbound import Reply
from handlers.texts import service as words
from handlers.turn import Turn
from handlers.work.details import ask_detail
from handlers.work.finding import said
from storage.duty.members import end_enrolments, enrol, enrolments, units_of
from storage.models import Enrolment
from understanding.duty import skills_in, unit_in, wishes_in
from understanding.place_search import search


def report_for_service(turn: Turn) -> Reply:
    """报到 梧桐社区 特长 调解 周末上午; said again it adds to what is known."""
    who = member(turn)
    if isinstance(who, Reply):
        return who
    text = said(turn)
    skills, wishes, unit = skills_in(text), wishes_in(text), unit_in(text)
    place = _community(turn, who, text)
    if place is None:
        known = [node.name for node in turn.places.nodes.values() if node.kind == "community"]
        if text and not skills and not wishes:
            return Reply(words.ENROL_UNKNOWN.format(said=text[:20], known="、".join(known[:12])))
        return ask_detail(turn, None, words.ENROL_WHERE, before=f"{text} ")
    before = enrolments(turn.uow, Enrolment.person_id == who.person_id, Enrolment.place_id == place)
    for earlier in before:
        skills = list(dict.fromkeys([*earlier.skills, *skills]))
        wishes = wishes or list(earlier.wishes)
        unit = unit or earlier.unit
    unit = unit or units_of(turn.uow, [who.person_id]).get(who.person_id)
    enrol(turn.uow, who.person_id, place, unit, skills, wishes, turn.now)
    done = words.ENROLLED.format(
        place=turn.places.full_name(place),
        unit=words.ENROL_UNIT.format(unit=unit) if unit else "",
        skills=words.ENROL_SKILLS.format(skills="、".join(skills)) if skills else "",
        wishes=words.ENROL_WISHES.format(wishes="、".join(words.WISH[each] for each in wishes)) if wishes else "",
    )
    if skills or wishes or text:
        return Reply(done)
    return ask_detail(turn, None, done + words.ENROL_MORE)


def end_service(turn: Turn) -> Reply:
    """取消报到."""
    who = member(turn)
    if isinstance(who, Reply):
        return who
    ended = end_enrolments(turn.uow, who.person_id, turn.now)
    return Reply(words.ENROL_ENDED if ended else words.ENROL_NONE)


def _community(turn: Turn, who: Member, text: str) -> int | None:
    """The one that is named; else where they have enrolled, hold their post as a member, or live."""
    nodes = turn.places.nodes
    for found in search(turn.places, text) if text else ():
        return turn.places.community_of(found.place)
    if "社区" in text:
        return None
    running = enrolments(turn.uow, Enrolment.person_id == who.person_id)
    posts = [term.place_id for term in who.terms if term.role is Role.PARTY_MEMBER]
    near = [running[0].place_id if running else None, *posts, turn.account.place_id]
    lines = [turn.places.line_of(place) for place in near if place is not None and place in nodes]
    return next((place for line in lines for place in line if nodes[place].kind == "community"), None)
