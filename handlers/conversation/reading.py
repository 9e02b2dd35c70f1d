"""Words that greet, ask for help, or say nothing."""

from handlers.conversation.commands import CancelDialogue, Greet, HearTalk, ShowHelp, StartReport, VentAnger
from handlers.said import Reads, Said
from understanding.command_names import CommandName

TOPICS = ("工单", "值班", "美善之星", "上报", "身份", "后台")


def _topic(said: Said) -> str | None:
    """The topic that a call for help names."""
    return next((topic for topic in TOPICS if topic in said.words), None)


READS: Reads = {
    CommandName.SHOW_HELP: lambda said, _here: ShowHelp(_topic(said)),
    CommandName.GREET: lambda _said, _here: Greet(),
    CommandName.START_REPORT: lambda _said, _here: StartReport(),
    CommandName.HEAR_TALK: lambda _said, _here: HearTalk(),
    CommandName.CANCEL_DIALOGUE: lambda _said, _here: CancelDialogue(),
    CommandName.VENT_ANGER: lambda _said, _here: VentAnger(),
}
