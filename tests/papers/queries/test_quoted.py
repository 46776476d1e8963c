"""Words that somebody copied out of a paper are found where they stand."""

import pytest

from tongket.papers.models import PaperVersion
from tongket.papers.queries.quoted import place_of_words
from tongket.reading.manuscript import wire
from tongket.reading.manuscript.typed import manuscript_of

PAPER = """# Một tổ đoàn kết giúp một hộ thoát nghèo

Qua rà soát, xã còn 38 hộ nghèo, phần lớn thiếu lao động (24 hộ).

Ngày công góp lại hơn 1.900 công.
"""


def version() -> PaperVersion:
    """A version of three blocks, the last on page 2 of the standard form."""
    places = [[0, 1, 40.0, 1, 48.0], [1, 1, 60.0, 1, 75.0], [2, 2, 20.0, 2, 27.0]]
    return PaperVersion(manuscript=wire.to_json(manuscript_of(PAPER)), measured={"places": places})


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("xã còn 38 hộ nghèo", (1, 1)),
        ("“38 hộ nghèo,”", (1, 1)),
        ("Xã  CÒN 38\nhộ", (1, 1)),
        ("lao động (24 hộ).", (1, 1)),
        ("còn 38 hộ nghè", (1, 1)),
        ("hơn 1.900 công", (2, 2)),
        ("xã còn 36 hộ nghèo", (None, None)),
        ("…", (None, None)),
        ("", (None, None)),
    ],
)
def test_words_are_found_though_signs_and_spaces_differ(words: str, place: tuple[int | None, int | None]) -> None:
    assert place_of_words(version(), words) == place


def test_a_version_that_was_not_read_holds_no_words() -> None:
    assert place_of_words(PaperVersion(), "hộ nghèo") == (None, None)
