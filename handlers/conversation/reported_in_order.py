"""A report that was made of something in order is taken back at once by who made it, when they say so."""

from handlers.conversation.interpreting import Interpreted
from handlers.reporting.commands import WithdrawReport
from understanding.named import named_alone
from understanding.no_fault import no_fault_and_off
from understanding.situation import WAITING


def reported_in_order(found: Interpreted) -> WithdrawReport | None:
    """The one report that is named, or was just spoken of; None where the words say no such thing."""
    if found.reading.hazard is not None or not no_fault_and_off(found.words):
        return None
    own = [each for each in found.situation.tickets if each.mine == "reporter" and each.state in WAITING]
    named = named_alone(found.words, own)
    just = next((each for each in own if each.number == found.situation.just), None)
    meant = named or just or (own[0] if len(own) == 1 else None)
    return None if meant is None else WithdrawReport(meant.number)
