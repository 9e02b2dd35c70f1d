"""The catalogue holds together: each command is done by somebody, each outcome is said, nothing answers text."""

import json
from dataclasses import dataclass
from pathlib import Path

import pytest
from click.testing import CliRunner

import handlers.registry
from bot.menu import BY_TAG, COMMON
from handlers import catalogue
from handlers.catalogue import Effect, command, entries, executes, executor_of, outcomes_of
from handlers.context import Context
from handlers.conversation.routing import BY_KIND, BY_MENU_KEY
from handlers.errors import WrongCatalogue
from handlers.inbound import Kind
from handlers.outcomes import TONES, has_words
from linli.__main__ import main
from tests.understood import command_of
from understanding.command_names import CommandName
from understanding.intents import Intent


def test_each_command_is_done_and_each_of_its_outcomes_is_registered_and_said():
    assert list(entries())
    for entry in entries():
        answers = outcomes_of(executor_of(entry.command))
        assert answers, entry.name
        assert all(kind in TONES and has_words(kind) for kind in answers), entry.name


def test_each_example_is_read_as_its_command():
    for entry in entries():
        for example in entry.examples:
            assert command_of(example) == entry.name, example


def test_whatever_words_may_mean_is_read_as_a_command():
    assert handlers.registry.READS.keys() == set(CommandName)
    assert set(CommandName) <= {entry.name for entry in entries()}


def test_each_menu_key_and_each_kind_of_message_is_a_command():
    shown = {key for entries in (COMMON, *BY_TAG.values()) for entry, below in entries for key in below or (entry,)}
    assert shown - BY_MENU_KEY.keys() == set()
    told = {Kind.TEXT, Kind.VOICE, Kind.NOTICE}
    assert set(Kind) - told == BY_KIND.keys()


def test_each_command_stands_on_a_card_with_one_of_its_examples():
    """What is not said (a scan, a position) stands there by its label."""
    cards = (Path(__file__).parent.parent.parent / "docs" / "cards.md").read_text()
    missing = [entry.name for entry in entries() if not any(said in cards for said in entry.examples or (entry.label,))]
    assert missing == []


def test_the_command_line_lists_them_all():
    listed = CliRunner().invoke(main, ["commands", "--format", "jsonl"]).output.splitlines()
    assert {json.loads(line)["command"] for line in listed} == {entry.name for entry in entries()}
    text = CliRunner().invoke(main, ["commands"]).output
    assert all(entry.label in text for entry in entries())


def test_each_command_has_a_label_and_labels_for_its_slots():
    for entry in entries():
        assert entry.label, entry.name
        assert all(slot.label != slot.name for slot in entry.slots), entry.name


@pytest.fixture
def own_catalogue(monkeypatch):
    """A copy, so that what a test enters is gone after it."""
    monkeypatch.setattr(catalogue, "_ENTRIES", dict(catalogue._ENTRIES))


@pytest.mark.usefixtures("own_catalogue")
def test_an_executor_that_answers_text_stops_the_start():
    @command("试试", Intent.NOISE, effect=Effect.NONE)
    @dataclass(frozen=True)
    class TryThis:
        """Only here."""

    def answers_text(_asked: TryThis, _ctx: Context) -> str:
        return ""

    with pytest.raises(WrongCatalogue):
        executes(TryThis)(answers_text)


@pytest.mark.usefixtures("own_catalogue")
def test_a_class_that_can_change_is_no_command():
    @dataclass
    class Changeable:
        """Not frozen."""

    with pytest.raises(WrongCatalogue):
        command("试试", Intent.NOISE, effect=Effect.NONE)(Changeable)
