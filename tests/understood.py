"""What the shipped model makes of a text, for tests."""

from handlers.conversation.interpreting import Interpreted, basis_of
from handlers.shipped_model import shipped
from storage.dialogues import OpenQuestion
from tests.chat import Speaker
from understanding.command_names import CommandName
from understanding.interpretation import interpret
from understanding.normalise import normalise
from understanding.place_index import PlaceIndex
from understanding.reading import read_report
from understanding.situation import NOTHING_KNOWN, Situation


def interpreted(
    text: str,
    situation: Situation = NOTHING_KNOWN,
    question: OpenQuestion | None = None,
    places: PlaceIndex | None = None,
) -> Interpreted:
    """A text as it is interpreted before it is acted on."""
    places, words = places or PlaceIndex(()), normalise(text)
    (found,) = interpret([(text, situation)], shipped())
    reading = read_report(words, places, danger=found.dangers)
    return Interpreted(text, words, found, situation, question, reading, basis_of(None, places))


def command_of(text: str, situation: Situation = NOTHING_KNOWN) -> CommandName | None:
    """The command that a text most likely is."""
    (found,) = interpret([(text, situation)], shipped())
    return found.best.command if found.terse is None else found.terse.command


def says_meaning(speaker: Speaker, text: str, label: str) -> str:
    """What is answered in the end: where it is asked which of several things a text means, the one of this label is chosen."""
    answer = speaker.says(text)
    if "您是想" not in answer:
        return answer
    if label in answer and "1 " not in answer:
        return speaker.says("是")
    number = next(line.partition(" ")[0] for line in answer.splitlines() if line[:1].isdigit() and label in line)
    return speaker.says(number)
