"""Every test of this room happens on Monday, 21/10/2024, at 8:15."""

import pytest


@pytest.fixture(autouse=True)
def _on_monday(monday: None) -> None:
    """The demo's morning."""
