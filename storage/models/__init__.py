"""The tables, one file a subject; importing this package registers them all."""

from storage.models.activities import ActivityFeedback, UnitBooking
from storage.models.alliance import Agreement, Lecture, Milestone, MilestonePicture, Pairing
from storage.models.area_notices import AreaNotice, AreaNoticeRecipient, AreaNoticeWord
from storage.models.audit import Audit, AuditChain
from storage.models.base import Base
from storage.models.cases import CaseBallot, CaseScore, CaseVote, YearCase
from storage.models.console import ApiKey, ConsoleSession, HotlineOrder, KnownAnswer, StaffLogin, WallKey
from storage.models.councils import (
    Council,
    CouncilMeeting,
    CouncilMember,
    CouncilTopic,
    CouncilVote,
    MeetingMember,
    MeetingMinutes,
    MeetingNote,
    MeetingTopic,
    Resolution,
    ResolutionWord,
    TopicSupport,
    VoteVoter,
)
from storage.models.duty import Campaign, DutyRecord, Shift, ShiftPattern, SignUp, Station, Swap
from storage.models.emergency import EmergencyDraw
from storage.models.events import Event, EventLog, EventReport, EventWord
from storage.models.jobs import JobFailure, JobRun
from storage.models.messages import Dialogue, Inbound, Nonce, Outbox
from storage.models.organisations import Branch, BranchMember, Organisation, OrganisationContact
from storage.models.people import Account, BindAttempt, Invitation, Leave, Person, Post
from storage.models.personal_data import DataCopy, DataRequest, Erasure, NoticeShown
from storage.models.places import Grid, GridPlace, Place, RosterState
from storage.models.projects import (
    Project,
    ProjectClaim,
    ProjectNeed,
    ProjectPicture,
    ProjectStep,
    ProjectThanks,
    Resource,
    TakeOnCall,
)
from storage.models.promises import Deadline, Extension, Rating
from storage.models.requests import UnitTicket
from storage.models.service import Certificate, CheckIn, Enrolment, Feed, Qualification, ServiceHours
from storage.models.stars import Announcement, Nomination, Objection, StarAward, StarRound
from storage.models.surveys import Survey, SurveyAnswer, SurveyBox, SurveyPerson, SurveyQuestion
from storage.models.tickets import Attachment, Mention, PictureMark, Ticket, TicketDay, TicketEvent
from storage.models.visits import Household, PlannedVisit, Visit, YardProblem, YardWord

__all__ = [
    "Account",
    "ActivityFeedback",
    "Agreement",
    "Announcement",
    "ApiKey",
    "AreaNotice",
    "AreaNoticeRecipient",
    "AreaNoticeWord",
    "Attachment",
    "Audit",
    "AuditChain",
    "Base",
    "BindAttempt",
    "Branch",
    "BranchMember",
    "Campaign",
    "CaseBallot",
    "CaseScore",
    "CaseVote",
    "Certificate",
    "CheckIn",
    "ConsoleSession",
    "Council",
    "CouncilMeeting",
    "CouncilMember",
    "CouncilTopic",
    "CouncilVote",
    "DataCopy",
    "DataRequest",
    "Deadline",
    "Dialogue",
    "DutyRecord",
    "EmergencyDraw",
    "Enrolment",
    "Erasure",
    "Event",
    "EventLog",
    "EventReport",
    "EventWord",
    "Extension",
    "Feed",
    "Grid",
    "GridPlace",
    "HotlineOrder",
    "Household",
    "Inbound",
    "Invitation",
    "JobFailure",
    "JobRun",
    "KnownAnswer",
    "Leave",
    "Lecture",
    "MeetingMember",
    "MeetingMinutes",
    "MeetingNote",
    "MeetingTopic",
    "Mention",
    "Milestone",
    "MilestonePicture",
    "Nomination",
    "Nonce",
    "NoticeShown",
    "Objection",
    "Organisation",
    "OrganisationContact",
    "Outbox",
    "Pairing",
    "Person",
    "PictureMark",
    "Place",
    "PlannedVisit",
    "Post",
    "Project",
    "ProjectClaim",
    "ProjectNeed",
    "ProjectPicture",
    "ProjectStep",
    "ProjectThanks",
    "Qualification",
    "Rating",
    "Resolution",
    "ResolutionWord",
    "Resource",
    "RosterState",
    "ServiceHours",
    "Shift",
    "ShiftPattern",
    "SignUp",
    "StaffLogin",
    "StarAward",
    "StarRound",
    "Station",
    "Survey",
    "SurveyAnswer",
    "SurveyBox",
    "SurveyPerson",
    "SurveyQuestion",
    "Swap",
    "TakeOnCall",
    "Ticket",
    "TicketDay",
    "TicketEvent",
    "TopicSupport",
    "UnitBooking",
    "UnitTicket",
    "Visit",
    "VoteVoter",
    "WallKey",
    "YardProblem",
    "YardWord",
    "YearCase",
]  # fmt: skip
