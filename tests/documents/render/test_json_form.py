import json
import re
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.documents.shapes import SHAPES, bare, letter
from tongket.documents.render.json_form import FormFault, from_json, to_json
from tongket.documents.render.values import (
    Block,
    OfficialDocument,
    PageBreak,
    Paragraph,
    Run,
    Table,
)

# A width is a finite number: JSON can hold no other.
_WIDTHS = st.lists(st.floats(allow_nan=False, allow_infinity=False)).map(tuple)
_TABLES = st.builds(Table, widths=_WIDTHS, is_ruled=st.booleans())
_BLOCKS = st.one_of([st.from_type(kind) for kind in get_args(Block) if kind is not Table] + [_TABLES])


@pytest.mark.slow
@given(st.builds(OfficialDocument, body=st.lists(_BLOCKS, max_size=3).map(tuple)))
def test_every_document_comes_back_as_it_was(document: OfficialDocument) -> None:
    assert from_json(json.loads(json.dumps(to_json(document)))) == document


@pytest.mark.parametrize("shape", SHAPES)
def test_every_shape_comes_back_as_it_was(shape: str) -> None:
    document = SHAPES[shape]()

    assert from_json(json.loads(json.dumps(to_json(document)))) == document


def test_what_says_nothing_is_left_out() -> None:
    assert to_json(bare()) == {
        "issuer": {"own": ["VĂN PHÒNG"]},
        "symbol": "VP",
        "subject": "",
        "body": [{"kind": "paragraph", "runs": ["Một dòng."]}],
    }


def test_dress_and_blocks_say_their_kind() -> None:
    runs = (Run("a", bold=True, italic=True), Run("b"))
    body = (Paragraph(runs), PageBreak(), Table((), (), (1.0,)))

    assert to_json(OfficialDocument(bare().issuer, "", "", body))["body"] == [
        {"kind": "paragraph", "runs": [["a", "bi"], "b"]},
        {"kind": "page_break"},
        {"kind": "table", "heading": [], "rows": [], "widths": [1.0]},
    ]


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"colour": 1}, "found unknown colour, wanted one of issuer, symbol"),
        ({"issuer": 3}, "found 3, wanted a dictionary, at document.issuer"),
        ({"issuer": {}}, "found no own, wanted it at document.issuer"),
        ({"body": "abc"}, "found 'abc', wanted a list, at document.body"),
        ({"body": [{"kind": "poem"}]}, "found kind 'poem', wanted one of paragraph, heading"),
        ({"body": [3]}, "found kind None, wanted one of paragraph"),
        (
            {"body": [{"kind": "paragraph", "runs": [3]}]},
            "wanted text or text with its dress, at document.body[0].runs[0]",
        ),
        ({"body": [{"kind": "heading", "runs": [], "level": "1"}]}, "found '1', wanted int, at document.body[0].level"),
        ({"day": "31/12/2024"}, "found '31/12/2024', wanted date, at document.day"),
        ({"day": 3}, "found 3, wanted date, at document.day"),
        ({"profile": "pope"}, "found 'pope', wanted Profile, at document.profile"),
        ({"has_place_and_date": 1}, "found 1, wanted bool, at document.has_place_and_date"),
        (
            {"body": [{"kind": "table", "heading": [], "rows": [], "widths": [float("nan")]}]},
            "found nan, wanted a finite",
        ),
        ({"symbol": None}, "found None, wanted str, at document.symbol"),
    ],
)
def test_fault_names_its_place(change: dict[str, Any], message: str) -> None:
    with pytest.raises(FormFault, match=re.escape(message)):
        from_json(to_json(letter()) | change)
