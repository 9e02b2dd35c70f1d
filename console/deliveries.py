"""Pushes that did not reach their readers in the browser: why, what to do, and buttons for it."""

from flask import Blueprint, redirect, url_for
from flask.typing import ResponseReturnValue

from bot.parameters import one_of, row_id, takes, words
from console import delivery_texts, texts
from console.parts import Console, form_key, guarded, nonce, order, page, refusal
from governance.delivery_trouble import Trouble
from governance.permissions import Act
from handlers.office.commands import CallOffPush, SendAgain
from handlers.office.deliveries import deliveries
from handlers.outcomes import Tone

CAUSE = one_of("cause", delivery_texts.ASKED, [each.value for each in Trouble])
SENT = (
    one_of("do", texts.ASKED["do"], ("again", "off"), "again"), row_id("push", delivery_texts.NUMBER),
    one_of("cause", delivery_texts.ASKED, [each.value for each in Trouble]), words("nonce", texts.ASKED["nonce"], 60, into="sent"),
)  # fmt: skip


def delivery_pages(blueprint: Blueprint, console: Console) -> None:
    """The page and its buttons."""

    @blueprint.get("/deliveries")
    @guarded(console, Act.MANAGE)
    @takes(CAUSE)
    def pushes(cause: str) -> ResponseReturnValue:
        with console.reading() as ctx:
            found = deliveries(ctx, cause)
        return page("deliveries.html", w=delivery_texts, found=found, cause=cause, nonce=nonce())

    @blueprint.post("/deliveries")
    @guarded(console, Act.MANAGE)
    @takes(form=SENT)
    def do_push(do: str, push: int | None, cause: str, sent: str) -> ResponseReturnValue:
        """Sends one again, or calls it off; the same form sent twice is done once."""
        command = CallOffPush(push or 0) if do == "off" else SendAgain(push or 0)
        answered = order(console, command, form_key(command, sent))
        if answered.tone is Tone.REFUSED:
            return refusal(answered.text, 409)
        return redirect(url_for("console.pushes", cause=cause or None), 303)
