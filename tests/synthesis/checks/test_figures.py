"""Figures of sentences against the data."""

import pytest

from tests.factories.drafts import TALLY, make_draft, make_fresh, make_sentence
from tongket.core.findings import compose
from tongket.synthesis.checks.figures import figures
from tongket.synthesis.rules import Origin


def test_composed_figures_that_agree_pass() -> None:
    assert figures(make_draft(make_sentence(figures={"tong": "57"}))) == ()


def test_a_composed_figure_that_the_data_left_is_told_with_what_they_say_now() -> None:
    sentence = make_sentence(figures={"tong": "57"}, fresh=make_fresh("Có 59 mô hình.", {"tong": "59"}))

    found = figures(make_draft(sentence, numbers=("59",)))

    assert [str(compose(each)) for each in found] == [
        "Câu ghi 57, số liệu nay là 59. Phần “II. KẾT QUẢ”. Tổng hợp lại, hoặc sửa số trong câu."
    ]


def test_a_figure_that_is_gone_from_the_data_is_told() -> None:
    sentence = make_sentence(figures={"tong": "57"}, fresh=make_fresh("Không còn.", {"khac": "1"}))

    assert [each.code for each in figures(make_draft(sentence))] == ["figure_moved"]


@pytest.mark.parametrize("text", ["Có 58 mô hình.", "Có 57 mô hình, tăng 99%."])
def test_a_typed_figure_that_no_source_says_stops_the_report(text: str) -> None:
    sentence = make_sentence(text, origin=Origin.EDITED, figures={"tong": "57"})

    assert [(each.code, each.level) for each in figures(make_draft(sentence))] == [("figure_unknown", "blocker")]


@pytest.mark.parametrize("text", ["Cả thành phố giữ được 57 mô hình.", "Có 057 mô hình ngày 21/10/2024."])
def test_a_typed_figure_that_a_source_says_passes(text: str) -> None:
    sentence = make_sentence(text, origin=Origin.WRITTEN, slot="")

    assert figures(make_draft(sentence)) == ()


def test_a_source_that_no_longer_stands_backs_no_figure() -> None:
    sentence = make_sentence("Có 57 mô hình.", origin=Origin.WRITTEN, slot="", sources=(TALLY,))

    assert [each.code for each in figures(make_draft(sentence, stands=False))] == ["figure_unknown"]


def test_a_sentence_somebody_answers_for_is_not_looked_up() -> None:
    sentence = make_sentence("Có 99 mô hình.", origin=Origin.EDITED, is_vouched=True)

    assert figures(make_draft(sentence)) == ()


def test_each_figure_is_told_once() -> None:
    sentence = make_sentence("Có 99 mô hình, 99 nhóm.", origin=Origin.EDITED)

    assert len(figures(make_draft(sentence))) == 1
