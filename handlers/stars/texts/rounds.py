"""What is said to who puts a round off, skips it, or takes that back."""

from governance.stars.undo import NoUndo
from handlers.context import Here
from handlers.outcomes import says
from handlers.stars.outcomes.rounds import (
    CommunityNotYours,
    CommunityUnknown,
    DelayHow,
    DelayUndone,
    NoRoundToChange,
    NothingUndone,
    RoundDelayed,
    RoundRestored,
    RoundSkipped,
    SkipHow,
    WhichCommunity,
)
from handlers.stars.texts import ROUND_STATE, moment, month_said

ROUND_NONE = "现在没有可以改的评选。"
DELAY_HOW = "推迟请写天数和原因，例如：推迟评选 2天 春节放假（最多 {most} 天）"
DELAYED = "{community}{month}评选推迟 {days} 天：评议{review}，公示{notice}，发布{announce}。原因：{reason}"
SKIP_HOW = "请写明本月不评的原因，例如：本月不评 正在换届"
SKIPPED = "{community}{month}评选已取消。原因：{reason}"
WHICH_COMMUNITY = "您负责几个社区，请带上社区名，例如：{example}"
COMMUNITY_UNKNOWN = "没有找到“{name}”这个社区，什么都没有改。您负责{own}，要改请写全名，例如：{own}"
COMMUNITY_NOT_YOURS = "{name}不归您负责，什么都没有改。您负责{own}；{name}的评选请找那里的社区书记。"
DELAY_UNDONE = "已取消推迟，{community}{month}评选恢复原来的时间：评议{review}，公示{notice}，发布{announce}。"
RESTORED = (
    "{community}{month}评选已恢复（{state}），候选 {count} 位都还在：评议{review}，公示{notice}，发布{announce}。"
)
NOT_DELAYED = "{community}没有可以取消的推迟。"
NOT_SKIPPED = "{community}没有可以恢复的评选。"
NOT_UNDONE = {
    NoUndo.MOVED_ON: "{community}的评选已经进入下一步，不能恢复原来的安排。",
    NoUndo.TOO_LATE: "{community}原定的下一步时间已经过了，不能恢复原来的安排。",
}


@says
def delayed(found: RoundDelayed, here: Here) -> str:
    """The new dates."""
    return DELAYED.format(
        community=here.places.full_name(found.community), month=month_said(found.month), days=found.days,
        reason=found.reason, **_dates(found, here),
    )  # fmt: skip


@says
def delay_how(found: DelayHow, _here: Here) -> str:
    """How to put it off."""
    return DELAY_HOW.format(most=found.most)


@says
def skipped(found: RoundSkipped, here: Here) -> str:
    """It ended, and why."""
    community = here.places.full_name(found.community)
    return SKIPPED.format(community=community, month=month_said(found.month), reason=found.reason)


@says
def skip_how(_found: SkipHow, _here: Here) -> str:
    """How to skip it."""
    return SKIP_HOW


@says
def delay_undone(found: DelayUndone, here: Here) -> str:
    """The dates of before."""
    community = here.places.full_name(found.community)
    return DELAY_UNDONE.format(community=community, month=month_said(found.month), **_dates(found, here))


@says
def restored(found: RoundRestored, here: Here) -> str:
    """It goes on where it was."""
    return RESTORED.format(
        community=here.places.full_name(found.community), month=month_said(found.month), state=ROUND_STATE[found.state],
        count=found.candidates, **_dates(found, here),
    )  # fmt: skip


@says
def nothing_undone(found: NothingUndone, here: Here) -> str:
    """Why it can't be taken back."""
    said = NOT_UNDONE.get(found.why, NOT_SKIPPED if found.skipped else NOT_DELAYED)
    return said.format(community=here.places.full_name(found.community))


@says
def no_round(_found: NoRoundToChange, _here: Here) -> str:
    """Nothing to change."""
    return ROUND_NONE


@says
def which_community(found: WhichCommunity, here: Here) -> str:
    """One has to be named."""
    return WHICH_COMMUNITY.format(example=here.places.full_name(found.example))


@says
def community_unknown(found: CommunityUnknown, here: Here) -> str:
    """Nothing was changed."""
    return COMMUNITY_UNKNOWN.format(name=found.name, own=here.places.full_name(found.own))


@says
def community_not_yours(found: CommunityNotYours, here: Here) -> str:
    """Nothing was changed, and who reviews there."""
    own, name = here.places.full_name(found.own), here.places.full_name(found.community)
    return COMMUNITY_NOT_YOURS.format(name=name, own=own)


def _dates(found: RoundDelayed | DelayUndone | RoundRestored, here: Here) -> dict[str, str]:
    zone, dates = here.config.zone, found.dates
    return {
        "review": moment(dates.review_at, zone), "notice": moment(dates.notice_at, zone),
        "announce": moment(dates.announce_at, zone),
    }  # fmt: skip
