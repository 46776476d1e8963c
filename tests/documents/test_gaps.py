"""Gaps of single copies: named, filled, told where nobody gave a value."""

from tongket.documents.gaps import fill_document, fill_gaps, gap, gap_name, gaps_in
from tongket.documents.render.values import Cell, Issuer, Item, OfficialDocument, Paragraph, Table, text

LETTER = OfficialDocument(
    issuer=Issuer(("BAN THƯỜNG TRỰC",)),
    symbol="GM-MTTQ-BTT",
    subject="Mời «họ tên»",
    body=(Paragraph(text("Kính mời «Họ tên», «chức vụ».")), Table((Cell(text("A")),), ((Cell(text("«chức vụ»")),),))),
)


def test_a_gap_is_named_without_accents() -> None:
    assert (gap("họ tên"), gap_name("họ tên"), gap_name("Họ  Tên")) == ("«họ tên»", "ho_ten", "ho_ten")


def test_gaps_are_told_once_in_order() -> None:
    assert gaps_in("«chức vụ» và «họ tên», «chức vụ»") == ("chuc_vu", "ho_ten")


def test_gaps_are_filled_with_plain_text() -> None:
    assert fill_gaps("Mời «họ tên».", {"ho_ten": " Lê\nĐịnh "}) == ("Mời Lê Định.", ())


def test_what_has_no_value_stays_and_is_told() -> None:
    assert fill_gaps("«họ tên» «chức vụ»", {"ho_ten": "«chức vụ»", "chuc_vu": ""}) == (
        "«chức vụ» «chức vụ»",
        ("chuc_vu",),
    )


def test_a_document_is_filled_everywhere() -> None:
    filled, missing = fill_document(LETTER, {"ho_ten": "Lê Định", "chuc_vu": "Chủ tịch"})

    assert missing == ()
    assert filled.subject == "Mời Lê Định"
    assert filled.body == (
        Paragraph(text("Kính mời Lê Định, Chủ tịch.")),
        Table((Cell(text("A")),), ((Cell(text("Chủ tịch")),),)),
    )


def test_a_document_without_gaps_is_the_same_one() -> None:
    plain = OfficialDocument(Issuer(("A",)), "B", "C", (Item("-", text("D")),))

    assert fill_document(plain, {})[0] is plain
    assert fill_document(LETTER, {})[1] == ("ho_ten", "chuc_vu")
