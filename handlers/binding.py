"""Whose account it is: bound by name and phone, by an invitation code, or not at all."""

from datetime import timedelta

from governance.tags import Tag, tag_of
from handlers.identity import identity
from handlers.inbound import Reply
from handlers.notices import tell
from handlers.posts import post_lines, sender
from handlers.texts import people as words
from handlers.turn import Turn
from storage import binding
from storage.accounts import change_account
from storage.audit import Deed, note
from storage.people import KnownPerson, people_to_bind, person_by_id, terms_of
from storage.ticket_export import masked_name
from understanding.people import Claim, claim_in, code_in

WINDOW = timedelta(days=1)
AGAIN = ("改绑", "换绑")


def bind(turn: Turn) -> Reply:
    """绑定, 改绑 with a name and four digits, or with a code; alone it tells how."""
    rest = (turn.meaning.rest if turn.meaning else "") or ""
    code = code_in(rest)
    if code is not None:
        return _by_code(turn, code)
    claim = claim_in(rest)
    if claim is None:
        return identity(turn) if turn.account.person_id is not None and not rest else Reply(words.HOW_TO_BIND)
    return _by_claim(turn, claim)


def unbind(turn: Turn) -> Reply:
    """解绑: the account is an anonymous resident's again."""
    person = sender(turn)
    if person is None:
        return Reply(words.NOT_BOUND)
    _write(turn, None, None)
    note(turn.uow, turn.account.id, Deed("account.unbind", f"person:{person.code}"), turn.now)
    return Reply(words.UNBOUND.format(who=masked_name(person.name)))


def _by_claim(turn: Turn, claim: Claim) -> Reply:
    left = _tries_left(turn, claim.name)
    if left <= 0:
        return Reply(words.TRIED_TOO_OFTEN)
    found = people_to_bind(turn.uow, claim.name, claim.last_four)
    present = [person for person in found if not person.left]
    match present or found:
        case []:
            binding.note_failure(turn.uow, turn.account.id, claim.name, turn.now)
            return Reply(words.NOT_MATCHED.format(left=left - 1))
        case [person] if person.left:
            return Reply(words.PERSON_LEFT.format(who=masked_name(person.name)))
        case [person]:
            return _claimed(turn, person)
        case several:
            return Reply(words.SEVERAL_MATCH.format(count=len(several)))


def _claimed(turn: Turn, person: KnownPerson) -> Reply:
    mine = sender(turn)
    if mine is not None and mine.id == person.id:
        return Reply(words.ALREADY_BOUND.format(who=masked_name(person.name)))
    if mine is not None and not turn.words.startswith(AGAIN):
        return Reply(words.BOUND_ELSE.format(who=masked_name(mine.name)))
    others = binding.accounts_of(turn.uow, person.id, turn.account.id)
    if any(other.follows for other in others):
        return Reply(words.BOUND_BY_ANOTHER.format(who=masked_name(person.name)))
    return _bound(turn, person, others, "name")


def _by_code(turn: Turn, code: str) -> Reply:
    left = _tries_left(turn, code)
    if left <= 0:
        return Reply(words.TRIED_TOO_OFTEN)
    person_id = binding.take_invitation(turn.uow, code, turn.now)
    person = None if person_id is None else person_by_id(turn.uow, person_id)
    if person is None or person.left:
        binding.note_failure(turn.uow, turn.account.id, code, turn.now)
        return Reply(words.BAD_CODE.format(left=left - 1))
    return _bound(turn, person, binding.accounts_of(turn.uow, person.id, turn.account.id), "code")


def _bound(turn: Turn, person: KnownPerson, others: list[binding.OtherAccount], how: str) -> Reply:
    for other in others:
        binding.bind(turn.uow, other.id, None, None)
        if other.follows:
            text = words.MOVED_AWAY.format(who=masked_name(person.name))
            tell(turn, [other.id], f"moved:{person.id}:{turn.inbound.dedupe_key}"[:90], "binding", text)
    terms = terms_of(turn.uow, person.id, turn.now)
    _write(turn, person.id, tag_of(term.role for term in terms))
    homes = [term.place_id for term in terms if term.place_id and turn.places.is_home(term.place_id)]
    if turn.account.place_id is None and homes:
        change_account(turn.uow, turn.account.id, place_id=homes[0])
        turn.account.place_id = homes[0]
    note(turn.uow, turn.account.id, Deed("account.bind", f"person:{person.code}", f"by {how}"), turn.now)
    return Reply(words.bound(masked_name(person.name), post_lines(turn, terms)))


def _write(turn: Turn, person_id: int | None, tag: Tag | None) -> None:
    binding.bind(turn.uow, turn.account.id, person_id, tag)
    turn.account.person_id = person_id


def _tries_left(turn: Turn, name: str) -> int:
    rules = turn.config.rules
    of_account, of_name = binding.failures(turn.uow, turn.account.id, name, turn.now - WINDOW)
    return 0 if of_name >= rules.bind_tries_name else rules.bind_tries - of_account
