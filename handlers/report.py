"""A sentence becomes a ticket; what is missing is asked for once."""

from datetime import timedelta

from governance.tickets.duplicates import Matter
from governance.tickets.states import TicketState, joins
from handlers import texts
from handlers.context import Context
from handlers.inbound import Reply
from handlers.questions import Question, ask
from handlers.texts import follow
from handlers.texts.work import moment
from handlers.ticket_place import Whereabouts, announce, complete, offered, says_only_a_place, whereabouts
from handlers.tickets.merging import neighbours
from handlers.turn import Turn
from storage.accounts import change_account
from storage.tickets import OwnTicket, adopt_loose, latest_of, open_ticket
from understanding.normalise import tidy
from understanding.reading import Reading, read_report
from understanding.several import problems_in
from understanding.summary import summary_of


def report(turn: Turn) -> Reply:
    """Opens a ticket for what the sender wrote; a place alone completes the last one, or is asked what is wrong there."""
    return _place_alone(turn) if says_only_a_place(turn) else open_report(turn)


def open_report(turn: Turn, default: Whereabouts | None = None, text: str | None = None) -> Reply:
    """Writes the ticket of the turn's message, or of another text. `default`: where it is when the text does not say."""
    whole = turn.inbound.text or turn.words
    text = text or whole
    return file_report(turn, text, read(turn, text), default, several=turn.words if text == whole else "")


def file_report(
    ctx: Context, text: str, reading: Reading, default: Whereabouts | None = None, *, several: str = ""
) -> Reply:
    """Writes a ticket and all that hangs on it. `several`: the words in which there may be more than one matter."""
    where = whereabouts(ctx, reading, text)
    if default is not None and (where.text is None or where.place_id is None):
        where = default
    number, summary = write_ticket(ctx, text, reading, where)
    _take_loose_media(ctx, number)
    announce(ctx, number, summary, where, reading.urgency)
    question = _question(ctx, number, reading, where, several)
    place = None if where.place_id is None and reading.candidates else where.text  # what is asked about is not stated
    return Reply(texts.reported(number, summary, place, reading.hazard, question), number)


def read(turn: Turn, text: str) -> Reading:
    """What the text says, read with the sender's building and the subdistrict's categories."""
    if turn.reading is not None and text == turn.inbound.text:
        return turn.reading
    return read_words(turn, turn.words if text == turn.inbound.text else tidy(text))


def read_words(ctx: Context, words: str) -> Reading:
    """What a normalised text says, likewise."""
    return read_report(words, ctx.places, ctx.sender.place_id, ctx.config.categories, ctx.config.learned)


def write_ticket(ctx: Context, text: str, reading: Reading, where: Whereabouts, draft: bool = False) -> tuple[str, str]:
    """Writes one ticket; answers its number and summary."""
    number = ctx.next_number()
    summary = summary_of(tidy(text))
    open_ticket(
        ctx.uow, number=number, account_id=ctx.sender.id, channel=ctx.sender.channel, now=ctx.now, text=text,
        summary=summary, place_text=where.text, place_id=where.place_id, urgency=reading.urgency, draft=draft,
        category=reading.category.code if reading.category else None,
    )  # fmt: skip
    return number, summary


def report_still_open(turn: Turn) -> OwnTicket | None:
    """The sender's newest ticket when what they send now still belongs to it."""
    ticket = latest_of(turn.uow, turn.account.id, turn.now - turn.config.rules.join_window)
    if ticket is None or not joins(ticket.opened_at, ticket.state, turn.now, turn.config.rules):
        return None
    return ticket


def _question(ctx: Context, number: str, reading: Reading, where: Whereabouts, words: str) -> str:
    """The one question that this report leaves open, asked; empty when nothing is missing. `words`: what may be several."""
    parts = problems_in(words, ctx.config.categories) if words else ()
    if len(parts) > 1:
        ask(ctx, Question.SPLIT, number=number, parts=list(parts))
        return texts.ask_split([summary_of(part) for part in parts])
    if where.place_id is None and (where.text is None or reading.candidates) and reading.urgency != "enquiry":
        return ask_place(ctx, [number], offered(reading.candidates))
    if reading.hazard is not None and not reading.hazard.sure:
        ask(ctx, Question.DANGER, number=number)
        return texts.ASK_DANGER
    return _ask_join(ctx, number, reading, where)


def _ask_join(ctx: Context, number: str, reading: Reading, where: Whereabouts) -> str:
    """Whether it is what a neighbour has reported; a danger is told to everybody anyhow."""
    if where.place_id is None or reading.category is None or reading.hazard is not None:
        return ""
    new = Matter(number, where.place_id, reading.category.code, ctx.now, TicketState.REPORTED)
    other = neighbours(ctx, new)
    if other is None:
        return ""
    ask(ctx, Question.JOIN, number=number, into=other.number)
    at = moment(other.opened_at, ctx.config.zone, ctx.now)
    return follow.JOIN.format(at=at, what=reading.category.name, state=texts.STATE[other.state])


def ask_place(ctx: Context, numbers: list[str], candidates: list[int], again: bool = False) -> str:
    """Where is it? With the likeliest places to choose from. `again`: asked a second time, not a third."""
    ask(ctx, Question.PLACE, numbers=numbers, candidates=candidates, again=again)
    return texts.ask_place([ctx.places.full_name(place) for place in candidates])


def _place_alone(turn: Turn) -> Reply:
    text = turn.inbound.text or turn.words
    where = whereabouts(turn, read(turn, text), text)
    if where.text is None:
        where = Whereabouts(None, turn.words[:80])
    ticket = report_still_open(turn)
    if ticket is not None and ticket.place_text is None:
        complete(turn, ticket, where)
        return Reply(texts.placed(ticket.number, where.text or ""))
    ask(turn, Question.PROBLEM, place=where.place_id, place_text=where.text)
    return Reply(texts.PLACE_ONLY.format(place=where.text))


def _take_loose_media(ctx: Context, number: str) -> None:
    """Gives the report what came before its words: pictures and locations of the last half hour, while they were asked about."""
    loose = ctx.sender.loose_media_at
    if loose is None:
        return
    window: timedelta = ctx.config.rules.question_window
    if ctx.now - loose <= window:
        adopt_loose(ctx.uow, ctx.sender.id, number, since=ctx.now - window)
    change_account(ctx.uow, ctx.sender.id, loose_media_at=None)
    ctx.sender.loose_media_at = None
