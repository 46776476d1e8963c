"""It is Monday morning in every test of this room, and the model plan has its conference."""

import pytest

from tests.conferences.city import City, make_city
from tongket.conferences.kinds import KINDS, Kind
from tongket.conferences.rules import DutyKind


@pytest.fixture
def city(db: None) -> City:
    """Tam Kỳ's conference, made of the model plan."""
    return make_city()


@pytest.fixture(autouse=True)
def monday_morning(monday: None) -> None:
    """It is 21/10/2024, 8:15, for every test of this room."""


@pytest.fixture
def by_hand(monkeypatch: pytest.MonkeyPatch) -> None:
    """No room has taken papers over: they are handed in on the duty's own page."""
    monkeypatch.setitem(KINDS, DutyKind.PAPER, Kind(DutyKind.PAPER, "Tham luận", "Tham luận", "doc"))
