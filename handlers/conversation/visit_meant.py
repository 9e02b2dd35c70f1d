"""Who keeps visits comes from one and says what they saw: that is a visit, and no alarm."""

from governance.permissions import PERMISSIONS, Act
from handlers.conversation.interpreting import Interpreted
from handlers.visits.commands import ALSO_TELL, RecordVisit
from understanding.visit_just_made import visit_just_made

KEEP = PERMISSIONS[Act.VISIT] | frozenset(ALSO_TELL)


def visit_meant(found: Interpreted) -> RecordVisit | None:
    """The visit to be kept; None where the words tell of none, or a sure danger beside it."""
    if found.situation.role not in KEEP:
        return None
    told = visit_just_made(found.words)
    return None if told is None else RecordVisit(told)
