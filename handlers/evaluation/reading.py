"""Words about the evaluation as commands."""

import re

from handlers.context import Here
from handlers.evaluation.commands import ObjectEvaluation, SettleEvaluation, ShowBrand, ShowEvaluation
from handlers.said import Reads, Said
from understanding.command_names import CommandName
from understanding.evaluation_said import community_in, objection_in, settled_in

_NUMBER = re.compile(r"[0-9]{1,7}")
_VERB = re.compile(r"^(?:我?对)?(?:单位|结对)?评议(?:结果|得分|分数)?(?:有)?(?:异议|意见)[\s,，:：]*")


def show(said: Said, _here: Here) -> ShowEvaluation:
    """单位评议; 单位评议 3."""
    found = None if said.free else _NUMBER.fullmatch(said.argument)
    return ShowEvaluation(None if found is None else int(found[0]))


def object_to(said: Said, _here: Here) -> ObjectEvaluation:
    """评议异议 3 少算了一次党课; 这个分少算了一次党课."""
    number, reason = objection_in(_VERB.sub("", said.argument))
    return ObjectEvaluation(number, reason)


def settle(said: Said, _here: Here) -> SettleEvaluation:
    """评议处理 3 成立 +5 补上一次党课."""
    found = settled_in(said.argument)
    points, less = found.points, found.points is not None and found.points < 0
    return SettleEvaluation(found.number, found.upheld, None if points is None else abs(points), less, found.note)


READS: Reads = {
    CommandName.SHOW_EVALUATION: show,
    CommandName.OBJECT_EVALUATION: object_to,
    CommandName.SETTLE_EVALUATION: settle,
    CommandName.SHOW_BRAND: lambda said, _here: ShowBrand(community_in("" if said.free else said.argument)),
}
