"""Which councils there are, and at which places."""

from enum import StrEnum


class CouncilKind(StrEnum):
    """What a council is."""

    ASSEMBLY = "assembly"
    """协商议事会 of a community or a courtyard."""
    JOINT = "joint"
    """地区党建联席会 of the subdistrict or an alliance."""
    DEVELOPMENT = "development"
    """社区建设协调发展委员会 of the subdistrict or an alliance."""


_OF_AREAS = (CouncilKind.JOINT, CouncilKind.DEVELOPMENT)
KINDS_AT: dict[str, tuple[CouncilKind, ...]] = {
    "subdistrict": _OF_AREAS,
    "alliance": _OF_AREAS,
    "community": (CouncilKind.ASSEMBLY,),
    "courtyard": (CouncilKind.ASSEMBLY,),
}
"""By the kind of place."""


def kinds_at(place_kind: str) -> tuple[CouncilKind, ...]:
    """The councils that a place of this kind can have; none of a building."""
    return KINDS_AT.get(place_kind, ())


def council_key(kind: CouncilKind, place_id: int) -> str:
    """A council as forms and addresses name it: assembly-12."""
    return f"{kind.value}-{place_id}"


def council_named(key: str) -> tuple[CouncilKind, int] | None:
    """The kind and place that such a key stands for; None for any other text."""
    kind, _, place = key.partition("-")
    if kind not in {each.value for each in CouncilKind} or not (place.isascii() and place.isdigit()) or len(place) > 18:
        return None
    return CouncilKind(kind), int(place)
