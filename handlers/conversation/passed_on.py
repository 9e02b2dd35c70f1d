"""What a reporter wants whoever works on their report to know: said in so many words, or that nobody need come any more."""

from governance.tickets.urgency import Urgency
from handlers.context import Here
from handlers.conversation.interpreting import Interpreted
from handlers.reporting.commands import NamePlace, RelayToWorker, ReportProblem, WithdrawReport
from handlers.reporting.reading import as_report
from understanding.asked_about import asks_only
from understanding.command_names import CommandName
from understanding.fitting_ticket import DONE
from understanding.model.wording import NAMELESS, chinese_in, names_shared, pairs_of
from understanding.pass_on import adds_plainly, by_the_way, danger_beside, message_in, spares_the_way, told_of_pointed
from understanding.situation import WAITING, OwnTicket
from understanding.summary import says_what_is_wrong
from understanding.this_not_that import matter_named, spoken_of_instead

_MORE = frozenset({CommandName.ADD_REMARK, CommandName.RELAY_TO_WORKER})
_MAY_BE_MORE = _MORE | {CommandName.REPORT_PROBLEM, CommandName.HEAR_TALK, CommandName.ASK_QUESTION, None}
_OF_ONE = _MAY_BE_MORE | {CommandName.SHOW_PROGRESS, CommandName.CORRECT_REPORT}
_NEWS = frozenset({CommandName.REPORT_PROBLEM, CommandName.WITHDRAW_REPORT, CommandName.RATE_TICKET})
MORE_SURELY, PERHAPS_NEWS = 0.5, 0.25
"""So likely must words be more to a report to be told without a question; so likely may they be news at most."""


def passed_on(found: Interpreted, here: Here) -> RelayToWorker | WithdrawReport | ReportProblem | NamePlace | None:
    """The command that tells it; None where nothing is to be told, or nobody knows of which report. A new danger is a report."""
    instead = spoken_of_instead(found.words, found.situation)
    words = instead or found.words
    ticket = _report_meant(found, words)
    if ticket is None:
        return None
    over = spares_the_way(words)
    if over or found.interpretation.best.command is CommandName.WITHDRAW_REPORT:
        danger = danger_beside(found.words, ticket.summary)
        if danger:
            return as_report(danger, danger, None, here)
    if over and ticket.state not in WAITING:
        return WithdrawReport(ticket.number, False, found.text)
    if found.reading.hazard is not None:
        return None
    detail = told_of_pointed(instead) if found.interpretation.best.command in _OF_ONE else ""
    message = message_in(words) or detail or (words if _adds(found, ticket) else "")
    return RelayToWorker(ticket.number, message) if message else None


def _adds(found: Interpreted, ticket: OwnTicket) -> bool:
    """Whether the words are more to the report, however that is called: a remark, a word to the worker, a detail."""
    best = found.interpretation.best
    another = says_what_is_wrong(found.words) and not names_shared(ticket.summary, found.words, ticket.place)
    if another or asks_only(found.words):
        return False
    if adds_plainly(found.words):
        return True
    if by_the_way(found.words) and found.situation.just == ticket.number and best.command in _MAY_BE_MORE:
        of = found.reading.category
        return of is None or of.urgency == Urgency.ENQUIRY
    if best.command not in _MORE:
        return False
    alike = [each for each in found.interpretation.candidates if each.command in _MORE | {CommandName.CORRECT_REPORT}]
    told = sum(each.probability for each in found.interpretation.candidates if each.command in _NEWS)
    enough = MORE_SURELY if ticket.number == best.ticket else 1.0
    return told < PERHAPS_NEWS and sum(each.probability for each in alike if each.ticket == best.ticket) >= enough


def _report_meant(found: Interpreted, words: str) -> OwnTicket | None:
    """The report whose matter is named; else the one just spoken of, or the only one that is open."""
    of_all = matter_named(words, found.situation.work)
    others = of_all is not None and of_all.mine != "reporter"
    if others or any(ticket.mine == "assignee" for ticket in found.situation.work):
        return None
    own = [each for each in found.situation.work if each.mine == "reporter" and each.state not in {"closed"}]
    still_open = [ticket for ticket in own if ticket.state not in DONE] or own
    named = matter_named(words, still_open)
    if named is not None:
        return named
    for said in (
        [len(pairs_of(ticket.summary) & pairs_of(words)) for ticket in still_open],
        [len(set(ticket.summary) & set(chinese_in(words)) - NAMELESS) for ticket in still_open],
    ):
        if any(said) and said.count(max(said)) == 1:
            return still_open[said.index(max(said))]
    just = [ticket for ticket in still_open if ticket.number == found.situation.just]
    return just[0] if just else still_open[0] if len(still_open) == 1 else None
