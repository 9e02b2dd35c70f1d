"""Whose account it is: bound by name and phone, by an invitation code, or not at all."""

from datetime import timedelta

from governance.notices import NoticeKind
from governance.permissions import Act, may
from governance.tags import TOGETHER, Tag, tag_of
from handlers.callings import callings_of
from handlers.catalogue import executes
from handlers.context import Context
from handlers.notices import tell
from handlers.outcomes import Refuse
from handlers.people import texts
from handlers.people.commands import BindAccount, UnbindAccount
from handlers.people.identity import identity_card
from handlers.people.outcomes import (
    BindHow,
    Bound,
    IdentityCard,
    NotBound,
    NotMatched,
    Unbound,
    WasNotBound,
    WhyNotBound,
)
from handlers.people.queries import held_posts
from handlers.posts import sender
from storage import binding
from storage.accounts import change_account
from storage.audit import AuditEntry, note
from storage.people import KnownPerson, people_to_bind, person_by_id, terms_of, terms_of_people
from understanding.masking import masked_name
from understanding.people import Claim

WINDOW = timedelta(days=1)


@executes(BindAccount)
def bind(command: BindAccount, ctx: Context) -> Bound | NotBound | NotMatched | BindHow | IdentityCard:
    """With a code, or with a name and digits; alone it tells how, or who the sender is already."""
    if command.code is not None:
        return _by_code(ctx, command.code)
    if command.claim is not None:
        return _by_claim(ctx, command.claim, command.again)
    return identity_card(ctx) if ctx.person_id is not None and not command.said else BindHow()


@executes(UnbindAccount)
def unbind(_command: UnbindAccount, ctx: Context) -> Unbound | WasNotBound:
    """解绑: the account is an anonymous resident's again."""
    person = sender(ctx)
    if person is None:
        return WasNotBound()
    _write(ctx, None, None)
    note(ctx.uow, ctx.sender.id, AuditEntry("account.unbind", f"person:{person.code}"), ctx.now)
    return Unbound(masked_name(person.name))


def _by_claim(ctx: Context, claim: Claim, again: bool) -> Bound | NotBound | NotMatched:
    left = _tries_left(ctx, claim.name)
    found = people_to_bind(ctx.uow, claim.name, claim.last_four)
    present = [person for person in found if not person.left]
    match present or found:
        case []:
            binding.note_failure(ctx.uow, ctx.sender.id, claim.name, ctx.now)
            return NotMatched(left - 1, by_code=False)
        case [person] if person.left:
            return NotBound(WhyNotBound.LEFT, masked_name(person.name))
        case [person]:
            return _claimed(ctx, person, again)
        case several:
            return NotBound(WhyNotBound.SEVERAL, count=len(several))


def _claimed(ctx: Context, person: KnownPerson, again: bool) -> Bound | NotBound:
    mine = sender(ctx)
    if mine is not None and mine.id == person.id:
        return NotBound(WhyNotBound.SAME, masked_name(person.name))
    if mine is not None and not again:
        return NotBound(WhyNotBound.BOUND_ELSE, masked_name(mine.name))
    if _will_administer(ctx, person):
        return NotBound(WhyNotBound.ONLY_BY_CODE, masked_name(person.name))
    others = binding.lock_accounts_of(ctx.uow, person.id, ctx.sender.id)
    leads = others and any(may(act, terms_of(ctx.uow, person.id, ctx.now)) for act in (Act.INVITE, Act.MANAGE))
    if leads or any(other.follows for other in others):  # what colleagues know of each other makes nobody a leader
        return NotBound(WhyNotBound.BOUND_BY_ANOTHER, masked_name(person.name))
    return _bound(ctx, person, others, "name")


def _will_administer(ctx: Context, person: KnownPerson) -> bool:
    """Whether somebody administers all of it, now or by a post that is still to begin."""
    posts = [term for _, term in terms_of_people(ctx.uow, [person.id]) if term.until is None or term.until > ctx.now]
    return may(Act.ADMINISTER, posts)


def _by_code(ctx: Context, code: str) -> Bound | NotMatched:
    left = _tries_left(ctx, code)
    person_id = binding.take_invitation(ctx.uow, code, ctx.now)
    person = None if person_id is None else person_by_id(ctx.uow, person_id)
    if person is None or person.left:
        binding.note_failure(ctx.uow, ctx.sender.id, code, ctx.now)
        return NotMatched(left - 1, by_code=True)
    return _bound(ctx, person, binding.lock_accounts_of(ctx.uow, person.id, ctx.sender.id), "code")


def _bound(ctx: Context, person: KnownPerson, others: list[binding.OtherAccount], how: str) -> Bound:
    for other in others:
        binding.bind(ctx.uow, other.id, None, None)
        if other.follows:
            text = texts.MOVED_AWAY.format(who=masked_name(person.name))
            tell(ctx, [other.id], f"moved:{person.id}:{ctx.cause}"[:90], NoticeKind.BINDING, text)
    terms = terms_of(ctx.uow, person.id, ctx.now)
    callings = callings_of(ctx, person.id)
    _write(ctx, person.id, tag_of({term.role for term in terms} | (callings.roles & TOGETHER)))
    homes = [term.place_id for term in terms if term.place_id and ctx.places.is_home(term.place_id)]
    if ctx.sender.place_id is None and homes:
        change_account(ctx.uow, ctx.sender.id, place_id=homes[0])
        ctx.sender.place_id = homes[0]
    note(ctx.uow, ctx.sender.id, AuditEntry("account.bind", f"person:{person.code}", f"by {how}"), ctx.now)
    return Bound(masked_name(person.name), held_posts(ctx, terms), callings)


def _write(ctx: Context, person_id: int | None, tag: Tag | None) -> None:
    binding.bind(ctx.uow, ctx.sender.id, person_id, tag)
    ctx.sender.person_id = person_id


def _tries_left(ctx: Context, name: str) -> int:
    """How often may still be tried today; raises Refuse for not at all."""
    rules = ctx.config.rules
    of_account, of_name = binding.failures(ctx.uow, ctx.sender.id, name, ctx.now - WINDOW)
    left = 0 if of_name >= rules.bind_tries_name else rules.bind_tries - of_account
    if left <= 0:
        raise Refuse(NotBound(WhyNotBound.TRIED_TOO_OFTEN))
    return left
