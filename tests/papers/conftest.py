"""What the tests of papers need: no index of passages from another test's database."""

from collections.abc import Iterator

import pytest

from tongket.papers.passage_index import SHELF


@pytest.fixture(autouse=True)
def fresh_shelf() -> Iterator[None]:
    """Every test begins with indexes that nobody built."""
    SHELF.forget()
    yield
    SHELF.forget()
