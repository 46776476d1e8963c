"""Manuscripts as JSON: the same comes back, and nothing foreign is believed."""

import json
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from tests.reading.manuscript.strategies import MANUSCRIPTS
from tongket.reading.manuscript.values import Manuscript, Nature, Paragraph, Picture, Piece, Table
from tongket.reading.manuscript.wire import from_json, to_json

EMPTY = to_json(Manuscript(Nature.TEXT, ()))
ROW: list[Any] = [[["a", 0, 14.0]], "text", 0, "", "justify", None, None, False]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(MANUSCRIPTS)
def test_a_manuscript_comes_back_as_it_was(manuscript: Manuscript) -> None:
    written = json.loads(json.dumps(to_json(manuscript)))

    assert from_json(written, [picture.data for picture in manuscript.pictures]) == manuscript


def test_what_says_nothing_takes_no_room() -> None:
    manuscript = Manuscript(
        Nature.TEXT,
        (Paragraph((Piece("Một", bold=True), Piece("", picture=0, width=0.9))), Table(())),
        pictures=(Picture(b"x", "image/png", 10.0, 5.0),),
    )

    assert to_json(manuscript) == {
        "form": 1,
        "nature": "text",
        "blocks": [
            [[["Một", 1, 14.0], ["", 0, 14.0, 0.0, 0.9, None, 0]], "text", 0, "", "justify", None, None, False],
            {"rows": [], "heading_rows": 0, "widths": [], "ruled": True, "page": None},
        ],
        "notes": [],
        "pictures": [["image/png", 10.0, 5.0]],
        "sheet": [210.0, 297.0, 25.4, 25.4, 25.4, 25.4],
        "pages": None,
        "recognised": False,
        "mendings": [],
        "lost": [],
    }


def paragraph(**changed: Any) -> dict[str, Any]:
    """A manuscript of one paragraph, the values at some places of its row changed."""
    row = [changed.get(f"_{place}", value) for place, value in enumerate(ROW)]
    return EMPTY | {"blocks": [row]}


def piece(*row: Any) -> dict[str, Any]:
    return paragraph(_0=[list(row)])


def table(**changed: Any) -> dict[str, Any]:
    return EMPTY | {"blocks": [to_json(Manuscript(Nature.TEXT, (Table(()),)))["blocks"][0] | changed]}


@pytest.mark.parametrize(
    "data",
    [
        None,
        [],
        {},
        EMPTY | {"form": 2},
        EMPTY | {"nature": "exe"},
        EMPTY | {"sheet": [1.0]},
        EMPTY | {"sheet": [1, 2, 3, 4, 5, "6"]},
        EMPTY | {"sheet": [1, 2, 3, 4, 5, float("nan")]},
        EMPTY | {"pages": -1},
        EMPTY | {"pages": True},
        EMPTY | {"sheet": [1, 2, 3, 4, 5, True]},
        EMPTY | {"pictures": [["image/png", 1, 1]]},
        EMPTY | {"notes": [1]},
        EMPTY | {"notes": [["a"]]},
        EMPTY | {"mendings": [["nfc"]]},
        EMPTY | {"lost": [1]},
        EMPTY | {"blocks": ["a"]},
        paragraph(_0=1),
        paragraph(_1="song"),
        paragraph(_2=-1),
        paragraph(_4="up"),
        paragraph(_5=[1.0]),
        paragraph(_5=[1.0, None, 0, 0, 0, 0, float("inf")]),
        paragraph(_6="1"),
        paragraph(_7=0),
        piece("a", 64, 14.0),
        piece("a", -1, 14.0),
        piece("a", 0, "14"),
        piece("a", 0, 1e9),
        piece("a", 0, 14.0, 0.0),
        piece("a", 0, 14.0, 0.0, 1.0, 0, None),
        piece("a", 0, 14.0, 0.0, 1.0, None, 0),
        piece("a", 0, 14.0, 0.0, 1.0, None, -1),
        piece(1, 0, 14.0),
        table(heading_rows=1),
        table(rows=[1]),
        table(rows=[[1]]),
        table(rows=[[[[], 0, 1]]]),
        table(rows=[[[[], 1, 0]]]),
        table(rows=[[[[], 5000, 1]]]),
        table(widths=["1"]),
        table(ruled=1),
    ],
)
def test_values_of_another_shape_are_not_believed(data: object) -> None:
    with pytest.raises(ValueError, match=r"manuscript|valid"):
        from_json(data, [])


def test_pictures_must_be_as_many_as_are_named() -> None:
    with pytest.raises(ValueError, match="manuscript"):
        from_json(EMPTY, [b"x"])
