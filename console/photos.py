"""The photo wall of a month in the browser: looked at, chosen from, printed."""

from datetime import date, timedelta

from flask import Blueprint, redirect, url_for
from flask.typing import ResponseReturnValue

from bot.parameters import month as month_asked
from bot.parameters import one_of, row_id, takes, words
from console import photo_texts, texts
from console.parts import Console, form_key, guarded, nonce, order, page, refusal, staff
from governance.clock import local_day
from governance.days import month_of, next_month
from governance.permissions import Act
from handlers.articles.commands import HidePhotos, ShowPhotos
from handlers.office.photo_wall import photo_wall
from handlers.outcomes import Tone

MONTH = month_asked("month", texts.ASKED["month"])
SENT = (
    one_of("do", texts.ASKED["do"], photo_texts.DO, "show"), words("number", texts.ASKED["number"], 24),
    row_id("before", photo_texts.BEFORE_ASKED), row_id("after", photo_texts.AFTER_ASKED),
    words("consent", photo_texts.CONSENT, 1), words("nonce", texts.ASKED["nonce"], 60, into="sent"),
    month_asked("month", texts.ASKED["month"]),
)  # fmt: skip


def photo_pages(blueprint: Blueprint, console: Console) -> None:
    """The page and its buttons."""

    @blueprint.get("/photos")
    @guarded(console)
    @takes(MONTH)
    def photos(month: date | None) -> ResponseReturnValue:
        first = month_of(month or local_day(console.clock(), console.config.zone))
        with console.reading() as ctx:
            found = photo_wall(ctx, staff(), first)
        return page(
            "photos.html", w=photo_texts, found=found, first=first, earlier=first - timedelta(days=1), later=next_month(first),
            nonce=nonce(),
        )  # fmt: skip

    @blueprint.post("/photos")
    @guarded(console, Act.DISPATCH)
    @takes(form=SENT)
    def do_photos(
        do: str, number: str, before: int | None, after: int | None, consent: str, sent: str, month: date | None
    ) -> ResponseReturnValue:
        """Puts two pictures on the wall, or takes them off; the same form sent twice is done once."""
        show = ShowPhotos(number, before or 0, after or 0, consent == "1")
        command = HidePhotos(number) if do == "hide" else show
        answered = order(console, command, form_key(command, sent))
        if answered.tone is not Tone.DONE:
            return refusal(answered.text, 409)
        return redirect(url_for("console.photos", month=f"{month:%Y-%m}" if month else None), 303)
