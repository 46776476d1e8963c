"""A conference whose two units owe a review each, with what unit A wrote."""

import pytest

from tests.factories.conferences import make_user
from tests.factories.reviews import make_outline, make_review, make_review_duty
from tests.office import Office
from tongket.accounts.models import User
from tongket.reviews.models import Review
from tongket.units.models import Role


@pytest.fixture
def sent(office: Office, monday: None) -> Review:
    """Unit A's review, submitted and not confirmed; unit B owes one too."""
    make_outline(conference=office.conference)
    make_review_duty(conference=office.conference, unit=office.unit_b)
    duty = make_review_duty(conference=office.conference, unit=office.unit_a)
    said = {"results": "Bí mật của đơn vị A: hai mươi buổi."}
    return make_review(
        conference=office.conference, duty=duty, answers=said, figures={"models": 12}, by=office.member_a
    )


@pytest.fixture
def leader_a(office: Office) -> User:
    """The leader of unit A."""
    return make_user(unit=office.unit_a, role=Role.LEADER, name="Võ Thị Hồng Nhung")
