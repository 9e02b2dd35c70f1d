"""How often the things of the register are looked at, by their kind."""

from dataclasses import dataclass


@dataclass(frozen=True)
class ThingRules:
    """Part of `governance.rules.Rules`; the names are keys of the rules file. Each has to divide a year."""

    thing_months_pipe: int = 12
    """Pipes are looked at once in so many months."""
    thing_months_drain: int = 12
    """Likewise drains, and once more before the flood season."""
    thing_months_pump: int = 3
    """Likewise pumps, and once more before the flood season."""
    thing_months_manhole: int = 6
    """Likewise manholes."""
    thing_months_tree: int = 12
    """Likewise trees, and once more before the flood season."""
    thing_months_lamp: int = 3
    """Likewise lamps."""
    thing_months_lift: int = 1
    """Likewise lifts."""
    thing_months_hydrant: int = 3
    """Likewise hydrants."""
    thing_months_fire_lane: int = 1
    """Likewise fire lanes."""
    thing_months_wall: int = 12
    """Likewise walls, and once more before the flood season."""
    thing_months_playground: int = 3
    """Likewise playgrounds."""
    thing_months_camera: int = 6
    """Likewise cameras."""
    thing_months_charger: int = 1
    """Likewise chargers."""
    thing_months_aed: int = 1
    """Likewise AEDs."""

    def thing_months(self, kind: str) -> int:
        """How often a kind is looked at."""
        return int(getattr(self, f"thing_months_{kind}"))
