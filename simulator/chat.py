"""The chat page: phones side by side, and the small JSON calls behind their buttons."""

import base64
import binascii
import json
from collections.abc import Callable, Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

from flask import Blueprint, Response, abort, jsonify, render_template, request, send_from_directory

from simulator.errors import ApiError
from simulator.people import Code, Spot
from simulator.phone import Phone
from simulator.platform import Platform

Act = Callable[[Phone, dict[str, Any]], object]


def _picture(phone: Phone, asked: dict[str, Any]) -> object:
    head, _, data = str(asked["data"]).partition(",")
    return phone.picture(base64.b64decode(data, validate=True), head.removeprefix("data:").partition(";")[0])


ACTS: dict[str, Act] = {
    "say": lambda phone, asked: phone.say(str(asked["text"])),
    "choose": lambda phone, asked: phone.choose(str(asked["text"])),
    "picture": _picture,
    "voice": lambda phone, asked: phone.voice(asked.get("transcript")),
    "location": lambda phone, asked: phone.location(Spot(asked["label"], float(asked["lat"]), float(asked["lon"]))),
    "scan": lambda phone, asked: phone.scan(Code(asked["label"], asked["scene"])),
    "tap": lambda phone, asked: phone.tap(asked["name"], asked["key"]),
    "follow": lambda phone, asked: phone.follow(),
    "unfollow": lambda phone, asked: phone.unfollow(),
}
"""What a phone's buttons do."""


Forward = Callable[[int], str]
MOST_HOURS = 31 * 24
"""The most that one call may move the clock."""


def chat(
    platform: Platform, spots: list[Spot], codes: list[Code], assets: Path, forward: Forward | None = None
) -> Blueprint:
    """The page at `/`. `assets`: the folder with the web font. `forward`: what the page's fast-forward does, where it has one."""
    blueprint = Blueprint("chat", __name__, template_folder="templates", static_folder="static")

    @blueprint.get("/")
    def page() -> str:
        return render_template("chat.html")

    @blueprint.get("/assets/<path:name>")
    def asset(name: str) -> Response:
        return send_from_directory(assets, name, max_age=86_400)

    _read_views(blueprint, platform, spots, codes, forward is not None)
    _act_views(blueprint, platform, forward)
    return blueprint


def _read_views(
    blueprint: Blueprint, platform: Platform, spots: list[Spot], codes: list[Code], can_forward: bool
) -> None:
    """What the page reads."""

    @blueprint.get("/chat/state")
    def state() -> Response:
        people = [
            {"openid": p.openid, "name": p.name, "about": p.about, "followed": p.followed_at is not None}
            for p in platform.people.values()
        ]
        places = {"spots": [asdict(spot) for spot in spots], "codes": [asdict(code) for code in codes]}
        about = {"menus": _menus(platform), "bubbles": platform.journal.snapshot(), "forward": can_forward}
        return jsonify({"people": people, **about, **places})

    @blueprint.get("/chat/menus")
    def menus() -> Response:
        return jsonify(_menus(platform))

    @blueprint.get("/chat/events")
    def events() -> Response:
        return Response(_stream(platform), mimetype="text/event-stream", headers={"Cache-Control": "no-store"})

    @blueprint.get("/chat/media/<media_id>")
    def media(media_id: str) -> Response:
        try:
            found = platform.media.get(media_id, platform.clock())
        except ApiError:
            abort(404)
        return Response(found.content, mimetype=found.content_type)


def _act_views(blueprint: Blueprint, platform: Platform, forward: Forward | None) -> None:
    """What the page does."""

    @blueprint.post("/chat/<openid>/<act>")
    def act(openid: str, act: str) -> Response:
        if openid not in platform.people or act not in ACTS:
            abort(404)
        try:
            reply = ACTS[act](Phone(platform, openid), request.get_json(silent=True) or {})
        except (KeyError, ValueError, TypeError, binascii.Error, ApiError):
            abort(400)
        return jsonify({"reply": reply})

    @blueprint.post("/chat/forward")
    def fast_forward() -> Response:
        hours = (request.get_json(silent=True) or {}).get("hours")
        if forward is None or type(hours) is not int or not 1 <= hours <= MOST_HOURS:
            abort(404)
        return jsonify({"now": forward(hours)})

    @blueprint.post("/chat/faults")
    def faults() -> Response:
        asked = request.get_json(silent=True) or {}
        try:
            platform.faults.plan(str(asked["name"]), int(asked.get("times", 1)), float(asked.get("seconds", 1)))
        except (KeyError, ValueError, TypeError):
            abort(400)
        return jsonify({"planned": asked["name"]})


def _menus(platform: Platform) -> dict[str, Any]:
    return {openid: platform.menu_of(openid) for openid in platform.people}


def _stream(platform: Platform) -> Iterator[str]:
    yield "retry: 1000\n\n"
    for bubble in platform.journal.watch():
        yield ": beat\n\n" if bubble is None else f"data: {json.dumps(asdict(bubble), ensure_ascii=False)}\n\n"
