"""Pictures, voices, videos and positions: each goes to the ticket that it fits, proves what was asked for, or waits for words."""

from governance.tickets.states import TicketState
from handlers.alliance.commands import AddMilestonePicture
from handlers.alliance.outcomes import MilestonePictureKept, NoMilestoneForPicture
from handlers.alliance.queries import waiting_milestone
from handlers.catalogue import execute, executes
from handlers.context import Context
from handlers.conversation.answers import placed_by_point
from handlers.conversation.at_hand import just_at_hand
from handlers.conversation.commands import OfferChoice, ReceiveLocation, ReceivePicture, ReceiveVoice
from handlers.conversation.outcomes import MediaJoined, Offered, SeveralDone, WhoseIsIt, WordsWanted
from handlers.conversation.questions import Question, ask, asked, settled
from handlers.conversation.while_choosing import begun_meanwhile, finished_by, still_asked
from handlers.duty.commands.presence import ShowPosition
from handlers.duty.expecting import position_checks_in
from handlers.duty.outcomes.presence import ByPosition, NotCheckedIn, Proved, ProvesNothing
from handlers.inbound import Kind
from handlers.projects.commands import AddProjectPicture
from handlers.projects.outcomes import NoStepForPicture, ProjectPictureKept
from handlers.projects.queries import waiting_step
from handlers.reporting.commands import CorrectReport, RelayToWorker, ReportProblem
from handlers.reporting.danger_outcomes import RaisedToDanger
from handlers.reporting.flood_outcomes import KeptForPerson
from handlers.reporting.new_matter import is_new_matter, names_its_matter
from handlers.reporting.outcomes import Corrected, Placed, Reported, WhatIsWrong, WhereIsIt
from handlers.reporting.queries import own_tickets, report_meant
from handlers.stars.commands import AddNominationPicture
from handlers.stars.outcomes.nominating import NominationPictureKept, NoNominationForPicture
from handlers.stars.queries import waiting_nomination
from handlers.things.commands import AddInspectionPicture
from handlers.things.outcomes import InspectionPictureKept, NoInspectionForPicture
from handlers.things.queries import waiting_inspection
from handlers.tickets.at_work import work_at_hand
from handlers.tickets.commands import AddRemark, ShowWork
from handlers.tickets.denials import TooFar
from handlers.tickets.evidence import wanted
from handlers.tickets.outcomes import Answered, Handled, OnSite, ref
from handlers.tickets.pictures import show_report
from handlers.tickets.proof import proof_sent
from handlers.tickets.showing_outcomes import WorkShown
from storage.accounts import change_account
from storage.attachments import pin, schedule_download
from storage.tickets import OwnTicket, locate
from storage.work_tickets import WorkTicket, load_of, work_tickets
from understanding.hazard import of_a_life

MOST_ASKED = 5
Work = list[WorkTicket]
Beside = (
    NominationPictureKept
    | NoNominationForPicture
    | MilestonePictureKept
    | NoMilestoneForPicture
    | ProjectPictureKept
    | NoStepForPicture
    | InspectionPictureKept
    | NoInspectionForPicture
)
"""What a picture comes to that was asked for beside something that was told."""


@executes(ReceivePicture)
def picture(
    command: ReceivePicture, ctx: Context
) -> (
    OnSite | Handled | Answered | SeveralDone | WorkShown | TooFar | WhoseIsIt | Beside | MediaJoined | WordsWanted
    | Offered
):  # fmt: skip
    """What proves a worker's move or a milestone, what somebody looks like who was nominated, or part of work or of a report."""
    kind = Kind.VIDEO if command.video else Kind.IMAGE
    if wanted(ctx) is not None:
        _keep(ctx, kind, command.media, None)
        return _proved(ctx)
    finished = finished_by(ctx)
    if finished is not None:
        _keep(ctx, kind, command.media, None)
        ctx.sender.loose_media_at = ctx.now
        settled(ctx)
        done: Handled | Answered = execute(finished, ctx)
        return done
    asked_for = None if command.video else _asked_for(ctx)
    if asked_for is not None:
        _keep(ctx, kind, command.media, None)
        shown: Beside = execute(asked_for, ctx)
        return shown
    ticket, work = _fitting(ctx)
    _keep(ctx, kind, command.media, ticket)
    if work:
        return _shown(ctx, kind, work)
    waiting = still_asked(ctx) if ticket is None and _works(ctx) else ()
    if waiting:
        _wait_for_words(ctx)
        return Offered(waiting, kind.value)
    if ticket is not None:
        _show(ctx, ticket.number)
    return _kept(ctx, kind, ticket)


@executes(ReceiveVoice)
def voice(
    command: ReceiveVoice, ctx: Context
) -> (
    Reported | KeptForPerson | Placed | WhatIsWrong | Offered | WorkShown | OnSite | TooFar | WhoseIsIt | MediaJoined
    | WordsWanted | Corrected | WhereIsIt | RaisedToDanger
):  # fmt: skip
    """What it tells is a report of its own, save where it adds to the one that is open; without words it is kept like a picture."""
    ticket, work = _fitting(ctx)
    told = command.told
    if isinstance(told, CorrectReport | RelayToWorker | AddRemark):
        of = [each for each in own_tickets(ctx) if each.number == told.ticket][:1] or [ticket][: told.ticket is None]
        if of and of[0] is not None:
            return _said_of(ctx, command, told, of[0])
        told = None
    if told is not None and (ticket is None or not _adds(ctx, told, ticket)):
        _keep(ctx, Kind.VOICE, command.media, None, command.transcript)
        _wait_for_words(ctx)
        outcome: Reported | KeptForPerson | Placed | WhatIsWrong | Offered = execute(told, ctx)
        return outcome
    if ticket is not None and told is not None and not work:
        return _said_of(ctx, command, AddRemark(ticket.number, command.transcript or ""), ticket)
    _keep(ctx, Kind.VOICE, command.media, ticket, command.transcript)
    return _shown(ctx, Kind.VOICE, work) if work else _kept(ctx, Kind.VOICE, ticket)


def _said_of(
    ctx: Context, command: ReceiveVoice, told: CorrectReport | RelayToWorker | AddRemark, ticket: OwnTicket
) -> Corrected | WhereIsIt | RaisedToDanger | MediaJoined:
    """What a reporter puts right or adds by voice is done as if it had been written, and the voice is kept with the report."""
    _keep(ctx, Kind.VOICE, command.media, ticket, command.transcript)
    if isinstance(told, CorrectReport):
        right: Corrected | WhereIsIt = execute(told, ctx)
        return right
    more = execute(RelayToWorker(ticket.number, told.note, told.danger), ctx)
    return more if isinstance(more, RaisedToDanger) else MediaJoined(Kind.VOICE.value, ticket.number, ticket.summary)


@executes(ReceiveLocation)
def location(
    command: ReceiveLocation, ctx: Context
) -> (
    OnSite
    | Handled
    | SeveralDone
    | WorkShown
    | TooFar
    | WhoseIsIt
    | ByPosition
    | Proved
    | ProvesNothing
    | NotCheckedIn
    | Placed
    | WhereIsIt
    | MediaJoined
    | WordsWanted
):
    """A proof, a check-in, the answer to where it is, else part of work or of a report."""
    if wanted(ctx) is not None:
        _pin(ctx, command, None)
        return _proved(ctx)
    if position_checks_in(ctx):
        shown: ByPosition | Proved | ProvesNothing | NotCheckedIn = execute(ShowPosition(command.lat, command.lon), ctx)
        return shown
    question = asked(ctx)
    where = question is not None and question.kind == Question.PLACE
    ticket, work = (report_meant(ctx), Work()) if where else _fitting(ctx, (command.lat, command.lon))
    _pin(ctx, command, ticket)
    if work:
        return _shown(ctx, Kind.LOCATION, work)
    if ticket is not None:
        locate(ctx.uow, ticket.number, command.lat, command.lon, None if where else command.label, ctx.names)
    answer = None if question is None else placed_by_point(question, command.lat, command.lon, command.label, ctx.here)
    if answer is not None:
        placed: Placed | WhereIsIt = execute(answer, ctx)
        return placed
    return _kept(ctx, Kind.LOCATION, ticket)


def _asked_for(
    ctx: Context,
) -> AddNominationPicture | AddMilestonePicture | AddProjectPicture | AddInspectionPicture | None:
    """What a picture belongs to that was asked for a moment ago: a nomination, a milestone, a step of a project, a thing that was
    looked at.
    """
    nomination, milestone, step = waiting_nomination(ctx), waiting_milestone(ctx), waiting_step(ctx)
    looked = waiting_inspection(ctx)
    if looked is not None:
        return AddInspectionPicture(looked)
    if nomination is not None:
        return AddNominationPicture(nomination)
    if milestone is not None:
        return AddMilestonePicture(milestone)
    return None if step is None else AddProjectPicture(step)


def _fitting(ctx: Context, spot: tuple[float, float] | None = None) -> tuple[OwnTicket | None, Work]:
    """The report that something sent now belongs to, or the work. Of who works only what they have just reported is a report."""
    ticket, work = report_meant(ctx), list(work_at_hand(ctx, spot))
    spoken = just_at_hand(ctx, ctx.config.rules.question_window)[:1]
    if ticket is not None and spoken == (ticket.number,) and ticket.state is not TicketState.IN_PROGRESS:
        return ticket, Work()
    work = work or begun_meanwhile(ctx)
    if work:
        return None, work
    question = asked(ctx)
    waits = question is not None and question.kind == Question.PROBLEM
    return None if waits or _works(ctx) else ticket, Work()


def _adds(ctx: Context, told: object, ticket: OwnTicket) -> bool:
    """Whether what a voice tells belongs to the report that is open."""
    (open_one,) = work_tickets(ctx.uow, [ticket.number])
    if isinstance(told, ReportProblem):
        if told.reading is not None and of_a_life(told.reading.hazard):
            return False
        return not is_new_matter(ctx.places, told, open_one)
    return not isinstance(told, OfferChoice) or names_its_matter(told.text, open_one)


def _shown(ctx: Context, kind: Kind, work: Work) -> WorkShown | OnSite | TooFar | WhoseIsIt:
    """It is shown of the one ticket that it may belong to; of several the sender says which."""
    _wait_for_words(ctx)
    if len(work) > 1:
        asked_about = [ref(ticket) for ticket in work[:MOST_ASKED]]
        options = [{"number": each.number, "about": each.summary} for each in asked_about]
        ask(ctx, Question.WHOSE, what=kind.value, options=options)
        return WhoseIsIt(kind.value, tuple((each.number, each.summary) for each in asked_about))
    shown: WorkShown | OnSite | TooFar = execute(ShowWork(work[0].number, kind.value), ctx)
    return shown


def _proved(ctx: Context) -> OnSite | Handled | SeveralDone:
    ctx.sender.loose_media_at = ctx.now
    return proof_sent(ctx)


def _keep(ctx: Context, kind: Kind, media: str, ticket: OwnTicket | None, transcript: str | None = None) -> None:
    schedule_download(
        ctx.uow, account_id=ctx.sender.id, number=ticket.number if ticket else None, kind=kind.value, now=ctx.now,
        media_id=media, transcript=transcript,
    )  # fmt: skip


def _pin(ctx: Context, sent: ReceiveLocation, ticket: OwnTicket | None) -> None:
    number = ticket.number if ticket else None
    pin(ctx.uow, account_id=ctx.sender.id, number=number, lat=sent.lat, lon=sent.lon, label=sent.label, now=ctx.now)


def _show(ctx: Context, number: str) -> None:
    """What joins a report that somebody works on is shown to them."""
    (ticket,) = work_tickets(ctx.uow, [number])
    if ticket.assignee_id is not None and ticket.state is TicketState.IN_PROGRESS:
        show_report(ctx, ticket, ticket.assignee_id)


def _wait_for_words(ctx: Context) -> None:
    change_account(ctx.uow, ctx.sender.id, loose_media_at=ctx.now)
    ctx.sender.loose_media_at = ctx.now


def _works(ctx: Context) -> bool:
    return ctx.person_id is not None and bool(load_of(ctx.uow, [ctx.person_id]))


def _kept(ctx: Context, kind: Kind, ticket: OwnTicket | None) -> MediaJoined | WordsWanted:
    if ticket is not None:
        return MediaJoined(kind.value, ticket.number, ticket.summary)
    _wait_for_words(ctx)
    works = _works(ctx)
    if asked(ctx) is None and not works:  # what somebody sends from their work is never a report without words
        ask(ctx, Question.PROBLEM)
    return WordsWanted(kind.value, works)
