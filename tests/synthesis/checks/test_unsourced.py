"""Sentences without a source."""

from tests.factories.drafts import make_draft, make_sentence
from tongket.core.findings import compose
from tongket.synthesis.checks.unsourced import unsourced


def test_a_sentence_without_a_source_stops_the_report() -> None:
    found = unsourced(make_draft(make_sentence("Được cấp tỉnh chọn làm điểm.", sources=())))

    assert [(each.code, each.level, each.quote) for each in found] == [
        ("unsourced", "blocker", "Được cấp tỉnh chọn làm điểm.")
    ]
    assert str(compose(found[0])).startswith("Câu chưa có nguồn. Phần “II. KẾT QUẢ”.")


def test_a_source_or_a_person_who_answers_is_enough() -> None:
    assert unsourced(make_draft(make_sentence(), make_sentence(sources=(), is_vouched=True))) == ()
