"""What a resolution that became a project has to do with its council: whom it concerns, and that it is done with the project."""

from governance.councils.watching import ResolutionState
from handlers.context import Context
from handlers.councils import words
from handlers.councils.telling import tell_people
from storage.councils.resolutions import ResolutionRow, change_resolution, lock_resolution, resolution_by_id, say_of
from storage.councils.topics import TopicRow, supporters_of, topic_by_id


def topic_of(ctx: Context, found: ResolutionRow) -> TopicRow | None:
    """The topic that was resolved."""
    return None if found.topic_id is None else topic_by_id(ctx.uow, found.topic_id)


def wanted_by(ctx: Context, resolution_id: int) -> list[int]:
    """The accounts of who proposed the topic and who supports it."""
    found = resolution_by_id(ctx.uow, resolution_id)
    topic = None if found is None else topic_of(ctx, found)
    if topic is None:
        return []
    proposer = [] if topic.account_id is None else [topic.account_id]
    return list(dict.fromkeys([*proposer, *supporters_of(ctx.uow, topic.id)]))


def settle(ctx: Context, resolution_id: int, news: str) -> bool:
    """The resolution is done with its project; who owns it and who wrote it hear so. False where it had ended before.

    Whoever wanted it hears of the project, so nothing is said to them here.
    """
    row = lock_resolution(ctx.uow, resolution_id)
    if row.state is not ResolutionState.OPEN:
        return False
    say_of(ctx.uow, row.id, ResolutionState.DONE.value, ctx.person_id, news, ctx.now)
    change_resolution(ctx.uow, row.id, state=ResolutionState.DONE.value, ended_at=ctx.now, look_at=None)
    line = words.ENDED[ResolutionState.DONE].format(r=row.id, text=words.short(row.text), news=news)
    asked = [each for each in (row.owner_id, row.written_by) if each is not None and each != ctx.person_id]
    tell_people(ctx, asked, f"resolution:{row.id}:{ResolutionState.DONE.value}", line)
    return True
