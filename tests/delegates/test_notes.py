"""What a note beside a name says of who does not come."""

import pytest

from tongket.delegates.notes import reason_of, says_absent


@pytest.mark.parametrize(
    ("note", "is_absent", "reason"),
    [
        ("Vắng", True, ""),
        ("vắng mặt.", True, ""),
        ("Không tham dự vì ốm", True, "Không tham dự vì ốm"),
        ("Huy hiệu vàng", False, "Huy hiệu vàng"),
        ("", False, ""),
    ],
)
def test_a_note_tells_of_an_absence_and_why(note: str, *, is_absent: bool, reason: str) -> None:
    assert (says_absent(note), reason_of(note)) == (is_absent, reason)
