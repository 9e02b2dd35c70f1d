"""Somebody does not want to live, or is beaten at home: that is heard before all else."""

from handlers.conversation.interpreting import Interpreted
from handlers.reporting.commands import ReportProblem
from understanding.despair import Despair, despair_in, of_oneself
from understanding.hazard import OF_A_LIFE
from understanding.violence_at_home import beaten_at_home


def life_first(found: Interpreted) -> ReportProblem | None:
    """The report that such words are; None for others, and for what is said of somebody else's ticket in the writer's hands."""
    hazard = found.reading.hazard
    if hazard is None or hazard.danger not in OF_A_LIFE:
        return None
    if not of_oneself(found.words) and (found.interpretation.terse is not None or _in_hand(found)):
        return None
    return ReportProblem(found.text, reading=found.reading)


def _in_hand(found: Interpreted) -> bool:
    """Whether the writer works on, or oversees, a ticket that tells of the like."""
    work = [each.summary for each in found.situation.work if each.mine != "reporter"]
    return any(despair_in(each) is not Despair.NONE or beaten_at_home(each) for each in work)
