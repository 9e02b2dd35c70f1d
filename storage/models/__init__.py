"""The tables, one file a subject; importing this package registers them all."""

from storage.models.activities import ActivityFeedback, UnitBooking
from storage.models.alliance import Agreement, Lecture, Milestone, MilestonePicture, Pairing
from storage.models.area_notices import AreaNotice, AreaNoticeRecipient, AreaNoticeWord
from storage.models.audit import Audit, AuditChain
from storage.models.base import Base
from storage.models.console import ApiKey, ConsoleSession, HotlineOrder, KnownAnswer, StaffLogin, WallKey
from storage.models.duty import Campaign, DutyRecord, Shift, ShiftPattern, SignUp, Station, Swap
from storage.models.emergency import EmergencyDraw
from storage.models.events import Event, EventLog, EventReport, EventWord
from storage.models.jobs import JobFailure, JobRun
from storage.models.messages import Dialogue, Inbound, Nonce, Outbox
from storage.models.organisations import Branch, BranchMember, Organisation, OrganisationContact
from storage.models.people import Account, BindAttempt, Invitation, Leave, Person, Post
from storage.models.personal_data import DataCopy, DataRequest, Erasure, NoticeShown
from storage.models.places import Grid, GridPlace, Place, RosterState
from storage.models.promises import Deadline, Extension, Rating
from storage.models.service import Certificate, CheckIn, Enrolment, Feed, Qualification, ServiceHours
from storage.models.stars import Announcement, Nomination, Objection, StarAward, StarRound
from storage.models.tickets import Attachment, Mention, PictureMark, Ticket, TicketDay, TicketEvent

__all__ = [
    "Account", "ActivityFeedback", "Agreement", "Announcement", "ApiKey", "AreaNotice", "AreaNoticeRecipient",
    "AreaNoticeWord", "Attachment", "Audit", "AuditChain", "Base", "BindAttempt", "Branch", "BranchMember", "Campaign",
    "Certificate", "CheckIn", "ConsoleSession", "DataCopy", "DataRequest", "Deadline", "Dialogue", "DutyRecord",
    "EmergencyDraw", "Enrolment",
    "Erasure", "Event", "EventLog", "EventReport", "EventWord", "Extension",
    "Feed", "Grid", "GridPlace", "HotlineOrder", "Inbound", "Invitation", "JobFailure", "JobRun", "KnownAnswer", "Leave", "Lecture",
    "Mention", "Milestone", "MilestonePicture", "Nomination", "Nonce", "NoticeShown", "Objection", "Organisation",
    "OrganisationContact", "Outbox", "Pairing", "Person", "PictureMark", "Place", "Post",
    "Qualification", "Rating", "RosterState", "ServiceHours", "Shift", "ShiftPattern", "SignUp", "StaffLogin",
    "StarAward", "StarRound", "Station", "Swap", "Ticket", "TicketDay", "TicketEvent", "UnitBooking", "WallKey",
]  # fmt: skip
