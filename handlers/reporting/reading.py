"""Words that report something, or ask what became of it."""

from handlers.context import Here
from handlers.reporting.commands import (
    AskQuestion,
    NamePlace,
    ReportProblem,
    ShowArea,
    ShowProgress,
    UrgeReport,
    WithdrawReport,
)
from handlers.reporting.whereabouts import Whereabouts, read_words, says_only_a_place, whereabouts
from handlers.said import Reads, Said
from understanding.intent import Intent
from understanding.reading import Reading
from understanding.several import problems_in


def as_report(
    text: str, words: str, reading: Reading | None, here: Here, default: Whereabouts | None = None
) -> ReportProblem | NamePlace:
    """What a text reports, of which only a place may have been said. `default`: where it is when the text does not say."""
    reading = reading or read_words(words, here)
    if default is None and says_only_a_place(here.places, words):
        where = whereabouts(here.places, reading, text)
        return NamePlace(where.place_id, where.text or words)
    parts = problems_in(words, here.config.categories)
    place, place_text = (None, "") if default is None else (default.place_id, default.text or "")
    return ReportProblem(text, place, place_text, parts if len(parts) > 1 else (), reading)


def report(said: Said, here: Here) -> ReportProblem | NamePlace:
    """A sentence that tells of something wrong, or only of a place."""
    return as_report(said.text, said.words, said.reading, here)


READS: Reads = {
    (Intent.REPORT, ""): report,
    (Intent.QUESTION, ""): lambda said, _here: AskQuestion(said.text, said.reading),
    (Intent.PROGRESS, ""): lambda said, _here: ShowProgress(said.ticket),
    (Intent.PROGRESS, "grid"): lambda _said, _here: ShowArea(),
    (Intent.WITHDRAW, ""): lambda said, _here: WithdrawReport(said.ticket),
    (Intent.WITHDRAW, "ask"): lambda said, _here: WithdrawReport(said.ticket, unsure=True),
    (Intent.URGE, ""): lambda said, _here: UrgeReport(said.ticket),
}
