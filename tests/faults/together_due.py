"""Of what units and neighbourhoods do together something is due: milestones, projects, calls for help, places that were booked."""

from datetime import timedelta

from sqlalchemy import insert, select, update

from governance.clock import SHANGHAI
from storage.models import (
    Agreement,
    Branch,
    Campaign,
    Milestone,
    Organisation,
    OrganisationContact,
    Pairing,
    Person,
    Place,
    Project,
    ProjectClaim,
    Shift,
    TakeOnCall,
    Ticket,
    UnitBooking,
)
from tests.journeys.breaking_tickets import change

GONE, HERE = 1, 2


def together(chat, clock):
    """Two units, of which one has left with a share of a project; the other's contact is somebody who has written."""
    now, today = clock(), clock().astimezone(SHANGHAI).date()
    (place,) = chat.rows(select(Place.id).where(Place.code == "C1"))
    (person,) = chat.rows(select(Person.id).where(Person.code == "M10"))
    unit = {"kind": "company", "place_id": place.id}
    change(
        chat,
        insert(Organisation).values(id=GONE, code="U1", name="样本公司", left_at=now, **unit),
        insert(Organisation).values(id=HERE, code="U2", name="示范银行", **unit),
        insert(OrganisationContact).values(person_id=person.id, organisation_id=HERE, since=now - timedelta(days=9)),
    )
    _milestone(chat, place.id, person.id, today)
    _projects(chat, now, today, place.id)
    _call_and_stuck(chat, now)
    _booked(chat, now, today, place.id, person.id)


def _milestone(chat, place, person, today):
    """Due today, and nobody has heard of it."""
    change(
        chat,
        insert(Branch).values(id=1, code="B1", name="梧桐社区支部", place_id=place, secretary_id=person),
        insert(Branch).values(id=2, code="B2", name="示范银行支部", organisation_id=HERE),
        insert(Pairing).values(id=1, code="P1", branch_id=1, partner_id=2, since=today),
        insert(Agreement).values(
            id=1, code="A1", pairing_id=1, kind="volunteers", title="一起值守", starts_on=today, ends_on=today
        ),
        insert(Milestone).values(id=1, code="N1", agreement_id=1, title="排好班", owner_id=person, due_on=today),
    )


def _projects(chat, now, today, place):
    """One whose day is tomorrow, one that a unit has which is gone."""
    row = {"place_id": place, "kinds": "", "state": "claimed", "shares": 1, "opened_at": now - timedelta(days=9)}
    change(
        chat,
        insert(Project).values(id=1, title="加装车棚", until=today + timedelta(days=1), **row),
        insert(Project).values(id=2, title="修长椅", **row),
        insert(ProjectClaim).values(project_id=1, slot=1, organisation_id=HERE, at=now),
        insert(ProjectClaim).values(project_id=2, slot=1, organisation_id=GONE, at=now),
    )


def _call_and_stuck(chat, now):
    """A call for help whose next stage has come, and a ticket that waits since a month."""
    waiting = (
        select(Ticket.number).where(Ticket.urgency == "normal", Ticket.state == "dispatched").order_by(Ticket.number)
    )
    stuck, called = [row.number for row in chat.rows(waiting)][:2]
    change(
        chat,
        update(Ticket).where(Ticket.number == stuck).values(handle_due=now - timedelta(days=30)),
        insert(TakeOnCall).values(
            id=1, ticket_number=called, state="calling", stage=0, next_at=now, called_at=now - timedelta(minutes=5)
        ),
    )


def _booked(chat, now, today, place, person):
    """Places at a lecture of tomorrow."""
    drive = {
        "title": "红色故事",
        "kind": "lecture",
        "place_id": place,
        "goal": 20,
        "call_up": False,
        "opened_by": person,
    }
    held = now + timedelta(days=1)
    change(
        chat,
        insert(Campaign).values(id=900, opened_at=now, **drive),
        insert(Shift).values(
            id=900,
            campaign_id=900,
            day=today + timedelta(days=1),
            starts_at=held,
            ends_at=held + timedelta(hours=2),
            capacity=20,
        ),
        insert(UnitBooking).values(shift_id=900, organisation_id=HERE, people=3, at=now),
    )
