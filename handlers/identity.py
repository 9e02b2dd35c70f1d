"""Who am I here, and who looks after my building."""

from governance.roles import Role
from handlers.inbound import Reply
from handlers.posts import post_lines, sender, sender_terms, serving_at
from handlers.texts import people as words
from handlers.turn import Turn
from storage.people import names_of
from storage.ticket_export import masked_name

SHOWN = (Role.GRID_WORKER, Role.GRID_HEAD, Role.BUILDING_LEADER, Role.COMMUNITY_SECRETARY)
"""Whom a resident sees, in this order."""


def identity(turn: Turn) -> Reply:
    """The sender's identity, roles and building, with those who serve it."""
    person = sender(turn)
    who = "" if person is None else masked_name(person.name) + (words.LEFT_NOTE if person.left else "")
    home = turn.account.place_id
    place = turn.places.full_name(home) if home is not None else ""
    return Reply(words.card(who, post_lines(turn, sender_terms(turn)), place, _serving(turn, home) if home else []))


def _serving(turn: Turn, place_id: int) -> list[str]:
    acting = [servant for servant in serving_at(turn, place_id) if servant.role in SHOWN]
    acting.sort(key=lambda servant: SHOWN.index(servant.role))
    names = names_of(turn.uow, [number for s in acting for number in (s.person, s.for_person) if number is not None])
    return [
        words.serving_line(s.role, names[s.person], names[s.for_person] if s.for_person is not None else None)
        for s in acting
    ]
