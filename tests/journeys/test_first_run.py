"""The first visit of an empty installation: it makes the host unit and the first account, then shows where to begin."""

import pytest
from playwright.sync_api import expect

from tests.journeys.walk import Walk

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]


def test_first_visitor_is_led_to_the_first_run_page(walk: Walk) -> None:
    walk.open("/")

    expect(walk.page.get_by_role("heading", level=1)).to_be_visible()
    walk.assert_accessible()
