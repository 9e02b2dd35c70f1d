"""A sentence becomes a ticket."""

from governance.ticket_numbers import ticket_number
from governance.tickets import joins
from handlers import texts
from handlers.inbound import Reply
from handlers.notices import tell_grid_workers
from handlers.turn import Turn
from storage.accounts import change_account
from storage.tickets import OwnTicket, adopt_loose, latest_of, open_ticket, set_place
from understanding.danger import sounds_dangerous
from understanding.normalise import normalise, tidy
from understanding.place import detail_in, is_place_only, place_text
from understanding.place_search import decided, only_a_place, search
from understanding.summary import summary_of

LONGEST_PLACE = 80


def report(turn: Turn) -> Reply:
    """Opens a ticket for what the sender wrote, or completes the last one when only its place was missing."""
    said = place_text(turn.words)
    if is_place_only(turn.words, said) or only_a_place(turn.places, turn.words):
        return _complete_place(turn, said or turn.words)
    return open_report(turn, said)


def open_report(turn: Turn, said: str | None) -> Reply:
    """Writes the ticket of the turn's words and all that hangs on it. `said`: the place they name.

    Where that, or the sender's own building, is a place of the tree, those who answer for it are told.
    """
    number = ticket_number(turn.house.ticket_prefix, turn.today, turn.uow.next_running_number(turn.today))
    text = turn.inbound.text or turn.words
    summary = summary_of(tidy(text))
    place_id, place = _place(turn, text, said)
    open_ticket(
        turn.uow, number=number, account_id=turn.account.id, channel=turn.account.channel, now=turn.now,
        text=text, summary=summary, place_text=place, place_id=place_id,
    )  # fmt: skip
    _take_loose_media(turn, number)
    if place_id is not None and place is not None:
        tell_grid_workers(turn, place_id, number, "new", texts.notice_new(number, summary, place))
    return Reply(texts.reported(number, summary, place, sounds_dangerous(turn.words)), number)


def report_still_open(turn: Turn) -> OwnTicket | None:
    """The sender's newest ticket when what they send now still belongs to it."""
    ticket = latest_of(turn.uow, turn.account.id, turn.now - turn.house.rules.join_window)
    if ticket is None or not joins(ticket.opened_at, ticket.state, turn.now, turn.house.rules):
        return None
    return ticket


def _take_loose_media(turn: Turn, number: str) -> None:
    loose = turn.account.loose_media_at
    if loose is None:
        return
    window = turn.house.rules.join_window
    if turn.now - loose <= window:
        adopt_loose(turn.uow, turn.account.id, number, since=turn.now - window)
    change_account(turn.uow, turn.account.id, loose_media_at=None)
    turn.account.loose_media_at = None


def _place(turn: Turn, text: str, said: str | None) -> tuple[int | None, str | None]:
    """Where it is: the place of the tree, when that is clear, and its words with what they add (3楼楼道)."""
    index = turn.places
    found = decided(search(index, text, turn.account.place_id))
    if found is None:
        return None, said
    detail = detail_in(normalise(text), with_unit=index.nodes[found.place].kind != "unit")
    return found.place, (index.full_name(found.place) + detail)[:LONGEST_PLACE]


def _complete_place(turn: Turn, said: str) -> Reply:
    ticket = report_still_open(turn)
    if ticket is None or ticket.place_text is not None:
        return Reply(texts.PLACE_ONLY.format(place=said))
    place_id, place = _place(turn, said, said)
    assert place is not None
    set_place(turn.uow, ticket.number, place, place_id)
    if place_id is not None:
        tell_grid_workers(turn, place_id, ticket.number, "new", texts.notice_new(ticket.number, ticket.summary, place))
    return Reply(texts.placed(ticket.number, place))
