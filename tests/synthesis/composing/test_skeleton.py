"""The skeleton of the report."""

from dataclasses import replace

from tests.factories.drafts import make_draft
from tests.factories.materials import make_coverage, make_material
from tongket.reviews.rules import Kind
from tongket.reviews.values import Question
from tongket.synthesis.checks.numbers import values_in
from tongket.synthesis.composing import compose
from tongket.synthesis.composing.values import Material
from tongket.synthesis.queries.draft import fresh_of


def test_the_official_parts_stand_in_their_order() -> None:
    parts = compose(make_material())

    assert [part.heading for part in parts] == [
        "I. TÌNH HÌNH, CÔNG TÁC LÃNH ĐẠO, CHỈ ĐẠO, TUYÊN TRUYỀN",
        "II. KẾT QUẢ THỰC HIỆN",
        "III. ĐÁNH GIÁ CHUNG",
        "IV. PHƯƠNG HƯỚNG, NHIỆM VỤ",
        "V. KIẾN NGHỊ, ĐỀ XUẤT",
    ]
    assert [(part.heading, part.clause) for part in parts[1].parts] == [
        ("1. Tuyên truyền, vận động, hiệp thương", "III.1.1/1"),
        ("2. Giám sát, phản biện xã hội", "III.1.1/3"),
        ("3. Mô hình tiêu biểu", ""),
        ("4. Kết quả của các tổ chức thành viên", ""),
    ]
    assert [part.heading for part in parts[2].parts] == [
        "1. Ưu điểm",
        "2. Hạn chế, khó khăn",
        "3. Nguyên nhân",
        "4. Bài học kinh nghiệm",
    ]


def test_figures_of_no_clause_have_a_section_of_their_own() -> None:
    material = replace(make_material(), questions=(Question("x", "Kết quả", Kind.RESULT, "I. KẾT QUẢ CHUNG", "I/1"),))

    headings = [part.heading for part in compose(material)[1].parts]

    assert headings[:2] == ["1. Kết quả chung", "2. Một số kết quả cụ thể"]


def test_every_passage_has_a_slot_of_its_own_a_source_and_its_figures_in_its_words() -> None:
    passages = list(fresh_of(compose(make_material())))

    assert len({each.slot for each in passages}) == len(passages)
    assert all(each.sources for each in passages)
    for passage in passages:
        stated = values_in(passage.text)
        assert all(values_in(printed) <= stated for printed, _source in passage.figures.values())


def test_the_same_material_gives_the_same_report() -> None:
    assert compose(make_material()) == compose(make_material())


def test_nothing_reported_makes_an_empty_skeleton() -> None:
    empty = Material("", "", make_material().on, "", make_coverage(counted=0, expected=0, in_meeting=0, in_writing=0))

    assert list(fresh_of(compose(empty))) == []
    assert make_draft().sentences == ()
