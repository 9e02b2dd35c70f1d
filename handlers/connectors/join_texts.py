"""What is said to who joins what several platforms know."""

from handlers.connectors import join_outcomes as found
from handlers.context import Here
from handlers.outcomes import says

JOINED = "已合并到 {into}，{count} 个平台的记录算同一个；各项的来源和时间都记下了，合错了可以取消"
JOINED_THEIRS = "已合并 {count} 个平台的记录，名册里还没有；以后和我们的合并时一起算"
CANNOT = "这个平台已有另一条和 {into} 合并，请先取消那一条，或请对方核对"
NOBODY = "没有这一条，可能别人刚处理过，请刷新"
ALL_JOINED, NONE_ALIKE = "已合并 {count} 条完全一样的；其余请逐条看", "没有完全一样的，请逐条看"
APART = "记下了：不是同一个，不再提示"
DISMISSED = "记下了：与我们无关，内容已清空"
SPLIT = "已取消合并，这一条重新等人看，不再提示和原来那个合并"


@says
def joined(of: found.SubjectJoined, _here: Here) -> str:
    """With what."""
    return (JOINED if of.into else JOINED_THEIRS).format(into=of.into, count=of.count)


@says
def cannot(of: found.CannotJoin, _here: Here) -> str:
    """What to do first."""
    return CANNOT.format(into=of.into)


@says
def nobody(_of: found.NoSuchSubject, _here: Here) -> str:
    """Somebody was quicker."""
    return NOBODY


@says
def all_joined(of: found.AllAlikeJoined, _here: Here) -> str:
    """How many."""
    return ALL_JOINED.format(count=of.count) if of.count else NONE_ALIKE


@says
def apart(_of: found.SubjectKeptApart, _here: Here) -> str:
    """That it is noted."""
    return APART


@says
def dismissed(_of: found.SubjectDismissed, _here: Here) -> str:
    """That nothing of it is kept."""
    return DISMISSED


@says
def split(_of: found.SubjectSplit, _here: Here) -> str:
    """What comes next."""
    return SPLIT
