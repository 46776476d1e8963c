"""Signs of TCVN3 and VNI become the letters their fonts showed; Unicode and other languages are left alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tongket.reading.legacy import Legacy, guess_legacy, is_coded, legacy_of_font, to_unicode

SENTENCE = "Ủy ban Mặt trận Tổ quốc tổ chức hội nghị tổng kết phong trào thi đua yêu nước năm học"
IN_TCVN3 = "ñy ban MÆt trËn Tæ quèc tæ chøc héi nghÞ tæng kÕt phong trµo thi ®ua yªu n­íc n¨m häc"
IN_VNI = "UÛy ban Maët traän Toå quoác toå chöùc hoäi nghò toång keát phong traøo thi ñua yeâu nöôùc naêm hoïc"


@pytest.mark.parametrize(
    ("written", "legacy", "shown"),
    [
        (IN_TCVN3, Legacy.TCVN3, SENTENCE.replace("Ủ", "ủ")),
        (IN_VNI, Legacy.VNI, SENTENCE),
        ("KÕ ho¹ch", Legacy.TCVN3_CAPITALS, "KẾ HOẠCH"),
        ("§iÒu 1. ¢m, ¡n, ¤, ¥, ¦, £", Legacy.TCVN3, "Điều 1. Âm, Ăn, Ô, Ơ, Ư, Ê"),
        ("ÑAËNG THÒ NGOÏC YEÁN", Legacy.VNI, "ĐẶNG THỊ NGỌC YẾN"),
        ("Ñaëng Thò Yeán, kyõ thuaät, Myõ", Legacy.VNI, "Đặng Thị Yến, kỹ thuật, Mỹ"),
        ("\uf0a7 \uf0aeua", Legacy.TCVN3, "Đ đua"),
        ("20/10/2024, email a@b.vn", Legacy.VNI, "20/10/2024, email a@b.vn"),
    ],
)
def test_signs_become_letters(written: str, legacy: Legacy, shown: str) -> None:
    assert to_unicode(written, legacy) == shown


@pytest.mark.parametrize(
    ("name", "legacy"),
    [
        (".VnTime", Legacy.TCVN3),
        (".VnTimeH", Legacy.TCVN3_CAPITALS),
        (" .VNARIALH ", Legacy.TCVN3_CAPITALS),
        (".VnTeknical", Legacy.TCVN3),
        ("VNI-Times", Legacy.VNI),
        ("Times New Roman", None),
        ("Vni", None),
        ("", None),
    ],
)
def test_font_tells_the_coding(name: str, legacy: Legacy | None) -> None:
    assert legacy_of_font(name) is legacy


@pytest.mark.parametrize(
    ("text", "legacy"),
    [
        (IN_TCVN3, Legacy.TCVN3),
        (IN_VNI, Legacy.VNI),
        (SENTENCE, None),
        ("Ke hoach tong ket phong trao thi dua", None),
        ("KẾ HOẠCH\n\uf0b7 Phòng Kinh tế", None),
        ("Le théâtre a été très élégant, où la fête a commencé à l'hôtel", None),
        ("Die Prüfung der Gemäldegalerie für ältere Schüler gehört natürlich dazu", None),
        ("®ua", None),
        ("", None),
    ],
)
def test_coding_is_guessed_by_the_syllables_it_makes(text: str, legacy: Legacy | None) -> None:
    assert guess_legacy(text) is legacy


@given(st.text())
def test_text_in_ascii_is_never_changed(text: str) -> None:
    plain = text.encode("ascii", "ignore").decode()

    assert to_unicode(plain, Legacy.TCVN3) == to_unicode(plain, Legacy.VNI) == plain
    assert guess_legacy(plain) is None


@pytest.mark.parametrize(("text", "coded"), [("héi nghÞ", True), ("\uf0ae", True), ("hội", False), ("", True)])
def test_coded_text_has_no_sign_beyond_latin_1(text: str, coded: bool) -> None:  # noqa: FBT001 -- a table
    assert is_coded(text) is coded
