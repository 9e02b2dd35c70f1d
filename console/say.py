"""Saying it as in the chat: whatever staff can do by phone they can do here, with the same words and the same answer."""

from flask import Blueprint, make_response, render_template, request
from flask.typing import ResponseReturnValue

from console import texts
from console.parts import Console, guarded, nonce, page, staff, told
from handlers.office.saying import say as as_by_phone

LONGEST = 500


def say_pages(blueprint: Blueprint, console: Console) -> None:
    """The page and what is said on it."""

    @blueprint.get("/say")
    @guarded(console)
    def say() -> ResponseReturnValue:
        return page("say.html", nonce=nonce(), examples=texts.SAY_EXAMPLES)

    @blueprint.post("/say")
    @guarded(console)
    def said() -> ResponseReturnValue:
        text = request.form.get("text", "").strip()[:LONGEST]
        if not text:
            return told(texts.SAY_SOMETHING, 422)
        key = request.form.get("nonce") or nonce()
        answer = as_by_phone(console.database, console.receive, staff(), text, key, console.clock())
        return make_response(render_template("answer.html", text=text, answer=answer, nonce=nonce()))
