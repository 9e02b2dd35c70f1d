"""What is done with an interpretation: what it is sure enough of for the command's effect; else one question with a few answers."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from handlers.catalogue import Effect, effect_of, entry_named
from handlers.conversation.danger_again import dangerous_again
from handlers.conversation.of_the_named import ends_by_slip, of_the_named
from handlers.conversation.several_wishes import INSTEAD, wishes_apart
from handlers.conversation.sureness import ABOUT_OWN_TICKET, TOLD, sure
from handlers.conversation.targets import OFFERED, just_spoken_of, targets, whose
from handlers.conversation.told_apart import tells_apart
from understanding.candidate import Candidate
from understanding.command_names import CommandName
from understanding.fitting_ticket import can_be_meant, fitting
from understanding.hazard import OF_A_LIFE
from understanding.interpretation import Interpretation
from understanding.matter_said import likeness
from understanding.mentions import without_number
from understanding.model.wording import names_of, names_said, names_shared, pairs_of
from understanding.named import named_alone, number_of_none
from understanding.place_search import NOT_SAID
from understanding.reading import Reading, is_complete
from understanding.reference import refers_back
from understanding.situation import Situation
from understanding.summary import says_what_is_wrong
from understanding.trouble import CUT_OFF, trouble_in

SURE_GOING_ON, SURE_NAMED = 0.4, 0.4
SURE_OF_TARGET, SURE_AGAINST_JUST = 0.60, 0.85
WORTH = 0.06
"""What is less likely is not offered."""
_TELLS_NOTHING = frozenset({CommandName.HEAR_TALK, CommandName.GREET, CommandName.SAY_THANKS, CommandName.VENT_ANGER})
_RAISES = frozenset({CommandName.URGE_REPORT, CommandName.RELAY_TO_WORKER})
"""What is said of a report with words of a danger makes that report one."""
_WHO_AND_WHERE = frozenset({CommandName.BIND_ACCOUNT, CommandName.CHOOSE_HOME})
"""What a report with a name and an address in it looks like."""
_ELSEWHERE = ABOUT_OWN_TICKET | _TELLS_NOTHING | _WHO_AND_WHERE
"""What words with a place and a matter that point back at nothing are taken for, and are not."""
ALARMING, SMALLEST = 0.5, 0.05
TOLD_SO_FAR = 0.2
"""So likely must a text that says where and what be a report for it to be filed although something else is likelier; where it tells
of a trouble that all there have, it is one if it is worth asking about at all."""
HARDLY, PERHAPS = 0.03, 0.1
"""So likely a report is asked about behind what looks like talk: with words of a trouble in it, and without."""
_NOT_OFFERED = _TELLS_NOTHING | {None, CommandName.CANCEL_DIALOGUE}


@dataclass(frozen=True)
class Decision:
    """One of `do`, `several` and `ask` is set; beside `several`, what is not sure of the wishes in one message is asked about."""

    do: Candidate | None = None
    several: tuple[Candidate, ...] = ()
    ask: tuple[Candidate, ...] = ()


def decide(found: Interpretation, situation: Situation, reading: Reading, words: str) -> Decision:
    """What to do with a text that is no terse command. `reading`: what it says as a report; `words`: normalised.

    A life comes first, and no danger is let lie. Where and what, with no word that points back, is news. What is likely, but not
    sure, is asked about where something else may be meant, or where it can't be taken back and the words name no matter.
    """
    if _life_at_risk(reading, situation):
        return Decision(do=Candidate(CommandName.REPORT_PROBLEM, found.danger))
    complete = is_complete(reading)
    in_hand = reading.hazard is not None and _names_work_in_hand(situation, reading, words)
    candidates = _without_news(found.candidates) if in_hand else found.candidates
    found = replace(found, candidates=fitting(_within_reach(candidates, situation.role), situation, words))
    best = found.best
    news = complete and not refers_back(words)
    each, open_one = wishes_apart(found.parts, best, situation.role, _ELSEWHERE if news else frozenset())
    if each:
        return Decision(several=each, ask=open_one)
    if (again := dangerous_again(best, reading, words, situation)) is not None:
        return Decision(do=again)
    if not in_hand and _hides_danger(best, found.danger, reading, situation, words):
        return Decision(do=Candidate(CommandName.REPORT_PROBLEM, found.danger))
    if best.command is None:
        return Decision(do=best)
    if (best.command in _ELSEWHERE and news) or tells_apart(best, situation, reading, words):
        return Decision(do=Candidate(CommandName.REPORT_PROBLEM, best.probability))
    told = _told_although(found, situation, reading, words) if complete and not sure(best) else None
    if told is not None:
        return Decision(do=told)
    if best.command in _TELLS_NOTHING and _may_report(found, reading, words):
        told = Candidate(CommandName.REPORT_PROBLEM, 0.0)
        return Decision(do=told) if complete and not situation.work else Decision(ask=(told,))
    options = _doubtful(found.candidates, situation, words, complete)
    if options is not None:
        return Decision(ask=options)
    return _of_its_ticket(_of_what_is_named(best, situation, words), situation, words)


def _of_its_ticket(best: Candidate, situation: Situation, words: str) -> Decision:
    """It is done on its ticket where that is sure enough; else on the one that was just spoken of, or it is asked which."""
    if best.ticket is not None and best.sure_of_target < _sure_enough(best, situation, words):
        named = named_alone(words, [ticket for ticket in situation.tickets if ticket.mine == whose(best, situation)])
        just = replace(best, ticket=named.number) if named is not None else just_spoken_of(best, situation, words)
        return Decision(do=just) if just is not None else Decision(ask=targets(best, situation, words))
    return _unless_by_slip(best, situation, words)


def _life_at_risk(reading: Reading, situation: Situation) -> bool:
    """Whether somebody does not want to live; who works on tickets tells it of one of them, as of any danger."""
    return reading.hazard is not None and reading.hazard.danger in OF_A_LIFE and not situation.work


def _told_although(found: Interpretation, situation: Situation, reading: Reading, words: str) -> Candidate | None:
    """The report that a text with a place and a matter is, although something else is likelier: of who has no work in hand, or
    where something is wrong that has nothing to do with the ticket that it is taken for.
    """
    told = next((each for each in found.candidates if each.command is CommandName.REPORT_PROBLEM), None)
    enough = WORTH if trouble_in(words) is not None else TOLD_SO_FAR
    if told is not None and (told is found.best or (told.probability >= enough and not situation.work)):
        return told
    wrong = says_what_is_wrong(words) and not refers_back(words)
    apart = wrong and not _of_its_matter(found.best, situation, reading, words)
    return Candidate(CommandName.REPORT_PROBLEM, found.best.probability) if apart else None


def _of_its_matter(best: Candidate, situation: Situation, reading: Reading, words: str) -> bool:
    """Whether a text that says where and what is wrong may be of the ticket that it is taken for: it names the matter and is not of
    quite another place. What is taken for something else than a ticket may be that.
    """
    ticket = next((each for each in situation.tickets if each.number == best.ticket), None)
    if ticket is None:
        return best.command not in ABOUT_OWN_TICKET
    known = reading.place is not None and reading.place.reason not in NOT_SAID
    if known and ticket.place and not pairs_of(ticket.place) & pairs_of(words):
        return False
    return bool(names_shared(ticket.summary, words, (reading.said or "") + ticket.place))


def _unless_by_slip(best: Candidate, situation: Situation, words: str) -> Decision:
    """It is done; it is asked about where it ends something by words of a mistake, or takes away what nobody spoke of."""
    by_slip = ends_by_slip(best, situation, words, _is_said(best, situation, words))
    return Decision(ask=(best,)) if by_slip else Decision(do=best)


def _sure_enough(best: Candidate, situation: Situation, words: str) -> float:
    """How sure the ticket must be: more where another was spoken of a moment ago, and the words do not name this one."""
    other = situation.just is not None and situation.just != best.ticket
    like = likeness(words, situation.work)
    said = _is_named(best, situation, words) or like.get(best.ticket or "", 0.0) > like.get(situation.just or "", 0.0)
    return SURE_AGAINST_JUST if other and not said else SURE_OF_TARGET


def _within_reach(candidates: tuple[Candidate, ...], role: str) -> tuple[Candidate, ...]:
    """The candidates without what the writer has no part in, where that is not said surely: then it is refused in words."""
    for refused, (instead, means_it) in INSTEAD.items():
        if role not in means_it:
            candidates = _with_instead(candidates, refused, instead)
    if sure(candidates[0]):
        return candidates
    kept = [each for each in candidates if each.command is None or _may(each.command, role)]
    lost = sum(each.probability for each in candidates) - sum(each.probability for each in kept)
    more = tuple(replace(each, probability=each.probability / max(1 - lost, SMALLEST)) for each in kept)
    return more or candidates


def _with_instead(
    candidates: tuple[Candidate, ...], refused: CommandName, instead: CommandName
) -> tuple[Candidate, ...]:
    """The candidates with what somebody may do in place of what they may not: as likely as both together."""
    both = [each for each in candidates if each.command in (refused, instead)]
    if all(each.command is instead for each in both):
        return candidates
    one = replace(both[0], command=instead, probability=min(sum(each.probability for each in both), 1.0))
    rest = [each for each in candidates if each not in both]
    return tuple(sorted((one, *rest), key=lambda each: -each.probability))


def _possible(candidates: tuple[Candidate, ...], situation: Situation) -> tuple[Candidate, ...]:
    """What is worth offering: nothing that would be refused, as long as something else is left."""
    return tuple(each for each in candidates if can_be_meant(each, situation)) or candidates


def _may(command: CommandName, role: str) -> bool:
    roles = entry_named(command).roles
    return roles is None or role in roles


def _may_report(found: Interpretation, reading: Reading, words: str) -> bool:
    """Whether what looks like talk may be a report all the same: rather a question too many than a report unheard."""
    if trouble_in(words) in CUT_OFF:
        return True
    told = sum(each.probability for each in found.candidates if each.command is CommandName.REPORT_PROBLEM)
    return told >= (HARDLY if reading.category is not None else PERHAPS)


def _hides_danger(best: Candidate, danger: float, reading: Reading, situation: Situation, words: str) -> bool:
    """Whether what a text otherwise is would let a danger lie. Words about a ticket do so only where it is very likely a new
    danger, or plainly one and no word of that ticket's matter; a plain question how far it is, a round that found nothing, a
    visit (which tells of dangers itself) and work on a ticket do not; who hurries a report by its name makes that one a danger.
    """
    if reading.hazard is None or (best.command is CommandName.PATROL and best.variant):
        return False
    if best.command is None or best.command in _TELLS_NOTHING | TOLD:
        return True
    its_matter = _says_its_matter(best, situation, words)
    if best.command in _RAISES and sure(best) and its_matter:
        return False
    if best.command in ABOUT_OWN_TICKET:
        news = danger >= ALARMING or (reading.hazard.sure and not its_matter and not refers_back(words))
        return not sure(best) or (news and best.command is not CommandName.SHOW_PROGRESS)
    return not sure(best) and all(ticket.mine != "assignee" for ticket in situation.tickets)


def _says_its_matter(best: Candidate, situation: Situation, words: str) -> bool:
    """Whether its ticket is called by what is wrong there or by its number: a floor or a building alone is no matter."""
    ticket = next((each for each in situation.tickets if each.number == best.ticket), None)
    named = ticket is not None and bool(names_shared(ticket.summary, words, ticket.place))
    return named or without_number(words, best.ticket) != words


def _of_what_is_named(best: Candidate, situation: Situation, words: str) -> Candidate:
    """The same of the one whose name or number is said, where the likeliest is called otherwise: rather refused than done there."""
    like = likeness(words, situation.work)
    if best.ticket not in like or like[best.ticket] or _is_named(best, situation, words):
        return best
    named = named_alone(words, situation.work)
    number = number_of_none(words, situation.tickets) if named is None else named.number
    return best if number is None else replace(best, ticket=number, sure_of_target=1.0)


def _says_its_name(best: Candidate, words: str) -> bool:
    """Whether the command is called by its name (门铃要延期): then less is enough."""
    return best.command is not None and best.probability >= SURE_NAMED and entry_named(best.command).label in words


def _of_what_was_just_said(candidate: Candidate, situation: Situation) -> bool:
    """Whether it goes on about the ticket of a moment ago: then less is enough for what can be taken back."""
    if candidate.command is None or effect_of(candidate.command) is Effect.BINDING:
        return False
    return (
        candidate.ticket is not None and candidate.ticket == situation.just and candidate.probability >= SURE_GOING_ON
    )


def _names_work_in_hand(situation: Situation, reading: Reading, words: str) -> bool:
    """Whether the words name a matter that the writer has in hand or oversees, and no place: its danger is known."""
    mine = [each for each in situation.work if each.mine != "reporter"]
    return reading.place is None and bool(mine) and named_alone(words, mine) is not None


def _without_news(candidates: tuple[Candidate, ...]) -> tuple[Candidate, ...]:
    return tuple(each for each in candidates if each.command not in TOLD) or candidates


def _is_named(best: Candidate, situation: Situation, words: str) -> bool:
    ticket = next((each for each in situation.tickets if each.number == best.ticket), None)
    return ticket is not None and bool(names_of(ticket.summary) & names_said(words))


def _is_said(best: Candidate, situation: Situation, words: str) -> bool:
    """Whether its ticket is called by its name or its number."""
    return _is_named(best, situation, words) or without_number(words, best.ticket) != words


def _doubtful(
    candidates: Sequence[Candidate], situation: Situation, words: str, complete: bool
) -> tuple[Candidate, ...] | None:
    """What to choose from, if anything, where the likeliest is not sure and something else may be meant, or where it can't be
    taken back. None: it is done.
    """
    best = candidates[0]
    if sure(best) or _of_what_was_just_said(best, situation) or _says_its_name(best, words):
        return None
    options = _options(_possible(of_the_named(tuple(candidates), situation, words), situation), complete)
    binding = best.command is not None and effect_of(best.command) is Effect.BINDING
    loose = binding and not _is_said(best, situation, words)
    return options if len(options) > 1 or options[:1] != (best,) or loose else None


def _options(candidates: Sequence[Candidate], complete: bool) -> tuple[Candidate, ...]:
    """The likeliest commands to choose from; talk is what remains when none of them is meant.

    A report is always among them where the text says where and what.
    """
    worth = [each for each in candidates if each.command not in _NOT_OFFERED and each.probability >= WORTH][:OFFERED]
    if complete and all(each.command is not CommandName.REPORT_PROBLEM for each in worth):
        worth = [*worth[: OFFERED - 1], Candidate(CommandName.REPORT_PROBLEM, 0.0)]
    return tuple(worth)
