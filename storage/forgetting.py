"""Making a person anonymous: what says who they are goes, what is counted stays."""

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, delete, func, or_, select, update

from governance.surveys.kinds import Form
from storage.connectors.forgetting import forget_elsewhere
from storage.models import (
    Account,
    AreaNoticeRecipient,
    Attachment,
    BindAttempt,
    BoardView,
    BoardWish,
    Branch,
    BranchMember,
    CheckIn,
    ConsoleSession,
    CouncilMember,
    CouncilTopic,
    DataCopy,
    DataRequest,
    Dialogue,
    DutyRecord,
    Enrolment,
    Feed,
    Inbound,
    Invitation,
    Leave,
    Lecture,
    MapConsent,
    MeetingMember,
    MeetingNote,
    Mention,
    Milestone,
    NoticeShown,
    OrganisationContact,
    Outbox,
    Person,
    Post,
    ProjectNeed,
    ProjectStep,
    ProjectThanks,
    Rating,
    Resource,
    StaffLogin,
    SurveyAnswer,
    SurveyPerson,
    SurveyQuestion,
    Thing,
    ThingInspection,
    Ticket,
    TicketEvent,
    Visit,
    YardWord,
    YearWord,
)
from storage.outbox_search import pushes_saying
from storage.picture_looks import forget_looks
from storage.stars.forgetting import forget_stars
from storage.subject import Subject
from storage.texts import FORGOTTEN_NAME, FORGOTTEN_TEXT


def forget(connection: Connection, subject: Subject, now: datetime) -> list[str]:
    """Writes it all in the caller's transaction; answers the digests of files that nothing refers to any more."""
    forget_elsewhere(connection, subject)
    digests = _tickets(connection, subject.account_ids)
    digests += forget_stars(connection, subject.person_id, subject.account_ids, now)
    _lists(connection, subject, now)
    _messages(connection, subject.account_ids)
    _councils(connection, subject, now)
    _surveys(connection, subject.account_ids)
    theirs = DataRequest.account_id.in_(subject.account_ids) | (DataRequest.person_id == subject.person_id)
    _set(connection, DataRequest, theirs, value=None)
    _accounts(connection, subject.account_ids, now)
    if subject.person_id is not None:
        _person(connection, subject.person_id, now)
    return digests


def _tickets(connection: Connection, accounts: tuple[int, ...]) -> list[str]:
    numbers = list(connection.execute(select(Ticket.number).where(Ticket.account_id.in_(accounts))).scalars())
    for push in pushes_saying(connection, numbers):
        _set(connection, Outbox, Outbox.id == push, text=FORGOTTEN_TEXT)
    for number in numbers:
        connection.execute(delete(Mention).where(Mention.number == number))
    _set(connection, Ticket, Ticket.account_id.in_(accounts), text=FORGOTTEN_TEXT, original=None, summary=FORGOTTEN_TEXT,
         place_text=None, lat=None, lon=None)  # fmt: skip
    _set(connection, TicketEvent, TicketEvent.account_id.in_(accounts) | TicketEvent.number.in_(numbers), note=None)
    _set(connection, Rating, Rating.account_id.in_(accounts), note=None)
    theirs = Attachment.account_id.in_(accounts)
    digests = set(connection.execute(select(Attachment.sha256).where(theirs, Attachment.sha256.is_not(None))).scalars())
    _set(
        connection,
        Attachment,
        theirs,
        state="forgotten",
        media_id=None,
        transcript=None,
        lat=None,
        lon=None,
        sha256=None,
    )
    forget_looks(connection, select(Attachment.id).where(theirs))
    kept = set(connection.execute(select(Attachment.sha256).where(Attachment.sha256.in_(digests))).scalars())
    return sorted(digest for digest in digests - kept if digest)


def _lists(connection: Connection, subject: Subject, now: datetime) -> None:
    """What they needed, offered for their unit, and told of its projects; who thanked whom."""
    theirs = (ProjectNeed.person_id == subject.person_id) & ProjectNeed.person_id.is_not(None)
    needed = or_(ProjectNeed.account_id.in_(subject.account_ids), theirs)
    if subject.person_id is not None:
        offered = Resource.person_id == subject.person_id
        _set(connection, ProjectStep, ProjectStep.person_id == subject.person_id, note=None)
        _set(connection, Resource, offered, text=FORGOTTEN_TEXT, ended_at=func.coalesce(Resource.ended_at, now))
    _set(connection, ProjectNeed, needed, text=FORGOTTEN_TEXT, ended_at=func.coalesce(ProjectNeed.ended_at, now))
    connection.execute(delete(ProjectThanks).where(ProjectThanks.account_id.in_(subject.account_ids)))


def _messages(connection: Connection, accounts: tuple[int, ...]) -> None:
    _set(connection, Outbox, Outbox.account_id.in_(accounts), text=FORGOTTEN_TEXT,
         state=func.replace(Outbox.state, "waiting", "dropped"))  # fmt: skip
    for model in (Inbound, Dialogue, BindAttempt, DataCopy, NoticeShown, AreaNoticeRecipient, YardWord, YearWord):
        connection.execute(delete(model).where(model.account_id.in_(accounts)))


def _councils(connection: Connection, subject: Subject, now: datetime) -> None:
    """What somebody proposed or said goes; that they sat there, and their ballot, stay in the counts."""
    _set(connection, CouncilTopic, CouncilTopic.account_id.in_(subject.account_ids), title=FORGOTTEN_TEXT)
    if subject.person_id is not None:
        _set(connection, MeetingNote, MeetingNote.person_id == subject.person_id, text=FORGOTTEN_TEXT)
        _set(connection, MeetingMember, MeetingMember.person_id == subject.person_id, reason=None)
        theirs = (CouncilMember.person_id == subject.person_id) & CouncilMember.until.is_(None)
        _set(connection, CouncilMember, theirs, until=now)


def _surveys(connection: Connection, accounts: tuple[int, ...]) -> None:
    """Their own words go where they stand by their name; a choice is only counted, and anonymous answers are nobody's."""
    theirs = select(SurveyPerson.id).where(SurveyPerson.account_id.in_(accounts))
    in_words = select(SurveyQuestion.id).where(SurveyQuestion.form == Form.WORDS.value)
    where = SurveyAnswer.asked_id.in_(theirs) & SurveyAnswer.question_id.in_(in_words)
    _set(connection, SurveyAnswer, where, text=FORGOTTEN_TEXT)


def _accounts(connection: Connection, accounts: tuple[int, ...], now: datetime) -> None:
    for account in accounts:
        _set(connection, Account, Account.id == account, openid=f"forgotten-{account}", person_id=None, place_id=None,
             unsubscribed_at=now, household=None, loose_media_at=None, tag_wanted=None, tag_given=None)  # fmt: skip


def _person(connection: Connection, person: int, now: datetime) -> None:
    _set(connection, Person, Person.id == person, code=f"forgotten-{person}", name=FORGOTTEN_NAME, phone=None, unit=None,
         wecom_id=None,
         name_digest=None, bind_digest=None, phone_digest=None, forgotten_at=now,
         left_at=func.coalesce(Person.left_at, now))  # fmt: skip
    _set(connection, Post, (Post.person_id == person) & (Post.until.is_(None) | (Post.until > now)), until=now)
    _set(connection, Leave, or_(Leave.person_id == person, Leave.stand_in_id == person) & (Leave.until > now),
         cancelled_at=now)  # fmt: skip
    _set(connection, Invitation, Invitation.person_id == person, expires_at=now)
    _set(
        connection,
        Enrolment,
        Enrolment.person_id == person,
        unit=None,
        skills="",
        until=func.coalesce(Enrolment.until, now),
    )
    _set(connection, CheckIn, CheckIn.person_id == person, note=None)
    _set(connection, Visit, Visit.person_id == person, note=None)
    _set(connection, ThingInspection, ThingInspection.done_by == person, note=None)
    _set(connection, Thing, Thing.keeper_person_id == person, keeper_person_id=None, keeper=None)
    _set(connection, DutyRecord, DutyRecord.person_id == person, parties=None, matter=None, outcome=FORGOTTEN_TEXT)
    _alliances(connection, person, now)
    for model in (Feed, StaffLogin, ConsoleSession, BoardWish, BoardView, MapConsent):
        connection.execute(delete(model).where(model.person_id == person))


def _alliances(connection: Connection, person: int, now: datetime) -> None:
    """They speak for nobody any more; what they wrote of a milestone or who taught goes, that it was done stays."""
    running = OrganisationContact.until.is_(None) | (OrganisationContact.until > now)
    _set(connection, OrganisationContact, (OrganisationContact.person_id == person) & running, until=now)
    _set(connection, Branch, Branch.secretary_id == person, secretary_id=None)
    connection.execute(delete(BranchMember).where(BranchMember.person_id == person))
    _set(connection, Milestone, Milestone.proved_by == person, proof=FORGOTTEN_TEXT)
    _set(connection, Lecture, Lecture.person_id == person, teacher=None)


def _set(connection: Connection, model: Any, where: Any, **values: Any) -> None:
    connection.execute(update(model).where(where).values(**values).execution_options(synchronize_session=False))
