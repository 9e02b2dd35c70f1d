"""看结对, 共建协议: what somebody's branch is paired with, what is open, what comes next."""

from governance.milestones import Standing
from handlers.alliance.commands import ShowAgreements, ShowPairings
from handlers.alliance.finding import Sides, lines_of, own_sides
from handlers.alliance.outcomes import (
    AgreementLine,
    AgreementsShown,
    MilestoneLine,
    NoSide,
    PairingLine,
    PairingsShown,
)
from handlers.catalogue import executes
from handlers.context import Context
from storage.alliance import AgreementRow, agreements_of, lectures_of, milestones_of

LISTED = 5
WAITING = (Standing.LATE, Standing.AHEAD)


@executes(ShowPairings)
def pairings(_command: ShowPairings, ctx: Context) -> PairingsShown | NoSide:
    """With what is late first."""
    sides = own_sides(ctx)
    ids = [each.pairing.id for each in sides]
    held = lectures_of(ctx.uow, ids, ctx.today.replace(month=1, day=1), ctx.today)
    agreed = [each for each in agreements_of(ctx.uow, ids) if each.ended_at is None]
    waiting = _waiting(ctx, agreed)
    lines = [
        PairingLine(
            each.pairing.id, each.ours.name, each.theirs.name,
            sum(lecture.pairing_id == each.pairing.id for lecture in held),
            sum(one.pairing_id == each.pairing.id for one in agreed),
            tuple(line for one in agreed if one.pairing_id == each.pairing.id for line in waiting[one.id]),
        )
        for each in sides
    ]  # fmt: skip
    ordered = sorted(lines, key=lambda line: (min((m.due_on for m in line.open), default=ctx.today.max), line.number))
    return PairingsShown(tuple(ordered[:LISTED]), max(len(lines) - LISTED, 0))


@executes(ShowAgreements)
def agreements(_command: ShowAgreements, ctx: Context) -> AgreementsShown | NoSide:
    """Those that run, the one whose milestone is due first at the top."""
    sides: dict[int, Sides] = {each.pairing.id: each for each in own_sides(ctx)}
    agreed = [each for each in agreements_of(ctx.uow, sides) if each.ended_at is None]
    known = lines_of(ctx, milestones_of(ctx.uow, [each.id for each in agreed]))
    owner = {each.id: each.agreement_id for each in milestones_of(ctx.uow, [each.id for each in agreed])}
    lines = [
        AgreementLine(
            each.kind, each.title, sides[each.pairing_id].theirs.name, each.ends_on,
            tuple(line for line in known if owner[line.number] == each.id),
        )
        for each in agreed
    ]  # fmt: skip
    ordered = sorted(lines, key=_first_due)
    return AgreementsShown(tuple(ordered[:LISTED]), max(len(lines) - LISTED, 0))


def _first_due(line: AgreementLine) -> str:
    waiting = [each.due_on for each in line.milestones if each.standing in WAITING]
    return min(waiting).isoformat() if waiting else "~"


def _waiting(ctx: Context, agreed: list[AgreementRow]) -> dict[int, list[MilestoneLine]]:
    found: dict[int, list[MilestoneLine]] = {each.id: [] for each in agreed}
    rows = [each for each in milestones_of(ctx.uow, found) if each.proved_at is None and each.dropped_at is None]
    for row, line in zip(rows, lines_of(ctx, rows), strict=True):
        found[row.agreement_id].append(line)
    return found
