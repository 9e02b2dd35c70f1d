"""Known answers: kept by staff, and made from enquiries that none of them answered."""

from dataclasses import replace

from flask import Blueprint, redirect, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.wrappers import Response as BaseResponse

from bot.parameters import row_id, takes, words
from console import entry_texts, texts
from console.entry_texts import ASKED
from console.parts import Console, form_key, guarded, missing, nonce, order, page, refusal, staff
from governance.permissions import Act
from handlers.office.commands import KeepAnswer, RestoreAnswer, RetireAnswer
from handlers.office.privacy import veil
from handlers.office.staff import places_of
from handlers.office.upkeep import LONGEST_ANSWER, LONGEST_QUESTION
from handlers.office.whom import who_manages
from handlers.outcomes import Tone
from handlers.tickets.commands import HandleTicket
from storage.console.answers import known_answers, retired_answers, unanswered

KEPT = (
    row_id("id", texts.ASKED["id"], "known"),
    words("question", texts.ASKED["question"], LONGEST_QUESTION + 200),
    words("answer", texts.ASKED["answer"], LONGEST_ANSWER + 200),
    words("number", texts.ASKED["number"], 40),
    words("was", ASKED["was"], LONGEST_QUESTION + LONGEST_ANSWER + 10),
)


def knowledge_pages(blueprint: Blueprint, console: Console) -> None:
    """The list with its forms."""

    @blueprint.get("/knowledge")
    @guarded(console, Act.ASSESS)
    def knowledge() -> ResponseReturnValue:
        """Who may not change them reads what people are told, and whom to ask where it is wrong."""
        with console.reading() as ctx:
            if not staff().may(Act.MANAGE):
                return page("answers.html", known=known_answers(ctx.uow), whom=who_manages(ctx), w=entry_texts)
            hidden = veil(ctx)
            open_ones = [
                replace(each, text=hidden.words(each.text), answer=each.answer and hidden.text(each.answer))
                for each in unanswered(ctx.uow, places_of(ctx, staff(), Act.MANAGE))
            ]
            return page(
                "knowledge.html", known=known_answers(ctx.uow), open_ones=open_ones, retired=retired_answers(ctx.uow),
                nonce=nonce(),
            )  # fmt: skip

    _keep_view(blueprint, console)
    _retire_views(blueprint, console)


def _keep_view(blueprint: Blueprint, console: Console) -> None:
    @blueprint.post("/knowledge")
    @guarded(console, Act.MANAGE)
    @takes(form=KEPT)
    def keep(known: int | None, question: str, answer: str, number: str, was: str) -> ResponseReturnValue:
        """Keeps it; `number`: the enquiry from which it was made, whose reporter gets it as their answer."""
        kept = _done(console, KeepAnswer(question, answer, known, was))
        if not number or kept.status_code >= 400:
            return kept
        answered = order(console, HandleTicket(number, answer.strip()), nonce())
        return kept if answered.tone is Tone.DONE else refusal(answered.text, 409)


def _retire_views(blueprint: Blueprint, console: Console) -> None:
    @blueprint.post("/knowledge/<row:answer_id>/retire")
    @guarded(console, Act.MANAGE)
    def retire(answer_id: int) -> ResponseReturnValue:
        return _done(console, RetireAnswer(answer_id))

    @blueprint.post("/knowledge/<row:answer_id>/restore")
    @guarded(console, Act.MANAGE)
    def restore(answer_id: int) -> ResponseReturnValue:
        return _done(console, RestoreAnswer(answer_id))


def _done(console: Console, command: KeepAnswer | RetireAnswer | RestoreAnswer) -> BaseResponse:
    """The same form sent twice is done once."""
    answered = order(console, command, form_key(command, request.form.get("nonce", "")))
    if answered.tone is Tone.ASKS:
        return refusal(answered.text, 422)
    if answered.tone is not Tone.REFUSED:
        return redirect(url_for("console.knowledge"))
    with console.reading() as ctx:
        there = any(each.id == command.known for each in known_answers(ctx.uow))
    return refusal(answered.text, 409) if there else missing()
