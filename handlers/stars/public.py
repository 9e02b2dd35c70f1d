"""美善之星, 为什么是她: what anybody may see of the stars."""

from governance.stars.states import PUBLIC, AwardState
from handlers.context import Context
from handlers.inbound import Reply
from handlers.stars.areas import area_called
from handlers.stars.article import shortened
from handlers.stars.candidates import best_first, rows_of
from handlers.stars.review import why_lines
from handlers.texts import stars as words
from handlers.turn import Turn
from handlers.work.finding import said
from storage.models import StarAward
from storage.stars.awards import AwardRow, awards

MOST = 12
_SEEN = (*PUBLIC, AwardState.STOPPED)


def public_awards(ctx: Context) -> list[AwardRow]:
    """What is on public notice or was announced, the newest month first; what an objection has stopped is among it."""
    found = awards(ctx.uow, StarAward.state.in_([state.value for state in _SEEN]))
    return sorted(found, key=lambda award: (-award.month.toordinal(), award.kind, award.id))


def roll(turn: Turn) -> Reply:
    """What is on notice and what was announced last, the sender's own community first."""
    shown = [award for award in public_awards(turn) if award.state in PUBLIC]
    if not shown:
        return Reply(words.ROLL_NONE)
    home = None if turn.account.place_id is None else turn.places.community_of(turn.account.place_id)
    shown.sort(key=lambda award: award.community_id != home)
    noticed = [award for award in shown if award.state is AwardState.NOTICED]
    done = [award for award in shown if award.state is AwardState.ANNOUNCED]
    last = [award for award in done if award.month == max(each.month for each in done)]
    lines = []
    for head, found in ((words.ROLL_NOTICE, noticed), (words.ROLL_LAST, last)):
        if found:
            lines += [head, *(_line(turn, award) for award in found[:MOST])]
    url = f"{turn.config.public_url}/stars/{turn.today.year}"
    tail = [words.WHY_WHICH.format(n=(noticed or last)[0].id), words.ROLL_URL.format(url=url)]
    return Reply("\n".join([*lines, *tail]))


def why(turn: Turn) -> Reply:
    """为什么是她 N: the ten facts that an award rests on, and what the others add up to."""
    named, shown = said(turn), [award for award in public_awards(turn) if award.state in PUBLIC]
    if not named and len(shown) != 1:
        return Reply(words.WHY_WHICH.format(n=shown[0].id) if shown else words.ROLL_NONE)
    award = next((each for each in shown if not named or each.id == int(named)), None)
    if award is None:
        return Reply(words.WHY_NONE.format(n=named))
    head = words.WHY_HEAD.format(
        n=award.id, name=award.shown, kind=words.KIND[award.kind], area=area_called(turn, award), total=award.score
    )
    return Reply("\n".join([head, *why_lines([row for row in best_first(rows_of(award)) if row.points])]))


def _line(ctx: Context, award: AwardRow) -> str:
    return words.NOTICE_LINE.format(
        n=award.id, kind=words.KIND[award.kind], name=award.shown, area=area_called(ctx, award),
        deeds=shortened(award.deeds or ""),
    )  # fmt: skip
