"""An attack is noticed: the doors write down that too much was refused, the clock tells the administrators, the office shows it."""

from datetime import timedelta

from governance.attacks import SHOWN_FOR, Attack, may_tell
from governance.notices import NoticeKind
from handlers.context import Context
from handlers.jobs import Job, JobTools, Lane, in_transaction
from handlers.notices import tell
from handlers.office import texts
from handlers.posts import administrators
from handlers.texts import jobs as words
from storage.attacks import PREFIX, TOLD, AttacksKept, NoticedAttack, attacks_since, failed_to_bind
from storage.audit import CLOCK, AuditEntry, note_by

DOORS = "doors"
"""Who notices it, as the audit says it."""
BINDINGS, WITHIN = 10, timedelta(minutes=5)
"""So many tries to bind that fail within so long are an attack; the other kinds are counted at the doors."""
TELL = "tell"


def note_attack(ctx: Context, kind: Attack) -> None:
    """For the audit, and for the clock to tell of; from where, the audit knows."""
    note_by(ctx.uow, DOORS, AuditEntry(f"{PREFIX}{kind.value}", "doors"), ctx.now)


def attacks_to_show(ctx: Context) -> list[NoticedAttack]:
    """The last one of each kind since yesterday, the newest first."""
    newest = {each.kind: each for each in attacks_since(ctx.uow, ctx.now - SHOWN_FOR).noticed}
    return sorted(newest.values(), key=lambda each: each.id, reverse=True)


def _due(ctx: Context) -> list[str]:
    kept = attacks_since(ctx.uow, ctx.now - SHOWN_FOR)
    found = [TELL] if _to_tell(ctx, kept) else []
    return [Attack.BINDING.value, *found] if _binding(ctx, kept) else found


def _binding(ctx: Context, kept: AttacksKept) -> bool:
    """Whether names are being guessed, and that is not noted yet."""
    since = ctx.now - WITHIN
    noted = any(each.kind is Attack.BINDING and each.at > since for each in kept.noticed)
    return not noted and failed_to_bind(ctx.uow, since, BINDINGS)


def _to_tell(ctx: Context, kept: AttacksKept) -> tuple[NoticedAttack, ...]:
    """What the administrators do not know of yet, once they may be told again."""
    return kept.untold if may_tell(kept.told_at, ctx.now) else ()


def _notice(ctx: Context, item: str) -> int:
    kept = attacks_since(ctx.uow, ctx.now - SHOWN_FOR)
    if item == TELL:
        return _tell(ctx, _to_tell(ctx, kept))
    if not _binding(ctx, kept):
        return 0
    note_by(ctx.uow, CLOCK, AuditEntry(f"{PREFIX}{item}", "doors"), ctx.now)
    return 1


def _tell(ctx: Context, found: tuple[NoticedAttack, ...]) -> int:
    if not found:
        return 0
    newest = {each.kind: each for each in found}
    lines = [texts.attack_line(each.kind, each.address) for each in newest.values()]
    accounts = administrators(ctx)
    said = texts.ATTACKED.format(lines="\n".join(lines))
    tell(ctx, accounts, f"attack:{found[-1].id}", NoticeKind.ATTACK, said, again=True)
    note_by(ctx.uow, CLOCK, AuditEntry(TOLD, "doors", f"{len(accounts)} accounts"), ctx.now)
    return 1


JOBS: tuple[Job[JobTools], ...] = (Job("attacks", *words.ATTACKS, Lane.TICKETS, _due, in_transaction(_notice)),)
