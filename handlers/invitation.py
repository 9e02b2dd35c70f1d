"""An administrator hands out a code that binds whoever says it first."""

import secrets
from datetime import datetime, timedelta

from governance.permissions import Act
from handlers.inbound import Reply
from handlers.posts import refusal
from handlers.texts import people as words
from handlers.turn import Turn
from storage import binding
from storage.audit import Deed, note
from storage.people import KnownPerson, people_named
from storage.ticket_export import masked_name
from storage.unit_of_work import UnitOfWork
from understanding.people import CODE_LETTERS

LISTED = 5


def invite(turn: Turn) -> Reply:
    """邀请 姓名 or 编号."""
    refused = refusal(turn, Act.INVITE)
    if refused is not None:
        return refused
    name = ((turn.meaning.rest if turn.meaning else "") or "").strip()
    if not name:
        return Reply(words.INVITE_WHOM)
    found = people_named(turn.uow, name)
    if not found:
        return Reply(words.NOBODY_NAMED.format(name=name))
    if len(found) > 1:
        codes = "、".join(person.code for person in found[:LISTED])
        return Reply(words.SEVERAL_NAMED.format(name=name, count=len(found), codes=codes))
    days = turn.config.rules.invitation_days
    code = new_invitation(turn.uow, found[0], turn.now, days)
    note(turn.uow, turn.account.id, Deed("person.invite", f"person:{found[0].code}"), turn.now)
    return Reply(words.INVITED.format(who=masked_name(found[0].name), code=code, days=days))


def new_invitation(uow: UnitOfWork, person: KnownPerson, now: datetime, days: int) -> str:
    """A fresh code for the person, as people write it: K7M2-9QXT."""
    code = "".join(secrets.choice(CODE_LETTERS) for _ in range(8))
    binding.invite(uow, person.id, code, now, now + timedelta(days=days))
    return f"{code[:4]}-{code[4:]}"
