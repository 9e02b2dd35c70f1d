"""What staff do with what somebody asks of their data, by chat or at the office."""

from governance.notices import NoticeKind
from governance.permissions import PERMISSIONS, Act
from handlers.catalogue import executes
from handlers.context import Context
from handlers.notices import tell
from handlers.outcomes import Refuse
from handlers.posts import area_of_terms, not_allowed, sender_terms
from handlers.privacy import texts
from handlers.privacy.commands import CorrectPerson, DataField, DecideDataRequest, ErasePerson
from handlers.privacy.outcomes import (
    ErasureOrdered,
    NoSuchRequest,
    NoSuchSubject,
    NotCorrected,
    PersonCorrected,
    ReasonWanted,
    RequestDecided,
    SureWanted,
    WhyNotCorrected,
)
from handlers.privacy.own import named
from handlers.privacy.requests import unfit
from storage.accounts import following
from storage.audit import AuditEntry, note_for
from storage.data_requests import (
    CORRECT,
    DONE,
    ERASE,
    REFUSED,
    RequestRow,
    correct_person,
    decide,
    let_go,
    request_by_id,
    request_data,
)
from storage.people import person_coded
from storage.subject import find_subject, subject_of_account, subject_of_person
from understanding.masking import masked_name


@executes(DecideDataRequest)
def decide_request(command: DecideDataRequest, ctx: Context) -> RequestDecided | NoSuchRequest | ReasonWanted:
    """A correction is written at once; an erasure the clock does within minutes."""
    _require_to_serve(ctx)
    request = request_by_id(ctx.uow, command.request)
    if request is None:
        return NoSuchRequest()
    if not command.agreed and not command.reason.strip():
        return ReasonWanted()
    if not command.agreed:
        decide(ctx.uow, request.id, REFUSED, ctx.person_id, ctx.now)
    elif request.kind == CORRECT and request.person_id is not None and request.field and request.value:
        correct_person(ctx.uow, request.person_id, request.field, request.value)
        decide(ctx.uow, request.id, DONE, ctx.person_id, ctx.now)
    else:
        let_go(ctx.uow, request.id, ctx.now)
    verb = "granted" if command.agreed else "refused"
    note_for(ctx.uow, ctx.account_id, AuditEntry(f"person.{request.kind}_{verb}", _whose(ctx, request)), ctx.now)
    _tell(ctx, request, command)
    return RequestDecided(command.agreed, request.kind)


@executes(CorrectPerson)
def correct(command: CorrectPerson, ctx: Context) -> PersonCorrected | NotCorrected:
    """Somebody came to the office and showed who they are."""
    _require_to_serve(ctx)
    person, value = person_coded(ctx.uow, command.who.strip().upper()), command.value.strip()
    if person is None:
        return NotCorrected(WhyNotCorrected.NOBODY)
    wrong = unfit(command.field, value)
    if wrong is not None:
        return NotCorrected(wrong)
    correct_person(ctx.uow, person.id, command.field.value, value)
    deed = AuditEntry("person.correct", f"person:{person.code}", command.field.value)
    note_for(ctx.uow, ctx.account_id, deed, ctx.now)
    shown = value if command.field is DataField.NAME else person.name
    return PersonCorrected(person.code, masked_name(shown), command.field)


@executes(ErasePerson)
def erase(command: ErasePerson, ctx: Context) -> ErasureOrdered | NoSuchSubject | SureWanted:
    """Likewise; it can't be taken back, so it is said twice."""
    _require_to_serve(ctx)
    who = command.who.strip().upper()
    subject = find_subject(ctx.uow, who)
    if subject is None:
        return NoSuchSubject(who)
    if not command.sure:
        return SureWanted()
    request_data(
        ctx.uow, account_id=subject.account_ids[0] if subject.account_ids else None, person_id=subject.person_id, kind=ERASE,
        at=ctx.now, due_at=ctx.now, not_before=ctx.now, decided_by=ctx.person_id,
    )  # fmt: skip
    note_for(ctx.uow, ctx.account_id, AuditEntry("person.erase_ordered", named(subject)), ctx.now)
    return ErasureOrdered(who)


def _require_to_serve(ctx: Context) -> None:
    """Raises Refuse unless the sender serves the whole subdistrict: who asks may live anywhere, or be nobody of the roster."""
    terms = [term for term in sender_terms(ctx) if term.role in PERMISSIONS[Act.SERVE_DATA]]
    if not terms or area_of_terms(ctx, terms) is not None:
        raise Refuse(not_allowed(ctx, Act.SERVE_DATA))


def _whose(ctx: Context, request: RequestRow) -> str:
    subject = None if request.person_id is None else subject_of_person(ctx.uow, request.person_id)
    if subject is None and request.account_id is not None:
        subject = subject_of_account(ctx.uow, request.account_id)
    return "" if subject is None else named(subject)


def _tell(ctx: Context, request: RequestRow, command: DecideDataRequest) -> None:
    if request.account_id is None or not following(ctx.uow, [request.account_id]):
        return
    said = texts.GRANTED[request.kind] if command.agreed else texts.NOT_GRANTED[request.kind]
    text = said.format(reason=command.reason.strip())
    tell(ctx, [request.account_id], f"data_request:{request.id}", NoticeKind.REPLY, text)
