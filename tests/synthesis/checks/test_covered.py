"""Coverage in sentences."""

import pytest

from tests.factories.drafts import TALLY, make_draft, make_sentence
from tongket.core.findings import compose
from tongket.synthesis.checks.covered import covered


def test_a_total_of_some_says_of_how_many() -> None:
    found = covered(make_draft(make_sentence("Có 57 mô hình.", sources=(TALLY,)), coverage=(15, 18)))

    assert [each.level for each in found] == ["blocker"]
    assert "theo báo cáo của 15/18 đơn vị" in compose(found[0]).wanted


@pytest.mark.parametrize(
    ("text", "coverage"),
    [
        ("Theo báo cáo của 15/18 đơn vị, có 57 mô hình.", (15, 18)),
        ("Có 57 mô hình.", (18, 18)),
        ("Có mô hình.", (1, 2)),
    ],
)
def test_what_is_stated_or_whole_passes(text: str, coverage: tuple[int, int]) -> None:
    assert covered(make_draft(make_sentence(text, sources=(TALLY,)), coverage=coverage)) == ()


def test_who_answers_for_a_sentence_answers_for_its_coverage() -> None:
    sentence = make_sentence(sources=(TALLY,), is_vouched=True)

    assert covered(make_draft(sentence, coverage=(15, 18))) == ()
