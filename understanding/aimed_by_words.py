"""Words beat what was spoken of last: a wish is said of the ticket whose thing, floor or house is in the sentence."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from understanding.candidate import SETTLED, Candidate
from understanding.command_names import CommandName
from understanding.fitting_ticket import can_be_meant
from understanding.matter_said import (
    WHOLE,
    Pointed,
    excluded,
    likeness,
    matter_of_none,
    other_thing,
    place_said,
    pointed_at,
    spoken_of,
)
from understanding.model.which_ticket import numbers_in
from understanding.model.wording import short_number
from understanding.situation import OwnTicket, Situation

SURE, SURE_ENOUGH, UNSURE = 0.85, 0.6, 0.3
"""From SURE on the model's choice stands against words beside the matter; UNSURE is asked about."""
_RATHER = re.compile(
    r"[,，。;；\s](?:我)?(?:要)?[问说讲指看查]的?(?:就)?是[^,，。;；]{2,14}$|[,，。;；\s](?:我)?(?:是|要)?[^,，。;；]{1,12}(?:那[个家件边户单]|的)[啊呀哦吧]?$|"
    r"^[^,，。;；]{2,14}[,，。;；\s](?:又|并|可)?不是[^,，。;；]{1,10}$"
)
_NOT_THIS = re.compile(r"(?:[^,，。]{0,3}[,，。\s])?(?:又|并|可)?不是[这那][个件单条家]")
_ONLY_POINTED = re.compile(
    r"(?:就是|是)?(?!我|你|他|她|这|那|报|好|行|对|是)[^,，。;；!！?？\s]{2,8}?(?:[的]?那[个件家单户]|的)(?:呢|啊|呀|咋样|怎么样)?"
)
_RESIDENT = "resident"
_HANDS_ON = frozenset({CommandName.TRANSFER_TICKET, CommandName.DISPATCH_TICKET})
_HANDED_TO_US = re.compile(r"是不是[^,，。]{0,6}[转派交分]给?我|[转派交分]给我们?了?(?:没有?|吗|么)")
_TELL_THEM = re.compile(
    r"(?:跟|和|同|给|告诉|回)(?:他|她|人家|那家|上报人)(?:们)?(?:说|讲|回|一声|,|:)|我来[回答](?:复)?[:,]"
)
_OF_TWO = frozenset({
    CommandName.MERGE_TICKETS, CommandName.UNMERGE_TICKET, CommandName.TAKE_OUT_OF_EVENT, CommandName.CORRECT_REPORT,
})  # fmt: skip
"""What names two matters in one sentence, or says what is wrong in a report."""
_OF_REPORTERS = frozenset({CommandName.URGE_REPORT, CommandName.WITHDRAW_REPORT})
_OF_STAFF = frozenset({
    CommandName.DISPATCH_TICKET, CommandName.SUPERVISE_TICKET, CommandName.RELAY_TO_REPORTER, CommandName.UNDO_DISPATCH,
})  # fmt: skip
_MAY_LACK_ONE = frozenset({CommandName.SHOW_PROGRESS})
"""What is said of a ticket even where the model points at none."""


@dataclass(frozen=True)
class _Said:
    """What a text says of the writer's tickets. `like`: how much, by number; `there`: those at a house or floor that it names."""

    text: str
    like: Mapping[str, float]
    pointed: Pointed | None
    there: Sequence[OwnTicket]


def aimed_by_words(candidates: Sequence[Candidate], text: str, situation: Situation) -> tuple[Candidate, ...]:
    """The candidates, each of the ticket that a normalised text speaks of."""
    work = situation.work
    if not work or numbers_in(text) & {short_number(each.number) for each in work}:
        return tuple(candidates)
    none = matter_of_none(text, work) if candidates[0].ticket is not None else ""
    other = none or other_thing(text, work)
    if none or (other and candidates[0].command in _OF_STAFF and candidates[0].sure_of_target < SURE):
        return (Candidate(CommandName.SHOW_PROGRESS, SETTLED, words=other),)
    if other:
        return tuple(_of_none(each) for each in candidates)
    if len(work) < 2:
        return tuple(candidates)
    said = _Said(text, likeness(text, work), pointed_at(text, work), place_said(text, work))
    return tuple(_aimed(each, said, situation) for each in candidates)


def asked_instead(text: str, best: Candidate, situation: Situation) -> tuple[Candidate, ...]:
    """Who says which ticket they did not mean and which they did (不是垃圾那个，我问的是三楼那家), or names one and says no more,
    asks how it stands.
    """
    if situation.asked is not None:
        return ()
    wrong = excluded(text, situation.work)
    if not wrong and _NOT_THIS.match(text):
        wrong = tuple(each for each in situation.work if each.number == situation.just)
    only_named = _ONLY_POINTED.fullmatch(text) is not None and best.probability < SURE_ENOUGH
    if not only_named and not (wrong and _RATHER.search(text)):
        return ()
    meant = [each for each in spoken_of(text, situation.work) if each not in wrong]
    if len(meant) != 1:
        return ()
    return (Candidate(CommandName.SHOW_PROGRESS, SETTLED, ticket=meant[0].number, sure_of_target=1.0),)


def told_or_asked(text: str, best: Candidate, situation: Situation) -> tuple[Candidate, ...]:
    """Who asks whether a ticket was handed to them moves nothing; who says what the asker is to hear has them told."""
    if situation.role == _RESIDENT:
        return ()
    of_one = spoken_of(text, situation.work)
    ticket = of_one[0].number if len(of_one) == 1 else None
    if best.command in _HANDS_ON and _HANDED_TO_US.search(text):
        return (Candidate(CommandName.SHOW_PROGRESS, SETTLED, ticket=ticket or best.ticket),)
    if ticket is not None and best.probability < SURE_ENOUGH and _TELL_THEM.search(text):
        return (Candidate(CommandName.RELAY_TO_REPORTER, SETTLED, ticket=ticket),)
    return ()


def _of_none(candidate: Candidate) -> Candidate:
    """What is asked of a thing that no ticket is about is asked of none; what is wanted of it is asked about."""
    if candidate.ticket is not None and candidate.command in _MAY_LACK_ONE:
        return replace(candidate, ticket=None, sure_of_target=1.0)
    if candidate.ticket is not None and candidate.command in _OF_REPORTERS:
        return replace(candidate, sure_of_target=UNSURE)
    return candidate


def _aimed(candidate: Candidate, said: _Said, situation: Situation) -> Candidate:
    of_event = candidate.command is CommandName.SHOW_EVENT and any(said.like.values())
    if of_event and all(each.mine != "event" for each in situation.tickets):
        candidate = replace(candidate, command=CommandName.SHOW_PROGRESS)
    of_none = candidate.ticket is None and candidate.command in _MAY_LACK_ONE
    if candidate.command in _OF_TWO or candidate.shift is not None or not (of_none or candidate.ticket in said.like):
        return candidate
    meant = _at_the_place(candidate, said, situation) or _pointed(candidate, said, situation)
    if meant is not None:
        return replace(candidate, ticket=meant.number, sure_of_target=1.0)
    if of_none or not said.like[candidate.ticket or ""]:
        return _by_the_way(candidate, said, situation)
    goes_on = 0 < said.like[candidate.ticket or ""] <= said.like.get(situation.just or "", 0.0)
    return replace(candidate, ticket=situation.just) if goes_on else candidate


def _at_the_place(candidate: Candidate, said: _Said, situation: Situation) -> OwnTicket | None:
    """The only ticket at the house or floor that is said."""
    return _the_one(said.there, candidate, situation)


def _pointed(candidate: Candidate, said: _Said, situation: Situation) -> OwnTicket | None:
    """The only ticket that is pointed at, where nothing of the candidate's is in those words."""
    if said.pointed is None or said.pointed.like.get(candidate.ticket or "", 0.0) > 0:
        return None
    if not said.pointed.first and candidate.sure_of_target >= SURE:
        return None
    return _the_one(said.pointed.at(situation.work), candidate, situation)


def _by_the_way(candidate: Candidate, said: _Said, situation: Situation) -> Candidate:
    """What names another matter without pointing at it is of that one, where the model is not sure or only went on from before."""
    named = [each for each in spoken_of(said.text, situation.work) if said.like[each.number] >= WHOLE]
    meant = _the_one(named, candidate, situation)
    if meant is None:
        out = candidate.ticket in {each.number for each in excluded(said.text, situation.work)}
        return replace(candidate, sure_of_target=UNSURE) if out else candidate
    went_on = candidate.ticket is None or candidate.ticket == situation.just
    if went_on or candidate.sure_of_target < SURE:
        return replace(candidate, ticket=meant.number, sure_of_target=1.0 if went_on else UNSURE)
    return candidate


def _the_one(named: Sequence[OwnTicket], candidate: Candidate, situation: Situation) -> OwnTicket | None:
    """The only one of several that the wish can be meant of; the only one that there is is meant in any case."""
    fitting = [each for each in named if can_be_meant(replace(candidate, ticket=each.number), situation)] or named
    return fitting[0] if len(fitting) == 1 else None
