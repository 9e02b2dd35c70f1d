"""What is said of what waits for somebody who serves."""

from handlers.context import Here
from handlers.duty.outcomes import due as found
from handlers.duty.texts.words import line, what
from handlers.outcomes import says

HEAD = "您这几天有 {count} 件事："
WALK = "· 本周还没有巡楼：{place} → 巡完回复：巡楼 无异常，或说发现了什么"
OFFERED = "· 有人请您顶班：{what} → 同意换班 {n}"
CHECK = "· 等您核查 {n}：{about} → 核查 {n} 通过"
SURVEY = "· 意见{n}还没有答：{title} → 回复“征求意见”看题目"
SHIFT = "· 您的值班：{line}"
NOTHING = "这几天没有等您办的事。想报名值班请回复“值班表”。"


@says
def due(of: found.DueShown, here: Here) -> str:
    """Each on a line with its next step."""
    lines = [
        *(WALK.format(place=place) for place in of.walks),
        *(OFFERED.format(what=what(here, row), n=row.id) for row in of.offered),
        *(CHECK.format(n=number, about=about) for number, about in of.checks),
        *(SURVEY.format(title=title, n=number) for number, title in of.surveys),
        *(SHIFT.format(line=line(here, row)) for row in of.shifts),
    ]
    return "\n".join([HEAD.format(count=len(lines)), *lines]) if lines else NOTHING
