"""The language of journeys: people, what they say, what they read. Everything goes through the real webhook."""

from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from redis import Redis
from sqlalchemy import insert, select

from bot.api import PlatformApi
from bot.cipher import SafeMode
from bot.codec import Account
from bot.connect import PlatformDoor
from bot.open311 import OpenDoor
from bot.pages import PublicPages
from bot.read_api import ReadDoor
from bot.tools import Tools
from console.gate import Gate
from console.parts import Console
from governance.clock import SHANGHAI
from handlers.context import SubdistrictConfig
from handlers.conversation.reception import Reception
from handlers.jobs import Lane, run_job, run_lane
from handlers.people.invitation import new_invitation
from handlers.roster import import_roster
from linli.fonts import ASSETS, FONTS
from scheduler.registry import JOBS
from simulator.envelope import Secrets
from simulator.people import Code, Spot
from simulator.phone import Phone
from simulator.platform import Platform
from storage.database import Database
from storage.files import FileStore
from storage.models import Account as AccountRow
from storage.models import Grid, GridPlace, Person, Place, Post, Ticket
from storage.people import people_named
from storage.unit_of_work import UnitOfWork
from storage.workbook.reader import read_workbook
from tests.house import house
from tests.imported import once
from tests.pictures import snapshot
from tests.roster import Lines, small, written
from tests.scenes import begun

SECRETS = Secrets("journeytoken", "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG", "wx0123456789abcdef", "appsecret")
PNG = snapshot(0)
"""One picture, for those who send the same again."""


@dataclass(frozen=True)
class Speaker:
    """One person in a journey."""

    phone: Phone

    @property
    def openid(self) -> str:
        return self.phone.openid

    def says(self, text: str) -> str:
        return self.phone.say(text) or ""

    def bind(self, name: str, phone: str) -> None:
        answer = self.says(f"绑定 {name} {phone[-4:]}")
        assert "绑定成功" in answer, answer

    def chooses(self, answer: str) -> str:
        """Taps one of the answers below the last message that offers some."""
        offered = {tap for bubble in self.phone.platform.journal.of(self.openid) for tap in bubble.taps}
        assert answer in offered, offered
        return self.phone.choose(answer) or ""

    def sends_picture(self, content: bytes | None = None) -> str:
        """Sends a picture, each time another one."""
        return self.phone.picture(snapshot() if content is None else content) or ""

    def speaks(self, transcript: str | None) -> str:
        return self.phone.voice(transcript) or ""

    def sends_location(self, label: str, lat: float = 32.05, lon: float = 118.76) -> str:
        return self.phone.location(Spot(label, lat, lon)) or ""

    def scans(self, scene: str) -> str:
        return self.phone.scan(Code(scene, scene)) or ""

    def follows_by(self, scene: str) -> str:
        """Scans a code before following: the platform tells of both in one event."""
        if self.phone.platform.people[self.openid].followed_at is not None:
            self.phone.unfollow()
        return self.scans(scene)

    def taps(self, key: str) -> str:
        return self.phone.tap(key, key) or ""

    @property
    def notices(self) -> list[str]:
        """What the account wrote, replies and pushes alike; its pictures aside."""
        return [b.text for b in self.phone.platform.journal.of(self.openid) if b.side == "account" and b.text]


class Chat:
    """The bot on one side, the platform on the other, over HTTP on loopback."""

    def __init__(
        self,
        database: Database,
        clock: Callable[[], datetime],
        redis: Redis,
        files: Path,
        secret: Secrets = SECRETS,
        **account: Any,
    ) -> None:
        self.database, self.clock, self.redis, self.folder, self.wakes = database, clock, redis, files, 0
        self.stands: Any = None
        self.reception = Reception(database, SubdistrictConfig(), clock, self._wake)
        self.console = self._console(files)
        self.door = OpenDoor(database, SubdistrictConfig(), clock, SubdistrictConfig().ticket_prefix, self._wake)
        self.gate = PlatformDoor(database, SubdistrictConfig(), clock, self._wake)
        self.reading = ReadDoor(database, SubdistrictConfig(), clock, self.console.gate.reads)
        self.pages = PublicPages(database, SubdistrictConfig(), clock, FONTS, FileStore(files))
        safe_mode = SafeMode(secret.aes_key, secret.app_id) if secret.aes_key else None
        self._leaving = ExitStack()
        home = self._leaving.enter_context(
            house((secret, *account.items()), Account(secret.token, safe_mode, **account), self)
        )
        self.app, self.api_base, self.webhook = home.app, home.stand_in, f"{home.bot}/wechat"
        self.platform = Platform(secret, self.webhook, clock)
        self.api = PlatformApi(self.api_base, secret.app_id, secret.app_secret, redis)
        self.tools = Tools(database, self.api, FileStore(files), clock, FONTS)

    def _console(self, files: Path) -> Console:
        def address(scene: str) -> str | None:
            return self.api.create_short_code(scene, 120)

        return Console(
            self.database,
            SubdistrictConfig(),
            self.clock,
            self.reception.receive,
            self.reception.perform,
            FileStore(files),
            ASSETS,
            address,
            address,
            Gate(self.redis),
            job_labels={job.name: job.label for job in JOBS},
        )

    def person(self, name: str, openid: str | None = None) -> Speaker:
        person = self.platform.add_person(openid or f"o{len(self.platform.people):027d}", name)
        return Speaker(Phone(self.platform, person.openid))

    def work(self) -> None:
        """Does what the workers do when they are woken, one lane after the other."""
        for lane in (Lane.PLATFORMS, Lane.DANGERS, Lane.EVENTS, Lane.TICKETS, Lane.FILES, Lane.OUTSIDE, Lane.PUSHES):
            run_lane(self.tools, JOBS, lane)

    def decide(self) -> None:
        """Does what is due, and sends nothing yet."""
        self.run("hazard_dispatch", "hazard_deadlines", "questions", "dispatch", "deadlines")

    def run(self, *names: str) -> dict[str, int]:
        """Runs these jobs once; answers how much each did."""
        return {job.name: run_job(self.tools, job) for job in JOBS if job.name in names}

    def tickets(self) -> list[Any]:
        with self.database.read() as connection:
            return list(connection.execute(select(Ticket.__table__).order_by(Ticket.number)))

    def rows(self, statement: Any) -> list[Any]:
        with self.database.read() as connection:
            return list(connection.execute(statement))

    def subdistrict(self, lines: Lines | None = None) -> None:
        """Imports a small roster, or another, as `linli import roster` does; into an empty database what that left before."""
        roster = lines or small()
        once(self.database, f"{self.clock()} {roster}", lambda: self._import(roster))

    def staffed(self, roster: Lines, who: Sequence[tuple[str, str]]) -> list[Speaker]:
        """Imports the roster, and binds the phones of these people (name, end of the phone number; none: by a code)."""

        def begin() -> list[Speaker]:
            self._import(roster)
            return [self.bound(name, phone) if phone else self.invited(name) for name, phone in who]

        return begun(self, self.clock, begin, roster, who)

    def _import(self, roster: Lines) -> None:
        file = written(self.tools.files.path("x").parent.parent.with_suffix(".xlsx"), roster)
        plan = import_roster(self.database, read_workbook(file), SHANGHAI, self.clock(), removals_agreed=True)
        assert plan.problems == []

    def bound(self, name: str, phone: str) -> Speaker:
        """Somebody of the roster with their phone bound."""
        speaker = self.person(name)
        speaker.bind(name, phone)
        return speaker

    def invited(self, name: str) -> Speaker:
        """Somebody of the roster with their phone bound by a code, as administrators are."""
        with self.database.write() as connection:
            uow = UnitOfWork(connection)
            [person] = people_named(uow, name)
            code = new_invitation(uow, person, self.clock(), days=7)
            uow.finish()
        speaker = self.person(name)
        assert "绑定成功" in speaker.says(f"绑定 {code}")
        return speaker

    def building(self, name: str, scene: str, worker: Speaker) -> int:
        """A building with its QR code, in a grid of its own that `worker` looks after."""
        with self.database.write() as connection:
            yard = connection.execute(
                insert(Place).values(code="Y1", kind="courtyard", name="梧桐里1号院").returning(Place.id)
            )
            yard_id = yard.scalar_one()
            place = insert(Place).values(code=scene, kind="building", name=name, qr_scene=scene, parent_id=yard_id)
            place_id = connection.execute(place.returning(Place.id)).scalar_one()
            grid = insert(Grid).values(code="G01", name="第1网格", kind="comprehensive", community_id=yard_id)
            grid_id = connection.execute(grid.returning(Grid.id)).scalar_one()
            connection.execute(insert(GridPlace).values(place_id=place_id, grid_id=grid_id))
            person_id = connection.execute(
                insert(Person).values(code="R1", name="陈试用").returning(Person.id)
            ).scalar_one()
            post = {"person_id": person_id, "role": "grid_worker", "grid_id": grid_id, "since": self.clock()}
            connection.execute(insert(Post).values(**post))
            account = {"channel": "wechat", "openid": worker.openid, "last_inbound_at": self.clock()}
            connection.execute(insert(AccountRow).values(person_id=person_id, **account))
        return int(place_id)

    def transcript(self) -> str:
        names = {person.openid: person.name for person in self.platform.people.values()}
        return "\n".join(
            f"{names.get(b['openid'], '?')} {'<-' if b['side'] != 'person' else '->'} {b['kind']}: {b['text']}"
            for b in self.platform.journal.snapshot()
        )

    def close(self) -> None:
        self._leaving.close()

    def _wake(self) -> None:
        self.wakes += 1


def speaker_of(chat: Chat, openid: str) -> Speaker:
    """Whoever holds that phone already."""
    return Speaker(Phone(chat.platform, openid))
