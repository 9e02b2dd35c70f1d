"""帮助: to those who handle tickets the words of work, to everybody else how to report."""

from governance.permissions import Act, may
from handlers import texts
from handlers.duty.texts import service
from handlers.inbound import Reply
from handlers.posts import sender_terms
from handlers.stars import texts as stars
from handlers.texts import work as words
from handlers.turn import Turn


def how_to(turn: Turn) -> Reply:
    """What the sender can say here."""
    terms = sender_terms(turn)
    said = [texts.HELP]
    if may(Act.TAKE, terms):
        said = [words.HELP_TAKE]
    if may(Act.DISPATCH, terms):
        said.append(words.HELP_DISPATCH)
    if may(Act.VERIFY, terms):
        said.append(words.HELP_VERIFY)
    if terms:
        said.append(service.HELP)
    said.append(stars.HELP)
    if may(Act.RUN_DUTY, terms):
        said.append(service.HELP_LEAD)
    if may(Act.RUN_STARS, terms):
        said.append(stars.HELP_LEAD)
    return Reply("\n\n".join(said))
