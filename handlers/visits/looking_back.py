"""年度回头看: in January those concerned are asked by one tap whether what was ended last year still holds."""

from datetime import date

from governance.days import start_of
from governance.notices import NoticeKind
from governance.visits.looking_back import reopens, year_looked_at
from governance.visits.quarters import last_day_of, quarter_of
from handlers.catalogue import executes
from handlers.context import Context
from handlers.notices import tell
from handlers.tickets.ending import MACHINE
from handlers.tickets.ending import reopen as reopen_ticket
from handlers.visits import words
from handlers.visits.commands import SayOfYear
from handlers.visits.outcomes import NoSuchLook, YearSaid, YearSaidBefore
from handlers.visits.yards import ASKED_OF, inside_of
from storage.serving import followed_accounts
from storage.work_tickets import work_ticket
from storage.yard_problems import problem, reopen_problem, who_reported
from storage.year_looks import (
    LookRow,
    ask,
    begin_look,
    look,
    note_reopened,
    problems_ended,
    residents_of,
    say,
    visits_ended,
    was_asked,
)

PROBLEM, VISIT = "p", "v"


def looks_due(ctx: Context) -> list[str]:
    """What was ended last year and is not looked back at yet, from the hour on at which people are asked."""
    year = year_looked_at(ctx.today, ctx.config.rules)
    if year is None or ctx.now.astimezone(ctx.config.zone).hour < ctx.config.rules.milestone_hour:
        return []
    first, end = (start_of(date(each, 1, 1), ctx.config.zone) for each in (year, year + 1))
    problems = [f"{PROBLEM}{number}" for number in problems_ended(ctx.uow, year, first, end)]
    return problems + [f"{VISIT}{number}" for number in visits_ended(ctx.uow, year, first, end)]


def ask_of(ctx: Context, item: str) -> int:
    """One matter: it is written before anybody is asked, so of two clocks one finds that it is done."""
    year, number = year_looked_at(ctx.today, ctx.config.rules), int(item[1:])
    if year is None or item not in looks_due(ctx):
        return 0
    of_problem = item.startswith(PROBLEM)
    new = begin_look(
        ctx.uow, year, ctx.now, problem_id=number if of_problem else None, visit_id=None if of_problem else number
    )
    found = None if new is None else look(ctx.uow, new)
    if found is None:
        return 0
    accounts = _concerned(ctx, found)
    ask(ctx.uow, found.id, accounts)
    taps = tuple(tap.format(number=found.id) for tap in words.YEAR_TAPS)
    said = words.YEAR_ASKS[of_problem].format(
        year=year, place=ctx.places.full_name(found.place_id), title=found.title, yes=taps[0], no=taps[1]
    )
    tell(ctx, accounts, f"yearlook:{found.id}", NoticeKind.LOOK_BACK, said, again=True, taps=taps)
    return 1


@executes(SayOfYear)
def say_of_year(command: SayOfYear, ctx: Context) -> YearSaid | YearSaidBefore | NoSuchLook:
    """Only who was asked, once. Enough words against it open the matter again."""
    named = None if command.number is None else look(ctx.uow, command.number)
    if named is None or not was_asked(ctx.uow, named.id, ctx.sender.id):
        return NoSuchLook(command.number, known=named is not None)
    ticket = None if named.number is None else work_ticket(ctx.uow, named.number)
    look(ctx.uow, named.id, lock=True)
    if not say(ctx.uow, named.id, ctx.sender.id, command.holds, ctx.now):
        return YearSaidBefore(named.id, named.title)
    found = look(ctx.uow, named.id)
    assert found is not None
    opens = found.reopened_at is None and not command.holds and reopens(found.asked, found.against)
    if opens:
        note_reopened(ctx.uow, found.id, ctx.now)
        why = words.YEAR_WHY.format(year=found.year, against=found.against, asked=found.asked)
        if found.problem_id is not None:
            _open_problem(ctx, found, why)
        elif ticket is not None and ticket.ended_at is not None:
            reopen_ticket(ctx, ticket, why, MACHINE)
    return YearSaid(found.id, found.title, command.holds, opens)


def _concerned(ctx: Context, found: LookRow) -> list[int]:
    """Who lives in the household; of a courtyard, who reported something there in the year before."""
    if found.visit_id is not None:
        return residents_of(ctx.uow, found.visit_id)
    return who_reported(ctx.uow, inside_of(ctx, found.place_id), ctx.now - ASKED_OF)


def _open_problem(ctx: Context, found: LookRow, why: str) -> None:
    """Its owner has it again, until the end of this quarter."""
    assert found.problem_id is not None
    due = last_day_of(quarter_of(ctx.today))
    reopen_problem(ctx.uow, found.problem_id, due)
    row = problem(ctx.uow, found.problem_id)
    assert row is not None
    text = words.YEAR_REOPENED.format(
        number=row.id, yard=ctx.places.full_name(row.place_id), title=row.title, why=why, day=words.day_said(due)
    )
    tell(
        ctx, followed_accounts(ctx.uow, [row.owner_id]), f"yearlook:{found.id}:open", NoticeKind.VISIT, text, again=True
    )
