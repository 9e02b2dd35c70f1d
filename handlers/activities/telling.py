"""What somebody who took part says in their own words is told to who opened the activity."""

from dataclasses import dataclass

from governance.notices import NoticeKind
from handlers.activities.outcomes import ActivityRated
from handlers.context import Context, Here
from handlers.duty.members import lead_name
from handlers.duty.texts.words import lead_called, what
from handlers.notices import tell
from handlers.outcomes import Tone, outcome, says
from storage.duty.shifts import ShiftRow
from storage.people import names_of
from storage.serving import followed_accounts

SAID = "活动 {n}（{what}）：{who}说：{said}"
GUESTS = "活动 {n}（{what}）：{who}报名时说一共来 {people} 人。"
TOLD = "谢谢您！您的话已告诉{lead}（活动 {n}：{what}）。"
KEPT = "评价也记下了。"


@outcome(Tone.DONE)
@dataclass(frozen=True)
class WordsPassedOn:
    """Who opened it has them; `rated`: they count as a judgement as well."""

    row: ShiftRow
    lead: str | None
    rated: bool


def words_told(ctx: Context, row: ShiftRow, said: str, judged: object) -> WordsPassedOn:
    """Tells them once."""
    tell_lead(
        ctx, row, SAID.format(n=row.id, what=what(ctx, row), who=_who(ctx), said=said), f"said:{ctx.now.timestamp()}"
    )
    return WordsPassedOn(row, lead_name(ctx, row.lead_id), isinstance(judged, ActivityRated))


def guests_told(ctx: Context, row: ShiftRow, people: int) -> None:
    """That somebody brings others with them."""
    tell_lead(ctx, row, GUESTS.format(n=row.id, what=what(ctx, row), who=_who(ctx), people=people), f"guests:{people}")


def tell_lead(ctx: Context, row: ShiftRow, text: str, key: str) -> None:
    """Who opened the activity hears of it."""
    if row.lead_id is not None:
        accounts = followed_accounts(ctx.uow, [row.lead_id])
        tell(ctx, accounts, f"{key}:{row.id}:{ctx.person_id}", NoticeKind.CAMPAIGN, text, again=True)


def _who(ctx: Context) -> str:
    return "" if ctx.person_id is None else names_of(ctx.uow, [ctx.person_id])[ctx.person_id]


@says
def words_passed_on(of: WordsPassedOn, here: Here) -> str:
    """Who has them."""
    told = TOLD.format(lead=lead_called(of.lead).removeprefix("站长"), n=of.row.id, what=what(here, of.row))
    return told + (KEPT if of.rated else "")
