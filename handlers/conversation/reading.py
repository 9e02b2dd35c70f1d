"""Words that greet, ask for help, or say nothing."""

from handlers.conversation.commands import CancelDialogue, Greet, ShowHelp, StartReport, VentAnger
from handlers.said import Reads
from understanding.intent import Intent

READS: Reads = {
    (Intent.HELP, ""): lambda said, _here: ShowHelp(said.meaning.rest),
    (Intent.GREETING, ""): lambda _said, _here: Greet(),
    (Intent.NOISE, ""): lambda _said, _here: StartReport(),
    (Intent.NOISE, "leave"): lambda _said, _here: CancelDialogue(),
    (Intent.NOISE, "abuse"): lambda _said, _here: VentAnger(),
}
