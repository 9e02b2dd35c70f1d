"""Who keeps visits comes from one and says what they saw: that is a visit, and no alarm."""

from governance.permissions import PERMISSIONS, Act
from handlers.conversation.interpreting import Interpreted
from handlers.visits.commands import ALSO_TELL, RecordVisit
from understanding.normalise import tidy
from understanding.visit_just_made import says_visited, visit_just_made
from understanding.visit_told import home_told, without_visit_word

KEEP = PERMISSIONS[Act.VISIT] | frozenset(ALSO_TELL)


def visit_meant(found: Interpreted) -> RecordVisit | None:
    """The visit to be kept; None where the words tell of none, or a sure danger beside it."""
    if found.situation.role not in KEEP:
        return None
    told = visit_just_made(found.words)
    if told is not None:
        return RecordVisit(told)
    made = says_visited(found.words) and home_told(found.words)
    return RecordVisit(without_visit_word(tidy(found.text))) if made else None
