"""What comes of asking for a community's own brand work."""

from dataclasses import dataclass

from handlers.outcomes import Tone, outcome


@outcome(Tone.TOLD)
@dataclass(frozen=True)
class BrandShown:
    """The newest of a community."""

    community: str
    year: int
    title: str
    story: str


@outcome(Tone.TOLD)
@dataclass(frozen=True)
class NoBrandYet:
    """None is kept there; `others`: communities that have one."""

    community: str
    others: tuple[str, ...]


@outcome(Tone.ASKS)
@dataclass(frozen=True)
class WhoseBrand:
    """Which community is meant; `said`: what was named. `having`: communities that have one."""

    said: str
    having: tuple[str, ...]
