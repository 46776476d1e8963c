"""What leaves the child process is what was seen, and nothing that is no such thing is believed."""

import json

import pytest

from tests.documents.checks import right
from tests.documents.checks.writing import Sheet, written
from tongket.documents.seen.values import SeenCell, SeenDocument, SeenParagraph, SeenRun, SeenSection
from tongket.documents.seen.walk import see
from tongket.documents.seen.wire import decode, encode
from tongket.reading.limits import DEFAULT
from tongket.reading.refusals import Unreadable, refuse
from tongket.reading.wire import encode_refusal

SECTION = SeenSection(210, 297, 20, 20, 30, 15)


@pytest.mark.parametrize("sheet", [right.plan(), right.decision()])
def test_document_comes_back_equal(sheet: Sheet) -> None:
    document = see(written(sheet), DEFAULT)

    assert decode(encode(document)) == document


def test_every_mark_comes_back() -> None:
    paragraph = SeenParagraph(
        (SeenRun("đ", "Arial", 12.5, bold=True, italic=True, underlined=True, colour="ff0000"),),
        is_ruled_above=True,
        is_ruled_below=True,
        drawn=2,
        cell=SeenCell(1, 2, 3),
        box=True,
        section=4,
        begins_page=True,
        has_picture=True,
        label="a)",
    )
    document = SeenDocument((SECTION,), (paragraph,), frozenset({3, 1}))

    assert decode(encode(document)) == document


def test_refusal_is_raised_again() -> None:
    with pytest.raises(Unreadable) as refused:
        decode(encode_refusal(refuse("too-long", wanted="5 dòng")))

    assert refused.value.finding.code == "too-long"


WHOLE = json.loads(encode(SeenDocument((SECTION,), (SeenParagraph((SeenRun("a"),), cell=SeenCell(0, 0, 0)),))))


def bent(*path: str | int, to: object) -> bytes:
    """A whole answer with one value made another."""
    answer = json.loads(json.dumps(WHOLE))
    place = answer
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = to
    return json.dumps(answer).encode()


@pytest.mark.parametrize(
    "answer",
    [
        b"[]",
        b'{"sections": [], "paragraphs": [], "ruled": []}',
        bent("sections", 0, to=[]),
        bent("sections", 0, 0, 2, to="20"),
        bent("sections", 0, 1, to=[True]),
        bent("sections", 0, 1, to=[True, 9, 13]),
        bent("paragraphs", 0, to=[]),
        bent("paragraphs", 0, 0, 0, to=["a"]),
        bent("paragraphs", 0, 1, to=7),
        bent("paragraphs", 0, 6, to=[1, 2]),
        bent("ruled", to=["0"]),
    ],
)
def test_error_anything_else_is_no_answer(answer: bytes) -> None:
    with pytest.raises(ValueError, match="not an answer of the process that looks at documents"):
        decode(answer)
