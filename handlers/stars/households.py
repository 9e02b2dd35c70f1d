"""Who counts as one household: one person, one phone number, or one room that both have named as their home."""

from storage import keyring
from storage.stars.nominations import Home
from understanding.address import address_parts
from understanding.building_name import unit_number


def household_digest(place_id: int, said: str) -> str | None:
    """A digest of the building and the room that somebody names as their home; None where no room is named.

    Only the digest is kept: it tells whether two have named the same room, and nothing else.
    """
    return next(iter(household_digests(place_id, said)), None)


def household_digests(place_id: int, said: str) -> list[str]:
    """The same under each key that there is, the newest first: what was kept under an older one is found too."""
    room = next((said[part.start : part.end] for part in address_parts(said) if part.label == "roomno"), None)
    if room is None:
        return []
    number = "".join(letter for letter in room if letter.isalnum()).removesuffix("室").removesuffix("号房")
    return keyring.digests("household", str(place_id), unit_number(said) or "", number)


def key_of(home: Home) -> str:
    """What a household's nominations are counted under, once."""
    if home.household is not None:
        return f"h:{home.household}"
    if home.phone is not None:
        return f"p:{keyring.digest('phone', home.phone)}"
    return f"a:{home.account_id}" if home.person_id is None else f"r:{home.person_id}"


def one_household(home: Home, others: list[Home]) -> bool:
    """Whether one of the others lives with them, as far as anybody can know."""
    return any(
        (home.person_id is not None and home.person_id == other.person_id)
        or (home.household is not None and home.household == other.household)
        or (home.phone is not None and home.phone == other.phone)
        for other in others
    )
