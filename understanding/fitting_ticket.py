"""Whether a command can be meant of a ticket as it stands: a reporter doesn't finish a matter, what is closed isn't taken."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from understanding.candidate import Candidate
from understanding.command_names import CommandName
from understanding.named import named_alone
from understanding.notice_named import EVENT, NOTICE
from understanding.situation import WAITING, OwnTicket, Situation

_OPEN = WAITING | {"in_progress"}
DONE = frozenset({"handled", "verified", "closed"})
"""Nobody works on it any more."""
LEAST_LEFT = 0.2
"""So much of what is likely must be left where what can't be meant falls away."""
_REPORTER = frozenset({"reporter"})
_STAFF = frozenset({"assignee", "verifier", ""})


@dataclass(frozen=True)
class Fits:
    """Of whose tickets, in what states, a command may be meant. `alone`: without such a ticket it can't be meant at all."""

    mine: frozenset[str]
    states: frozenset[str]
    alone: bool = False


_WORK = Fits(_STAFF, _OPEN)
_RUNNING = Fits(frozenset({"event"}), frozenset({"proposed", "open"}), alone=True)
_OF_REPORTERS = Fits(frozenset({"event"}), frozenset({"open", "ended"}), alone=True)
_AGREED = Fits(frozenset({"notice"}), frozenset({"draft", "sent"}), alone=True)
FITTING: Mapping[CommandName, Fits] = {
    CommandName.TAKE_TICKET: Fits(_STAFF, WAITING),
    CommandName.ARRIVE_ON_SITE: _WORK,
    CommandName.SET_PLAN: _WORK,
    CommandName.BRING_CREW: _WORK,
    CommandName.REACH_HELP: _WORK,
    CommandName.HANDLE_TICKET: _WORK,
    CommandName.RETURN_TICKET: _WORK,
    CommandName.TRANSFER_TICKET: _WORK,
    CommandName.REQUEST_EXTENSION: _WORK,
    CommandName.SUPERVISE_TICKET: _WORK,
    CommandName.DISPATCH_TICKET: _WORK,
    CommandName.STAND_DOWN: _WORK,
    CommandName.MERGE_TICKETS: _WORK,
    CommandName.UNDO_DISPATCH: Fits(_STAFF, frozenset({"dispatched"})),
    CommandName.VERIFY_TICKET: Fits(_STAFF, frozenset({"handled", "verified"})),
    CommandName.CALL_BACK: Fits(_STAFF, frozenset({"reopened"}) | DONE),
    CommandName.RATE_TICKET: Fits(_REPORTER, DONE),
    CommandName.WITHDRAW_REPORT: Fits(_REPORTER, _OPEN),
    CommandName.URGE_REPORT: Fits(_REPORTER, _OPEN | {"handled"}),
    CommandName.RELAY_TO_WORKER: Fits(_REPORTER, _OPEN | {"handled"}),
    CommandName.LOOK_BACK_WELL: Fits(_REPORTER, frozenset({"closed", "verified"}), alone=True),
    CommandName.LOOK_BACK_AGAIN: Fits(_REPORTER, frozenset({"closed", "verified"}), alone=True),
    CommandName.CONFIRM_EVENT: Fits(frozenset({"event"}), frozenset({"proposed"}), alone=True),
    CommandName.REFUSE_EVENT: _RUNNING,
    CommandName.WIDEN_EVENT: _RUNNING,
    CommandName.NARROW_EVENT: _RUNNING,
    CommandName.LEAD_EVENT: _RUNNING,
    CommandName.UPDATE_EVENT: _RUNNING,
    CommandName.ESTIMATE_EVENT: _RUNNING,
    CommandName.END_EVENT: _RUNNING,
    CommandName.REOPEN_EVENT: Fits(frozenset({"event"}), frozenset({"ended"}), alone=True),
    CommandName.STILL_OUT: _OF_REPORTERS,
    CommandName.BACK_AGAIN: _OF_REPORTERS,
    CommandName.APPROVE_NOTICE: Fits(frozenset({"notice"}), frozenset({"draft"}), alone=True),
    CommandName.WITHHOLD_NOTICE: Fits(frozenset({"notice"}), frozenset({"draft"}), alone=True),
    CommandName.CHANGE_NOTICE: _AGREED,
    CommandName.END_NOTICE: Fits(frozenset({"notice"}), frozenset({"sent"}), alone=True),
}
"""What is not here may be said of any ticket."""
_DECIDES = frozenset({CommandName.APPROVE_REQUEST, CommandName.REFUSE_REQUEST})
_OF_OWN_SHIFT = frozenset({CommandName.OFFER_SWAP, CommandName.CANCEL_SHIFT})
"""Who stands on no shift does not mean one of these: 谁能帮我顶一下 asks for leave."""
_GO_ON_LEAVE = frozenset({
    "grid_worker", "grid_head", "part_time_grid_worker", "repair_crew", "community_secretary", "building_leader",
})  # fmt: skip


def fitting(candidates: tuple[Candidate, ...], situation: Situation, words: str) -> tuple[Candidate, ...]:
    """The candidates, each of a ticket that it can be meant of.

    One that points at a ticket it can't be meant of is said of the only one that fits, unless the words name the ticket:
    then it is refused in words. What can't be meant at all falls away, save where hardly anything else is likely: that is
    refused in words as well, and nothing unlikely is done in its place.
    """
    named = named_alone(words, situation.work)
    turned = [_turned(each, situation, named) for each in candidates]
    kept = tuple(each for each in turned if each is not None)
    whole = sum(each.probability for each in candidates)
    left = sum(each.probability for each in kept)
    if left < LEAST_LEFT * whole:
        return candidates
    if left == whole:
        return kept
    return tuple(replace(each, probability=each.probability * whole / left) for each in kept)


def can_be_meant(candidate: Candidate, situation: Situation) -> bool:
    """Whether a command fits the ticket it points at; who reported one may verify it too, and has it twice."""
    fits = _fits(candidate)
    same = [ticket for ticket in situation.tickets if ticket.number == candidate.ticket]
    return fits is None or not same or any(_fit(fits, ticket) for ticket in same)


def _turned(candidate: Candidate, situation: Situation, named: OwnTicket | None) -> Candidate | None:
    if candidate.command in _DECIDES:
        return _on_what_was_asked(candidate, situation)
    if candidate.command in _OF_OWN_SHIFT and not any(shift.mine for shift in situation.shifts):
        leave = candidate.command is CommandName.OFFER_SWAP and situation.role in _GO_ON_LEAVE
        return Candidate(CommandName.REQUEST_ABSENCE, candidate.probability) if leave else None
    fits = _fits(candidate)
    if fits is None or _numbered(candidate):
        return candidate
    fitted = {ticket.number for ticket in situation.tickets if _fit(fits, ticket)}
    if (fits.alone and not fitted) or _taken_already(candidate, named):
        return None
    if can_be_meant(candidate, situation) or named is not None:
        return candidate
    if len(fitted) != 1:
        return replace(candidate, ticket=situation.just) if situation.just in fitted else candidate
    return replace(candidate, ticket=next(iter(fitted)))


def _on_what_was_asked(candidate: Candidate, situation: Situation) -> Candidate:
    """A decision on a ticket for which nothing was asked is meant of the only one for which something was."""
    if candidate.ticket in situation.pending or len(situation.pending) != 1:
        return candidate
    return replace(candidate, ticket=situation.pending[0], sure_of_target=1.0)


def _numbered(candidate: Candidate) -> bool:
    """A notice or an event that was named by its number is meant, or it is refused in words."""
    return candidate.sure_of_target >= 1.0 and (candidate.ticket or "").startswith((NOTICE, EVENT))


def _taken_already(candidate: Candidate, named: OwnTicket | None) -> bool:
    """Who names what they work on doesn't take it: 井盖弄好了 tells of the work."""
    return (
        candidate.command is CommandName.TAKE_TICKET
        and named is not None
        and (named.mine, named.state) == ("assignee", "in_progress")
    )


def _fits(candidate: Candidate) -> Fits | None:
    return None if candidate.command is None else FITTING.get(candidate.command)


def _fit(fits: Fits, ticket: OwnTicket) -> bool:
    return ticket.mine in fits.mine and ticket.state in fits.states
