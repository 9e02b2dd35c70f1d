"""Contests: until when one enrols, the places that units and people took, and all who took part told of them."""

from collections.abc import Sequence

from governance.activities.contests import LAST_PLACE, NoResult, is_enrolment_end, why_not_told, why_not_written
from governance.activities.kinds import ActivityKind
from governance.notices import NoticeKind
from handlers.activities import contest_texts as words
from handlers.activities.commands import SetEnrolmentEnd, ShowContestResults, TellContestResults, WriteContestResult
from handlers.activities.finding import activity_meant
from handlers.activities.outcomes import (
    ContestResults,
    ContestResultsTold,
    ContestResultWritten,
    EnrolmentEndSet,
    NoContestResult,
    NoResultsYet,
    WhenEnrolmentEnds,
    WhoseResult,
)
from handlers.catalogue import executes
from handlers.context import Context
from handlers.duty.members import lead_name, leads, member
from handlers.duty.outcomes.lead import NotTheirShift
from handlers.duty.placing import hold
from handlers.notices import tell
from handlers.outcomes import Refuse
from storage.activities import bookings_on
from storage.contests import (
    ResultRow,
    last_contests,
    note_results_told,
    people_in,
    results_of,
    results_told_at,
    set_enrolment_end,
    write_result,
)
from storage.duty.shifts import ShiftRow, times_of_campaign
from storage.organisations import contact_accounts, organisations_of
from storage.serving import followed_accounts

LONGEST_AWARD = 40


@executes(SetEnrolmentEnd)
def set_end(command: SetEnrolmentEnd, ctx: Context) -> EnrolmentEndSet | WhenEnrolmentEnds | NotTheirShift:
    """For all its times; said again it is put right."""
    row, times = _led(ctx, command.shift)
    until = command.until
    if until is not None and until.tzinfo is None:
        until = until.replace(tzinfo=ctx.config.zone)
    if until is None or not is_enrolment_end(until, ctx.now, times[0].starts_at):
        return WhenEnrolmentEnds(row)
    set_enrolment_end(ctx.uow, row.campaign_id or 0, until)
    return EnrolmentEndSet(row, until)


@executes(WriteContestResult)
def write(
    command: WriteContestResult, ctx: Context
) -> ContestResultWritten | WhoseResult | NoContestResult | NotTheirShift:
    """Of a unit that holds places, or of somebody who signed up; nobody hears of it before it is told."""
    row, times = _led(ctx, command.shift)
    number = row.campaign_id or 0
    told = results_told_at(ctx.uow, number) is not None
    why = why_not_written(row.activity, times[0].starts_at, told, ctx.now)
    if why is not None:
        return NoContestResult(row, why)
    named, said = command.who.strip(), command.place
    units = {each.organisation_id: each.unit for each in bookings_on(ctx.uow, [each.id for each in times])}
    people = people_in(ctx.uow, [each.id for each in times])
    found: list[tuple[int | None, int | None, str]] = [
        (unit, None, name) for unit, name in units.items() if name == named
    ]
    found += [(None, person, name) for person, name in people.items() if name == named]
    if said is None or not 0 < said <= LAST_PLACE or len(found) != 1:
        return WhoseResult(row, named)
    unit, person, name = found[0]
    award = command.award.strip()[:LONGEST_AWARD]
    write_result(ctx.uow, number, unit, person, said, award, ctx.person_id, ctx.now)
    return ContestResultWritten(row, name, said, award, len(results_of(ctx.uow, number)))


@executes(TellContestResults)
def tell_results(command: TellContestResults, ctx: Context) -> ContestResultsTold | NoContestResult | NotTheirShift:
    """Everybody who has a place on one of its times, and who speaks for a unit that has; each once."""
    row, times = _led(ctx, command.shift)
    number = row.campaign_id or 0
    results = results_of(ctx.uow, number)
    told = results_told_at(ctx.uow, number) is not None
    why = why_not_told(row.activity, times[0].starts_at, told, len(results), ctx.now)
    if why is not None:
        return NoContestResult(row, why)
    note_results_told(ctx.uow, number, ctx.now)
    mine = _concerned(ctx, times, results)
    for account, own in sorted(mine.items()):
        text = words.results_said(ctx, row, results, own)
        tell(ctx, [account], f"contest:{number}", NoticeKind.CAMPAIGN, text, again=True)
    return ContestResultsTold(row, len(results), len(mine))


@executes(ShowContestResults)
def show_results(command: ShowContestResults, ctx: Context) -> ContestResults | NoResultsYet | NoContestResult:
    """Nobody sees a place before it is told."""
    row = _last_contest(ctx) if command.shift is None else activity_meant(ctx, command.shift)
    if row is None:
        return NoResultsYet(None)
    if not is_contest(row) or row.campaign_id is None:
        return NoContestResult(row, NoResult.NO_CONTEST)
    if results_told_at(ctx.uow, row.campaign_id) is None:
        return NoResultsYet(row)
    results = results_of(ctx.uow, row.campaign_id)
    units = [] if ctx.person_id is None else organisations_of(ctx.uow, ctx.person_id, ctx.now)
    own = [each for each in results if each.organisation_id in units]
    own += [each for each in results if each.person_id is not None and each.person_id == ctx.person_id]
    return ContestResults(row, tuple(results), tuple(own))


def _last_contest(ctx: Context) -> ShiftRow | None:
    """The one whose places were told last, else the newest that takes place."""
    for campaign in last_contests(ctx.uow):
        for row in times_of_campaign(ctx.uow, campaign):
            if row.cancelled_at is None:
                return row
    return None


def _led(ctx: Context, shift: int) -> tuple[ShiftRow, list[ShiftRow]]:
    """The contest and all its times that take place, locked, where the sender runs it. Raises Refuse."""
    meant = activity_meant(ctx, shift)
    if not leads(ctx, member(ctx), meant):
        raise Refuse(NotTheirShift(meant, lead_name(ctx, meant.lead_id)))
    assert meant.campaign_id is not None
    times = [each for each in times_of_campaign(ctx.uow, meant.campaign_id) if each.cancelled_at is None]
    held = hold(ctx, [each.id for each in times])
    return held[meant.id], list(held.values())


def _concerned(ctx: Context, times: Sequence[ShiftRow], results: Sequence[ResultRow]) -> dict[int, list[ResultRow]]:
    """The accounts that took part, for themselves or for a unit, each with the places that are theirs."""
    shifts = [each.id for each in times]
    found: dict[int, list[ResultRow]] = {}
    placed = {each.person_id for each in results if each.person_id is not None}
    for person in sorted(placed | set(people_in(ctx.uow, shifts))):
        for account in followed_accounts(ctx.uow, [person]):
            found.setdefault(account, []).extend(each for each in results if each.person_id == person)
    units = {each.organisation_id for each in results if each.organisation_id is not None}
    for unit in sorted(units | {each.organisation_id for each in bookings_on(ctx.uow, shifts)}):
        for account in contact_accounts(ctx.uow, [unit], ctx.now):
            found.setdefault(account, []).extend(each for each in results if each.organisation_id == unit)
    return found


def is_contest(row: ShiftRow) -> bool:
    """Whether there are places to write."""
    return row.activity is ActivityKind.CONTEST
