"""Counts what is refused at all doors, for all processes together; what is too much is written down, and the clock tells of it."""

import structlog

from bot.watch import Watch
from console.gate import (
    NOTES_OF_ATTACK,
    REFUSED_KEYS,
    REFUSED_MESSAGES,
    REFUSED_RIGHTS,
    REFUSED_SIGN_INS,
    Allowance,
)
from console.parts import Console
from governance.attacks import Attack
from handlers.office.attacks import note_attack
from storage.origin import asked_from

log = structlog.get_logger("linli.console")
ALLOWED: dict[Attack, Allowance] = {
    Attack.SIGN_IN: REFUSED_SIGN_INS,
    Attack.RIGHTS: REFUSED_RIGHTS,
    Attack.MESSAGES: REFUSED_MESSAGES,
    Attack.KEYS: REFUSED_KEYS,
}


def alarm(console: Console) -> Watch:
    """What the doors call with each refusal. Whatever becomes of the note, the refusal is answered."""

    def refused(kind: Attack, whose: str, address: str) -> None:
        noted = (NOTES_OF_ATTACK, kind.value)
        if console.gate.admits((ALLOWED[kind], whose)) or not console.gate.admits(noted):
            return
        log.warning("attack noticed", kind=kind.value, address=address)
        try:
            with asked_from(address), console.writing() as ctx:
                note_attack(ctx, kind)
        except Exception:
            console.gate.forgive(noted)
            log.error("attack not noted", exc_info=True, kind=kind.value)

    return refused
