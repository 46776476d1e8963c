import pytest

from tests.factories.conferences import make_conference
from tests.factories.reviews import make_outline
from tongket.documents.kinds import KINDS

pytestmark = pytest.mark.django_db


def test_outline_document_says_what_the_office_asks() -> None:
    conference = make_conference()
    make_outline(conference=conference)

    values = KINDS["outline"].values(conference, {})

    assert values["noi_dung_danh_gia"] == ["Nêu kết quả"]
    assert values["chi_tieu"][0] == {
        "ten": "Mô hình đang duy trì",
        "don_vi_tinh": "mô hình",
        "giai_thich": "theo tên chỉ tiêu",
    }
    assert (values["tu_ngay"], values["den_moc"]) == ("từ ngày 01 tháng 01 năm 2024", "2024-12-31")
