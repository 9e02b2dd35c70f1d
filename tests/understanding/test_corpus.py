"""The corpus is broad enough, and the shipped model is what was learned from it."""

from collections import Counter
from pathlib import Path

import pytest

import handlers.registry  # noqa: F401 - fills the catalogue
from handlers.catalogue import entry_named
from handlers.shipped_model import shipped
from understanding.command_names import CommandName
from understanding.model.corpus import distinct, sentences_in
from understanding.model.training import data_hash

CORPUS = Path(__file__).parent.parent.parent / "corpus"
LEAST, WRITERS = 20, 2
"""So many sentences each command that is said has at least, by so many writers."""
NOT_SAID = frozenset({
    CommandName.SIGN_IN_BROWSER, CommandName.VOID_TICKET,
    CommandName.CALL_MEETING, CommandName.PUT_ON_AGENDA, CommandName.OPEN_VOTE, CommandName.CLOSE_VOTE, CommandName.CLOSE_MEETING,
    CommandName.WRITE_RESOLUTION,
    CommandName.CONFIRM_DELETION, CommandName.KEEP_MY_DATA, CommandName.SHOW_PRIVACY, CommandName.AGREE_TO_PRIVACY,
    CommandName.OPEN_PROJECT, CommandName.ACCEPT_PROJECT, CommandName.SEND_BACK_PROJECT, CommandName.WITHDRAW_PROJECT,
    CommandName.END_OFFER, CommandName.THANK_PROJECT,
    CommandName.PLAN_VISITS, CommandName.DECLINE_VISITS, CommandName.WELCOME_VISITS, CommandName.KEEP_HOUSEHOLD,
    CommandName.RELEASE_HOUSEHOLD, CommandName.SAY_OF_PROBLEM, CommandName.VOTE_CASE, CommandName.SHOW_CASES,
    CommandName.SCORE_CASE, CommandName.SETTLE_EVALUATION, CommandName.SAY_OF_YEAR, CommandName.LOOK_UP_CASE,
    CommandName.REACH_HELP, CommandName.REMIND_UNPATROLLED,
})  # fmt: skip
"""Commands that are typed to the letter only: a code, what staff do to a numbered project, to a council, to a plan of visits or to
another's report, a vote, a case's number, a tap; what answers or follows a question about one's own data; and what certain words
say by rule (understanding.walks_reminded).
"""


@pytest.fixture(scope="module")
def sentences():
    return distinct(
        [each for file in sorted(CORPUS.glob("writer_*/*.txt")) for each in sentences_in(file.read_text().splitlines())]
    )


def test_it_has_many_sentences_by_many_voices(sentences):
    assert len(sentences) >= 12_000
    assert len({each.voice for each in sentences}) >= 40


def test_each_command_that_is_said_is_said_often_and_by_several(sentences):
    counts = Counter(wish.label for each in sentences for wish in each.wishes)
    writers = {label: set() for label in counts}
    for each in sentences:
        writers[each.wishes[0].label].add(each.voice.partition("v")[0])
    said = set(CommandName) - NOT_SAID
    assert {name.value for name in said if counts[name] < LEAST} == set()
    assert {name.value for name in said if len(writers.get(name, ())) < WRITERS} == set()


def test_nothing_is_wanted_that_the_catalogue_does_not_have(sentences):
    labels = {wish.label for each in sentences for wish in each.wishes} - {"answer"}
    assert labels == {entry_named(label).name for label in labels}


def test_the_shipped_model_was_learned_from_it(sentences):
    assert shipped().data_hash == data_hash(sentences)


@pytest.mark.parametrize(
    "line", ["take_ticket 12", "Take 12 | 我来", "take_ticket | 我来", "@ticket 12 | 灯", "take_ticket 12 |"]
)
def test_a_line_that_cannot_be_read_is_told(line):
    with pytest.raises(ValueError, match=r"."):
        list(sentences_in([line]))
