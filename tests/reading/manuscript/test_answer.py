"""What the child that reads manuscripts says."""

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.reading.manuscript.strategies import COUNT, MANUSCRIPTS
from tongket.reading.manuscript.answer import Draft, decode, encode
from tongket.reading.manuscript.values import Manuscript, Nature, Picture
from tongket.reading.manuscript.wire import to_json
from tongket.reading.refusals import Unreadable, refuse
from tongket.reading.wire import encode_refusal

EMPTY = to_json(Manuscript(Nature.TEXT, ()))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.builds(Draft, MANUSCRIPTS, st.lists(COUNT, max_size=3).map(tuple)))
def test_a_draft_comes_back_as_it_was(draft: Draft) -> None:
    assert decode(encode(draft)) == draft


def test_pictures_follow_the_line() -> None:
    pictures = (Picture(b"a\nb", "image/png", 1.0, 1.0), Picture(b"", "image/png", 1.0, 1.0))
    answer = encode(Draft(Manuscript(Nature.DOCX, (), pictures=pictures), (2,)))

    assert answer.endswith(b'"scanned":[2],"sizes":[3,0]}\na\nb')


def test_a_refusal_comes_back_as_it_was() -> None:
    refusal = refuse("too-large", found=31.5, wanted=30)

    with pytest.raises(Unreadable) as refused:
        decode(encode_refusal(refusal))

    assert refused.value.finding == refusal.finding


@pytest.mark.parametrize(
    ("fields", "rest"),
    [
        ([], b""),
        ({"refused": "no-such-code", "found": "", "wanted": ""}, b""),
        ({"manuscript": EMPTY, "scanned": [], "sizes": []}, b"x"),
        ({"manuscript": EMPTY, "scanned": [], "sizes": [1]}, b"x"),
        ({"manuscript": EMPTY, "scanned": [], "sizes": [-1, 1]}, b""),
        ({"manuscript": EMPTY, "scanned": ["1"], "sizes": []}, b""),
        ({"manuscript": 1, "scanned": [], "sizes": []}, b""),
    ],
)
def test_an_answer_of_another_shape_is_not_believed(fields: object, rest: bytes) -> None:
    with pytest.raises(ValueError, match=r"answer|refusal|manuscript"):
        decode(json.dumps(fields).encode() + b"\n" + rest)
