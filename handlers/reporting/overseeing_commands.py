"""What staff may ask of the whole of an area."""

from dataclasses import dataclass

from governance.permissions import PERMISSIONS, Act
from handlers.catalogue import Effect, command, slot
from understanding.intents import Intent
from understanding.overseeing import Span, Topic


@command(
    "今天的情况",
    Intent.OVERVIEW,
    effect=Effect.NONE,
    roles=PERMISSIONS[Act.SEE],
    examples=("今天有什么情况", "哪些超时了"),
)
@dataclass(frozen=True)
class ShowOverview:
    """How things stand where the sender works; or some of it: one kind of tickets, somebody's, reports of a category.

    `names`: people as they were called (老陈); `mine`: the sender's own; `word`: what the category was called by;
    `places`: of the tree, as far as they were named.
    """

    topic: Topic = slot("哪些工单", default=Topic.ALL)
    span: Span = slot("什么时候以来", default=Span.DAY)
    names: tuple[str, ...] = slot("谁手上的", default=())
    mine: bool = slot("自己手上的", default=False)
    category: str | None = slot("类别", default=None)
    word: str = slot("类别原话", default="")
    places: tuple[int, ...] = slot("地点", default=())
