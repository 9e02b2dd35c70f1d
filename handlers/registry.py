"""Everything that is registered, in one list: executors, words, and what is read as which command. Importing it checks it all."""

from collections.abc import Mapping, Sequence
from types import ModuleType

from handlers import refusals
from handlers.activities import registered as activities
from handlers.alliance import registered as alliance
from handlers.area_notices import agreeing as notices_agreeing
from handlers.area_notices import changing as notices_changing
from handlers.area_notices import drafting as notices_drafting
from handlers.area_notices import listing as notices_listing
from handlers.area_notices import preview_texts as notices_preview_texts
from handlers.area_notices import reading as notices_reading
from handlers.area_notices import texts as notices_texts
from handlers.catalogue import entries, executor_of, outcomes_of
from handlers.conversation import helping as conversation_helping
from handlers.conversation import media as conversation_media
from handlers.conversation import offering as conversation_offering
from handlers.conversation import reading as conversation_reading
from handlers.conversation import small_talk as conversation_small_talk
from handlers.conversation import subscription as conversation_subscription
from handlers.conversation import texts as conversation_texts
from handlers.duty import attend as duty_attend
from handlers.duty import campaigns as duty_campaigns
from handlers.duty import check_in as duty_check_in
from handlers.duty import enrol as duty_enrol
from handlers.duty import hours as duty_hours
from handlers.duty import lead as duty_lead
from handlers.duty import papers as duty_papers
from handlers.duty import patrol as duty_patrol
from handlers.duty import planning as duty_planning
from handlers.duty import presence as duty_presence
from handlers.duty import reading as duty_reading
from handlers.duty import records as duty_records
from handlers.duty import shift_list as duty_shift_list
from handlers.duty import sign_up as duty_sign_up
from handlers.duty import swap as duty_swap
from handlers.duty.texts import hours as duty_hours_texts
from handlers.duty.texts import lead as duty_lead_texts
from handlers.duty.texts import presence as duty_presence_texts
from handlers.duty.texts import service as duty_service_texts
from handlers.duty.texts import shifts as duty_shifts_texts
from handlers.duty.texts import swaps as duty_swaps_texts
from handlers.errors import WrongCatalogue
from handlers.events import answering as events_answering
from handlers.events import deciding as events_deciding
from handlers.events import leading as events_leading
from handlers.events import reading as events_reading
from handlers.events import reporter_texts as events_reporter_texts
from handlers.events import reporters as events_reporters
from handlers.events import showing as events_showing
from handlers.events import texts as events_texts
from handlers.intake import hotline as intake_hotline
from handlers.intake import open311 as intake_open311
from handlers.intake import texts as intake_texts
from handlers.notifications import mute as notifications_mute
from handlers.notifications import reading as notifications_reading
from handlers.notifications import texts as notifications_texts
from handlers.office import reading as office_reading
from handlers.office import sign_in as office_sign_in
from handlers.office import texts as office_texts
from handlers.office import upkeep as office_upkeep
from handlers.outcomes import TONES, has_words
from handlers.people import absence as people_absence
from handlers.people import binding as people_binding
from handlers.people import home as people_home
from handlers.people import identity as people_identity
from handlers.people import invitation as people_invitation
from handlers.people import reading as people_reading
from handlers.people import texts as people_texts
from handlers.privacy import deciding as privacy_deciding
from handlers.privacy import own as privacy_own
from handlers.privacy import reading as privacy_reading
from handlers.privacy import requests as privacy_requests
from handlers.privacy import texts as privacy_texts
from handlers.reporting import answering as reporting_answering
from handlers.reporting import area as reporting_area
from handlers.reporting import correcting as reporting_correcting
from handlers.reporting import enquiring as reporting_enquiring
from handlers.reporting import enquiring_texts as reporting_enquiring_texts
from handlers.reporting import filing as reporting_filing
from handlers.reporting import following as reporting_following
from handlers.reporting import overseeing as reporting_overseeing
from handlers.reporting import overseeing_texts as reporting_overseeing_texts
from handlers.reporting import reading as reporting_reading
from handlers.reporting import splitting as reporting_splitting
from handlers.reporting import standing_texts as reporting_standing_texts
from handlers.reporting import texts as reporting_texts
from handlers.said import Read, Reads
from handlers.stars import change_round as stars_change_round
from handlers.stars import consent as stars_consent
from handlers.stars import decide as stars_decide
from handlers.stars import nominate as stars_nominate
from handlers.stars import objections as stars_objections
from handlers.stars import photo as stars_photo
from handlers.stars import public as stars_public
from handlers.stars import reading as stars_reading
from handlers.stars import review as stars_review
from handlers.stars.texts import consent as stars_consent_texts
from handlers.stars.texts import nominating as stars_nominating_texts
from handlers.stars.texts import objections as stars_objections_texts
from handlers.stars.texts import public as stars_public_texts
from handlers.stars.texts import review as stars_review_texts
from handlers.stars.texts import rounds as stars_rounds_texts
from handlers.tickets import approve as tickets_approve
from handlers.tickets import callback as tickets_callback
from handlers.tickets import denial_texts as tickets_denial_texts
from handlers.tickets import emergency as tickets_emergency
from handlers.tickets import extend as tickets_extend
from handlers.tickets import finish as tickets_finish
from handlers.tickets import handover as tickets_handover
from handlers.tickets import merging as tickets_merging
from handlers.tickets import mine as tickets_mine
from handlers.tickets import onsite as tickets_onsite
from handlers.tickets import rating as tickets_rating
from handlers.tickets import rating_reading as tickets_rating_reading
from handlers.tickets import rating_texts as tickets_rating_texts
from handlers.tickets import reading as tickets_reading
from handlers.tickets import reaiming as tickets_reaiming
from handlers.tickets import reaiming_texts as tickets_reaiming_texts
from handlers.tickets import relay as tickets_relay
from handlers.tickets import reopening as tickets_reopening
from handlers.tickets import request_reading as tickets_request_reading
from handlers.tickets import request_texts as tickets_request_texts
from handlers.tickets import showing as tickets_showing
from handlers.tickets import supervise as tickets_supervise
from handlers.tickets import take as tickets_take
from handlers.tickets import texts as tickets_texts
from handlers.tickets import undoing as tickets_undoing
from handlers.tickets import verify as tickets_verify
from understanding.command_names import CommandName

EXECUTORS: tuple[ModuleType, ...] = (
    *activities.EXECUTORS,
    *alliance.EXECUTORS,
    conversation_helping,
    conversation_media,
    conversation_offering,
    conversation_small_talk,
    conversation_subscription,
    duty_attend,
    duty_campaigns,
    duty_check_in,
    duty_enrol,
    duty_hours,
    duty_lead,
    duty_papers,
    duty_patrol,
    duty_planning,
    duty_presence,
    duty_records,
    duty_shift_list,
    duty_sign_up,
    duty_swap,
    events_answering,
    events_deciding,
    events_leading,
    events_reporters,
    events_showing,
    intake_hotline,
    intake_open311,
    notices_agreeing,
    notices_changing,
    notices_drafting,
    notices_listing,
    notifications_mute,
    office_sign_in,
    office_upkeep,
    people_absence,
    people_binding,
    people_home,
    people_identity,
    people_invitation,
    privacy_deciding,
    privacy_own,
    privacy_requests,
    reporting_answering,
    reporting_area,
    reporting_correcting,
    reporting_enquiring,
    reporting_filing,
    reporting_following,
    reporting_overseeing,
    reporting_splitting,
    stars_change_round,
    stars_consent,
    stars_decide,
    stars_nominate,
    stars_objections,
    stars_photo,
    stars_public,
    stars_review,
    tickets_approve,
    tickets_callback,
    tickets_emergency,
    tickets_extend,
    tickets_finish,
    tickets_handover,
    tickets_merging,
    tickets_mine,
    tickets_onsite,
    tickets_rating,
    tickets_relay,
    tickets_reopening,
    tickets_showing,
    tickets_supervise,
    tickets_take,
    tickets_reaiming,
    tickets_undoing,
    tickets_verify,
)
TEXTS: tuple[ModuleType, ...] = (
    *activities.TEXTS,
    *alliance.TEXTS,
    conversation_texts,
    duty_hours_texts,
    duty_lead_texts,
    duty_presence_texts,
    duty_service_texts,
    duty_shifts_texts,
    duty_swaps_texts,
    events_reporter_texts,
    events_texts,
    intake_texts,
    notices_preview_texts,
    notices_texts,
    notifications_texts,
    office_texts,
    people_texts,
    privacy_texts,
    refusals,
    reporting_enquiring_texts,
    reporting_overseeing_texts,
    reporting_standing_texts,
    reporting_texts,
    stars_consent_texts,
    stars_nominating_texts,
    stars_objections_texts,
    stars_public_texts,
    stars_review_texts,
    stars_rounds_texts,
    tickets_denial_texts,
    tickets_rating_texts,
    tickets_request_texts,
    tickets_reaiming_texts,
    tickets_texts,
)
READINGS: tuple[Reads, ...] = (
    alliance.READS,
    conversation_reading.READS,
    duty_reading.READS,
    events_reading.READS,
    notices_reading.READS,
    notifications_reading.READS,
    office_reading.READS,
    people_reading.READS,
    privacy_reading.READS,
    reporting_reading.READS,
    stars_reading.READS,
    tickets_rating_reading.READS,
    tickets_reading.READS,
    tickets_request_reading.READS,
)


def _merged(tables: Sequence[Reads]) -> Mapping[CommandName, Read]:
    found: dict[CommandName, Read] = {}
    for table in tables:
        twice = found.keys() & table.keys()
        if twice:
            raise WrongCatalogue(f"read in two ways: {twice}")
        found |= table
    return found


def _check() -> None:
    for entry in entries():
        try:
            execute = executor_of(entry.command)
        except KeyError as error:
            raise WrongCatalogue(f"nobody executes {entry.name}") from error
        silent = [kind for kind in outcomes_of(execute) if not has_words(kind)]
        if silent:
            raise WrongCatalogue(f"nothing is said of {silent}")
    silent = [kind for kind in TONES if not has_words(kind)]
    if silent:
        raise WrongCatalogue(f"nothing is said of {silent}")
    unknown = set(CommandName) - {entry.name for entry in entries()}
    if unknown:
        raise WrongCatalogue(f"not in the catalogue: {unknown}")
    unread = set(CommandName) - READS.keys()
    if unread:
        raise WrongCatalogue(f"read as nothing that can be done: {unread}")


READS = _merged(READINGS)
_check()
