"""Outlines of places from a GeoJSON file: first what is in it and what is wrong, with a picture; then, with the tick, written."""

import tempfile
from pathlib import Path
from typing import Any

from flask import Blueprint, request
from flask.typing import ResponseReturnValue

from bot.parameters import one_of, takes, words
from console import map_texts, texts
from console.parts import Console, guarded, page, staff
from governance.permissions import Act
from governance.things.datum import Datum
from governance.things.texts import DATUM
from handlers.office.outlines import MOST_BYTES, drawn_paths, import_outlines, read_outlines

MOST_PROBLEMS = 200
SENT = (
    words("write", texts.ASKED["write"], 3),
    one_of("datum", map_texts.DATUM_ASKED, [each.value for each in Datum], "wgs84"),
)


def outline_pages(blueprint: Blueprint, console: Console) -> None:
    """The upload."""

    @blueprint.route("/map/outlines", methods=["GET", "POST"])
    @guarded(console, Act.MANAGE, recent=True)
    @takes(form=SENT, files=("file",))
    def outlines(write: str = "", datum: str = "wgs84") -> ResponseReturnValue:
        """The same file again with the tick writes it."""
        shown: dict[str, Any] = {
            "m": map_texts,
            "datum": datum,
            "datums": DATUM,
            "plan": None,
            "problems": [],
            "rest": 0,
        }
        if request.method != "POST":
            return page("outlines.html", **shown)
        document, why = _sent()
        if why:
            return page("outlines.html", 422, **{**shown, "problems": [why]})
        plan = import_outlines(
            console.database, document, Datum(datum), console.clock(), actor=staff().actor, write=write == "yes"
        )
        problems = plan.problems[:MOST_PROBLEMS]
        more = {"plan": plan, "problems": problems, "rest": len(plan.problems) - len(problems), "done": write == "yes"}
        return page("outlines.html", 422 if problems else 200, **{**shown, **more, "paths": drawn_paths(plan.rings)})


def _sent() -> tuple[Any, str]:
    """The document that came with the form; why not, where it is none."""
    file = request.files.get("file")
    if file is None or not file.filename:
        return None, map_texts.NOT_A_FILE
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "sent")
        file.save(path)
        if path.stat().st_size > MOST_BYTES:
            return None, map_texts.TOO_LARGE.format(most=MOST_BYTES // 1024 // 1024)
        return read_outlines(path), ""
