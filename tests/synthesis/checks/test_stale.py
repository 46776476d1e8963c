"""What the last run did not know."""

from tests.factories.drafts import make_draft, make_fresh, make_sentence
from tongket.core.findings import compose
from tongket.synthesis.checks.stale import stale
from tongket.synthesis.rules import Origin


def test_a_report_never_composed_says_so() -> None:
    assert [each.code for each in stale(make_draft(is_composed=False))] == ["never_composed"]


def test_reviews_that_changed_since_are_counted() -> None:
    found = stale(make_draft(moved=2))

    assert [(each.level, compose(each).found) for each in found] == [
        ("blocker", "2 báo cáo của đơn vị đã đổi sau lần tổng hợp gần nhất.")
    ]


def test_figures_that_wait_for_their_unit_are_only_advice() -> None:
    assert [(each.code, each.level) for each in stale(make_draft(waiting=3))] == [("figures_waiting", "advice")]


def test_new_figures_beside_an_edited_sentence_wait_for_a_person() -> None:
    fresh = make_fresh("Có 59 mô hình.", {"tong": "59"})
    sentence = make_sentence("Giữ 57 mô hình.", origin=Origin.EDITED, fresh=fresh)

    found = stale(make_draft(sentence))

    assert [(each.code, each.level, each.values["fresh"]) for each in found] == [
        ("new_figures", "approval", "Có 59 mô hình.")
    ]


def test_an_edited_sentence_whose_news_were_seen_is_quiet() -> None:
    assert stale(make_draft(make_sentence("Giữ 57 mô hình.", origin=Origin.EDITED))) == ()


def test_a_sentence_whose_sources_are_all_gone_stops_the_report() -> None:
    found = stale(make_draft(make_sentence(), stands=False))

    assert [(each.code, each.level) for each in found] == [("source_gone", "blocker")]
