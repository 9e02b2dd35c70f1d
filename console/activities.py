"""Activities in the browser: the year's list, one with its units by day and whom to thank, the record of people and units."""

from collections.abc import Collection, Iterable
from typing import Any

from flask import Blueprint, request, url_for
from flask.typing import ResponseReturnValue

from bot.parameters import takes, words
from bot.parameters import year as year_asked
from console import activity_texts, texts
from console.command_forms import CommandForm, FormView, Spot, form_view, schema_of, submitted
from console.exporting import exported
from console.parts import XLSX, Console, guarded, missing, nonce, page, staff, told
from governance.activities.kinds import ActivityKind
from governance.permissions import Act
from handlers.activities.commands import (
    AddActivityTime,
    BookPlaces,
    GiveBackPlaces,
    OpenActivity,
    RecordArrivals,
    SetEnrolmentEnd,
    TellContestResults,
    WriteContestResult,
)
from handlers.duty.commands.lead import StopShift
from handlers.office.activities import (
    ActivityPage,
    activities_listed,
    activity_page,
    records_of,
    share_rows,
    thanks_rows,
)
from handlers.office.staff import places_of

_W = activity_texts
YEAR = (year_asked("year", texts.ASKED["year"]),)
DONE = (words("do", texts.ASKED["do"], 40),)
_TIME, _UNIT = ("shift",), {"unit": _W.UNIT_HINT}
OPEN: dict[str, CommandForm] = {
    "open": CommandForm(
        OpenActivity, _W.DO["open"], fixed={"place": "", "said": ""}, needs=("title", "spot", "starts_at", "ends_at", "people"),
        hints={"spot": _W.SPOT_HINT},
    )
}  # fmt: skip
FORMS: dict[str, CommandForm] = {
    "book": CommandForm(BookPlaces, _W.DO["book"], _TIME, needs=("people", "unit"), hints=_UNIT),
    "came": CommandForm(RecordArrivals, _W.DO["came"], _TIME, needs=("people", "unit"), hints=_UNIT),
    "back": CommandForm(GiveBackPlaces, _W.DO["back"], _TIME, needs=("unit",), hints=_UNIT, plain=True),
    "stop": CommandForm(StopShift, _W.DO["stop"], _TIME, needs=("reason",), plain=True),
    "until": CommandForm(SetEnrolmentEnd, _W.DO["until"], _TIME, needs=("until",), plain=True),
    "result": CommandForm(
        WriteContestResult, _W.DO["result"], _TIME, needs=("who", "place"),
        hints={"who": _W.WHO_HINT, "award": _W.AWARD_HINT}, plain=True,
    ),
    "tell": CommandForm(TellContestResults, _W.DO["tell"], _TIME, plain=True),
    "time": CommandForm(AddActivityTime, _W.DO["time"], _TIME, needs=("starts_at", "ends_at", "people"), plain=True),
}  # fmt: skip
OF_CONTEST, OF_ALL = ("until", "result", "tell"), ("time", "until", "result", "tell")
"""What can be done with a time of an activity; the last with the activity, or with a contest."""


def activity_pages(blueprint: Blueprint, console: Console) -> None:
    """The list, an activity, the records; each with its file."""
    _list_views(blueprint, console)
    _activity_views(blueprint, console)
    _file_views(blueprint, console)

    @blueprint.get("/activities/records")
    @guarded(console, Act.RUN_DUTY)
    @takes(*YEAR)
    def activity_records(year: int | None) -> ResponseReturnValue:
        with console.reading() as ctx:
            asked = year or ctx.today.year
            found = records_of(ctx, asked, places_of(ctx, staff(), Act.RUN_DUTY))
        return page("activity_records.html", w=_W, found=found, year=asked)


def _list_views(blueprint: Blueprint, console: Console) -> None:
    @blueprint.get("/activities")
    @guarded(console, Act.RUN_DUTY)
    @takes(*YEAR)
    def activities(year: int | None) -> ResponseReturnValue:
        with console.reading() as ctx:
            asked = year or ctx.today.year
            found = activities_listed(ctx, staff(), asked)
        form = form_view("open", OPEN["open"], {}, {}, Spot(url_for("console.open_activity")))
        return page("activities.html", w=_W, found=found, year=asked, form=form, nonce=nonce())

    @blueprint.post("/activities")
    @guarded(console, Act.RUN_DUTY)
    @takes(form=DONE, of_form=lambda: schema_of(OPEN))
    def open_activity(do: str) -> ResponseReturnValue:
        if do not in OPEN:
            return told(texts.NO_SUCH_ACT, 400)
        return submitted(console, do, OPEN[do], request.form.to_dict(), Spot(url_for("console.open_activity")))


def _activity_views(blueprint: Blueprint, console: Console) -> None:
    @blueprint.get("/activities/<row:campaign_id>")
    @guarded(console, Act.RUN_DUTY)
    def activity(campaign_id: int) -> ResponseReturnValue:
        found = _found(console, campaign_id)
        return missing() if found is None else page("activity.html", **_shown(campaign_id, found))

    @blueprint.post("/activities/<row:campaign_id>")
    @guarded(console, Act.RUN_DUTY)
    @takes(form=DONE, of_form=lambda: schema_of(FORMS))
    def act_on_activity(campaign_id: int, do: str) -> ResponseReturnValue:
        """Does the command of the form with one of the activity's times; who may do it is decided by who does it."""
        found, sent = _found(console, campaign_id), request.form.to_dict()
        if found is None or sent.get("shift") not in {str(line.row.id) for line in found.times}:
            return missing()
        if do not in FORMS:
            return told(texts.NO_SUCH_ACT, 400)
        return submitted(console, do, FORMS[do], sent, _spot(campaign_id))


def _file_views(blueprint: Blueprint, console: Console) -> None:
    @blueprint.get("/activities/<row:campaign_id>/shares.xlsx")
    @guarded(console, Act.RUN_DUTY)
    @takes(gives=(XLSX,))
    def activity_shares(campaign_id: int) -> ResponseReturnValue:
        if _found(console, campaign_id) is None:
            return missing()
        return exported(
            console, Act.RUN_DUTY, f"activity-{campaign_id}-shares.xlsx", _W.SHARE_FIELDS,
            lambda places: _shares(console, campaign_id, places),
        )  # fmt: skip

    @blueprint.get("/activities/<row:campaign_id>/thanks.xlsx")
    @guarded(console, Act.RUN_DUTY)
    @takes(gives=(XLSX,))
    def activity_thanks(campaign_id: int) -> ResponseReturnValue:
        if _found(console, campaign_id) is None:
            return missing()
        return exported(
            console, Act.RUN_DUTY, f"activity-{campaign_id}-thanks.xlsx", _W.THANKS_FIELDS,
            lambda places: _thanked(console, campaign_id, places),
        )  # fmt: skip

    @blueprint.get("/activities/records.xlsx")
    @guarded(console, Act.RUN_DUTY)
    @takes(*YEAR, gives=(XLSX,))
    def activity_record_file(year: int | None) -> ResponseReturnValue:
        with console.reading() as ctx:
            asked = year or ctx.today.year
        return exported(
            console, Act.RUN_DUTY, f"activities-{asked}.xlsx", _W.RECORD_FIELDS,
            lambda places: _recorded(console, asked, places), year=str(asked),
        )  # fmt: skip


def _shares(console: Console, campaign_id: int, places: Collection[int] | None) -> Iterable[dict[str, Any]]:
    with console.reading() as ctx:
        for unit, row, share in share_rows(ctx, campaign_id, places):
            cells = (unit or _W.NO_UNIT, str(row.day), row.id, row.title, share.planned, share.came)
            yield dict(zip(_W.SHARE_FIELDS, cells, strict=True))


def _thanked(console: Console, campaign_id: int, places: Collection[int] | None) -> Iterable[dict[str, Any]]:
    with console.reading() as ctx:
        for line in thanks_rows(ctx, campaign_id, places):
            unit = line.unit or _W.NO_UNIT
            yield dict(zip(_W.THANKS_FIELDS, (unit, "", line.came), strict=True))
            for name, times in line.people:
                yield dict(zip(_W.THANKS_FIELDS, (unit, name, times), strict=True))


def _recorded(console: Console, year: int, places: Collection[int] | None) -> Iterable[dict[str, Any]]:
    with console.reading() as ctx:
        found = records_of(ctx, year, places)
    for kind, lines in ((_W.UNITS, found.units), (_W.PEOPLE, found.people)):
        for line in lines:
            cells = (kind, line.name, line.unit or "", line.times, line.share.planned, line.share.came)
            yield dict(zip(_W.RECORD_FIELDS, cells, strict=True))


def _found(console: Console, campaign_id: int) -> ActivityPage | None:
    with console.reading() as ctx:
        return activity_page(ctx, staff(), campaign_id)


def _spot(campaign_id: int) -> Spot:
    return Spot(url_for("console.act_on_activity", campaign_id=campaign_id))


def _shown(campaign_id: int, found: ActivityPage) -> dict[str, Any]:
    last = found.times[-1].row
    return {
        "w": _W, "found": found, "campaign_id": campaign_id, "nonce": nonce(),
        "forms_of": {
            line.row.id: _forms(campaign_id, line.row.id) for line in found.times if line.row.cancelled_at is None
        },
        "form": form_view("time", FORMS["time"], {"shift": str(last.id)}, {}, _spot(campaign_id)),
        "contest_forms": [
            form_view(do, FORMS[do], {"shift": str(last.id)}, {}, _spot(campaign_id))
            for do in OF_CONTEST
            if last.activity is ActivityKind.CONTEST
        ],
    }  # fmt: skip


def _forms(campaign_id: int, number: int) -> list[FormView]:
    given = {"shift": str(number)}
    return [form_view(do, form, given, {}, _spot(campaign_id)) for do, form in FORMS.items() if do not in OF_ALL]
