"""Names of types and their abbreviations."""

import pytest

from tongket.core.text import fold_tones
from tongket.documents.render.values import Profile
from tongket.documents.seen.types import abbreviations, type_of


@pytest.mark.parametrize(
    ("profile", "name", "short"),
    [
        (Profile.DECREE, "KẾ HOẠCH", "KH"),
        (Profile.DECREE, "CHƯƠNG TRÌNH", "CTr"),
        (Profile.FRONT, "TỜ TRÌNH", "TTr"),
        (Profile.FRONT, "DANH SÁCH", ""),
        (Profile.PARTY, "CÔNG VĂN", "CV"),
        (Profile.PARTY, "HỢP ĐỒNG", None),
    ],
)
def test_abbreviation(profile: Profile, name: str, short: str | None) -> None:
    assert abbreviations(profile).get(fold_tones(name)) == short


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("BIÊN BẢN HỌP", "biên bản"),
        ("Báo cáo tham luận", "báo cáo tham luận"),
        ("GIẤY UỶ QUYỀN", "giấy ủy quyền"),
        ("", ""),
    ],
)
def test_type_that_a_line_names(line: str, name: str) -> None:
    assert type_of(line) == fold_tones(name)
