"""The figures of co-governance: councils, projects, visits, enterprises' requests, agreements and the yearly evaluation."""

from dataclasses import dataclass


@dataclass(frozen=True)
class CoGovernanceRules:
    """Part of `governance.rules.Rules`; the names are keys of the rules file."""

    council_support: int = 5
    """So many who support a topic bring it before the secretary."""
    council_quorum_percent: int = 50
    """More than this share of a council's members has to be there for a vote."""
    resident_vote_percent: int = 50
    """This share of the residents who are asked has to take part, or their vote comes to nothing."""
    council_minutes_hours: int = 24
    """So long after a meeting its approved minutes are out."""
    resolution_remind_days: int = 2
    """So many days before a resolution is due its owner is reminded."""
    case_vote_days: int = 7
    """So many days, and no fewer, a vote on the year's cases runs."""
    request_late_hour: int = 16
    """A request of an enterprise that comes after this hour is answered for the first time on the next working day."""
    request_policy_days: int = 3
    """Working days in which an enterprise's question about policies is answered."""
    request_licence_days: int = 3
    """Likewise one about licences and papers."""
    request_labour_days: int = 3
    """Likewise one about hiring and labour."""
    request_premises_days: int = 5
    """Likewise one about premises, parking and their management."""
    request_finance_days: int = 5
    """Likewise one about money."""
    request_other_days: int = 3
    """Likewise any other."""
    take_on_minutes: int = 120
    """A call for help at once runs so long; at the half of it it goes to all units."""
    project_remind_days: int = 3
    """So many days before the day until which a claimed project is to be done those who have it are reminded."""
    year_look_month: int = 1
    """In this month residents are asked whether what was ended last year still holds."""
    lists_a_day: int = 20
    """So many needs, and so many offers, an account puts on the lists in a day."""
    project_stuck_days: int = 15
    """A ticket that is so many days older than its promise and still open is proposed as a project."""
    visit_months: int = 6
    """So many months of reports say where to visit."""
    visit_again_days: int = 60
    """So long after a visit nobody plans the next one."""
    visits_a_month: int = 30
    """So many households and buildings of a community are planned for a month."""
    milestone_remind_days: int = 7
    """So many days before its day both sides are reminded of a milestone of an agreement."""
    milestone_remind_again_days: int = 1
    """And once more so many days before."""
    milestone_hour: int = 9
    """From this hour of the day on."""
    evaluation_july_day: int = 15
    """The day of June on which the evaluation of units and pairings for 1 July is drafted."""
    evaluation_december_day: int = 15
    """The day of December on which that of the year is drafted."""
    evaluation_objection_days: int = 5
    """How long an evaluation is open for objections before it is published."""
    evaluation_best: int = 3
    """So many of each kind (units, pairings, projects) are commended; equal sums share a place."""
    evaluation_milestone_points: int = 10
    """Points for a milestone of an agreement that was proved by its day."""
    evaluation_late_points: int = 4
    """Points for one that was proved after its day."""
    evaluation_missed_points: int = 5
    """Points taken off for one whose day is over and that nobody has proved."""
    evaluation_lecture_points: int = 5
    """Points for a lecture that was held in a pairing."""
    evaluation_lectures: int = 12
    """So many of them count."""
    evaluation_hour_points: int = 1
    """Points for an hour that members served on duty and activities."""
    evaluation_hours: int = 200
    """So many of them count."""
    evaluation_project_points: int = 20
    """Points for a project that was accepted."""
    evaluation_thanks_points: int = 2
    """Points for each resident who thanked for one."""
    evaluation_thanks: int = 30
    """So many of them count."""
    evaluation_take_on_points: int = 8
    """Points for help given at once."""
    evaluation_take_ons: int = 20
    """So many of them count."""
    evaluation_in_time_points: int = 10
    """Points of a project that was done by its day."""
    evaluation_delay_points: int = 1
    """Points taken off for each day that a project was late."""
    evaluation_delays: int = 30
    """So many of these days count."""
