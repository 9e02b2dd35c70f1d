"""Who of many may stand in a shift: asked with a few queries, however many they are."""

from collections.abc import Iterable

from governance.duty.admission import fits
from governance.texts import ROLE
from handlers.duty.sign_up import NEAR
from handlers.scene import Scene
from storage.duty.members import qualifications_of
from storage.duty.shifts import ShiftRow
from storage.duty.sign_ups import on_shift, shifts_of_many
from storage.models import Post
from storage.people import terms_where


def who_fit(scene: Scene, row: ShiftRow, people: Iterable[int]) -> list[int]:
    """Those who do not stand there yet, and whom no rule keeps away; in their order, each once."""
    there = {place.person_id for place in on_shift(scene.uow, row.id, "signed", "present")}
    asked = [person for person in dict.fromkeys(people) if person not in there]
    own = shifts_of_many(scene.uow, asked, row.shift.starts_at - NEAR)
    able = _qualified(scene, asked) if row.shift.qualification is not None else {}
    house = scene.house
    return [
        person
        for person in asked
        if fits(row.shift, own.get(person, ()), able.get(person, set()), scene.now, house.zone, house.rules) is None
    ]


def _qualified(scene: Scene, people: list[int]) -> dict[int, set[str]]:
    able = qualifications_of(scene.uow, people)
    for person, term in terms_where(scene.uow, Post.person_id.in_(people)):
        if term.holds(scene.now):
            able[person].add(ROLE[term.role])
    return able
