"""What a text may want in its situation: commands with their probabilities, each with the ticket or shift that it is said of."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from understanding.aimed_by_words import aimed_by_words
from understanding.by_words import settled_by_words
from understanding.candidate import SETTLED, Candidate
from understanding.command_names import CommandName
from understanding.denied import meant_instead, same_meant
from understanding.matter_said import matter_names
from understanding.meaning import Meaning, terse
from understanding.model.command_model import CommandModel, Likelihoods
from understanding.model.features import Text
from understanding.model.which_shift import which_shift
from understanding.model.which_ticket import numbers_in
from understanding.model.wording import names_of, short_number
from understanding.named import named_alone
from understanding.normalise import normalise
from understanding.orders_told import only_courtesy, orders
from understanding.several_tickets import MAY_BE_SAID_OF_SEVERAL, several_named
from understanding.situation import Situation
from understanding.this_not_that import put_right_of, spoken_of_instead
from understanding.work_told import ON_THE_WAY

LIKELY = 4
"""So many of the likeliest commands are held against the writer's tickets and shifts."""
ANSWER = "answer"
_CLAUSES = re.compile(r"[,，。;；!！?？\s]+")
_SHORTEST_CLAUSE = 2
_MOST_CLAUSES = 4


ONE_QUESTION_LESS = 0.85
"""So sure at most is what a text says that looked like an answer: enough for what can be taken back."""


@dataclass(frozen=True)
class Interpretation:
    """`terse`: what the text is to the letter, where it is a tap or a command in few words. `candidates`: the likeliest first.

    `parts`: the wishes of its clauses or tickets, where it holds several. `danger`: how likely it tells of a danger.
    """

    terse: Meaning | None
    candidates: tuple[Candidate, ...]
    danger: float
    parts: tuple[Candidate, ...] = ()

    @property
    def dangers(self) -> tuple[float, bool]:
        """How likely it tells of a danger, and whether the model is puzzled by the text."""
        best = self.best
        return self.danger, best.command is not CommandName.REPORT_PROBLEM and best.probability < PUZZLED

    @property
    def no_answer(self) -> "Interpretation":
        """What the text says by itself, where it answers nothing: 都不对，我想看这件的经过."""
        left = tuple(each for each in self.candidates if each.command is not None)
        share = sum(each.probability for each in left)
        if not left or share <= 0 or len(left) == len(self.candidates):
            return self
        more = ONE_QUESTION_LESS / share
        return replace(self, candidates=tuple(replace(each, probability=each.probability * more) for each in left))

    @property
    def best(self) -> Candidate:
        """The likeliest candidate."""
        return self.candidates[0]


def interpret(texts: Sequence[Text], model: CommandModel) -> list[Interpretation]:
    """Each text in its situation; several at once cost less than one by one."""
    instead = [meant_instead(normalise(text)) or spoken_of_instead(normalise(text), known) for text, known in texts]
    whole, texts = texts, [(meant or text, known) for meant, (text, known) in zip(instead, texts, strict=True)]
    clauses = [_clauses_of(text, situation) for text, situation in texts]
    asked = [*texts, *((clause, texts[at][1]) for at, own in enumerate(clauses) for clause in own)]
    likelihoods = model.likelihoods(asked)
    parts = iter(zip(asked[len(texts) :], likelihoods[len(texts) :], strict=True))
    found = []
    for (text, situation), likely, own, meant, (first, _) in zip(
        texts, likelihoods, clauses, instead, whole, strict=False
    ):
        wishes = [_wish(clause, known, each, model) for (clause, known), each in (next(parts) for _ in own)]
        words = normalise(text)
        candidates, told = settled_by_words(words, _candidates(text, situation, likely, model), situation)
        candidates = aimed_by_words(candidates, words, situation)
        candidates = _of_one(candidates, words, situation)
        if meant:
            again = None if _is_about_one(candidates[0]) else same_meant(normalise(first))
            candidates = _again(again, candidates)
            candidates = tuple(replace(each, words=each.words or meant) for each in candidates)
        candidates = _as_ordered(candidates, wishes)
        exact = _meant_so(terse(normalise(first)), candidates[0], situation)
        several = several_named(candidates[0].command, words, situation)
        each = tuple(replace(candidates[0], ticket=number, sure_of_target=1.0) for number in several)
        apart = _apart(wishes) if len({one.ticket for one in told}) < 2 else ()
        several_wishes = each or apart or told if len(told) <= len(each) or apart else told
        found.append(Interpretation(exact, candidates, likely.danger, several_wishes))
    return found


def _of_one(candidates: tuple[Candidate, ...], words: str, situation: Situation) -> tuple[Candidate, ...]:
    """What is put right is put right in one report, never in what the wrong word names as well."""
    if candidates[0].command is not CommandName.CORRECT_REPORT:
        return candidates
    number = put_right_of(words, situation)
    return (
        candidates if number is None else (replace(candidates[0], ticket=number, sure_of_target=1.0), *candidates[1:])
    )


def _again(command: CommandName | None, candidates: tuple[Candidate, ...]) -> tuple[Candidate, ...]:
    """The command that was denied of one thing and is meant of another comes first."""
    if command is None:
        return candidates
    known = next((each for each in candidates if each.command is command), candidates[0])
    return (replace(known, command=command, probability=SAID_AGAIN), *candidates)


def _meant_so(exact: Meaning | None, best: Candidate, situation: Situation) -> Meaning | None:
    """What a text is to the letter, save a word of which only the situation says what it means (好的, 到位, 5)."""
    made = exact is not None and exact.command in _MAY_BE_ABOUT_ONE and _is_about_one(best)
    if made and best.probability >= SETTLED:
        return None
    if exact is None or exact.command not in SOFT or best.command in (exact.command, CommandName.HEAR_TALK):
        return exact
    if exact.command is CommandName.CHECK_IN and best.command is not CommandName.ARRIVE_ON_SITE:
        return exact
    return None if situation.asked is not None or best.probability >= SURE_OF_SOFT else exact


_MAY_BE_ABOUT_ONE = frozenset({CommandName.NOMINATE, CommandName.CORRECT_MY_DATA})


def _is_about_one(best: Candidate) -> bool:
    """Whether it is about a nomination that was made already: 我推荐的那个评上没有."""
    return best.command is CommandName.SHOW_MY_NOMINATIONS or best.variant == "name"


def meaning_of_candidate(candidate: Candidate, words: str) -> Meaning:
    """What is to be done when a candidate is taken: all the words belong to it. ValueError for an answer."""
    if candidate.command is None:
        raise ValueError("an answer is no command")
    said = candidate.words or words
    return Meaning(candidate.command, candidate.ticket, said, candidate.shift, candidate.variant, free=True)


def _candidates(text: str, situation: Situation, likely: Likelihoods, model: CommandModel) -> tuple[Candidate, ...]:
    """The likeliest commands with their targets; the variants of one command stand together, under the likeliest of them."""
    together: dict[str, tuple[float, str]] = {}
    for label, share in likely.labels:
        name, _, variant = label.partition(":")
        before, first = together.get(name, (0.0, variant))
        together[name] = before + share, first
    ordered = sorted(together.items(), key=lambda each: -each[1][0])[:LIKELY]
    found = [
        Candidate(None if name == ANSWER else CommandName(name), share, variant) for name, (share, variant) in ordered
    ]
    return tuple(_aimed(each, text, situation, model) for each in found)


def _aimed(candidate: Candidate, text: str, situation: Situation, model: CommandModel) -> Candidate:
    if candidate.command is None or candidate.command in OF_NO_TICKET or not (situation.tickets or situation.shifts):
        return candidate
    ticket, sure = model.pointer.point(candidate.command, text, situation)
    if ticket is not None:
        return replace(candidate, ticket=ticket, sure_of_target=sure)
    shift, sure = which_shift(candidate.command, text, situation)
    return replace(candidate, shift=shift, sure_of_target=sure)


def _clauses_of(text: str, situation: Situation) -> list[str]:
    """The clauses of a text that may speak of two of the writer's tickets."""
    if len(situation.tickets) < 2 or put_right_of(normalise(text), situation) is not None:
        return []
    clauses = [
        each for each in _CLAUSES.split(text.strip()) if len(each) >= _SHORTEST_CLAUSE and not only_courtesy(each)
    ]
    return clauses if 1 < len(clauses) <= _MOST_CLAUSES else []


def _as_ordered(candidates: tuple[Candidate, ...], wishes: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """Of the ticket of the one clause that orders something, where the others only tell of another: 门铃我接了，灯那边挺黑的."""
    ordered = [wish for wish in wishes if wish.sure_of_target >= 1.0 and wish.ticket is not None and orders(wish.words)]
    best = candidates[0]
    if len(ordered) != 1 or ordered[0].command is not best.command or best.ticket in (None, ordered[0].ticket):
        return candidates
    told_of = any(wish.ticket == best.ticket and not orders(wish.words) for wish in wishes)
    if not told_of or best.command not in _OF_WORK:
        return candidates
    meant = replace(best, ticket=ordered[0].ticket, sure_of_target=ordered[0].sure_of_target)
    return (meant, *candidates[1:])


def _wish(clause: str, situation: Situation, likely: Likelihoods, model: CommandModel) -> Candidate:
    """What a clause wants by itself, of the ticket that it names; in its own words, since whom it goes to may stand there."""
    found, _ = settled_by_words(normalise(clause), _candidates(clause, situation, likely, model), situation)
    wish = replace(_named(found[0], clause, situation), words=found[0].words or clause)
    named = named_alone(clause, situation.work) if orders(clause) else None
    if named is None:
        return wish
    fits = wish.command in MAY_BE_SAID_OF_SEVERAL or _RETURNS.search(clause) is None
    command, likely_so = (wish.command, wish.probability) if fits else (CommandName.RETURN_TICKET, EVENLY)
    return replace(wish, command=command, probability=likely_so, ticket=named.number, sure_of_target=1.0)


def _named(wish: Candidate, clause: str, situation: Situation) -> Candidate:
    """What a clause wants, without its ticket where it does not name it by number or by a word of its own."""
    ticket = next((each for each in situation.tickets if each.number == wish.ticket), None)
    if ticket is None:
        return wish
    named = names_of(ticket.summary) & matter_names(ON_THE_WAY.sub("", clause)) or short_number(
        ticket.number
    ) in numbers_in(clause)
    return wish if named else replace(wish, ticket=None)


def _apart(wishes: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """The wishes of the clauses, where each is surely one of its own ticket, or orders something to be done with one by name."""
    sure = [
        wish
        for wish in wishes
        if wish.ticket is not None and (wish.sure_of_target * wish.probability >= SURE_APART or orders(wish.words))
    ]
    return tuple(sure) if len(sure) == len(wishes) and len({wish.ticket for wish in sure}) == len(sure) > 1 else ()


OF_NO_TICKET = frozenset(
    {CommandName.REPORT_PROBLEM, CommandName.SAY_THANKS, CommandName.HEAR_TALK, CommandName.ASK_PERSON}
)
"""What is said of no ticket, even where a ticket is mentioned."""
SOFT = frozenset({
    CommandName.HEAR_TALK, CommandName.SAY_THANKS, CommandName.GREET, CommandName.CHECK_IN, CommandName.CANCEL_DIALOGUE,
    CommandName.START_REPORT,
})  # fmt: skip
"""What short words may be read as, and something else in another situation."""
SURE_OF_SOFT = 0.5
PUZZLED = 0.6
"""Where nothing is likelier than this, the model does not know what a text is."""
SAID_AGAIN = 0.95
SURE_APART, EVENLY = 0.5, 0.5
_OF_WORK = MAY_BE_SAID_OF_SEVERAL - {CommandName.WITHDRAW_REPORT, CommandName.URGE_REPORT, CommandName.RATE_TICKET}
_RETURNS = re.compile(r"退(?:掉|单|回|了|给)")
"""So sure must be what a clause wants, and of which ticket, before it counts for itself."""
