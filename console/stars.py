"""The stars: who is proposed and why, and what a reviewer decides of them, with the words they would write."""

import hashlib
from dataclasses import dataclass
from typing import Any

from flask import Blueprint, request
from flask.typing import ResponseReturnValue

from console import texts
from console.parts import Console, do, guarded, missing, nonce, page, staff, stored, told
from governance.permissions import Act
from handlers.console.stars import nomination_picture, stars_for
from handlers.texts import stars as words

LONGEST = 300
CHANGED = "stars-changed"
"""The event in the browser upon which the list is fetched anew."""


@dataclass(frozen=True)
class Decision:
    """`words`: the command, with the names of the fields; `more`: what is added where a field that may be empty is not."""

    words: str
    needs: tuple[str, ...] = ()
    more: tuple[tuple[str, str], ...] = ()


DECISIONS = {
    "accept": Decision("评议通过 {n}", ("n",), (("deeds", " 事迹：{deeds}"),)),
    "accept_all": Decision("评议通过"),
    "return": Decision("评议退回 {n}：{reason}", ("n", "reason")),
    "merge": Decision("评议合并 {n} 到 {other}", ("n", "other")),
    "consent": Decision("代记同意 {n}", ("n",), (("shown", " 署名 {shown}"),)),
    "dismiss": Decision("异议处理 {n} 不成立 {note}", ("n", "note")),
    "uphold": Decision("异议处理 {n} 成立 {note}", ("n", "note")),
    "delay": Decision("推迟评选 {community} {days}天 {reason}", ("community", "days", "reason")),
    "skip": Decision("本月不评 {community} {reason}", ("community", "reason")),
}


def stars_pages(blueprint: Blueprint, console: Console) -> None:
    """The page, its list, and what is done there."""

    @blueprint.get("/stars")
    @guarded(console, Act.RUN_STARS)
    def stars() -> ResponseReturnValue:
        return page("stars.html", live=CHANGED, **_shown(console))

    @blueprint.get("/stars/live")
    @guarded(console, Act.RUN_STARS)
    def stars_live() -> ResponseReturnValue:
        return page("stars_live.html", **_shown(console))

    @blueprint.post("/stars")
    @guarded(console, Act.RUN_STARS)
    def decide() -> ResponseReturnValue:
        """What the form says; the same form sent twice is done once."""
        said = {name: " ".join(value.split())[:LONGEST] for name, value in request.form.items()}
        decision = DECISIONS.get(said.get("do", ""))
        if decision is None:
            return told(texts.NO_SUCH_ACT, 400)
        lacking = [texts.STAR_FIELD[name] for name in decision.needs if not said.get(name)]
        if lacking:
            text = texts.FILL_IN.format(fields="、".join(lacking))
            return told(text, 422)
        command = decision.words + "".join(more for name, more in decision.more if said.get(name))
        command = command.format(**said)
        key = f"{said.get('nonce') or nonce()}:{hashlib.sha256(command.encode()).hexdigest()[:16]}"
        response = told(do(console, command, key))
        response.headers["HX-Trigger"] = CHANGED
        return response

    @blueprint.get("/stars/pictures/<int:file_id>")
    @guarded(console, Act.RUN_STARS)
    def nominated(file_id: int) -> ResponseReturnValue:
        with console.reading() as ctx:
            found = nomination_picture(ctx, staff(), file_id)
        return missing() if found is None else stored(console, found)


def _shown(console: Console) -> dict[str, Any]:
    with console.reading() as ctx:
        found = stars_for(ctx, staff())
    return {"shown": found, "w": words, "zone": console.config.zone, "nonce": nonce()}
