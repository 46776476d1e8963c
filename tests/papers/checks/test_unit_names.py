"""Names one slip away from the directory's, and strangers."""

import pytest

from tests.papers.checks.looking import UNITS, codes, found, sight, told
from tongket.papers.checks.unit_names import check
from tongket.papers.values import Known

KNOWN = Known(units=UNITS)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Tổ ở xã Tam Thắng đã họp.", "Ghi “xã Tam Thắng”, danh bạ có “xã Tam Thăng”."),
        ("Bà con phường Tân Thạch góp công.", "Ghi “phường Tân Thạch”, danh bạ có “phường Tân Thạnh”."),
        ("Học theo phường Tam Thăng.", "Ghi “phường Tam Thăng”, danh bạ có “xã Tam Thăng”."),
        ("Cùng Hội Nông dâm thành phố.", "Ghi “Hội Nông dâm”, danh bạ có “Hội Nông dân”."),
        ("Hội Liên hiêp phụ nữ lo vốn.", "Ghi “Hội Liên hiêp phụ nữ”, danh bạ có “Hội Liên hiệp phụ nữ”."),
    ],
)
def test_near_miss_names_the_directory(text: str, said: str) -> None:
    assert found(check, sight(text, known=KNOWN)) == [said]


@pytest.mark.parametrize(
    "text",
    [
        "Tổ ở xã Tam Thăng, xã Tam Thanh và phường An Phú.",
        "Bà con xã Tam Phước và xã Tam Dân cũng sang học.",
        "Đoàn của xã Tam Thành, huyện Phú Ninh đến thăm.",
        "Hội Liên Hiệp Phụ Nữ và Hội nông dân cùng làm.",
        "Hội Cựu chiến binh giữ bến sông.",
        "Ủy ban MTTQ Việt Nam xã Tam Thăng Nguyễn Văn Hòa ký.",
        "Các xã, phường đều làm; hội nông dâm viết nhỏ thì không phải tên.",
    ],
    ids=["right", "neighbours", "another district", "capitals", "unknown body", "person after", "collective"],
)
def test_right_names_and_strangers_are_silent(text: str) -> None:
    assert codes(check, sight(text, known=KNOWN)) == []


def test_one_way_of_writing_is_told_once_at_its_first_place() -> None:
    seen = sight("Mở đầu.", "Xã khác: xã Tam Thắng.", "Lại xã Tam Thắng.", known=KNOWN, pages=3)

    (finding,) = check(seen)

    assert (finding.values["block"], finding.quote) == (1, "xã Tam Thắng")
    assert told(check, seen)[0].endswith("Trang 2. Nếu là cùng một đơn vị thì sửa theo danh bạ.")


def test_without_a_directory_nothing_is_said() -> None:
    assert codes(check, sight("Tổ ở xã Tam Thắng.")) == []
