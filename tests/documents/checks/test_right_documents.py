"""Right documents of every form pass every check, however their two columns were typed."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from tests.documents.checks import right
from tests.documents.checks.judging import codes, sight
from tests.documents.checks.writing import P, Sheet
from tongket.documents.render.values import Profile

FORMS = (
    (right.plan, Profile.FRONT),
    (right.decision, Profile.DECREE),
    (right.decision, Profile.FRONT),
    (right.letter, Profile.FRONT),
    (right.letter, Profile.DECREE),
    (right.minutes, Profile.FRONT),
    (right.minutes, Profile.DECREE),
    (right.party, Profile.PARTY),
)


@pytest.mark.parametrize("layout", ["table", "rows", "tabs", "stacked"])
@pytest.mark.parametrize(("form", "profile"), FORMS)
def test_right_document_passes_in_every_layout(form: Callable[[], Sheet], profile: Profile, layout: str) -> None:
    assert codes(replace(form(), layout=layout), profile) == []


@pytest.mark.parametrize("layout", ["table", "rows", "tabs", "stacked"])
def test_components_are_the_same_in_every_layout(layout: str) -> None:
    seen = sight(replace(right.plan(), layout=layout))

    assert [line.text for line in seen.header.above] == ["ỦY BAN MTTQ VIỆT NAM TỈNH QUẢNG NAM"]
    assert [line.text for line in seen.header.own] == ["ỦY BAN MTTQ VIỆT NAM", "THÀNH PHỐ TAM KỲ"]
    assert seen.header.number
    assert seen.header.number.text == "Số: 12/KH-MTTQ-BTT"
    assert seen.header.place_and_date
    assert seen.header.place_and_date.text == "Tam Kỳ, ngày 11 tháng 10 năm 2024"
    assert [line.text for line in seen.title.subject] == [row.text for row in right.plan().title[1:]]
    assert [paragraph.text for paragraph in seen.body] == [row.text for row in right.plan().body]
    assert [[line.text for line in each.authority] for each in seen.foot.signings] == [
        ["TM. BAN THƯỜNG TRỰC", "PHÓ CHỦ TỊCH"]
    ]
    assert [line.text for line in seen.foot.recipients] == [row.text for row in right.FOOT[1:]]


def test_minutes_have_two_places_to_sign() -> None:
    seen = sight(right.minutes())

    assert [(each.authority[0].text, each.name and each.name.text) for each in seen.foot.signings] == [
        ("THƯ KÝ", "Phạm Thị Lan"),
        ("CHỦ TỌA", "Nguyễn Văn Minh"),
    ]


def test_file_all_in_one_style_is_recognised_and_told_its_dress() -> None:
    """What a beginner types: everything at the left, one size, nothing bold; the words are all there."""
    plain = {"size": 13, "bold": False, "italic": False, "align": "left", "rule": ""}
    parts = ("left", "right", "title", "body", "foot_left", "foot_right")
    sheet = right.plan()
    for part in parts:
        sheet = sheet.every(part, **plain)
    found = codes(replace(sheet, layout="stacked"))

    assert [code for code in found if code.endswith("-missing")] == []
    assert set(found) >= {"nation-bold", "motto-rule", "type-name-centred", "body-alignment", "recipients-size"}


def test_blanks_may_part_the_columns() -> None:
    sheet = right.plan()
    typed = P("ỦY BAN MTTQ VIỆT NAM          CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 12, bold=True)
    motto = P("THÀNH PHỐ TAM KỲ               Độc lập - Tự do - Hạnh phúc", 13, bold=True)
    numbered = P("Số: 12/KH-MTTQ-BTT           Tam Kỳ, ngày      tháng 10 năm 2024", 13)

    seen = sight(replace(sheet, left=(), right=(typed, motto, numbered), layout="stacked"))

    assert [line.text for line in seen.header.own] == ["ỦY BAN MTTQ VIỆT NAM", "THÀNH PHỐ TAM KỲ"]
    assert seen.header.nation
    assert seen.header.motto
    assert seen.header.number
    assert seen.header.number.text == "Số: 12/KH-MTTQ-BTT"
    assert seen.header.place_and_date
