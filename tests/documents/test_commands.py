"""`tongket document batch`: the copies of a document at the command line."""

import argparse
import zipfile
from pathlib import Path

import pypdfium2 as pdfium
import pytest

from tests.factories.copies import make_batch, make_copies, make_invitation
from tongket.documents.commands import batch
from tongket.documents.rules import DocumentState

pytestmark = pytest.mark.django_db


def asked(document: int, **more: object) -> argparse.Namespace:
    given = {"print_file": None, "zip_file": None, "per_sheet": 1, "stacked": False, "only_new": False}
    return argparse.Namespace(document=document, **{**given, **more})


@pytest.mark.slow
def test_files_are_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    document = make_invitation(state=DocumentState.NUMBERED)
    make_copies(document, 3)
    printed, zipped = tmp_path / "in.pdf", tmp_path / "tung-ban.zip"

    code = batch(asked(document.pk, print_file=str(printed), zip_file=str(zipped), per_sheet=2, stacked=True))

    assert (code, capsys.readouterr().out) == (0, "3 bản\n")
    assert len(pdfium.PdfDocument(printed.read_bytes())) == 2
    assert len(zipfile.ZipFile(zipped).namelist()) == 3


def test_what_cannot_be_made_is_said_in_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    document = make_invitation()

    codes = [batch(asked(document.pk + 1)), batch(asked(document.pk))]
    make_copies(document, 1, common={})
    codes.append(batch(asked(document.pk)))
    document.copies.update(values={"nguoi_duoc_moi": "Ông A", "noi_dung_moi": "dự"})
    make_batch(document)
    codes.append(batch(asked(document.pk)))

    assert codes == [2, 2, 2, 2]
    assert capsys.readouterr().err.splitlines() == [
        f"Không có văn bản số {document.pk + 1}.",
        "Danh sách của văn bản này chưa có ai, hoặc mọi bản đã phát hành.",
        "Còn thiếu chỗ điền của 1 bản: Nguyễn Văn 1.",
        "Đang làm một đợt khác của văn bản này, hoặc văn bản đã thu hồi.",
    ]
