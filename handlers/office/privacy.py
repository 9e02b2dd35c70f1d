"""What a page of the office shows of people: everything that names somebody passes here before it reaches a template.

Who serves the public is named, as their badges name them, unless they reported the matter themselves. Everybody else is
masked, and so are numbers of phones and identity cards, whoever wrote them. What is masked is read in full by a request of
its own, which leaves a trace (handlers.office.tickets.reporter_in_full).
"""

from collections.abc import Collection
from dataclasses import dataclass, replace

from governance.roles import Role
from governance.tickets.rights import TAKERS
from handlers.context import Context
from storage.console.board import BoardRow
from storage.console.ticket_page import EventRow, FileRow, PushRow, Reporter
from understanding.known_names import KnownNames
from understanding.masking import masked_name, masked_phone, masked_text

_WORDS = frozenset({"summary", "text", "place"})


def shown_name(name: str, roles: Collection[Role | str | None]) -> str:
    """Who serves the public in one of these roles is named, as their badges name them; neighbours and everybody else are masked."""
    return name if TAKERS.intersection(roles) else masked_name(name)


@dataclass(frozen=True)
class Veil:
    """Over the pages of one ticket, or (`reporter` None) over what belongs to none."""

    names: KnownNames
    reporter: Reporter | None = None

    def words(self, said: str) -> str:
        """A reporter's own words: whoever is named in them is masked, since it may be themselves."""
        return masked_text(self.names.masked(said))

    def cell(self, name: str, said: str) -> str:
        """What stands in the column `name` of a file."""
        return self.words(said) if name in _WORDS else self.text(said)

    def text(self, said: str) -> str:
        """What others wrote of it."""
        theirs = [self.reporter.name] if self.reporter is not None and self.reporter.name else []
        return masked_text(self.names.masked(said, also_public=False), theirs)

    def shown_reporter(self) -> Reporter | None:
        """The reporter as the page names them."""
        if self.reporter is None:
            return None
        name, phone = self.reporter.name, self.reporter.phone
        return replace(
            self.reporter, name=masked_name(name) if name else None, phone=masked_phone(phone) if phone else None
        )

    def event(self, event: EventRow) -> EventRow:
        """A line of what was done."""
        theirs = self.reporter is not None and event.person_id == self.reporter.person_id
        who = event.who if event.who is None or (event.public and not theirs) else masked_name(event.who)
        return replace(event, who=who, note=None if event.note is None else self.text(event.note))

    def push(self, push: PushRow) -> PushRow:
        """What the reporter was told: it may speak to them by their name."""
        return replace(push, text=self.text(push.text))

    def file(self, file: FileRow) -> FileRow:
        """What was spoken in it."""
        return replace(file, transcript=None if file.transcript is None else self.words(file.transcript))

    def row(self, row: BoardRow) -> BoardRow:
        """A line of the board."""
        place = None if row.place_text is None else self.words(row.place_text)
        return replace(row, summary=self.words(row.summary), place_text=place)


def veil(ctx: Context, reporter: Reporter | None = None) -> Veil:
    """Over what is read in this transaction."""
    return Veil(ctx.names, reporter)
