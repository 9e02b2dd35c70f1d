"""What can become of a record that is worked off."""

from dataclasses import dataclass

from governance.connectors.reading import Fault, Remark


@dataclass(frozen=True)
class Done:
    """It became or joined something of ours."""

    ours: str
    remarks: frozenset[Remark] = frozenset()
    begun: bool = False
    """It is the first of its matter: what waited for it goes on."""


@dataclass(frozen=True)
class Held:
    """It changes something that has not come yet."""


@dataclass(frozen=True)
class Aside:
    """It can't be taken as it is."""

    fault: Fault
    about: str = ""


@dataclass(frozen=True)
class Clash:
    """Both sides have changed it, or what they want can't be done any more: a person settles it."""

    ours: str
    about: str


Result = Done | Held | Aside | Clash
