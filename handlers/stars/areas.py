"""Where an award belongs: the community of a round, and within it the courtyard, building or community."""

from collections.abc import Collection

from governance.permissions import Act, may_at
from governance.roles import Term
from governance.stars.states import AwardKind
from handlers.posts import rights_area
from handlers.scene import Scene
from storage.stars.awards import AwardRow


def communities(scene: Scene) -> list[int]:
    """All of them."""
    return [node.id for node in scene.places.nodes.values() if node.kind == "community"]


def area_of(scene: Scene, place: int, kind: AwardKind) -> int:
    """What an award of this kind is for, to somebody who lives or serves at the place: a leader's the community, a star's the
    courtyard, the building where there is no courtyard, else the community.
    """
    line, nodes = scene.places.line_of(place), scene.places.nodes
    community = scene.places.community_of(place)
    if kind is AwardKind.BUILDING_LEADER and community is not None:
        return community
    for wanted in ("courtyard", "building"):
        found = next((each for each in line if nodes[each].kind == wanted), None)
        if found is not None:
            return found
    return community if community is not None else place


def inside(scene: Scene, place: int) -> list[int]:
    """All places that lie in a place, itself included."""
    return [other for other in scene.places.nodes if place in scene.places.line_of(other)]


def area_called(scene: Scene, award: AwardRow) -> str:
    """The area as people say it."""
    return scene.places.full_name(award.area_id) if award.area_id in scene.places.nodes else ""


def runs_stars_at(scene: Scene, terms: Collection[Term], community: int) -> bool:
    """Whether somebody with these terms reviews the stars of this community."""
    return may_at(Act.RUN_STARS, terms, *rights_area(scene, community))


def led_communities(scene: Scene, terms: Collection[Term]) -> list[int]:
    """The communities whose stars somebody with these terms reviews."""
    return [community for community in communities(scene) if runs_stars_at(scene, terms, community)]
