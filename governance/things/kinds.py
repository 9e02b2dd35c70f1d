"""Kinds of things, each with its own fields and how often it is looked at; all of it is data."""

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
    """`fields`: keys of its own fields; `months`: how often it is looked at (1, 3, 6 or 12); `before_flood`: once more before the
    flood season.
    """

    fields: tuple[str, ...]
    months: int
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
    ThingKind.PIPE: KindRule(("diameter", "material", "purpose", "length"), 12),
    ThingKind.DRAIN: KindRule(("width", "length", "material"), 12, before_flood=True),
    ThingKind.PUMP: KindRule(("power", "purpose"), 3, before_flood=True),
    ThingKind.MANHOLE: KindRule(("diameter", "material", "purpose"), 6),
    ThingKind.TREE: KindRule(("species", "girth", "height"), 12, before_flood=True),
    ThingKind.LAMP: KindRule(("power", "height"), 3),
    ThingKind.LIFT: KindRule(("register", "valid_until"), 1),
    ThingKind.HYDRANT: KindRule(("diameter", "purpose"), 3),
    ThingKind.FIRE_LANE: KindRule(("width", "length"), 1),
    ThingKind.WALL: KindRule(("material", "height", "length"), 12, before_flood=True),
    ThingKind.PLAYGROUND: KindRule(("material", "valid_until"), 3),
    ThingKind.CAMERA: KindRule(("purpose",), 6),
    ThingKind.CHARGER: KindRule(("power", "sockets"), 1),
    ThingKind.AED: KindRule(("register", "valid_until"), 1),
}
