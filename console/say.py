"""Saying it as in the chat: whatever staff can do by phone they can do here, with the same words and the same answer."""

from flask import Blueprint, make_response, render_template, request
from flask.typing import ResponseReturnValue

from console import texts
from console.parts import Console, do, guarded, nonce, page, told

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
        answer = do(console, text, request.form.get("nonce") or nonce())
        return make_response(render_template("answer.html", text=text, answer=answer, nonce=nonce()))
