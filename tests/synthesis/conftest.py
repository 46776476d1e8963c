"""What the tests of the report share: a conference of three units that reported and one that did not."""

import pytest

from tests.factories.synthesis import Reported, make_small


@pytest.fixture
def reported(db: None) -> Reported:
    """Three reviews that count, a fourth unit that owes one, a report composed of them."""
    return make_small()
