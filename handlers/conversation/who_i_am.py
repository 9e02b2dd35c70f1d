"""Somebody says who they are, or where they live, in a sentence that is nothing else: no report begins with it."""

from handlers.context import Here
from handlers.conversation.interpreting import Interpreted
from handlers.people.commands import BindAccount, ChooseHome
from handlers.reporting.whereabouts import says_only_a_place
from understanding.dwelling import lives_at
from understanding.newcomer import asks_how_to_begin
from understanding.people import claim_said, claims_to_be


def introduced(found: Interpreted, here: Here) -> BindAccount | ChooseHome | None:
    """What binds the account or chooses the home; None where the words tell of anything more."""
    if found.reading.hazard is not None:
        return None
    if claims_to_be(found.words):
        return BindAccount(claim_said(found.words), None, said=True)
    if found.basis.person is None and asks_how_to_begin(found.words):
        return BindAccount()
    home = lives_at(found.words)
    return None if home is None or not says_only_a_place(here.places, home) else ChooseHome(home)
