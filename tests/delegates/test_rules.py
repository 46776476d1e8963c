"""Rules of delegates: protocol rank, how many a unit sends, and what a new list makes of the old."""

import pytest

from tongket.delegates.rules import (
    Added,
    Changes,
    Rank,
    Said,
    changes_of,
    named_twice,
    others_missing,
    rank_of,
    sent_by_each,
)

FRONT = "Ban Thường trực Ủy ban MTTQ Việt Nam xã Tam Thăng"


@pytest.mark.parametrize(
    ("post", "body", "rank"),
    [
        ("Chủ tịch", FRONT, Rank.HEAD),
        ("Bí thư Chi bộ, Trưởng ban Công tác Mặt trận", FRONT, Rank.HEAD),
        ("Phó Chủ tịch", FRONT, Rank.DEPUTY),
        ("Q. Chủ tịch", FRONT, Rank.DEPUTY),
        ("Ủy viên Thường trực", FRONT, Rank.STANDING),
        ("Trưởng ban Phong trào", FRONT, Rank.PART_HEAD),
        ("Chánh Văn phòng", "Hội Nông dân thành phố", Rank.PART_HEAD),
        ("Chánh Văn phòng", "Văn phòng HĐND và UBND thành phố", Rank.HEAD),
        ("Phó Chánh Văn phòng", "Văn phòng HĐND và UBND thành phố", Rank.DEPUTY),
        ("Trưởng phòng Tổng hợp", "Văn phòng HĐND và UBND thành phố", Rank.PART_HEAD),
        ("Viện trưởng", "Viện Kiểm sát nhân dân khu vực 5", Rank.HEAD),
        ("Cục trưởng", "Cục Thống kê", Rank.HEAD),
        ("Chi cục trưởng", "Chi cục Kiểm lâm", Rank.HEAD),
        ("Chi cục trưởng", "Sở Nông nghiệp và Môi trường", Rank.PART_HEAD),
        ("Chỉ huy trưởng", "Ban Chỉ huy Quân sự xã", Rank.HEAD),
        ("Phó Chỉ huy trưởng", "Ban Chỉ huy Quân sự xã", Rank.DEPUTY),
        ("Tổng Biên tập", "Báo và Phát thanh, Truyền hình", Rank.HEAD),
        ("Phó Tổng Biên tập", "Báo và Phát thanh, Truyền hình", Rank.DEPUTY),
        ("Trưởng Công an", "Công an xã Tam Thăng", Rank.HEAD),
        ("Phó Trưởng Công an", "Công an xã Tam Thăng", Rank.DEPUTY),
        ("Chánh án", "Tòa án nhân dân khu vực 5", Rank.HEAD),
        ("Phó Chánh án", "Tòa án nhân dân khu vực 5", Rank.DEPUTY),
        ("Chánh Thanh tra", "Thanh tra thành phố", Rank.HEAD),
        ("Tổng Thư ký", "Hội Luật gia", Rank.DEPUTY),
        ("Phó Tổng Thư ký", "Hội Luật gia", Rank.STANDING),
        ("Nguyên Chủ tịch", FRONT, Rank.OTHER),
        ("Nguyên Phó Chủ tịch", FRONT, Rank.OTHER),
        ("Trưởng phòng", "Phòng Kinh tế", Rank.HEAD),
        ("Phó Trưởng phòng", "Phòng Kinh tế", Rank.DEPUTY),
        ("Chuyên viên", FRONT, Rank.OTHER),
        ("", FRONT, Rank.OTHER),
    ],
)
def test_a_post_has_its_rank_within_its_body(post: str, body: str, rank: Rank) -> None:
    assert rank_of(post, body) == rank


@pytest.mark.parametrize(
    ("text", "count", "units", "each"),
    [
        ("Mỗi xã 02 đại biểu", 2, 13, 2),
        ("Lãnh đạo Phòng Kinh tế: 01 người", 1, 1, 1),
        ("Đại biểu các xã, phường: 26 người", 26, 13, None),
        ("Đại diện các xã, phường", None, 13, None),
    ],
)
def test_how_many_each_sends_is_what_the_plan_says_of_each(text: str, count: int, units: int, each: int | None) -> None:
    assert sent_by_each(text, count, units) == each


def test_another_name_in_a_line_comes_instead_and_who_is_left_out_goes() -> None:
    before = {1: "Nguyễn Văn Hòa", 2: "Võ Thị Sáu", 3: "Lê Văn Chín"}
    better, instead, new = Said("Nguyễn Văn Hoà", key=1), Said("Trần Quốc Bảo", key=2), Said("Phạm Minh Đức")

    assert changes_of(before, [better, instead, new, Said("", key=3), Said(" ")]) == Changes(
        kept={1: better}, added=(Added(instead, instead_of=2), Added(new)), removed=(2, 3)
    )


def test_a_line_whose_person_is_gone_meanwhile_is_kept_as_a_new_one() -> None:
    line = Said("Võ Thị Sáu", key=9)

    assert changes_of({1: "Nguyễn Văn Hòa"}, [line, Said("Nguyễn Văn Hòa", key=1)]) == Changes(
        kept={1: Said("Nguyễn Văn Hòa", key=1)}, added=(Added(line),), removed=()
    )


def test_a_person_named_twice_is_told_with_the_first_line() -> None:
    twice = [Said("Võ Thị Sáu", "Chủ tịch"), Said(""), Said("võ thị sáu", "chủ tịch"), Said("Võ Thị Sáu", "Hội viên")]

    assert named_twice(twice) == [(2, 0)]


def test_a_unit_that_nobody_counts_sends_one() -> None:
    assert [others_missing(None, 0), others_missing(2, 1), others_missing(1, 3)] == [1, 1, 0]
