import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tongket.reading.document import Cell, Document, Line, Mending, Source
from tongket.reading.refusals import Unreadable, refuse
from tongket.reading.wire import decode, encode, encode_refusal

COUNT = st.integers(0, 10**6)
CELLS = st.builds(Cell, COUNT, COUNT, COUNT)
LINES = st.builds(
    Line,
    st.text(),
    page=st.none() | COUNT,
    bold=st.booleans(),
    italic=st.booleans(),
    centred=st.booleans(),
    indent=st.floats(-1000, 1000),
    cell=st.none() | CELLS,
    gap=st.booleans(),
)
DOCUMENTS = st.builds(
    Document,
    st.sampled_from(Source),
    st.lists(LINES, max_size=5).map(tuple),
    st.none() | COUNT,
    st.booleans(),
    st.lists(st.builds(Mending, st.text(), COUNT, st.text()), max_size=3).map(tuple),
)


@given(DOCUMENTS)
def test_a_document_comes_back_as_it_was(document: Document) -> None:
    assert decode(encode(document)) == document


def test_an_answer_is_compact() -> None:
    assert encode(Document(Source.TEXT, (Line("Số 1", bold=True, gap=True),))) == (
        b'{"source":"text","lines":[["S\\u1ed1 1",null,9,0.0,null]],"pages":null,"hard_wrapped":false,"mendings":[]}'
    )


def test_a_refusal_comes_back_as_it_was() -> None:
    refusal = refuse("too-large", found=31.5, wanted=30)

    with pytest.raises(Unreadable) as refused:
        decode(encode_refusal(refusal))

    assert refused.value.finding == refusal.finding


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"{",
        b"[]",
        b"3",
        b"[" * 9,
        b'{"refused":"no-such-code","found":"","wanted":""}',
        b'{"refused":"empty"}',
        b'{"source":"text","lines":[[1,null,0,0,null]],"pages":null,"hard_wrapped":false,"mendings":[]}',
        b'{"source":"exe","lines":[],"pages":null,"hard_wrapped":false,"mendings":[]}',
        b'{"source":"text","lines":[["a",null,0,0,[1]]],"pages":null,"hard_wrapped":false,"mendings":[]}',
        b'{"source":"text","lines":[],"pages":null,"hard_wrapped":false,"mendings":[["nfc"]]}',
        json.dumps({"lines": []}).encode(),
    ],
)
def test_an_answer_of_another_shape_is_not_believed(answer: bytes) -> None:
    with pytest.raises(ValueError, match=r"answer|refusal|Expecting|valid"):
        decode(answer)
