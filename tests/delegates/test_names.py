"""Whether two written names are one person: Vietnamese names are told apart by their accents."""

import pytest

from tongket.delegates.names import is_same_name, is_spelled_better, the_one
from tongket.delegates.rules import Said
from tongket.delegates.typed import said_as_typed


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Nguyễn Văn Hòa", "nguyễn văn  Hoà", True),
        ("Nguyen Van Hoa", "Nguyễn Văn Hòa", True),
        ("Nguyễn Văn Hùng", "Nguyễn Văn Hưng", False),
        ("Trần Thị Dung", "Trần Thị Dũng", False),
    ],
)
def test_names_differ_by_their_accents(one: str, other: str, *, same: bool) -> None:
    assert (is_same_name(one, other), is_same_name(other, one)) == (same, same)


@pytest.mark.parametrize(
    ("old", "new", "same"),
    [
        ("Võ Thị Hồng Nhun", "Võ Thị Hồng Nhung", True),
        ("Nguyễn Thị Hoa", "Nguyễn Thị Kim Hoa", True),
        ("Lê Nam", "Lê Văn Nam", True),
        ("Nguyễn Văn Hải", "Nguyễn Văn Hạnh", False),
        ("Nguyễn Văn Hùng", "Nguyễn Văn Hưng", False),
        ("Nguyễn Thị Kim", "Nguyễn Thị Kim Hoa", False),
        ("Trần Văn Hoa", "Nguyễn Văn Hoa", False),
    ],
)
def test_a_name_spelled_better_is_the_same_person(old: str, new: str, *, same: bool) -> None:
    assert is_spelled_better(old, new) is same


def test_who_may_be_one_of_several_is_nobody() -> None:
    known = [("Nguyễn Văn Hùng", 1), ("Nguyễn Văn Hưng", 2), ("Lê An", 3), ("Lê An", 4)]

    assert [the_one(name, known) for name in ("Nguyễn Văn Hùng", "Nguyen Van Hung", "Lê An", "Võ B")] == [
        1,
        None,
        None,
        None,
    ]


def test_a_title_stands_apart_but_for_the_family_called_so() -> None:
    assert [said_as_typed(name) for name in ("Bà Võ Thị Sáu", "Đồng chí Lê Nam", "Ông Ích Khiêm", "Lê Nam")] == [
        Said("Võ Thị Sáu", title="Bà"),
        Said("Lê Nam", title="Đồng chí"),
        Said("Ông Ích Khiêm"),
        Said("Lê Nam"),
    ]
