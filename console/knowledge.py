"""Known answers: kept by staff, and made from enquiries that none of them answered."""

from dataclasses import replace

from flask import Blueprint, redirect, url_for
from flask.typing import ResponseReturnValue

from bot.parameters import row_id, takes, words
from console import texts
from console.parts import Console, guarded, missing, page, refusal, staff
from governance.permissions import Act
from handlers.office.privacy import veil
from handlers.office.staff import places_of
from storage.audit import AuditEntry, note_by
from storage.console.answers import keep_answer, known_answers, retire_answer, unanswered

LONGEST_QUESTION, LONGEST_ANSWER = 200, 600
"""An answer has room in one message with what is said below it."""
KEPT = (
    row_id("id", texts.ASKED["id"], "known"),
    words("question", texts.ASKED["question"], LONGEST_QUESTION + 200),
    words("answer", texts.ASKED["answer"], LONGEST_ANSWER + 200),
)


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
    @takes(form=KEPT)
    def keep(known: int | None, question: str, answer: str) -> ResponseReturnValue:
        question, answer = question.strip(), answer.strip()
        if not 0 < len(question) <= LONGEST_QUESTION or not 0 < len(answer) <= LONGEST_ANSWER:
            return refusal(texts.ANSWER_HOW.format(question=LONGEST_QUESTION, answer=LONGEST_ANSWER), 422)
        with console.writing() as ctx:
            if not keep_answer(ctx.uow, known, question, answer, staff().person_id, ctx.now):
                return missing()
            note_by(ctx.uow, staff().actor, AuditEntry("answer.keep", f"answer:{known or 'new'}"), ctx.now)
        return redirect(url_for("console.knowledge"))

    @blueprint.post("/knowledge/<row:answer_id>/retire")
    @guarded(console, Act.MANAGE)
    def retire(answer_id: int) -> ResponseReturnValue:
        with console.writing() as ctx:
            if not retire_answer(ctx.uow, answer_id, ctx.now):
                return missing()
            note_by(ctx.uow, staff().actor, AuditEntry("answer.retire", f"answer:{answer_id}"), ctx.now)
        return redirect(url_for("console.knowledge"))
