"""What shows that somebody is where they check in: a scan of the place's code, or a position."""

from governance.duty.check_ins import Method, near_enough
from handlers.duty.attend import here_by_position, here_by_scan, shift_due
from handlers.duty.check_in import about, already
from handlers.duty.members import Member, member
from handlers.duty.there import metres_from
from handlers.inbound import Reply
from handlers.questions import Question, asked, settled
from handlers.texts import duty as duty_words
from handlers.texts import service as words
from handlers.turn import Turn
from storage.duty import check_ins


def scanned(turn: Turn, place: int) -> Reply | None:
    """A member scanned the code of a place: present at their shift there, else checked in; None for residents."""
    who = member(turn)
    if isinstance(who, Reply) or not who.terms:
        return None
    due = shift_due(turn, who.person_id)
    if due is not None and due[1].place_id == place:
        return here_by_scan(turn, who, *due)
    if not check_ins.check_in(
        turn.uow, person_id=who.person_id, place_id=place, day=turn.today, kind="check_in", method=Method.QR.value,
        now=turn.now,
    ):  # fmt: skip
        check_ins.prove(turn.uow, who.person_id, place, turn.today, Method.QR.value, None)
        return Reply(already(turn, who, place, words.TODAY))
    return Reply(words.CHECKED_IN_QR.format(**about(turn, who, place, words.TODAY)))


def position_sent(turn: Turn, lat: float, lon: float) -> Reply | None:
    """A position that shows somebody is where they check in; None when it is about something else."""
    who = member(turn)
    if isinstance(who, Reply):
        return None
    question = asked(turn)
    due = shift_due(turn, who.person_id)
    waits = question is not None and question.kind == Question.THERE
    if due is not None and due[0].state == "signed" and (waits or question is None):
        return here_by_position(turn, who, *due, lat, lon)
    if question is None or not waits:
        return None
    settled(turn)
    return _prove(turn, who, question.data["place"], lat, lon)


def _prove(turn: Turn, who: Member, place: int, lat: float, lon: float) -> Reply:
    """The position came after the words."""
    metres = metres_from(turn, place, lat, lon)
    name = turn.places.full_name(place)
    if metres is None or not near_enough(metres, turn.config.rules):
        most, distance = turn.config.rules.check_in_metres, duty_words.distance(metres or 0)
        return Reply(words.NOT_PROVED.format(place=name, distance=distance, most=most))
    check_ins.prove(turn.uow, who.person_id, place, turn.today, Method.LOCATION.value, round(metres))
    return Reply(words.PROVED.format(place=name, distance=duty_words.distance(metres)))
