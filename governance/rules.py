"""The figures that a subdistrict may change; everything else is in the rules themselves."""

from dataclasses import dataclass
from datetime import timedelta

from governance.co_governance_rules import CoGovernanceRules
from governance.star_rules import StarRules
from governance.thing_rules import ThingRules


@dataclass(frozen=True)
class Rules(StarRules, CoGovernanceRules, ThingRules):
    """The shipped figures. A rules file may name any of them; the names are its keys."""

    join_minutes: int = 10
    """A picture, voice or location belongs to a report this near in time."""
    progress_days: int = 90
    """How far back a reporter's own list goes."""
    reports_an_hour: int = 20
    """So many reports an account opens in an hour; what comes after them is kept for a person to look at. Dangers always pass."""
    bind_tries: int = 5
    """Failed tries to bind that an account has in 24 hours."""
    bind_tries_name: int = 10
    """Failed tries in 24 hours, by whomever, after which a name can be bound by invitation only."""
    invitation_days: int = 7
    """How long an invitation code is good."""
    question_minutes: int = 30
    """How long the bot's question waits for its answer."""
    leave_days: int = 31
    """The longest leave that may be taken by chat."""
    work_from_hour: int = 9
    """The hour at which a working day begins."""
    work_until_hour: int = 18
    """The hour at which it ends."""
    accept_minutes_hazard: int = 10
    """A danger is accepted, and taken by somebody, within this time."""
    accept_minutes_urgent: int = 30
    """Likewise something urgent."""
    accept_hours: int = 4
    """Likewise everything else; working hours."""
    survey_minutes: int = 120
    """Somebody has looked at a danger on site. Source: seed, 2小时内完成现场勘查、方案确定及人材机进场."""
    plan_minutes: int = 120
    """There is a plan for it."""
    crew_minutes: int = 120
    """People, material and machine are on site."""
    hazard_handle_hours: int = 24
    """A danger is gone within this time where the plan names none."""
    urgent_late_hour: int = 18
    """What is reported after this hour need not be handled the same day."""
    urgent_next_day_hour: int = 12
    """By this hour of the next day it is."""
    handle_days: int = 5
    """Working days in which everything else is handled."""
    enquiry_days: int = 1
    """Working days in which an enquiry is answered."""
    verify_days: int = 1
    """Working days in which what was handled is verified."""
    rate_hours: int = 72
    """How long the reporter may rate; after that the ticket is closed unrated."""
    call_back_days: int = 1
    """Working days in which a dissatisfied or unreached reporter is called."""
    look_back_days: int = 30
    """Days after closing at which a sample is asked again."""
    look_back_percent: int = 20
    """The sample, beyond the first of each building and month."""
    arrive_metres: int = 500
    """A position farther than this from the ticket's place proves no arrival."""
    reopen_days: int = 30
    """Days after closing in which the reporter may reopen."""
    extend_days: int = 30
    """The longest extension."""
    duplicate_days: int = 3
    """Reports of one matter at one place this near in time are offered as one."""
    event_confirms_itself: int = 0
    """Of so many people's reports an event of water, power or gas confirms itself; 0: somebody always does."""
    event_wait_hours: int = 24
    """A proposed event of which nobody says anything, and nothing new is reported, is dropped after this time."""
    event_silence_hours: int = 24
    """So long after an event's end its reporters may say that it is not over; who says nothing agrees."""
    most_open: int = 20
    """With so many open tickets nobody is given more by the machine."""
    most_open_urgent: int = 40
    """Likewise something urgent, which nobody else can help with."""
    follow_minutes: int = 2
    """Changes this near in time reach the reporter as one message."""
    quiet_from_minute: int = 1290
    """Minutes after midnight at which the quiet hours begin (21:30)."""
    quiet_until_minute: int = 450
    """And at which they end (07:30)."""
    awake_minutes: int = 120
    """Who wrote within this time is awake, and gets answers at any hour."""
    bundle_minutes_head: int = 15
    """Messages to heads, secretaries, dispatchers and leads are this far apart; what comes between goes along. No danger waits."""
    bundle_minutes_event: int = 5
    """A worker hears of one event this far apart."""
    pushes_a_day_worker: int = 12
    """So many messages a day a worker gets; the rest comes with the next brief. Urgent orders go and count, dangers up to half."""
    pushes_a_day_head: int = 6
    """Likewise grid heads and community secretaries."""
    pushes_a_day_lead: int = 6
    """Likewise dispatchers, leads and administrators."""
    keep_shown: int = 3
    """How many kept notices the next reply brings along."""
    pushes_a_second: int = 50
    """How many calls to the platform all processes together make in a second."""
    notice_second_people: int = 200
    """A notice to so many people and more needs a second person who agrees."""
    notice_remind_minutes: int = 60
    """So long before its begin those who got a notice are told once more."""
    notice_remind_after_hours: int = 6
    """Where the notice itself came at least so much earlier."""
    notice_open_hours: int = 24
    """A notice without an end counts as over so long after its begin."""
    emergency_pool_yuan: int = 300_000
    """The year's pool for emergency repairs, in yuan."""
    emergency_case_yuan: int = 2_000
    """What one case may draw from it without the subdistrict's lead, in yuan."""
    flood_month: int = 5
    """The month whose first day begins the flood season: by then drains, pumps, trees and walls have been looked at."""
    flood_ahead_days: int = 60
    """So many days before, looking at them begins."""
    thing_failures_a_year: int = 3
    """With so many reports of one thing within a year its grid head is told."""
    check_in_metres: int = 150
    """A position this near to a place is there."""
    yesterday_until_hour: int = 9
    """Until this hour yesterday's check-in may be filled in."""
    patrol_minutes: int = 20
    """What a patrol counts in service hours."""
    patrols_a_day: int = 3
    """So many patrols a day count; more may be made."""
    cancel_hours: int = 12
    """Until so long before the start a place on a shift may be given back."""
    rest_hours: int = 8
    """The rest between a night and another shift."""
    night_from_hour: int = 22
    """The hour at which the night begins."""
    night_until_hour: int = 6
    """And at which it ends."""
    duty_early_minutes: int = 15
    """So long before the start one may check in to a shift."""
    duty_late_minutes: int = 15
    """So long after it one is not late yet, nor so long before the end early."""
    duty_remind_minutes: int = 60
    """So long before the start comes the second reminder."""
    duty_weeks: int = 5
    """So many weeks ahead the shifts of the weekly plan stand in the list."""
    code_minutes: int = 10
    """How long a station's code is shown before the next; the last one is good as long again."""
    erase_hours: int = 12
    """So long after somebody asked for it their data is erased; until then they may take it back. A day is the most."""
    keep_messages_days: int = 30
    """How long what came in is kept with its answer. A week is the least: the platform may deliver again."""
    keep_pushes_days: int = 90
    """How long a push is kept after it went out, and after its ticket ended."""
    keep_reports_days: int = 1095
    """How long after its end a ticket keeps its words; then only what is counted stays."""
    keep_pictures_days: int = 365
    """How long after the end of their ticket pictures, voices and positions are kept."""
    keep_records_days: int = 1095
    """How long a mediation or repair keeps its parties and its matter."""
    keep_nominations_days: int = 365
    """How long nominations and objections keep their words."""
    keep_left_days: int = 730
    """How long somebody who left is known by name."""
    keep_silent_days: int = 1095
    """How long an account is known that neither follows nor writes any more."""
    audit_days: int = 400
    """How long the audit is kept. The law wants six months at least (网络安全法 第二十一条)."""
    sign_in_tries: int = 5
    """Passwords tried on one account from one address, or in a browser that its owner uses, before no more are looked at."""
    sign_in_minutes: int = 15
    """How long that lasts."""
    sign_in_tries_account: int = 100
    """The same on one account from all addresses, in an hour."""
    sign_in_tries_address: int = 20
    """Passwords, and keys of wall screens, tried from one address on whatever account."""
    sign_in_tries_browser: int = 10
    """The same in one browser."""
    sign_in_address_minutes: int = 10
    """How long an address or a browser that tried too often is turned away."""
    sign_in_codes: int = 20
    """Codes to sign in by phone that one address is shown in a minute; an office may stand behind one address."""

    @property
    def question_window(self) -> timedelta:
        """`question_minutes` as a span."""
        return timedelta(minutes=self.question_minutes)

    @property
    def join_window(self) -> timedelta:
        """`join_minutes` as a span."""
        return timedelta(minutes=self.join_minutes)
