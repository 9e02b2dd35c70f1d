"""Saying it as in the chat: whatever staff can do by phone they can do here, with the same words and the same answer."""

from flask import Blueprint, make_response, render_template
from flask.typing import ResponseReturnValue

from bot.parameters import takes, words
from console import texts
from console.parts import Console, guarded, nonce, page, staff, told
from handlers.office.saying import say as as_by_phone

LONGEST = 500
SAID = (words("text", texts.ASKED["text"], LONGEST), words("nonce", texts.ASKED["nonce"], 60, into="sent"))


def say_pages(blueprint: Blueprint, console: Console) -> None:
    """The page and what is said on it."""

    @blueprint.get("/say")
    @guarded(console)
    def say() -> ResponseReturnValue:
        return page("say.html", nonce=nonce(), examples=texts.SAY_EXAMPLES)

    @blueprint.post("/say")
    @guarded(console)
    @takes(form=SAID)
    def said(text: str, sent: str) -> ResponseReturnValue:
        text = text.strip()
        if not text:
            return told(texts.SAY_SOMETHING, 422)
        key = sent or nonce()
        answer = as_by_phone(console.database, console.receive, staff(), text, key, console.clock())
        return make_response(render_template("answer.html", text=text, answer=answer, nonce=nonce()))
