"""An attack is noticed: the doors write down that too much was refused, the clock tells the administrators, the office shows it."""

from datetime import timedelta

from governance.attacks import SHOWN_FOR, Attack, may_tell
from governance.notices import NoticeKind
from governance.roles import Role
from handlers.context import Context
from handlers.jobs import Job, JobTools, Lane, in_transaction
from handlers.notices import tell
from handlers.office import texts
from handlers.texts import jobs as words
from storage.attacks import PREFIX, TOLD, NoticedAttack, attacks_since, failed_to_bind, last_told
from storage.audit import CLOCK, AuditEntry, note_by
from storage.people import holders_of
from storage.serving import followed_accounts

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
    newest = {each.kind: each for each in attacks_since(ctx.uow, ctx.now - SHOWN_FOR)}
    return sorted(newest.values(), key=lambda each: each.id, reverse=True)


def _due(ctx: Context) -> list[str]:
    found = [TELL] if _untold(ctx) else []
    return [Attack.BINDING.value, *found] if _binding(ctx) else found


def _binding(ctx: Context) -> bool:
    """Whether names are being guessed, and that is not noted yet."""
    since = ctx.now - WITHIN
    if not failed_to_bind(ctx.uow, since, BINDINGS):
        return False
    return Attack.BINDING not in {each.kind for each in attacks_since(ctx.uow, since)}


def _untold(ctx: Context) -> list[NoticedAttack]:
    """What the administrators do not know of yet, once they may be told again."""
    since = ctx.now - SHOWN_FOR
    row, at = last_told(ctx.uow, since)
    return attacks_since(ctx.uow, since, row) if may_tell(at, ctx.now) else []


def _notice(ctx: Context, item: str) -> int:
    if item == Attack.BINDING:
        if _binding(ctx):
            note_by(ctx.uow, CLOCK, AuditEntry(f"{PREFIX}{item}", "doors"), ctx.now)
            return 1
        return 0
    found = _untold(ctx)
    if not found:
        return 0
    newest = {each.kind: each for each in found}
    lines = [texts.attack_line(each.kind, each.address) for each in newest.values()]
    accounts = followed_accounts(ctx.uow, holders_of(ctx.uow, {Role.ADMINISTRATOR}, ctx.now))
    said = texts.ATTACKED.format(lines="\n".join(lines))
    tell(ctx, accounts, f"attack:{found[-1].id}", NoticeKind.ATTACK, said, again=True)
    note_by(ctx.uow, CLOCK, AuditEntry(TOLD, "doors", f"{len(accounts)} accounts"), ctx.now)
    return 1


JOBS: tuple[Job[JobTools], ...] = (Job("attacks", *words.ATTACKS, Lane.TICKETS, _due, in_transaction(_notice)),)
