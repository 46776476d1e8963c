"""Sentences of exemplars and member organisations."""

from decimal import Decimal

from tests.factories.materials import NAMES, make_indicator, make_statement
from tongket.synthesis.composing.models import models, organisations
from tongket.synthesis.composing.values import Model, Own, Share
from tongket.synthesis.rules import SourceSort


def test_one_model_is_named_without_a_count() -> None:
    (passage,) = models("II.mo-hinh", [Model(31, "Ngôi nhà xanh", "Hội Phụ nữ")])

    assert passage.text == "Một mô hình tiêu biểu được nêu là “Ngôi nhà xanh” (Hội Phụ nữ)."
    assert passage.figures == {}


def test_few_models_are_all_named() -> None:
    passage = models("II.mo-hinh", [Model(1, "A"), Model(2, "B", "Hội")])[0]

    assert passage.text == "Các báo cáo giới thiệu 02 mô hình tiêu biểu: “A” và “B” (Hội)."


def test_many_models_point_to_the_annex() -> None:
    passage = models("II.mo-hinh", [Model(key, f"M{key}") for key in range(1, 12)])[0]

    assert passage.text.startswith("Các báo cáo giới thiệu 11 mô hình tiêu biểu, nổi bật là “M1”")
    assert passage.text.endswith("danh mục đầy đủ có trong phụ lục kèm theo.")
    assert len(passage.sources) == 11


def test_a_model_with_a_result_has_its_own_sentence() -> None:
    found = models("II.mo-hinh", [Model(1, "A", "Hội", result="Thu 1.200 kg.", adopted=4)])

    assert found[1].text == "Mô hình “A” của Hội: thu 1.200 kg; đến nay đã có 04 đơn vị học tập, làm theo."


def test_no_model_says_nothing() -> None:
    assert models("II.mo-hinh", []) == ()


def test_an_organisation_tells_its_figures_and_one_result() -> None:
    own = Own(
        1, NAMES[0], (make_statement(1), make_statement(2)), ((make_indicator(), Share(9, NAMES[0], Decimal(9))),)
    )

    (passage,) = organisations("II.to-chuc", [own])

    assert passage.text == (
        "Hội Nông dân thành phố: 09 mô hình đang duy trì; kết quả nổi bật: “Kinh phí cho mô hình mới còn ít”."
    )
    assert [source.sort for source in passage.sources] == [SourceSort.FIGURE, SourceSort.STATEMENT]


def test_an_organisation_without_figures_tells_its_result() -> None:
    (passage,) = organisations("II.to-chuc", [Own(1, NAMES[0], (make_statement(1), make_statement(2)))])

    assert passage.text == "Hội Nông dân thành phố nêu: “Kinh phí cho mô hình mới còn ít”."
