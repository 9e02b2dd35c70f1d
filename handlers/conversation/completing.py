"""The rest of a command that a question waited for, and which of several things was meant."""

import re
from collections.abc import Callable, Sequence
from typing import Any

from governance.clock import local_day
from governance.tickets.lifecycle import Move
from handlers.context import Here
from handlers.conversation.another_matter import tells_another_matter
from handlers.conversation.called_options import (
    NONE_OF_THEM,
    SHORTEST_WISH,
    called_so,
    called_with_more,
    numbered_and_called,
)
from handlers.conversation.commands import AskWhichPerson, CancelDialogue, DoSeveral, HearTalk, OfferChoice, StartReport
from handlers.conversation.interpreting import Interpreted
from handlers.conversation.offering import as_option
from handlers.conversation.other_ticket import of_the_number, of_the_other
from handlers.conversation.other_wish import SHORT, is_another, names_another, tells_more
from handlers.conversation.questions import Question, Wants, asked_for
from handlers.conversation.reply import NEVER, PLAINLY, WORDY, says_something_else
from handlers.conversation.texts import option_called
from handlers.conversation.waiting import is_courtesy, looks_like_answer, tells_of_trouble, with_answer
from handlers.refusals import MOST_SAID
from handlers.registry import READS
from handlers.said import Said
from handlers.tickets.commands import ArriveOnSite, BringCrew, HandleTicket, ShowWork
from storage.dialogues import OpenQuestion
from understanding.choice_named import choice_named, only_said_again
from understanding.command_names import CommandName
from understanding.confirmed import confirmed
from understanding.delay import deadline_said
from understanding.denied import lets_go, meant_instead, says_more
from understanding.meaning import Meaning
from understanding.model.which_shift import shift_named
from understanding.model.which_ticket import numbers_in
from understanding.model.wording import names_of, names_said
from understanding.named import named_alone
from understanding.normalise import normalise
from understanding.put_straight import put_straight
from understanding.replies import choice_and_more, choice_in, choices_in
from understanding.slip_told import step_slip
from understanding.which_person import WHO, Person, people_in
from understanding.whom import tells_whom
from understanding.work_told import told_at_work

PLAINLY_NO_REST = 0.95
"""Words that a command waits for are another command only where that is said very plainly; a few words (a place, an amount)
never are, save exact ones.
"""
_OF_SOMEBODY = frozenset({CommandName.DISPATCH_TICKET, CommandName.TRANSFER_TICKET, CommandName.OFFER_SWAP})
"""Commands that wait to hear who."""
_OF_A_SHIFT = frozenset({CommandName.CANCEL_SHIFT, CommandName.OFFER_SWAP, CommandName.SIGN_UP, CommandName.SHOW_SHIFT})
_YES = re.compile(r"(?:是|对|嗯|好|行|可以|办|要)(?:的|吧|啊|呀|滴)?")


def read_as(found: Interpreted, meaning: Meaning, here: Here) -> Any:
    """The command that a text is when it means this."""
    said = Said(found.text, found.words, meaning, found.reading)
    return READS[meaning.command](said, here)


def completed(question: OpenQuestion, found: Interpreted, here: Here) -> Any | None:
    """The command that was waiting for these words, with them; None when none waits, or the words say something else."""
    if question.kind == Question.DETAIL:
        return None if leaves_its_question(question, found) else _with_its_rest(question.data, found, here)
    if question.kind == Question.CHOICE:
        return _chosen(question.data, found, here)
    if question.kind == Question.EVIDENCE:
        return _of_another(question.data, found)
    if question.kind == Question.WHOSE:
        return _whose(question.data, found)
    return None


def _of_another(data: dict[str, Any], found: Interpreted) -> Any | None:
    """The same move on another ticket, where its proof was asked for of a wrong one."""
    own = [ticket for ticket in found.situation.tickets if ticket.mine == "assignee"]
    slip = step_slip(found.words, own)
    if slip is not None and slip.step != data["move"]:
        return None
    mine = [ticket for ticket in own if ticket.state != "handled"]
    meant = put_straight(found.words, data["number"], mine)
    if meant is None:
        return None
    note = meant.note or ("" if meant.turned else data["note"])
    return _WITH_PROOF[Move(data["move"])](meant.ticket, note)


_WITH_PROOF: dict[Move, Callable[[str, str], Any]] = {
    Move.ARRIVE: ArriveOnSite, Move.CREW: BringCrew, Move.HANDLE: HandleTicket
}  # fmt: skip


def _whose(data: dict[str, Any], found: Interpreted) -> Any | None:
    """The ticket that something belongs to; a new matter where it is none of them."""
    options = data["options"]
    best = found.interpretation.best
    plainly = best.command is not None and best.probability >= PLAINLY and len(found.words) > SHORTEST_WISH
    if plainly or (found.interpretation.terse is not None and not found.words.isdigit()):
        return None
    if NONE_OF_THEM.search(found.words) or choice_in(found.words, len(options) + 1) == len(options):
        return StartReport()
    places = choices_in(found.words, len(options)) or _by_name(options, found.words)
    return ShowWork(options[places[0]]["number"], data["what"]) if len(places) == 1 else None


def leaves_its_question(question: OpenQuestion, found: Interpreted) -> bool:
    """Whether the words are of another ticket than the one that a command still waits for words about, or tell of other work; or
    say all of a command that waits and is of no ticket once more.
    """
    if question.kind != Question.DETAIL:
        return False
    if question.data["number"] is None:
        exact = found.interpretation.terse
        return exact is not None and exact.command is asked_for(question.data)
    if "people" in question.data and _places_of_people(question.data, found):
        return False
    named = named_alone(found.words, [ticket for ticket in found.situation.work if ticket.mine != "reporter"])
    if named is not None and named.number != question.data["number"]:
        return True
    waiting = asked_for(question.data)
    if waiting in _OF_SOMEBODY:
        return "people" not in question.data and not tells_whom(found.words.lower())
    return waiting is CommandName.REQUEST_EXTENSION and told_at_work(found.words).there


def _with_its_rest(data: dict[str, Any], found: Interpreted, here: Here) -> Any | None:
    waiting, exact = asked_for(data), found.interpretation.terse
    if exact is not None and exact.command is CommandName.CANCEL_DIALOGUE:
        return None
    if lets_go(waiting, found.words):
        return None if says_more(waiting, found.words) else CancelDialogue()
    if "people" in data:
        return _of_person(data, found, here)
    if is_courtesy(found) or tells_of_trouble(waiting, found):
        return None
    if exact is not None and (exact.command not in WORDY or exact.ticket is not None):
        return None
    plainly = PLAINLY_NO_REST if len(found.words) > SHORT else NEVER
    wanted = data.get("wants", Wants.WORDS)
    fits = wanted not in (Wants.PLACE, Wants.PERSON) and _names_what_is_missing(waiting, found, here)
    if not fits and says_something_else(found, WORDY | {waiting, CommandName.CHOOSE_HOME}, plainly):
        return None
    if not fits and not looks_like_answer(data, found, here):
        return None
    whole = with_answer(waiting, data["before"], found.words, here)
    said = Said(found.text, whole, Meaning(waiting, data["number"], whole.lower()))
    return READS[waiting](said, here)


def _names_what_is_missing(waiting: CommandName, found: Interpreted, here: Here) -> bool:
    """Whether just what was asked for is said: a day until when, one of the sender's shifts."""
    if waiting is CommandName.REQUEST_EXTENSION:
        return deadline_said(found.words, local_day(here.now, here.config.zone)) is not None
    if waiting in _OF_A_SHIFT:
        return any(str(shift.id) in numbers_in(found.words) for shift in found.situation.shifts)
    return False


def _people(data: dict[str, Any]) -> list[Person]:
    return [(each["code"], each["name"], each["what"]) for each in data["people"]]


def _places_of_people(data: dict[str, Any], found: Interpreted) -> list[int]:
    """Those whom the words fit; none where they fit all alike."""
    people = _people(data)
    places = people_in(found.words, people, MOST_SAID)
    return places if len(places) < max(len(people), 2) else []


def _of_person(data: dict[str, Any], found: Interpreted, here: Here) -> Any | None:
    """The command about the one who is meant of several called alike; where several still fit, which of those."""
    places, people = _places_of_people(data, found), _people(data)
    if not places:
        return None
    if len(places) > 1:
        left = tuple(people[place] for place in places)
        return AskWhichPerson(asked_for(data), data["before"], data["number"], left)
    waiting, whole = asked_for(data), data["before"].replace(WHO, people[places[0]][0])
    return READS[waiting](Said(whole, whole, Meaning(waiting, data["number"], whole.lower())), here)


def _chosen(data: dict[str, Any], found: Interpreted, here: Here) -> Any | None:
    """The commands that the chosen options are, on the text that they were offered for."""
    options = data["options"]
    beside = _chosen_by_name(data, found, here)
    if beside is not None:
        return beside
    by_both = numbered_and_called(options, found.words)
    if by_both is not None:
        return _meant(options[by_both], data["text"], here)
    if meant_instead(found.words) or names_another(found, options) or is_another(found, options):
        return None
    if tells_another_matter(found, [data["text"], *(option["about"] for option in options)]):
        return None
    named = of_the_number(data, found)
    if named is not None and named[0]:
        return _of_number(data["text"], *named, here)
    again = confirmed(found.words, [option["command"] and CommandName(option["command"]) for option in options])
    if again is not None:
        return _meant(options[again], data["text"], here)
    numbered = choice_and_more(found.words, len(options))
    if numbered is not None:
        more = "" if only_said_again(numbered[1]) else f"，{numbered[1]}"
        return _meant(options[numbered[0]], f"{data['text']}{more}", here)
    with_more = called_with_more(options, found)
    if with_more is not None:
        return _meant(options[with_more], f"{data['text']}，{found.text}", here)
    return _by_place(data, found, here)


def _by_place(data: dict[str, Any], found: Interpreted, here: Here) -> Any | None:
    """Those that are called by their place in the list, their name or a yes."""
    options = data["options"]
    said_yes = len(options) == 1 and _YES.fullmatch(found.words) is not None
    called = called_so(options, found.words)
    if not said_yes and not called and (NONE_OF_THEM.search(found.words) or _answers(found, "none")):
        return HearTalk() if len(found.words) <= SHORT else None
    places = (
        called
        or choices_in(found.words, len(options))
        or ([] if tells_more(found, options) else _by_name(options, found.words) or _by_shift(options, found))
    )
    if not places and (said_yes or (len(options) == 1 and _answers(found, "yes"))):
        places = [0]
    if not places:
        return None
    chosen = [_meant(options[place], data["text"], here) for place in places]
    return chosen[0] if len(chosen) == 1 else DoSeveral(tuple(chosen))


def _chosen_by_name(data: dict[str, Any], found: Interpreted, here: Here) -> Any | None:
    """The option that is named beside its number, or what was offered, of the ticket that is named in place of the guessed one."""
    options = data["options"]
    labels = [option_called(option["command"] or "") for option in options]
    beside = choice_named(found.words, labels)
    if beside is not None:
        return _meant(options[beside], data["text"], here)
    other = of_the_other(data, found, labels)
    return _of_number(data["text"], other, "", here) if other else None


def _of_number(text: str, options: Sequence[dict[str, Any]], more: str, here: Here) -> Any:
    """The one wish of the ticket that is named, with what is said besides; of several it is asked which."""
    called = [option for option in options if more and option_called(option["command"]) in more]
    options = called if len(called) == 1 else options
    if len(options) == 1:
        return _meant(options[0], f"{text}，{more}" if more else text, here)
    return OfferChoice(text, tuple(as_option(option) for option in options))


def _meant(option: dict[str, Any], text: str, here: Here) -> Any:
    command, words = CommandName(option["command"]), normalise(text)
    meaning = Meaning(command, option["ticket"], words, option["shift"], option["variant"] or "", free=True)
    return READS[command](Said(text, words, meaning), here)


def _by_name(options: Sequence[dict[str, Any]], words: str) -> list[int]:
    """The one option whose matter the words name."""
    said = names_said(words)
    fits = [sum(1.0 if len(name) == 2 else 0.5 for name in names_of(option["about"]) & said) for option in options]
    best = max(fits, default=0.0)
    return [fits.index(best)] if best > 0 and fits.count(best) == 1 else []


def _by_shift(options: Sequence[dict[str, Any]], found: Interpreted) -> list[int]:
    """The one option of a shift whose day or hours the words say: 就今天晚上吧."""
    offered = [option["shift"] for option in options]
    shifts = [shift for shift in found.situation.shifts if shift.id in offered]
    named = shift_named(found.words, shifts, found.situation.now)
    return [offered.index(named)] if named is not None and offered.count(named) == 1 else []


def _answers(found: Interpreted, variant: str) -> bool:
    best = found.interpretation.best
    return best.command is None and best.variant == variant and best.probability >= PLAINLY
