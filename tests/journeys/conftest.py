"""What journeys of handled tickets share; a file with people of its own says so itself."""

import pytest

from tests.chat import Chat
from tests.staff import Staff, staff


@pytest.fixture
def people(chat: Chat) -> Staff:
    """Everybody who handles tickets in the first grid and above, their phones bound."""
    return staff(chat)
