"""Known answers: kept by staff, and made from enquiries that none of them answered."""

from dataclasses import replace

from flask import Blueprint, redirect, request, url_for
from flask.typing import ResponseReturnValue

from console import texts
from console.parts import Console, guarded, page, refusal, staff
from governance.permissions import Act
from handlers.office.privacy import veil
from handlers.office.staff import places_of
from storage.audit import AuditEntry, note_by
from storage.console.answers import keep_answer, known_answers, retire_answer, unanswered

LONGEST_QUESTION, LONGEST_ANSWER = 200, 600
"""An answer has room in one message with what is said below it."""


def knowledge_pages(blueprint: Blueprint, console: Console) -> None:
    """The list with its forms."""

    @blueprint.get("/knowledge")
    @guarded(console, Act.MANAGE)
    def knowledge() -> ResponseReturnValue:
        with console.reading() as ctx:
            hidden = veil(ctx)
            open_ones = [
                replace(each, text=hidden.words(each.text), answer=each.answer and hidden.text(each.answer))
                for each in unanswered(ctx.uow, places_of(ctx, staff(), Act.MANAGE))
            ]
            return page("knowledge.html", known=known_answers(ctx.uow), open_ones=open_ones)

    @blueprint.post("/knowledge")
    @guarded(console, Act.MANAGE)
    def keep() -> ResponseReturnValue:
        form = request.form
        question, answer, known = form.get("question", "").strip(), form.get("answer", "").strip(), form.get("id", "")
        if not 0 < len(question) <= LONGEST_QUESTION or not 0 < len(answer) <= LONGEST_ANSWER:
            return refusal(texts.ANSWER_HOW.format(question=LONGEST_QUESTION, answer=LONGEST_ANSWER), 422)
        with console.writing() as ctx:
            keep_answer(ctx.uow, int(known) if known.isdigit() else None, question, answer, staff().person_id, ctx.now)
            note_by(ctx.uow, staff().actor, AuditEntry("answer.keep", f"answer:{known or 'new'}"), ctx.now)
        return redirect(url_for("console.knowledge"))

    @blueprint.post("/knowledge/<int:answer_id>/retire")
    @guarded(console, Act.MANAGE)
    def retire(answer_id: int) -> ResponseReturnValue:
        with console.writing() as ctx:
            retire_answer(ctx.uow, answer_id, ctx.now)
            note_by(ctx.uow, staff().actor, AuditEntry("answer.retire", f"answer:{answer_id}"), ctx.now)
        return redirect(url_for("console.knowledge"))
