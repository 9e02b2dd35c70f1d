"""Words that greet, ask for help, or say nothing."""

from handlers.conversation.commands import CancelDialogue, Greet, ShowHelp, StartReport, VentAnger
from handlers.said import Reads
from understanding.command_names import CommandName

READS: Reads = {
    CommandName.SHOW_HELP: lambda said, _here: ShowHelp(said.meaning.rest),
    CommandName.GREET: lambda _said, _here: Greet(),
    CommandName.START_REPORT: lambda _said, _here: StartReport(),
    CommandName.CANCEL_DIALOGUE: lambda _said, _here: CancelDialogue(),
    CommandName.VENT_ANGER: lambda _said, _here: VentAnger(),
}
