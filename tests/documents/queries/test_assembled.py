"""A document as it is now: following, edited, approved, for one copy, as files."""

from dataclasses import replace

import pytest

from tests.conferences.city import City
from tests.documents.tam_ky import make_ready_city
from tests.factories.conferences import NOW
from tongket.conferences.models import Conference
from tongket.core import files
from tongket.documents.actions.drafting import (
    DocumentMoved,
    draft_document,
    redraft,
    take_back_redraft,
    write_document,
)
from tongket.documents.kinds import KINDS
from tongket.documents.models import Copy, Document, Entry, Register
from tongket.documents.queries.assembled import assembled, file_name, files_of, text_now, word_of
from tongket.documents.queries.certificates import certificates_of
from tongket.documents.queries.changed_values import changed_since
from tongket.documents.render.json_form import to_json
from tongket.documents.render.values import plain
from tongket.documents.rules import DocumentState
from tongket.documents.stock import Stock


@pytest.fixture
def ready(db: None) -> City:
    return make_ready_city()


def draft(city: City, kind: str = "notice") -> Document:
    return draft_document(conference=city.conference, kind=kind, by=city.clerk, now=NOW)


def again(document: Document) -> Document:
    return Document.objects.select_related("conference__host__parent").get(pk=document.pk)


def move_room(city: City) -> None:
    Conference.objects.filter(pk=city.conference.pk).update(venue="Hội trường thành phố")


def words_of(document: Document) -> str:
    return "\n".join(plain(block.runs) for block in assembled(document).document.body if hasattr(block, "runs"))


def test_a_draft_follows_the_conference(ready: City) -> None:
    document = draft(ready)
    move_room(ready)

    assert "2. Địa điểm" not in words_of(again(document))
    assert "Địa điểm: Hội trường thành phố." in words_of(again(document))
    assert assembled(again(document)).findings == ()


def test_an_edited_draft_keeps_its_words_and_tells_what_changed(ready: City) -> None:
    document = draft(ready)
    was = document.conference.venue
    write_document(
        document=document, subject=document.subject, body="Mời họp./.", values={}, revision=0, by=ready.clerk, now=NOW
    )
    move_room(ready)

    made = assembled(again(document))

    assert words_of(again(document)) == "Mời họp./."
    assert [(finding.code, finding.level, finding.values) for finding in made.findings] == [
        (
            "value_changed",
            "approval",
            {"label": "địa điểm họp", "before": was, "now": "Hội trường thành phố"},
        )
    ]


def test_list_that_changed_is_told_by_the_rows_that_differ() -> None:
    kind = KINDS["decision"]
    before, now = {"can_cu": ["Luật A", "Luật B"]}, {"can_cu": ["Luật A", "Luật B", "Luật C"]}

    (finding,) = changed_since(kind, before, now)

    assert finding.values == {"label": "các căn cứ", "before": "–", "now": "Luật C"}


def test_redrafting_makes_the_text_anew(ready: City) -> None:
    document = draft(ready)
    write_document(document=document, subject="x", body="y", values={}, revision=0, by=ready.clerk, now=NOW)
    move_room(ready)

    redraft(document=again(document), by=ready.clerk, now=NOW)

    found = again(document)
    assert (found.is_edited, "Hội trường thành phố" in found.body, assembled(found).findings) == (False, True, ())


def test_what_was_typed_fills_the_marks_of_an_edited_text(ready: City) -> None:
    document = draft(ready, "invitation")
    body = document.body + "\n\nThêm một câu."
    write_document(
        document=document, subject=document.subject, body=body, values={}, revision=0, by=ready.clerk, now=NOW
    )
    assert assembled(again(document)).missing == ("người chủ trì",)

    Document.objects.filter(pk=document.pk).update(values={"người chủ trì": "Bà *Hiền*"})

    assert assembled(again(document)).missing == ()
    assert "Chủ trì: Bà *Hiền*." in words_of(again(document))


def test_typed_values_alone_leave_a_draft_following(ready: City) -> None:
    document = draft(ready, "invitation")
    subject, body = text_now(document)

    write_document(
        document=document,
        subject=subject,
        body=body,
        values={"người chủ trì": "Bà Hiền", "trang phục": ""},
        revision=0,
        by=ready.clerk,
        now=NOW,
    )

    found = again(document)
    assert (found.is_edited, found.values, assembled(found).missing) == (False, {"người chủ trì": "Bà Hiền"}, ())
    assert "Bà Hiền" in found.body


def type_values(city: City, document: Document, values: dict[str, str], more: str = "") -> Document:
    """Keeps what was typed for missing values, and a change of the text where there is `more`."""
    subject, body = text_now(document)
    write_document(
        document=document, subject=subject, body=body + more, values=values, revision=0, by=city.clerk, now=NOW
    )
    return again(document)


def test_rows_typed_for_a_list_fill_its_table(ready: City) -> None:
    typed = "7:30 | Đón đại biểu | Văn phòng\n8:00 | Khai mạc | Bà Hiền"

    document = type_values(ready, draft(ready, "programme"), {"các mục của chương trình": typed, "người chủ trì": "X"})

    assert assembled(document).missing == ()
    assert document.body.splitlines()[-2:] == [
        "| 7:30 | Đón đại biểu | Văn phòng |",
        "| 8:00 | Khai mạc | Bà Hiền |",
    ]


def test_what_was_typed_for_lists_and_their_columns_fills_an_edited_text(ready: City) -> None:
    typed = {"các căn cứ": "Luật A\nLuật B", "tập thể, cá nhân (danh sách đề nghị khen thưởng)": "Hội C"}

    document = type_values(ready, draft(ready, "decision"), typed, more="\n\nThêm một câu.")

    assert "Căn cứ Luật A; Luật B." in words_of(document)
    assert not {"các căn cứ", "tập thể, cá nhân (danh sách đề nghị khen thưởng)"} & set(assembled(document).missing)


def test_row_without_all_its_columns_names_the_one_that_lacks(ready: City) -> None:
    document = type_values(ready, draft(ready, "programme"), {"các mục của chương trình": "7:30 | Đón đại biểu"})

    assert assembled(document).missing == ("người chủ trì", "người thực hiện (các mục của chương trình)")


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_whatever_is_typed_for_missing_values_the_document_is_made(ready: City, kind: str) -> None:
    typed = {name.label: "chữ | lạ | 31/2 | x | y" for name in KINDS[kind].names if name.name not in KINDS[kind].gaps}

    document = type_values(ready, draft(ready, kind), typed)

    assert assembled(document).missing == () or kind in {"plan", "request", "correction"}


def test_an_approved_document_is_what_was_seen(ready: City) -> None:
    document = draft(ready)
    frozen = to_json(assembled(document).document)
    Document.objects.filter(pk=document.pk).update(frozen=frozen, state=DocumentState.NUMBERED)
    register = Register.objects.create(unit=ready.conference.host, year=2024)
    Entry.objects.create(
        register=register,
        number=5,
        symbol="TB-MTTQ-BTT",
        unit=ready.conference.host,
        year=2024,
        document=document,
        dated_on=NOW.date(),
        subject="x",
        made_by=ready.clerk,
        made_at=NOW,
    )
    before = assembled(document).document
    move_room(ready)

    made = assembled(again(document))

    assert made.document == replace(before, number="05", symbol="TB-MTTQ-BTT", day=NOW.date())
    assert (made.findings, made.missing) == ((), ())


def test_the_plan_carries_its_own_number_and_day(ready: City) -> None:
    made = assembled(draft(ready, "plan")).document

    assert (made.number, made.symbol, made.day) == (
        "305",
        "KH-MTTQ-BTT",
        ready.conference.plan_versions.get().issued_on,
    )
    assert made.recipients[0] == "Ban Phong trào UBMTTQ Việt Nam tỉnh"
    assert made.recipients[-1] == "Lưu: VT, PT"


def test_a_copy_is_filled_and_says_what_it_lacks(ready: City) -> None:
    document = draft(ready, "invitation")
    copy = Copy(document=document, ordinal=1, name="Hội", values={"nguoi_duoc_moi": "Ông Lê"}, key="a")

    made = assembled(document, copy)

    assert made.missing == ("người chủ trì", "nội dung mời")
    assert "Ông Lê" in "".join(plain(block.runs) for block in made.document.body if hasattr(block, "runs"))


def test_a_wrong_template_is_a_finding(ready: City, monkeypatch: pytest.MonkeyPatch) -> None:
    document = draft(ready)
    from_template = "tongket.documents.queries.making.template_of"
    text = type("T", (), {"subject": "x", "body": "{{ nope }}"})()
    monkeypatch.setattr(from_template, lambda _unit, _kind: text)

    made = assembled(again(document))

    assert [finding.code for finding in made.findings] == ["template_wrong"]
    assert made.findings[0].values == {"fault": "Dòng 1: không có giá trị tên “nope”."}
    assert words_of(again(document)) != ""
    assert text_now(again(document)) == (document.subject, document.body)


def test_what_is_sent_is_the_signed_file_else_the_pdf(ready: City) -> None:
    document = draft(ready)

    (made,) = files_of(document)
    document.pdf = files.store(data=b"%PDF-1.7 kept", name="kept.pdf", now=NOW)
    (kept,) = files_of(document)
    document.signed = files.store(data=b"%PDF-1.7 signed", name="signed.pdf", now=NOW)
    (signed,) = files_of(document)

    assert (made.data[:5], made.content_type) == (b"%PDF-", "application/pdf")
    assert [(kept.name, kept.data), (signed.name, signed.data)] == [
        ("kept.pdf", b"%PDF-1.7 kept"),
        ("signed.pdf", b"%PDF-1.7 signed"),
    ]
    assert word_of(document).data[:2] == b"PK"


def test_files_are_named_in_plain_letters(ready: City) -> None:
    whole = replace(assembled(draft(ready)).document, number="05")

    assert file_name(whole, "pdf") == "05-tb-mttq-btt-thoi-gian-dia-diem-to-chuc.pdf"


def test_certificates_are_placed_on_their_sheets(ready: City) -> None:
    document = draft(ready, "certificate")
    document.values = {"số, ký hiệu quyết định khen thưởng": "320/QĐ", "ngày quyết định khen thưởng": "25/10/2024"}
    document.dated_on = NOW.date()
    copies = [
        Copy(name="Hội", values={"ten_duoc_khen": "Hội Nông dân", "thanh_tich": "Tốt"}),
        Copy(name="B", values={}),
    ]

    first, second = certificates_of(document, assembled(document).document, copies, Stock())

    assert [text.text for text in first.texts] == [
        "Hội Nông dân",
        "Tốt",
        "Quyết định số 320/QĐ ngày 25 tháng 10 năm 2024",
        "Tam Kỳ, ngày 21 tháng 10 năm 2024",
        "TM. BAN THƯỜNG TRỰC\nPHÓ CHỦ TỊCH",
        "Nguyễn Thị Thu Hiền",
    ]
    assert second.texts[0].text == "B"


def test_redrafting_is_taken_back_until_somebody_writes_again(ready: City) -> None:
    document = draft(ready)
    write_document(document=document, subject="x", body="y", values={}, revision=0, by=ready.clerk, now=NOW)
    event = redraft(document=again(document), by=ready.clerk, now=NOW)

    take_back_redraft(document=again(document), event=event, by=ready.clerk, now=NOW)

    found = again(document)
    assert (found.is_edited, found.subject, found.body, "given_up" in found.options) == (True, "x", "y\n", False)
    with pytest.raises(DocumentMoved):
        take_back_redraft(document=found, event=event, by=ready.clerk, now=NOW)
