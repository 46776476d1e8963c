"""It is Monday morning in every test of this room, and the model plan has its conference."""

import pytest

from tests.conferences.city import City, make_city


@pytest.fixture
def city(db: None) -> City:
    """Tam Kỳ's conference, made of the model plan."""
    return make_city()


@pytest.fixture(autouse=True)
def monday_morning(monday: None) -> None:
    """It is 21/10/2024, 8:15, for every test of this room."""
