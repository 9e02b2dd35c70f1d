"""Who am I here, and who looks after my building."""

from handlers.callings import callings_of
from handlers.catalogue import executes
from handlers.context import Context
from handlers.people.commands import ShowIdentity
from handlers.people.outcomes import IdentityCard
from handlers.people.queries import held_posts, shown_servants
from handlers.posts import sender, sender_terms
from understanding.masking import masked_name


@executes(ShowIdentity)
def show_identity(_command: ShowIdentity, ctx: Context) -> IdentityCard:
    """The sender's identity, roles and building, with those who serve it."""
    return identity_card(ctx)


def identity_card(ctx: Context) -> IdentityCard:
    """The same for whoever else shows it."""
    person, home = sender(ctx), ctx.sender.place_id
    name = None if person is None else masked_name(person.name)
    left = person is not None and person.left
    callings = callings_of(ctx, person.id if person is not None and not left else None)
    serving = shown_servants(ctx, home) if home is not None else ()
    return IdentityCard(name, left, held_posts(ctx, sender_terms(ctx)), home, serving, callings)
