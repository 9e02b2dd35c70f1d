"""The mapping files of other platforms: those that are shipped, and a folder of the subdistrict's own that come before them."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from governance.connectors.checking import problems_of
from governance.connectors.file import WrongMapping, platform_of
from governance.connectors.mapping import Platform
from governance.roles import Role
from understanding.categories import CATEGORIES, Category

SHIPPED = Path(__file__).parent / "connectors" / "shipped"
UNREADABLE = "读不了：{error}"


def read_mapping(path: Path, categories: tuple[Category, ...] = CATEGORIES) -> Platform:
    """One file, checked. Raises WrongMapping with all that is wrong."""
    try:
        said = tomllib.loads(path.read_text("utf-8"))
    except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise WrongMapping([UNREADABLE.format(error=error)]) from error
    platform = platform_of(said)
    problems = problems_of(platform, [each.code for each in categories], list(Role))
    if problems:
        raise WrongMapping(problems)
    return platform


@cache
def shipped_mappings() -> Mapping[str, Platform]:
    """Those that come with the product, by name; read when they are first asked for."""
    return {each.name: each for each in map(read_mapping, sorted(SHIPPED.glob("*.toml")))}


def mappings_in(folder: Path | None, categories: tuple[Category, ...] = CATEGORIES) -> Mapping[str, Platform]:
    """The shipped ones with those of a folder before them. Raises WrongMapping."""
    own = [] if folder is None else [read_mapping(path, categories) for path in sorted(folder.glob("*.toml"))]
    return {**shipped_mappings(), **{each.name: each for each in own}}
