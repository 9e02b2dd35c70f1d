"""What happens at one instant in one transaction, by whomever: a message's answer, or what the clock brings."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from governance.area_notices import Reach
from governance.clock import SHANGHAI, local_day
from governance.connectors.mapping import Platform
from governance.privacy import InformationNotice
from governance.rules import Rules
from governance.ticket_numbers import ticket_number
from governance.working_calendar import WorkingCalendar
from governance.working_time import WorkingTime
from handlers.mappings import shipped_mappings
from handlers.shipped_model import shipped, shipped_troubles
from storage.accounts import KnownAccount
from storage.dialogues import OpenQuestion
from storage.place_book import PlaceBook
from storage.unit_of_work import UnitOfWork
from understanding.categories import CATEGORIES, REQUESTS, Category
from understanding.known_names import KnownNames
from understanding.learned import LearnedModel
from understanding.place_index import PlaceIndex

if TYPE_CHECKING:
    from understanding.model.command_model import CommandModel


@dataclass(frozen=True)
class SubdistrictConfig:
    """What is fixed for this subdistrict: the prefix of ticket numbers, the time zone of its days, its rules, its categories,
    its working days, the address under which the outside sees its pages, and which ways lead to people outside the 48 hours.
    """

    ticket_prefix: str = "NH"
    zone: ZoneInfo = SHANGHAI
    rules: Rules = Rules()  # noqa: RUF009 - frozen
    categories: tuple[Category, ...] = CATEGORIES
    learned: LearnedModel | None = None
    calendar: WorkingCalendar = WorkingCalendar()  # noqa: RUF009 - frozen
    public_url: str = "http://127.0.0.1:8080"
    privacy: InformationNotice = InformationNotice()  # noqa: RUF009 - frozen
    reach: Reach = Reach()  # noqa: RUF009 - frozen
    requests: tuple[Category, ...] = REQUESTS
    mappings: Mapping[str, Platform] | None = None
    templates: Mapping[str, Any] = field(default_factory=dict)
    """As the rules file has them, by the group of notices; what is set at the office is beside them."""

    def follow(
        self, rules: Rules, categories: tuple[Category, ...], requests: tuple[Category, ...], reach: Reach
    ) -> None:
        """Puts other figures and categories in force, at once for all in this process who hold this value: nothing else of it
        changes, and what it was read as stays known (`as_read`).
        """
        self.__dict__.setdefault("_as_read", replace(self))
        for name, value in (("rules", rules), ("categories", categories), ("requests", requests), ("reach", reach)):
            object.__setattr__(self, name, value)

    @property
    def as_read(self) -> "SubdistrictConfig":
        """As the rules file and the product say, without what is set at the office."""
        found: SubdistrictConfig = self.__dict__.get("_as_read", self)
        return found

    @property
    def platforms(self) -> Mapping[str, Platform]:
        """How other platforms are read, by name: the shipped mappings, unless there are own ones."""
        return shipped_mappings() if self.mappings is None else self.mappings

    @property
    def platform_labels(self) -> Mapping[str, str]:
        """What each of them is called."""
        return {name: each.label for name, each in self.platforms.items()}

    @property
    def model(self) -> "CommandModel":
        """What was learned of how people speak; read when it is first asked for, since many commands never do."""
        return shipped()

    @property
    def troubles(self) -> LearnedModel:
        """What was learned of how people tell of trouble that many have at once; read when it is first asked for."""
        return shipped_troubles()

    @property
    def times(self) -> WorkingTime:
        """Its working time."""
        return WorkingTime(self.calendar, self.zone, self.rules)

    def category(self, code: str | None) -> Category | None:
        """The category with this code, of reports or of enterprises' requests."""
        return next((each for each in self.all_categories if each.code == code), None)

    @property
    def all_categories(self) -> tuple[Category, ...]:
        """Those of reports and those of enterprises' requests."""
        return self.categories + self.requests


@dataclass(frozen=True)
class Here:
    """What words are read in, and an outcome is said in: the subdistrict, the instant (UTC), its places.

    `home`: the place of whoever writes, where it is known; `dangers`: of words that were read ahead, what they tell of a danger.
    """

    config: SubdistrictConfig
    now: datetime
    places: PlaceIndex
    home: int | None = None
    dangers: Mapping[str, tuple[float, bool]] = field(default_factory=dict, compare=False)

    @property
    def local(self) -> datetime:
        """The instant in the subdistrict's zone."""
        return self.now.astimezone(self.config.zone)


@dataclass(frozen=True)
class Context:
    """The transaction, the configuration, the instant (UTC), and the place tree.

    `account`: whose doing it is, locked; None for the clock's. `cause`: the key of what brought it, unique for ever.
    `answers`: the question that was open when the message came; `dangers`: as of Here.
    """

    uow: UnitOfWork
    config: SubdistrictConfig
    now: datetime
    book: PlaceBook
    account: KnownAccount | None = field(default=None, kw_only=True)
    cause: str = field(default="", kw_only=True)
    answers: OpenQuestion | None = field(default=None, kw_only=True)
    dangers: Mapping[str, tuple[float, bool]] = field(default_factory=dict, kw_only=True, compare=False)

    @property
    def places(self) -> PlaceIndex:
        """The place tree as this transaction sees it."""
        return self.book.index(self.uow)

    @property
    def names(self) -> KnownNames:
        """The names of the roster as this transaction sees them."""
        return self.book.names(self.uow)

    @property
    def here(self) -> Here:
        """The same without the transaction."""
        home = None if self.account is None else self.account.place_id
        return Here(self.config, self.now, self.places, home, self.dangers)

    @property
    def today(self) -> date:
        """The subdistrict's day."""
        return local_day(self.now, self.config.zone)

    def next_number(self) -> str:
        """The number of the next ticket of the day; the day stays locked until the transaction ends."""
        running = self.uow.next_running_number(self.today)
        return ticket_number(self.config.ticket_prefix, self.today, running)

    @property
    def sender(self) -> KnownAccount:
        """Who asks for it. LookupError where it is the clock."""
        if self.account is None:
            raise LookupError("nobody asks: the clock brings it")
        return self.account

    @property
    def account_id(self) -> int | None:
        """Whose doing it is; None for the clock's."""
        return None if self.account is None else self.account.id

    @property
    def person_id(self) -> int | None:
        """Who of the roster that is."""
        return None if self.account is None else self.account.person_id
