"""Who asks when the water comes back hears the newest word of it; where nothing is known of that there, it is reported."""

from typing import Any

from handlers.area_notices.known import announced_answer
from handlers.context import Context
from handlers.conversation.interpreting import Interpreted
from handlers.conversation.situating import HANDS, OVERSEE
from handlers.reporting.commands import AskQuestion, ShowProgress
from handlers.reporting.reading import as_report
from understanding.announced import asks_when_back
from understanding.fitting_ticket import DONE
from understanding.supply_back import TROUBLE, supply_asked
from understanding.trouble import trouble_in


def back_asked(ctx: Context, found: Interpreted) -> Any | None:
    """What is announced at home; else how their own report of it stands; else a report. None where nobody asks that."""
    kind = supply_asked(found.words)
    if kind is None or found.reading.hazard is not None or found.situation.role in OVERSEE | HANDS:
        return None
    if announced_answer(ctx, found.words) is not None:
        return AskQuestion(found.text, found.reading)
    own = [each for each in found.situation.work if each.mine == "reporter" and each.state not in DONE]
    same = next((each for each in own if trouble_in(each.summary) is TROUBLE[kind]), None)
    if same is not None:
        return ShowProgress(same.number)
    return None if asks_when_back(found.words) else as_report(found.text, found.words, found.reading, ctx.here)
