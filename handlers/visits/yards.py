"""院落难题: one long-standing problem a courtyard and quarter, with an owner and an end; the residents have the last word."""

from datetime import timedelta

from governance.notices import NoticeKind
from governance.permissions import Act
from governance.visits.quarters import last_day_of, quarter_of
from handlers.catalogue import executes
from handlers.colleagues import nearest, people_called
from handlers.context import Context
from handlers.notices import tell
from handlers.outcomes import Refuse
from handlers.posts import require
from handlers.visits import words
from handlers.visits.commands import SayOfProblem, SetYardProblem
from handlers.visits.outcomes import (
    NoSuchProblem,
    ProblemEnded,
    ProblemLacks,
    ProblemRef,
    ProblemRuns,
    ProblemSet,
    WordKept,
    YardHasOne,
)
from handlers.visits.where import may_there
from storage.people import KnownPerson
from storage.serving import followed_accounts
from storage.yard_problems import ProblemRow, end_problem, problem, say_of_problem, set_problem, who_reported
from understanding.place_search import decided, search

TITLE, NOTE = 80, 300
ASKED_OF = timedelta(days=365)
YARDS = frozenset({"courtyard", "road_number"})


@executes(SetYardProblem)
def set_yard_problem(command: SetYardProblem, ctx: Context) -> ProblemSet | YardHasOne | ProblemLacks:
    """One a courtyard and quarter; its end lies in the future, by default at the quarter's."""
    require(ctx, Act.PLAN_VISITS)
    place, owner, title = _yard(ctx, command.yard), _owner(ctx, command), command.title.strip()[:TITLE]
    may_there(ctx, Act.PLAN_VISITS, place)
    if not title:
        raise Refuse(ProblemLacks("title"))
    quarter = quarter_of(ctx.today)
    due = last_day_of(quarter) if command.until is None else command.until.date()
    if due < ctx.today:
        raise Refuse(ProblemLacks("until"))
    number = set_problem(
        ctx.uow, quarter=quarter, place_id=place, title=title, owner_id=owner.id, due_on=due, set_by=ctx.person_id,
        set_at=ctx.now,
    )  # fmt: skip
    if number is None:
        return YardHasOne(place)
    ref = ProblemRef(number, place, title)
    said = words.PROBLEM_YOURS.format(
        number=number, yard=ctx.places.full_name(place), title=title, day=words.day_said(due)
    )
    tell(ctx, followed_accounts(ctx.uow, [owner.id]), f"yard:{quarter}:{place}", NoticeKind.VISIT, said, again=True)
    return ProblemSet(ref, owner.name, due)


@executes(SayOfProblem)
def say_of(command: SayOfProblem, ctx: Context) -> ProblemEnded | WordKept | NoSuchProblem | ProblemRuns:
    """Its owner ends it, once; from then on residents say whether it is so."""
    found = None if command.number is None else problem(ctx.uow, command.number, lock=True)
    if found is None:
        return NoSuchProblem(command.number)
    ref = ProblemRef(found.id, found.place_id, found.title)
    mine = ctx.person_id is not None and ctx.person_id == found.owner_id
    if found.done_at is None and mine and command.solved:
        end_problem(ctx.uow, found.id, command.note[:NOTE], ctx.now)
        return ProblemEnded(ref, _ask_residents(ctx, found))
    if found.done_at is None or mine:
        return ProblemRuns(ref, found.due_on, over=found.done_at is not None)
    say_of_problem(ctx.uow, found.id, ctx.sender.id, command.solved, ctx.now)
    return WordKept(ref, command.solved)


def _ask_residents(ctx: Context, found: ProblemRow) -> int:
    """Those of the courtyard who reported something in the last year are asked once."""
    accounts = who_reported(ctx.uow, inside_of(ctx, found.place_id), ctx.now - ASKED_OF)
    taps = tuple(tap.format(number=found.id) for tap in words.PROBLEM_TAPS)
    said = words.PROBLEM_SOLVED.format(
        yard=ctx.places.full_name(found.place_id), title=found.title, yes=taps[0], no=taps[1]
    )
    tell(ctx, accounts, f"yard:{found.id}:solved", NoticeKind.LOOK_BACK, said, again=True, taps=taps)
    return len([account for account in accounts if account != ctx.account_id])


def inside_of(ctx: Context, place_id: int) -> list[int]:
    """A place and all that lies in it."""
    return [place for place in ctx.places.nodes if place_id in ctx.places.line_of(place)]


def _yard(ctx: Context, said: str) -> int:
    named = tuple(each for each in search(ctx.places, said) if ctx.places.nodes[each.place].kind in YARDS)
    chosen = decided(named)
    if chosen is None:
        raise Refuse(ProblemLacks("yard"))
    return chosen.place


def _owner(ctx: Context, command: SetYardProblem) -> KnownPerson:
    called = None if command.owner is None else command.owner.name or command.owner.role
    people = nearest(ctx, people_called(ctx, called)) if called else []
    if len(people) != 1:
        raise Refuse(ProblemLacks("owner"))
    return people[0]
