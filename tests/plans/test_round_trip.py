"""A random plan, written in the official form as text, .docx or PDF and read again, says the same.

The strategies of `drawing` draw what a careful office could issue, the writers of `writing` put it on paper;
`make soak` draws far more of them than the tests do.
"""

import unicodedata

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.plans.drawing.plans import Written, plans
from tests.plans.same import settled
from tests.plans.writing.changes import CHANGES, ENCODINGS, FORMS, LINE_ENDS, encoded
from tests.plans.writing.pdf import as_pdf
from tests.plans.writing.text import Form, Head, as_text
from tests.plans.writing.word import as_word
from tongket.plans.facts import Facts
from tongket.plans.read import read_document
from tongket.reading.reader import read_bytes

TYPED = st.builds(Form, st.sampled_from(Head), st.booleans(), st.booleans())
SHORT = settings(
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


def facts_of(data: bytes) -> Facts:
    return settled(read_document(read_bytes(data)).facts)


@pytest.mark.slow
@settings(SHORT, max_examples=40)
@given(plans(), TYPED)
def test_text_says_the_same(plan: Written, form: Form) -> None:
    assert facts_of(as_text(plan.letter, form).encode()) == settled(plan.facts)


@pytest.mark.slow
@settings(SHORT, max_examples=15)
@given(plans(), st.booleans())
def test_word_says_the_same(plan: Written, own_bullets: bool) -> None:  # noqa: FBT001
    assert facts_of(as_word(plan.letter, own_bullets=own_bullets)) == settled(plan.facts)


@pytest.mark.slow
@settings(SHORT, max_examples=15)
@given(plans())
def test_pdf_says_the_same(plan: Written) -> None:
    assert facts_of(as_pdf(plan.letter)) == settled(plan.facts)


@pytest.mark.slow
@settings(SHORT, max_examples=40)
@given(
    plans(), TYPED, st.sampled_from(sorted(CHANGES)), st.sampled_from(LINE_ENDS), st.sampled_from(FORMS),
    st.sampled_from(ENCODINGS),
)  # fmt: skip
def test_what_changes_no_word_changes_nothing(
    plan: Written, form: Form, change: str, line_end: str, letters: str, encoding: str
) -> None:
    changed = CHANGES[change](as_text(plan.letter, form)).replace("\n", line_end)
    data = encoded(unicodedata.normalize(letters, changed), encoding)  # type: ignore[arg-type]

    assert facts_of(data) == settled(plan.facts)
