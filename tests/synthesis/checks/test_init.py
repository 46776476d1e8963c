"""The checks together."""

from tests.factories.drafts import make_draft, make_sentence
from tongket.synthesis.checks import CHECKS, blockers, examine


def test_every_check_answers_and_blockers_are_gathered() -> None:
    results = examine(make_draft(make_sentence(sources=()), waiting=1))

    assert [result.check for result in results] == [name for name, _check in CHECKS]
    assert [finding.code for finding in blockers(results)] == ["unsourced"]
