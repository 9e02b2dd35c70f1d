"""One search over everything at the office; a ticket's number leads to the ticket."""

from flask import Blueprint, redirect, url_for
from flask.typing import ResponseReturnValue

from bot.parameters import takes, words
from console import find_texts, texts
from console.parts import Console, guarded, page, staff
from handlers.office.find import find


def find_pages(blueprint: Blueprint, console: Console) -> None:
    """The page."""

    @blueprint.get("/find")
    @guarded(console)
    @takes(words("q", texts.ASKED["q"], find_texts.LONGEST))
    def found(q: str) -> ResponseReturnValue:
        said = q.replace("\0", "").strip()
        with console.reading() as ctx:
            hits = find(ctx, staff(), said)
        if isinstance(hits, str):
            return redirect(url_for("console.ticket", number=hits))
        return page("find.html", f=find_texts, hits=hits, said=said)
