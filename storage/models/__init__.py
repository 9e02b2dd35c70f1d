"""The tables, one file a subject; importing this package registers them all."""

from storage.models.base import Base
from storage.models.messages import Inbound, Nonce, Outbox
from storage.models.people import Account, Person, Post
from storage.models.places import Grid, GridPlace, Place
from storage.models.tickets import Attachment, Ticket, TicketDay, TicketEvent

__all__ = [
    "Account", "Attachment", "Base", "Grid", "GridPlace", "Inbound", "Nonce", "Outbox", "Person", "Place", "Post",
    "Ticket", "TicketDay", "TicketEvent",
]  # fmt: skip
