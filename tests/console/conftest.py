"""What most tests of the office begin with: the staff, and the dispatcher's browser."""

import pytest

from tests.office import Office
from tests.staff import staff


@pytest.fixture
def people(chat):
    return staff(chat)


@pytest.fixture
def office(chat, people):
    return Office(chat).signs_in(people.dispatcher)
