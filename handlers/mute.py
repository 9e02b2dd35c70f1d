"""退订提醒, 恢复提醒: what a person does not want to hear of. What is to be done and what endangers is always told."""

from governance.notices import MUTABLE, Group
from handlers import texts
from handlers.inbound import Reply
from handlers.turn import Turn
from storage.accounts import change_account
from understanding.mute import groups_in, wants_back


def mute(turn: Turn) -> Reply:
    """By kind (进展, 提醒, 简报); without one all that may be muted."""
    asked = {Group(group) for group in groups_in(turn.words)} or set(MUTABLE)
    muted = {Group(group) for group in turn.account.muted.split(",") if group}
    muted = muted - asked if wants_back(turn.words) else muted | asked
    turn.account.muted = ",".join(sorted(muted))
    change_account(turn.uow, turn.account.id, muted=turn.account.muted)
    return Reply(texts.muted([texts.GROUP[group] for group in Group if group in muted]))
