"""Kinds of things, each with its own fields; all of it is data. How often they are looked at stands in the rules."""

from dataclasses import dataclass
from enum import StrEnum


class ThingKind(StrEnum):
    """What a thing is. understanding.thing_words has the everyday words by the same codes."""

    PIPE = "pipe"
    DRAIN = "drain"
    PUMP = "pump"
    MANHOLE = "manhole"
    TREE = "tree"
    LAMP = "lamp"
    LIFT = "lift"
    HYDRANT = "hydrant"
    FIRE_LANE = "fire_lane"
    WALL = "wall"
    PLAYGROUND = "playground"
    CAMERA = "camera"
    CHARGER = "charger"
    AED = "aed"


class FieldKind(StrEnum):
    """How a thing's own field is written."""

    TEXT = "text"
    NUMBER = "number"
    DAY = "day"


@dataclass(frozen=True)
class OwnField:
    """A field that only some kinds have."""

    key: str
    kind: FieldKind


@dataclass(frozen=True)
class KindRule:
    """`fields`: keys of its own fields; `before_flood`: it is looked at once more before the flood season."""

    fields: tuple[str, ...]
    before_flood: bool = False


FIELDS: tuple[OwnField, ...] = (
    OwnField("diameter", FieldKind.NUMBER),
    OwnField("material", FieldKind.TEXT),
    OwnField("purpose", FieldKind.TEXT),
    OwnField("power", FieldKind.NUMBER),
    OwnField("species", FieldKind.TEXT),
    OwnField("girth", FieldKind.NUMBER),
    OwnField("register", FieldKind.TEXT),
    OwnField("valid_until", FieldKind.DAY),
    OwnField("width", FieldKind.NUMBER),
    OwnField("height", FieldKind.NUMBER),
    OwnField("length", FieldKind.NUMBER),
    OwnField("sockets", FieldKind.NUMBER),
)
"""All fields that some kind has: one column each of the workbook."""

KINDS: dict[ThingKind, KindRule] = {
    ThingKind.PIPE: KindRule(("diameter", "material", "purpose", "length")),
    ThingKind.DRAIN: KindRule(("width", "length", "material"), before_flood=True),
    ThingKind.PUMP: KindRule(("power", "purpose"), before_flood=True),
    ThingKind.MANHOLE: KindRule(("diameter", "material", "purpose")),
    ThingKind.TREE: KindRule(("species", "girth", "height"), before_flood=True),
    ThingKind.LAMP: KindRule(("power", "height")),
    ThingKind.LIFT: KindRule(("register", "valid_until")),
    ThingKind.HYDRANT: KindRule(("diameter", "purpose")),
    ThingKind.FIRE_LANE: KindRule(("width", "length")),
    ThingKind.WALL: KindRule(("material", "height", "length"), before_flood=True),
    ThingKind.PLAYGROUND: KindRule(("material", "valid_until")),
    ThingKind.CAMERA: KindRule(("purpose",)),
    ThingKind.CHARGER: KindRule(("power", "sockets")),
    ThingKind.AED: KindRule(("register", "valid_until")),
}
