"""A secretary or an administrator hands out a code that binds whoever says it first."""

import secrets
from datetime import datetime, timedelta

from governance.permissions import Act, may_at
from handlers.catalogue import executes
from handlers.colleagues import Waiting
from handlers.context import Context
from handlers.inbound import CONSOLE
from handlers.outcomes import Refuse
from handlers.people.commands import InvitePerson
from handlers.people.outcomes import Invited, InviteSignInAnew, InviteWhom
from handlers.people.queries import one_named
from handlers.posts import communities_of, not_allowed, require, sender_terms
from storage import binding
from storage.audit import AuditEntry, note
from storage.console.sessions import signed_in_lately
from storage.people import KnownPerson, terms_of_people
from storage.unit_of_work import UnitOfWork
from understanding.command_names import CommandName
from understanding.masking import masked_name
from understanding.people import CODE_LETTERS
from understanding.which_person import WHO


@executes(InvitePerson)
def invite(command: InvitePerson, ctx: Context) -> Invited | InviteWhom | InviteSignInAnew:
    """邀请 姓名 or 编号."""
    require(ctx, Act.INVITE)
    if not command.name:
        return InviteWhom()
    if ctx.sender.channel == CONSOLE and not signed_in_lately(ctx.uow, ctx.person_id or 0, ctx.now):
        return InviteSignInAnew()
    person = one_named(ctx, command.name, Waiting(CommandName.INVITE_PERSON, WHO))
    _require_all_of_it(ctx, person)
    days = ctx.config.rules.invitation_days
    code = new_invitation(ctx.uow, person, ctx.now, days)
    note(ctx.uow, ctx.sender.id, AuditEntry("person.invite", f"person:{person.code}"), ctx.now)
    return Invited(masked_name(person.name), code, days)


def _require_all_of_it(ctx: Context, person: KnownPerson) -> None:
    """Raises Refuse unless each post that the code hands over, or soon will, lies where the sender may invite."""
    mine = sender_terms(ctx)
    for _, term in terms_of_people(ctx.uow, [person.id]):
        place = term.place_id or next(iter(communities_of(ctx, [term])), None)
        over = frozenset(ctx.places.line_of(place)) if place else frozenset()
        grids = frozenset() if term.grid_id is None else frozenset({term.grid_id})
        if (term.until is None or term.until > ctx.now) and not may_at(Act.INVITE, mine, over, grids):
            raise Refuse(not_allowed(ctx, Act.INVITE, place))


def new_invitation(uow: UnitOfWork, person: KnownPerson, now: datetime, days: int) -> str:
    """A fresh code for the person, as people write it: K7M2-9QXT."""
    code = "".join(secrets.choice(CODE_LETTERS) for _ in range(8))
    binding.invite(uow, person.id, code, now, now + timedelta(days=days))
    return f"{code[:4]}-{code[4:]}"
