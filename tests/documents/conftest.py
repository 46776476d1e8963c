"""It is Monday morning in every test of this room."""

import pytest


@pytest.fixture(autouse=True)
def monday_morning(monday: None) -> None:
    """It is 21/10/2024, 8:15, for every test of this room."""
