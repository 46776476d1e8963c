"""A bundle written, opened, and refused when anything in it was changed."""

import base64
import hashlib
import io
import json
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from tongket.reading.refusals import Unreadable
from tongket.reviews.bundles.reading import open_bundle
from tongket.reviews.bundles.refusals import BundleRefused
from tongket.reviews.bundles.signing import fingerprint, is_signed, new_key, public_of, sign
from tongket.reviews.bundles.values import About, Annex, Asked, Bundle, Coverage, Sender, Summary
from tongket.reviews.bundles.writing import write_bundle
from tongket.reviews.rules import FigureState, Kind, Manner
from tongket.reviews.values import Cut, Figure, Filled, Named, Period, Place

KEY = bytes(range(32))
FIGURE = Figure(
    "mo_hinh",
    "2024",
    Decimal("57.5000"),
    written="57,5",
    about="gần",
    quote="Toàn xã có gần 57,5 mô hình.",
    place=Place(page=2, block=7, cell="Số liệu!E7"),
    state=FigureState.CONFIRMED,
)
SUMMARY = Summary(
    sender=Sender("Ủy ban MTTQ Việt Nam xã Tam Thăng", "front", "commune", "Tam Thăng", "mttq@tamthang.vn"),
    about=About("Hội nghị tổng kết Phong trào “Đoàn kết sáng tạo”", date(2024, 10, 20), "12/BC-MTTQ-BTT"),
    made_at=datetime(2024, 10, 21, 8, 15, tzinfo=UTC),
    filled=Filled(
        answers={"uu_diem": "Cán bộ nhiệt tình; người dân đồng thuận."},
        figures=(FIGURE,),
        exemplars=(Named("Ngôi nhà xanh", "Hội Phụ nữ", "thôn Kim Đới"),),
        manner=Manner.MEETING,
        held_on=date(2024, 10, 18),
        signer="Nguyễn Văn An",
    ),
    periods=(Period("2024", "Năm 2024", date(2024, 1, 1), date(2024, 12, 31), is_current=True),),
    asked={"mo_hinh": Asked("Mô hình đang duy trì", "mô hình")},
    coverage=(Coverage("mo_hinh", "2024", 8, 9, ("Thôn Vĩnh Bình",)),),
    statements=(Cut(Kind.RECOMMENDATION, "Đề nghị bố trí kinh phí năm đầu.", "kien_nghi", Place(page=4)),),
)
BUNDLE = Bundle(SUMMARY, b"%PDF-1.7 report", (Annex("bien-ban.pdf", b"%PDF-1.7 minutes"),))

Parts = dict[str, bytes]


def parts_of(data: bytes) -> Parts:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def zipped(parts: Parts) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return made.getvalue()


def changed(change: Callable[[Parts], object]) -> bytes:
    """The bundle with its parts changed after it was signed."""
    parts = parts_of(write_bundle(BUNDLE, KEY))
    change(parts)
    return zipped(parts)


def signed_again(parts: Parts, review: object) -> bytes:
    """A bundle signed with the right key over a summary that our own program never writes."""
    data = json.dumps(review).encode()
    manifest = json.loads(parts["manifest.json"])
    manifest["parts"]["review.json"] = {
        "bytes": len(data),
        "sha256": hashlib.sha256(data).hexdigest(),
    }
    named = json.dumps(manifest).encode()
    signature = {
        "key": base64.b64encode(public_of(KEY)).decode(),
        "signature": base64.b64encode(sign(named, KEY)).decode(),
    }
    return zipped(
        parts | {"review.json": data, "manifest.json": named, "signature.json": json.dumps(signature).encode()}
    )


def test_a_bundle_comes_back_as_it_was_written() -> None:
    opened = open_bundle(write_bundle(BUNDLE, KEY))

    assert opened.bundle == BUNDLE
    assert opened.key == public_of(KEY)


def test_a_bundle_without_report_and_annexes_comes_back() -> None:
    bare = Bundle(replace(SUMMARY, coverage=(), statements=()))

    assert open_bundle(write_bundle(bare, KEY)).bundle == bare


def test_equal_bundles_are_equal_files() -> None:
    assert write_bundle(BUNDLE, KEY) == write_bundle(BUNDLE, KEY)


def test_a_key_is_told_as_eight_groups_of_five_digits() -> None:
    told = fingerprint(public_of(KEY))

    assert [len(group) for group in told.split(" ")] == [5] * 8
    assert told.replace(" ", "").isdigit()
    assert told != fingerprint(public_of(new_key()))


def test_a_signature_is_of_its_key_and_words() -> None:
    signature = sign(b"words", KEY)

    assert is_signed(b"words", signature, public_of(KEY))
    assert not is_signed(b"other", signature, public_of(KEY))
    assert not is_signed(b"words", signature, public_of(new_key()))
    assert not is_signed(b"words", signature, b"short")


@pytest.mark.parametrize(
    ("change", "code", "told"),
    [
        (
            lambda parts: parts.update({"review.json": parts["review.json"].replace(b"57.5", b"75.5")}),
            "changed-part",
            "Phần “review.json” đã bị sửa sau khi ký.",
        ),
        (
            lambda parts: parts.update({"report.pdf": b"%PDF-1.7 another"}),
            "changed-part",
            "Phần “report.pdf” đã bị sửa sau khi ký.",
        ),
        (
            lambda parts: parts.pop("annexes/bien-ban.pdf"),
            "missing-part",
            "Thiếu phần “annexes/bien-ban.pdf”.",
        ),
        (
            lambda parts: parts.update({"annexes/them.pdf": b"%PDF"}),
            "added-part",
            "Có thêm phần “annexes/them.pdf” mà danh mục đã ký không ghi.",
        ),
        (
            lambda parts: parts.update({"manifest.json": parts["manifest.json"].replace(b"bytes", b"bytez")}),
            "bad-signature",
            "Chữ ký không khớp: danh mục trong tệp đã bị sửa sau khi ký.",
        ),
        (lambda parts: parts.pop("signature.json"), "unsigned", "Tệp không có chữ ký của máy đã xuất."),
        (
            lambda parts: parts.update({"signature.json": b'{"key": "AAAA", "signature": "AAAA"}'}),
            "unsigned",
            "Tệp không có chữ ký của máy đã xuất.",
        ),
        (lambda parts: parts.pop("manifest.json"), "not-a-bundle", "Tệp này không phải tệp báo cáo đóng gói."),
    ],
)
def test_a_changed_bundle_is_refused_with_the_reason(change: Callable[[Parts], object], code: str, told: str) -> None:
    with pytest.raises(BundleRefused) as refused:
        open_bundle(changed(change))

    assert refused.value.finding.code == code
    assert str(refused.value).startswith(told)


def test_a_bundle_of_a_later_form_names_both_forms() -> None:
    parts = parts_of(write_bundle(BUNDLE, KEY))
    named = parts["manifest.json"].replace(b"tongket-bundle/1", b"tongket-bundle/2")
    signature = {
        "key": base64.b64encode(public_of(KEY)).decode(),
        "signature": base64.b64encode(sign(named, KEY)).decode(),
    }
    later = zipped(parts | {"manifest.json": named, "signature.json": json.dumps(signature).encode()})

    with pytest.raises(BundleRefused) as refused:
        open_bundle(later)

    assert str(refused.value) == (
        "Tệp đóng gói theo mẫu tongket-bundle/2. Máy này đọc được mẫu tongket-bundle/1. "
        "Cập nhật Tổng Kết trên máy này, hoặc đề nghị đơn vị xuất lại bằng bản cũ hơn."
    )


@pytest.mark.parametrize(
    ("spoil", "where"),
    [
        (lambda review: review.pop("sender"), "sender"),
        (lambda review: review["filled"]["figures"][0].update(value="nhiều"), "filled/figures/0/value"),
        (lambda review: review["statements"][0].update(kind="song"), "statements/0/kind"),
        (lambda review: review.update(made_at=7), "made_at"),
    ],
)
def test_a_signed_bundle_with_values_of_the_wrong_kind_says_where(
    spoil: Callable[[dict[str, object]], object], where: str
) -> None:
    parts = parts_of(write_bundle(BUNDLE, KEY))
    review = json.loads(parts["review.json"])
    spoil(review)

    with pytest.raises(BundleRefused) as refused:
        open_bundle(signed_again(parts, review))

    assert refused.value.finding.values == {"found": where}


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7", b"PK\x03\x04 broken"])
def test_what_is_no_archive_is_no_bundle(data: bytes) -> None:
    with pytest.raises((BundleRefused, Unreadable)):
        open_bundle(data)


def test_a_part_that_leads_out_of_the_archive_is_refused() -> None:
    with pytest.raises(Unreadable):
        open_bundle(changed(lambda parts: parts.update({"annexes/../../etc": b"x"})))
