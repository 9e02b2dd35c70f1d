"""我的工单: what somebody has in hand, each with its time and the next step; then what else is open where they work."""

from datetime import datetime

from governance.permissions import Act, may
from governance.tickets.deadlines import DeadlineKind
from governance.tickets.lifecycle import Move, Who, possible
from handlers import texts
from handlers.inbound import Reply
from handlers.progress import progress
from handlers.texts import work as words
from handlers.turn import Turn
from handlers.work.finding import there
from handlers.work.parts import worker_of
from handlers.workplace import my_grid
from storage.deadlines import dues_of
from storage.work_tickets import WorkTicket, assigned_to

_NEXT = (Move.TAKE, Move.ARRIVE, Move.HANDLE)
_DUE = (DeadlineKind.TAKE, DeadlineKind.SURVEY, DeadlineKind.PLAN, DeadlineKind.CREW, DeadlineKind.HANDLE)
SHOWN = 6
Dues = dict[tuple[str, DeadlineKind], datetime]


def my_tickets(turn: Turn) -> Reply:
    """To those who handle tickets theirs, to those who only look what is open there, to residents their own reports."""
    worker = worker_of(turn)
    if worker is None or not may(Act.SEE, worker.terms):
        return progress(turn)
    if not may(Act.TAKE, worker.terms) and not may(Act.DISPATCH, worker.terms):
        return my_grid(turn)
    mine = assigned_to(turn.uow, sorted(worker.people))
    others = [ticket for ticket in there(turn, worker) if ticket.assignee_id not in worker.people]
    dues = dues_of(turn.uow, [ticket.number for ticket in (*mine, *others)])
    mine.sort(key=lambda ticket: (ticket.urgency != "hazard", _due(ticket, dues) or turn.now))
    left = SHOWN - len(mine[:SHOWN])
    lines = [_line(turn, ticket, dues, {Who.ASSIGNEE}) for ticket in mine[:SHOWN]]
    said = [words.MINE_HEAD.format(count=len(mine), shown=_shown(len(mine))) if mine else words.NOTHING_MINE, *lines]
    if others:
        said.append(words.THERE_HEAD.format(count=len(others), shown=_shown(len(others), max(left, 2))))
        said += [_line(turn, ticket, dues, set()) for ticket in others[: max(left, 2)]]
    return Reply("\n\n".join(said))


def _line(turn: Turn, ticket: WorkTicket, dues: Dues, who: set[Who]) -> str:
    due = _due(ticket, dues)
    said = ""
    if due is not None:
        said = words.DUE.format(
            due=words.moment(due, turn.config.zone, turn.now), late=words.OVERDUE if due < turn.now else ""
        )
    allowed = possible(ticket.state, who)
    n = words.short(ticket.number)
    step = next((words.HOW[move].format(n=n) for move in _NEXT if move in allowed), "")
    head = texts.where_and_what(ticket.place_text, ticket.summary)
    return words.mine_line(ticket.number, ticket.state, ticket.urgency, head, said, step)


def _due(ticket: WorkTicket, dues: Dues) -> datetime | None:
    found = [dues[ticket.number, kind] for kind in _DUE if (ticket.number, kind) in dues]
    return min(found, default=None)


def _shown(count: int, most: int = SHOWN) -> str:
    return words.FIRST_SHOWN.format(most=most) if count > most else words.ALL_SHOWN
