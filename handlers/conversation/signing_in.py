"""The answer to who asks on a screen to be signed in."""

from typing import Any

from handlers.context import Here
from handlers.conversation.interpreting import Interpreted
from handlers.office.commands import ConfirmSignIn, RefuseSignIn
from understanding.replies import not_me_in, screen_number_in


def sign_in_answer(data: dict[str, Any], found: Interpreted, _here: Here) -> ConfirmSignIn | RefuseSignIn | None:
    """To the letter only: nobody is signed in by what words may mean."""
    number = screen_number_in(found.words)
    if number is not None:
        return ConfirmSignIn(data["request"], number)
    return RefuseSignIn(data["request"]) if not_me_in(found.words) else None
