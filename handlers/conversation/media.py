"""Pictures, voices, videos and positions: they join the open report, prove what was asked for, or wait for their words."""

from governance.tickets.states import TicketState
from handlers.catalogue import execute, executes
from handlers.context import Context
from handlers.conversation.answers import placed_by_point
from handlers.conversation.commands import ReceiveLocation, ReceivePicture, ReceiveVoice
from handlers.conversation.outcomes import MediaJoined, WordsWanted
from handlers.conversation.questions import Question, ask, asked
from handlers.duty.commands.presence import ShowPosition
from handlers.duty.expecting import position_checks_in
from handlers.duty.outcomes.presence import ByPosition, NotCheckedIn, Proved, ProvesNothing
from handlers.inbound import Kind
from handlers.reporting.outcomes import Placed, Reported, WhatIsWrong, WhereIsIt
from handlers.reporting.queries import report_still_open
from handlers.stars.commands import AddNominationPicture
from handlers.stars.outcomes.nominating import NominationPictureKept, NoNominationForPicture
from handlers.stars.queries import waiting_nomination
from handlers.tickets.evidence import wanted
from handlers.tickets.outcomes import Handled, OnSite
from handlers.tickets.pictures import show_report
from handlers.tickets.proof import proof_sent
from storage.accounts import change_account
from storage.attachments import pin, schedule_download
from storage.tickets import OwnTicket, locate
from storage.work_tickets import load_of, work_tickets


@executes(ReceivePicture)
def picture(
    command: ReceivePicture, ctx: Context
) -> OnSite | Handled | NominationPictureKept | NoNominationForPicture | MediaJoined | WordsWanted:
    """What proves a worker's move, what somebody looks like who was nominated, or part of a report."""
    kind = Kind.VIDEO if command.video else Kind.IMAGE
    if wanted(ctx) is not None:
        _keep(ctx, kind, command.media, None)
        return _proved(ctx)
    nomination = None if command.video else waiting_nomination(ctx)
    if nomination is not None:
        _keep(ctx, kind, command.media, None)
        nominee: NominationPictureKept | NoNominationForPicture = execute(AddNominationPicture(nomination), ctx)
        return nominee
    ticket = report_still_open(ctx)
    _keep(ctx, kind, command.media, ticket)
    if ticket is not None:
        _show(ctx, ticket.number)
    return _kept(ctx, kind, ticket)


@executes(ReceiveVoice)
def voice(command: ReceiveVoice, ctx: Context) -> Reported | Placed | WhatIsWrong | MediaJoined | WordsWanted:
    """What it tells is a report of its own when none is open; without words it is kept like a picture."""
    ticket = report_still_open(ctx)
    if ticket is not None or command.report is None:
        _keep(ctx, Kind.VOICE, command.media, ticket, command.transcript)
        return _kept(ctx, Kind.VOICE, ticket)
    _keep(ctx, Kind.VOICE, command.media, None, command.transcript)
    _wait_for_words(ctx)
    outcome: Reported | Placed | WhatIsWrong = execute(command.report, ctx)
    return outcome


@executes(ReceiveLocation)
def location(
    command: ReceiveLocation, ctx: Context
) -> (
    OnSite
    | Handled
    | ByPosition
    | Proved
    | ProvesNothing
    | NotCheckedIn
    | Placed
    | WhereIsIt
    | MediaJoined
    | WordsWanted
):
    """A proof, a check-in, the answer to where it is, else part of a report."""
    lat, lon, label = command.lat, command.lon, command.label
    if wanted(ctx) is not None:
        pin(ctx.uow, account_id=ctx.sender.id, number=None, lat=lat, lon=lon, label=label, now=ctx.now)
        return _proved(ctx)
    if position_checks_in(ctx):
        shown: ByPosition | Proved | ProvesNothing | NotCheckedIn = execute(ShowPosition(lat, lon), ctx)
        return shown
    ticket, question = report_still_open(ctx), asked(ctx)
    number = ticket.number if ticket else None
    pin(ctx.uow, account_id=ctx.sender.id, number=number, lat=lat, lon=lon, label=label, now=ctx.now)
    where = question is not None and question.kind == Question.PLACE
    if ticket is not None:
        locate(ctx.uow, ticket.number, lat, lon, None if where else label)
    answer = placed_by_point(question, lat, lon, label, ctx.here) if question is not None else None
    if answer is not None:
        placed: Placed | WhereIsIt = execute(answer, ctx)
        return placed
    return _kept(ctx, Kind.LOCATION, ticket)


def _proved(ctx: Context) -> OnSite | Handled:
    ctx.sender.loose_media_at = ctx.now
    return proof_sent(ctx)


def _keep(ctx: Context, kind: Kind, media: str, ticket: OwnTicket | None, transcript: str | None = None) -> None:
    schedule_download(
        ctx.uow, account_id=ctx.sender.id, number=ticket.number if ticket else None, kind=kind.value, now=ctx.now,
        media_id=media, transcript=transcript,
    )  # fmt: skip


def _show(ctx: Context, number: str) -> None:
    """What joins a report that somebody works on is shown to them."""
    (ticket,) = work_tickets(ctx.uow, [number])
    if ticket.assignee_id is not None and ticket.state is TicketState.IN_PROGRESS:
        show_report(ctx, ticket, ticket.assignee_id)


def _wait_for_words(ctx: Context) -> None:
    change_account(ctx.uow, ctx.sender.id, loose_media_at=ctx.now)
    ctx.sender.loose_media_at = ctx.now


def _kept(ctx: Context, kind: Kind, ticket: OwnTicket | None) -> MediaJoined | WordsWanted:
    if ticket is not None:
        return MediaJoined(kind.value, ticket.number, ticket.summary)
    _wait_for_words(ctx)
    if asked(ctx) is None:
        ask(ctx, Question.PROBLEM)
    return WordsWanted(kind.value, ctx.person_id is not None and bool(load_of(ctx.uow, [ctx.person_id])))
