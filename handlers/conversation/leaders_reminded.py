"""Who answers for a grid wants the leaders reminded who have not walked round, or those of the list that they were just shown."""

from handlers.conversation.interpreting import Interpreted
from handlers.conversation.questions import Question
from handlers.duty.commands.presence import LISTED_FOR, RemindUnpatrolled
from understanding.command_names import CommandName
from understanding.walks_reminded import reminds_of_walks, reminds_them


def reminder_meant(found: Interpreted) -> RemindUnpatrolled | None:
    """The reminder; None where the words want none."""
    if found.situation.role not in LISTED_FOR:
        return None
    meant = reminds_of_walks(found.words) or (_list_shown(found) and reminds_them(found.words))
    return RemindUnpatrolled() if meant else None


def _list_shown(found: Interpreted) -> bool:
    question = found.question
    if question is None or question.kind != Question.CHOICE:
        return False
    return CommandName.REMIND_UNPATROLLED.value in {option["command"] for option in question.data["options"]}
