"""A year of the small alliance: lectures, milestones and a project, and a round that is open for objections."""

import re
from typing import Any

from sqlalchemy import select

from storage.models import EvaluationEntry, EvaluationRound
from tests.alliance import Alliance, alliance
from tests.chat import Chat
from tests.office import Office


def year_begun(chat: Chat) -> Alliance:
    """The alliance with two lectures and one milestone kept."""
    pair = alliance(chat)
    pair.head.says("党课上完了，主题 社区治理怎么做，30人")
    pair.head.says("党课上完了，主题 防诈骗，12人")
    assert "完成" in pair.secretary.says("节点 1 完成 已为3户老人修好水管")
    return pair


def does(office: Office, do: str, **fields: Any) -> Any:
    """Fills a form of the page of the evaluation and sends it."""
    nonce = re.search(r'name="nonce" value="([^"]+)"', office.web.get("/console/evaluation").text)
    form = {"do": do, "csrf": office.csrf, "nonce": nonce[1] if nonce else "", **fields}
    return office.web.post("/console/evaluation", data=form, headers={"HX-Request": "true"})


def number_of(chat: Chat, name: str) -> int:
    """The number under which something is evaluated in the newest round."""
    newest = select(EvaluationEntry).order_by(EvaluationEntry.id.desc())
    return next(
        row.id
        for row in chat.rows(newest.with_only_columns(EvaluationEntry.id, EvaluationEntry.name))
        if row.name == name
    )


def rounds(chat: Chat) -> list[Any]:
    """All rounds, the oldest first."""
    return list(chat.rows(select(EvaluationRound.__table__).order_by(EvaluationRound.id)))
