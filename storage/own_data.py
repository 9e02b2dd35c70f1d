"""All that is kept of one person, for themselves."""

from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, func, select

from storage.models import (
    Account,
    ActivityFeedback,
    Appointment,
    Attachment,
    BranchMember,
    CaseLookup,
    CheckIn,
    ConnectorSubject,
    ContestResult,
    CouncilMember,
    CouncilTopic,
    DataRequest,
    DutyRecord,
    Enrolment,
    EvaluationObjection,
    Inbound,
    Leave,
    Lecture,
    MapConsent,
    MeetingMember,
    MeetingNote,
    Milestone,
    Nomination,
    NoticeShown,
    Objection,
    OrganisationContact,
    Outbox,
    Person,
    Post,
    ProjectNeed,
    ProjectStep,
    Qualification,
    Rating,
    Resolution,
    Resource,
    ServiceHours,
    SignUp,
    StarAward,
    SurveyAnswer,
    SurveyPerson,
    Ticket,
    TicketEvent,
    TopicSupport,
    UnitBooking,
    UnitTicket,
    VoteVoter,
)
from storage.subject import Subject
from storage.unit_of_work import UnitOfWork

_LEFT_OUT = frozenset({
    "name_digest", "bind_digest", "tag_wanted", "tag_given", "household", "parties", "matter", "at_hand", "at_hand_since",
    "phone_digest",
})  # fmt: skip
"""Digests, workings of ours, and what somebody wrote down of others."""


def own_data(connection: Connection | UnitOfWork, subject: Subject, zone: ZoneInfo) -> dict[str, Any]:
    """Rows by table as JSON-ready values; instants as local ISO 8601 texts."""
    return {
        name: [_record(row, zone) for row in connection.execute(select(model.__table__).where(where))]
        for name, (model, where) in _sources(subject).items()
    }


def own_counts(connection: Connection | UnitOfWork, subject: Subject) -> dict[str, int]:
    """How many rows of each table there are."""
    return {
        name: int(connection.execute(select(func.count()).select_from(model).where(where)).scalar_one())
        for name, (model, where) in _sources(subject).items()
    }


def _sources(subject: Subject) -> dict[str, tuple[Any, Any]]:
    accounts = subject.account_ids
    return _of_living_together(subject) | {
        "person": (Person, Person.id == subject.person_id),
        "posts": (Post, Post.person_id == subject.person_id),
        "leaves": (Leave, Leave.person_id == subject.person_id),
        "map_consents": (MapConsent, MapConsent.person_id == subject.person_id),
        "accounts": (Account, Account.id.in_(accounts)),
        "tickets": (Ticket, Ticket.account_id.in_(accounts)),
        "ticket_events": (TicketEvent, TicketEvent.account_id.in_(accounts)),
        "attachments": (Attachment, Attachment.account_id.in_(accounts)),
        "enrolments": (Enrolment, Enrolment.person_id == subject.person_id),
        "qualifications": (Qualification, Qualification.person_id == subject.person_id),
        "check_ins": (CheckIn, CheckIn.person_id == subject.person_id),
        "sign_ups": (SignUp, SignUp.person_id == subject.person_id),
        "service_hours": (ServiceHours, ServiceHours.person_id == subject.person_id),
        "duty_records": (DutyRecord, DutyRecord.person_id == subject.person_id),
        "star_awards": (StarAward, StarAward.person_id == subject.person_id),
        "nominations": (Nomination, Nomination.account_id.in_(accounts)),
        "objections": (Objection, Objection.account_id.in_(accounts)),
        "evaluation_objections": (EvaluationObjection, EvaluationObjection.account_id.in_(accounts)),
        "ratings": (Rating, Rating.account_id.in_(accounts)),
        "messages": (Inbound, Inbound.account_id.in_(accounts)),
        "notices": (Outbox, Outbox.account_id.in_(accounts)),
        "requests": (DataRequest, DataRequest.account_id.in_(accounts)),
        "appointments": (Appointment, Appointment.person_id == subject.person_id),
        "case_lookups": (CaseLookup, CaseLookup.account_id.in_(accounts)),
        "other_platforms": (
            ConnectorSubject,
            (ConnectorSubject.kind == "person")
            & (ConnectorSubject.ours == subject.code)
            & ConnectorSubject.ours.is_not(None),
        ),
        "information_notices": (NoticeShown, NoticeShown.account_id.in_(accounts)),
    }


def _of_living_together(subject: Subject) -> dict[str, tuple[Any, Any]]:
    """What somebody did in units, projects, councils, activities and surveys."""
    accounts = subject.account_ids
    return {
        "unit_bookings": (UnitBooking, UnitBooking.booked_by == subject.person_id),
        "contest_results": (ContestResult, ContestResult.person_id == subject.person_id),
        "activity_feedback": (ActivityFeedback, ActivityFeedback.person_id == subject.person_id),
        "unit_tickets": (
            UnitTicket,
            UnitTicket.number.in_(select(Ticket.number).where(Ticket.account_id.in_(accounts))),
        ),
        "needs": (ProjectNeed, ProjectNeed.account_id.in_(accounts)),
        "resources": (Resource, Resource.person_id == subject.person_id),
        "project_steps": (ProjectStep, ProjectStep.person_id == subject.person_id),
        "council_seats": (CouncilMember, CouncilMember.person_id == subject.person_id),
        "council_topics": (CouncilTopic, CouncilTopic.account_id.in_(accounts)),
        "topic_supports": (TopicSupport, TopicSupport.account_id.in_(accounts)),
        "meetings": (MeetingMember, MeetingMember.person_id == subject.person_id),
        "meeting_notes": (MeetingNote, MeetingNote.person_id == subject.person_id),
        "votes": (VoteVoter, VoteVoter.person_id == subject.person_id),
        "resolutions": (Resolution, Resolution.owner_id == subject.person_id),
        "surveys": (SurveyPerson, SurveyPerson.account_id.in_(accounts)),
        "survey_answers": (
            SurveyAnswer,
            SurveyAnswer.asked_id.in_(select(SurveyPerson.id).where(SurveyPerson.account_id.in_(accounts))),
        ),
        "organisation_contacts": (OrganisationContact, OrganisationContact.person_id == subject.person_id),
        "branch_members": (BranchMember, BranchMember.person_id == subject.person_id),
        "milestones": (
            Milestone,
            (Milestone.owner_id == subject.person_id) | (Milestone.proved_by == subject.person_id),
        ),
        "lectures": (Lecture, Lecture.person_id == subject.person_id),
    }


def _record(row: Any, zone: ZoneInfo) -> dict[str, Any]:
    values = dict(row._mapping)
    if (original := values.pop("original", None)) is not None:
        values["text"] = original  # to themselves nothing is masked
    return {name: _plain(value, zone) for name, value in values.items() if name not in _LEFT_OUT}


def _plain(value: Any, zone: ZoneInfo) -> Any:
    if isinstance(value, datetime):
        return value.astimezone(zone).isoformat(timespec="seconds")
    return value.isoformat() if isinstance(value, date) else value
