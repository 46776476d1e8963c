"""Whom the tests of delegates need."""

import pytest

from tests.factories.conferences import make_duty
from tests.office import Office
from tongket.conferences.models import Duty
from tongket.conferences.rules import DutyKind


@pytest.fixture
def asked(office: Office) -> Duty:
    """Unit A has to send delegates."""
    return make_duty(conference=office.conference, unit=office.unit_a, kind=DutyKind.DELEGATES, clause="II.1/4")
