"""The kinds of an enterprise's request; each is a category of tickets."""

from enum import StrEnum

_PREFIX = "ent_"


class RequestKind(StrEnum):
    """What an enterprise needs."""

    POLICY = "policy"
    LICENCE = "licence"
    LABOUR = "labour"
    PREMISES = "premises"
    FINANCE = "finance"
    OTHER = "other"


def category_of(kind: RequestKind) -> str:
    """The code of the category that such requests have as tickets."""
    return _PREFIX + kind.value


_BY_CATEGORY = {category_of(kind): kind for kind in RequestKind}
REQUEST_CATEGORIES = frozenset(_BY_CATEGORY)


def request_kind(category: str | None) -> RequestKind | None:
    """The kind of a ticket of this category; None where it is no enterprise's request."""
    return _BY_CATEGORY.get(category or "")
