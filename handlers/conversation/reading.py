"""Words that greet, ask for help, or say nothing."""

from handlers.conversation.commands import CancelDialogue, Greet, HearTalk, ShowHelp, StartReport, VentAnger
from handlers.said import Reads
from understanding.command_names import CommandName
from understanding.help_topics import topic_named

READS: Reads = {
    CommandName.SHOW_HELP: lambda said, _here: ShowHelp(topic_named(said.words, freely=said.free)),
    CommandName.GREET: lambda said, _here: Greet(said.variant == "who", said.variant == "bye"),
    CommandName.START_REPORT: lambda _said, _here: StartReport(),
    CommandName.HEAR_TALK: lambda _said, _here: HearTalk(),
    CommandName.CANCEL_DIALOGUE: lambda _said, _here: CancelDialogue(),
    CommandName.VENT_ANGER: lambda _said, _here: VentAnger(),
}
