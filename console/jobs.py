"""What fails of what the clock brings: each item with its reason, with buttons to try it again or to set it aside."""

from dataclasses import replace

from flask import Blueprint, redirect, url_for
from flask.typing import ResponseReturnValue

from bot.parameters import one_of, takes, words
from console import texts
from console.parts import Console, guarded, nonce, order, page, refusal
from governance.permissions import Act
from handlers.office.commands import RetryItem, SetItemAside
from handlers.office.privacy import veil
from handlers.outcomes import Tone
from storage.job_failures import failures

ONE = (
    words("job", texts.ASKED["job"], 64), words("item", texts.ASKED["item"], 255),
    one_of("do", texts.ASKED["do"], ("retry", "aside"), "retry"),
)  # fmt: skip


def jobs_pages(blueprint: Blueprint, console: Console) -> None:
    """The list and the button."""

    @blueprint.get("/jobs")
    @guarded(console, Act.MANAGE)
    def jobs() -> ResponseReturnValue:
        with console.reading() as ctx:
            hidden = veil(ctx).text
            found = [replace(each, last_error=hidden(each.last_error)) for each in failures(ctx.uow)]
        return page("jobs.html", found=found, labels=console.job_labels)

    @blueprint.post("/jobs")
    @guarded(console, Act.MANAGE)
    @takes(form=ONE)
    def retry(job: str, item: str, do: str) -> ResponseReturnValue:
        """Lets one item be tried with the next pass, or has it wait for somebody."""
        answered = order(console, SetItemAside(job, item) if do == "aside" else RetryItem(job, item), nonce())
        return refusal(answered.text, 404) if answered.tone is Tone.REFUSED else redirect(url_for("console.jobs"))
